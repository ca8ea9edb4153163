#!/bin/sh
# From a fresh Debian 12 or Ubuntu machine to the findings of the example corpus:
#
#     sh src/quickstart.sh
#
# Installs what is missing, builds a release into build/, checks corpus/. Findings are no failure.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
. src/packages.sh

# shellcheck disable=SC2086 # a list of names
install_missing $BUILD_PACKAGES

echo 'building build/selisih'
mkdir -p build
log=build/quickstart.log
if ! cmake -S . -B build -DCMAKE_BUILD_TYPE=Release >"$log" 2>&1 ||
    ! cmake --build build --target selisih --parallel "$(nproc)" >>"$log" 2>&1; then
    cat "$log" >&2
    echo "error: the build failed; the lines above are in $log too" >&2
    exit 2
fi

found=build/findings.txt
status=0
build/selisih check corpus >"$found" || status=$?
[ "$status" -le 1 ] || exit "$status"
if [ "$status" -eq 1 ]; then
    echo 'The worst finding:'
    head -n 4 "$found"
fi
tail -n 1 "$found"
cat <<'END'

  reports/index.html      the page on which editors review them: open it in a browser
  reports/conflicts.csv   contradictions, worst first
  reports/agreements.csv  what several sources say alike
  reports/facts.csv       who says what
  reports/articles.csv    every article, read or skipped
  claims/                 every number, date and office that the articles assert
  build/findings.txt      the findings as the command prints them: build/selisih check corpus
END
