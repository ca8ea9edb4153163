#!/bin/sh
# Runs the commands of tests/cli and the programs of tests/unit under valgrind.
#
#     sh tests/valgrind/run.sh BUILD [STRIDE [OFFSET]]
#
# BUILD is a folder of a build with tests. An invalid read or write, a decision on bytes that
# were never set, and memory that nothing points to at the end (definite leaks) fail the run; a case
# must besides give what it gives without valgrind. With a STRIDE above 1 every STRIDE-th case and
# program is run, from number OFFSET on, 1 unless told: the whole takes twenty minutes.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
build=$(cd "${1:?"usage: sh tests/valgrind/run.sh BUILD [STRIDE [OFFSET]]"}" && pwd)
stride=${2:-1}
offset=${3:-1}
. "$root/src/packages.sh"
install_missing valgrind
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# The log is written whatever becomes of the exit status and of standard error.
cat >"$work/selisih" <<E
#!/bin/sh
exec $(command -v valgrind) -q --leak-check=full --errors-for-leak-kinds=definite --show-leak-kinds=definite \\
    --num-callers=30 --log-file=$work/log.%p "\${VALGRIND_RUNS:-$build/selisih}" "\$@"
E
chmod +x "$work/selisih"
ln -s "$build/share" "$work/share" # what cases look for beside the command

# max-memory: its command is bounded in memory, which valgrind needs for itself. changed: valgrind
# makes a fork of posix_spawn, which then cannot tell that git is missing.
left_out() {
    [ "$1" = max-memory ] || [ "$1" = changed ]
}

failed=0
number=0
due() {
    number=$((number + 1))
    [ $((number % stride)) -eq $((offset % stride)) ]
}
# What valgrind complained of while NAME ran, which ended with STATUS.
judge() {
    logs=$(find "$work" -name 'log.*' -size +0c)
    if [ -n "$logs" ]; then
        failed=1
        echo "FAIL $1"
        # shellcheck disable=SC2086 # a list of files
        cat $logs | sed -n '1,40p'
    elif [ "$2" -ne 0 ] && [ "$2" -ne 77 ]; then
        failed=1
        echo "FAIL $1: exit status $2"
        cat "$work/said"
    fi
    processes=$((processes + $(find "$work" -name 'log.*' | wc -l)))
    rm -f "$work"/log.*
}

processes=0
cases=0
for case in "$root"/tests/cli/*/cmd; do
    case=$(dirname "$case")
    if left_out "$(basename "$case")" || ! due; then continue; fi
    cases=$((cases + 1))
    status=0
    sh "$root/tests/cli/run.sh" "$work/selisih" "$case" >"$work/said" 2>&1 || status=$?
    judge "cli/$(basename "$case")" "$status"
done
[ "$stride" -eq 1 ] || echo "every $stride-th from number $offset on"
echo "$cases cases of the command line, $processes processes"

processes=0
programs=0
for program in "$build"/tests/unit_*; do
    due || continue
    programs=$((programs + 1))
    status=0
    VALGRIND_RUNS=$program "$work/selisih" -j1 >"$work/said" 2>&1 || status=$?
    judge "$(basename "$program")" "$status"
done
echo "$programs unit programs, $processes processes"
exit "$failed"
