#!/bin/sh
# Measures which branches of src/ the tests take, and fails under 85 in a hundred.
#
#     sh tests/coverage/run.sh [LEAST]
#
# Builds into build-coverage/, runs what ctest has and the faults of tests/faults at every place,
# and has gcovr print a table by file; LEAST is the share that is asked for, 85 unless told.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
least=${1:-85}
build=$root/build-coverage
. "$root/src/packages.sh"
# shellcheck disable=SC2086 # lists of names
install_missing $BUILD_PACKAGES $TEST_PACKAGES gcovr

# -O0: what the optimiser joins or doubles would count as no branch or as two.
# NDEBUG: an assertion is a branch that no test may take; what is built for users has none.
# atomic: threads count too. SLS_ARENA_DEBUG: every allocation from an arena is one of its own,
# which can be made to fail; else one in hundreds could.
cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=Debug -DSELISIH_LIBRARY=OFF -DSELISIH_TESTS=ON \
    -DCMAKE_C_COMPILER=gcc \
    -DCMAKE_C_FLAGS='-O0 --coverage -fprofile-update=atomic -DNDEBUG -DSLS_ARENA_DEBUG' >/dev/null
find "$build" -name '*.gcda' -delete
cmake --build "$build" --parallel "$(nproc)" >/dev/null

# Without those that look at the hardened file, kill it, or drive a browser; the faults come below.
ctest --test-dir "$build" --parallel "$(nproc)" --output-on-failure --no-label-summary --quiet \
    --output-log "$build/tests.log" -E '^(trust|kills|faults|api|browser/.*)$' ||
    {
        grep -E 'FAIL|Failed|\*\*\*' "$build/tests.log"
        exit 1
    }
python3 "$root/tests/faults/run.py" "$build/selisih" "$build/tests/libfaults.so" places

# Of the files of src/ alone, not of what is generated from tables or of the tests. Unreachable:
# branches that gcc puts on lines without code, as behind a closing brace.
cd "$build"
gcovr --root "$root" --filter "$root/src/" --exclude-unreachable-branches \
    --branches --sort-uncovered --print-summary \
    --json "$build/coverage.json" --txt "$build/coverage.txt" \
    --fail-under-branch "$least" src 2>"$build/gcovr.log" || status=$?
cat "$build/coverage.txt"
exit "${status:-0}"
