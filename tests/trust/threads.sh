#!/bin/sh
# Reads articles of every form in eight threads under ThreadSanitizer: no two may meet unlocked.
#
#     sh tests/trust/threads.sh
#
# Builds into build-tsan/. The corpus is checked with a cache and without, and twice.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build-tsan
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DSELISIH_LIBRARY=OFF \
    -DCMAKE_C_FLAGS=-fsanitize=thread -DCMAKE_EXE_LINKER_FLAGS=-fsanitize=thread >/dev/null
cmake --build "$build" --target selisih --parallel "$(nproc)" >/dev/null
mkdir "$work/in"
cp "$root"/tests/cli/inputs/files/* "$work/in"
cp -R "$root/corpus" "$work/corpus"
cd "$work"
runs=0
for cache in '' '' --no-cache; do
    # What the articles are found to be does not matter here, and some forms need --map.
    # shellcheck disable=SC2086 # an option or none
    TSAN_OPTIONS=exitcode=66 "$build/selisih" check -j8 --quiet --fail-level none $cache corpus in \
        >out 2>err || [ $? -eq 2 ] || { cat err; exit 1; }
    runs=$((runs + 1))
    if grep -q ThreadSanitizer err; then
        cat err
        exit 1
    fi
done
echo "$runs runs of eight threads, no two of which met unlocked"
