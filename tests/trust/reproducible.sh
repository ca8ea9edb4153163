#!/bin/sh
# Builds the command twice, in two folders from two copies of the sources: one hash.
#
#     sh tests/trust/reproducible.sh [BUILT]
#
# BUILT, a command of a release build of these sources, takes the first one's place.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# In another folder of another length, at another time.
build() {
    mkdir -p "$1"
    cp -R "$root/CMakeLists.txt" "$root/src" "$root/include" "$1"
    cmake -S "$1" -B "$1/build/$2" -DCMAKE_BUILD_TYPE=Release -DSELISIH_LIBRARY=OFF >/dev/null
    cmake --build "$1/build/$2" --target selisih --parallel "$(nproc)" >/dev/null
    cp "$1/build/$2/selisih" "$work/$2"
}

if [ $# -gt 0 ]; then
    cp "$1" "$work/one"
else
    build "$work/here" one
fi
build "$work/at/another/place" two
sha256sum "$work/one" "$work/two" | sed "s|$work/||"
cmp "$work/one" "$work/two" || {
    echo 'FAIL: two builds of one source differ'
    exit 1
}
