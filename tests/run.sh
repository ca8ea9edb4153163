#!/bin/sh
# Installs what the tests need, builds into build/, and runs them all through ctest.
#
#     sh tests/run.sh [CTEST-OPTION...]
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. src/packages.sh

# shellcheck disable=SC2086 # lists of names
install_missing $BUILD_PACKAGES $TEST_PACKAGES
install_browser tests/browser || echo "note: no browser: its tests are skipped" >&2

cmake -S . -B build -DCMAKE_BUILD_TYPE=Release -DSELISIH_TESTS=ON
cmake --build build --parallel "$(nproc)"
ctest --test-dir build --output-on-failure "$@"
