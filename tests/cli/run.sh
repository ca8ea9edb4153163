#!/bin/sh
# Runs one command-line case and compares all that it gives, byte for byte.
#
#     sh tests/cli/run.sh [--update] SELISIH CASE
#
# CASE is a folder: cmd is run by sh in a new folder that holds a copy of CASE/files; $SELISIH is
# the command, $ROOT the source tree. What it prints must be CASE/stdout and CASE/stderr (nothing
# where such a file is missing), its exit status the number in CASE/status (0 where missing), and
# every file below CASE/expect must be there with the same bytes. --update writes what is
# expected from what was got, to be read before it is believed; of CASE/expect only the files
# that it has. A case with CASE/needs, names of programs, one a line, is skipped with the exit
# status 77 where one of them is missing.
set -u

update=
if [ "${1:-}" = --update ]; then
    update=1
    shift
fi
if [ $# -ne 2 ] || [ ! -f "$2/cmd" ]; then
    echo "usage: sh tests/cli/run.sh [--update] SELISIH CASE" >&2
    exit 2
fi
ROOT=$(cd "$(dirname "$0")/../.." && pwd)
SELISIH=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
case=$(cd "$2" && pwd)
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
mkdir "$work/in"
[ ! -d "$case/files" ] || cp -R "$case/files/." "$work/in"

if [ -f "$case/needs" ]; then
    while read -r program; do
        command -v "$program" >/dev/null 2>&1 && continue
        echo "SKIP $(basename "$case"): needs $program, which is not installed"
        exit 77
    done <"$case/needs"
fi

export ROOT SELISIH
export LC_ALL=C TERM=dumb
unset NO_COLOR GITHUB_STEP_SUMMARY
(cd "$work/in" && sh "$case/cmd") >"$work/stdout" 2>"$work/stderr" </dev/null
echo $? >"$work/status"

failed=0
# What was got, and the file that says what should have been.
compare() {
    if [ -f "$2" ]; then
        expected=$2
    else
        expected=$work/nothing
        printf '%s' "$3" >"$expected"
    fi
    if cmp -s "$expected" "$1"; then
        return
    fi
    if [ -n "$update" ]; then
        if [ -n "$3" ] || [ -s "$1" ]; then cp "$1" "$2"; else rm -f "$2"; fi
        return
    fi
    failed=1
    echo "FAIL $(basename "$case"): $4"
    diff -u "$expected" "$1"
}

compare "$work/stdout" "$case/stdout" '' 'standard output'
compare "$work/stderr" "$case/stderr" '' 'standard error'
compare "$work/status" "$case/status" '0
' 'exit status'
if [ -d "$case/expect" ]; then
    (cd "$case/expect" && find . -type f) >"$work/list"
    while read -r file; do
        [ -f "$work/in/$file" ] || : >"$work/in/$file"
        compare "$work/in/$file" "$case/expect/$file" '' "$file"
    done <"$work/list"
fi
exit "$failed"
