#!/bin/sh
# Runs each fuzzer, as many at once as there are processors or AT_ONCE says, and prints what all of
# them executed.
#
#     [AT_ONCE=6] sh tests/fuzz/run.sh SECONDS [NAME...]
#
# Builds into build-fuzz/ (clang). Seeds are the examples of tests/fuzz/seeds/NAME, the inputs of
# the cases and the example corpus; what is found new is kept in build-fuzz/corpus/NAME, so that the
# next run goes on from there. A crash, a leak, an input of more than 10 s or 2 GB fails the run and
# leaves its input in build-fuzz/found.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
seconds=${1:?"usage: sh tests/fuzz/run.sh SECONDS [NAME...]"}
shift
build=$root/build-fuzz
cmake -S "$root" -B "$build" -DCMAKE_BUILD_TYPE=RelWithDebInfo -DCMAKE_C_COMPILER=clang \
    -DSELISIH_LIBRARY=OFF -DSELISIH_FUZZ=ON -DSELISIH_SANITIZE=ON >/dev/null
cmake --build "$build" --target fuzzers --parallel "$(nproc)" >/dev/null
mkdir -p "$build/found"
[ $# -gt 0 ] || set -- text markdown html feed jsonl csv archive manifest dates tables \
    lexicon grammar

# The first rows of every table of the lexicon, each with its columns; and two tables at once.
seed_lexicon() {
    data=$root/src/lexicon/data
    for table in "$data"/*/*.csv; do
        called=$(basename "$(dirname "$table")")/$(basename "$table" .csv)
        { echo "== $called" && head -12 "$table"; } >"$1/$(echo "$called" | tr / -)"
    done
    { cat "$1/id-unit" "$1/any-unit" && echo '== frequency' &&
        head -20 "$root/src/lexicon/frequency.csv"; } >"$1/joined"
    for lang in id en; do
        echo "== messages/$lang" && head -40 "$root/src/report/messages/$lang.csv"
    done >"$1/messages"
}

# Each pattern of the grammar with the macros that are there, before it something to read.
seed_grammar() {
    python3 - "$root/src/lexicon/data" "$1" <<'P'
import csv, pathlib, re, sys
for folder in ("id", "en", "any"):
    rows = [row for path in sorted(pathlib.Path(sys.argv[1], folder).glob("pattern-*.csv"))
            for row in csv.DictReader(path.open(encoding="utf-8"))]
    macros = {row["id"]: row["pattern"] for row in rows if row["kind"] == "macro"}
    for row in rows:
        asked = [name for name in re.findall("%@([^%]*)%", row["pattern"]) if name in macros]
        text = "1 2, 3/4 \x81\x85\x90.\x02-\n" + row["pattern"] + "\n"
        text += "".join(f"@{name} {macros[name]}\n" for name in dict.fromkeys(asked))
        pathlib.Path(sys.argv[2], f"{folder}-{row['id']}".replace("/", "-")).write_bytes(
            text.encode("latin-1", "replace"))
P
}

files=$root/tests/cli/inputs/files
seed() {
    mkdir -p "$build/seeds/$1" "$build/corpus/$1"
    if [ -d "$root/tests/fuzz/seeds/$1" ]; then cp "$root/tests/fuzz/seeds/$1"/* "$build/seeds/$1"; fi
    case $1 in
    text) cp "$root"/tests/cases/id/*.txt "$files/artikel.txt" "$build/seeds/text" ;;
    markdown) cp "$files/artikel.md" "$build/seeds/markdown" ;;
    html) cp "$files/halaman.html" "$build/seeds/html" ;;
    feed) cp "$files/umpan.rss" "$files/umpan.atom" "$build/seeds/feed" ;;
    jsonl) cp "$files/catatan.jsonl" "$build/seeds/jsonl" ;;
    csv) cp "$files/tabel.csv" "$build/seeds/csv" ;;
    lexicon) seed_lexicon "$build/seeds/lexicon" ;;
    grammar) seed_grammar "$build/seeds/grammar" ;;
    archive) tar cf "$build/seeds/archive/a.tar" -C "$files" artikel.txt halaman.html ;;
    esac
}

dictionary() {
    case $1 in
    lexicon | grammar) echo pola ;;
    *) echo kata ;;
    esac
}

# One of them; its last line is what it executed.
fuzz() {
    name=$1
    seed "$name"
    log=$build/$name.log
    failed=0
    "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 \
        -max_len=8192 -dict="$root/tests/fuzz/$(dictionary "$name").dict" -artifact_prefix="$build/found/$name-" \
        -print_final_stats=1 "$build/corpus/$name" "$build/seeds/$name" >"$log" 2>&1 &
    process=$!
    if ! wait "$process"; then
        failed=1
        echo "FAIL $name"
        grep -E 'ERROR|SUMMARY|runtime error|not read back|artifact' "$log" | head -8
    fi
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log" | tail -1)
    runs=${runs:-$(sed -n 's/^#\([0-9]*\).*/\1/p' "$log" | tail -1)}
    printf '%-10s %9s executions\n' "$name" "${runs:-0}"
    rm -rf "/dev/shm/selisih-fuzz-$process" "/tmp/selisih-fuzz-$process"
    return "$failed"
}

# Each has a place in the row of those that run, where its number among all leads it.
at_once=${AT_ONCE:-$(nproc)}
said=$build/said
rm -rf "$said"
mkdir -p "$said"
row=1
while [ "$row" -le "$at_once" ]; do
    (
        number=0
        for name in "$@"; do
            number=$((number + 1))
            [ $((number % at_once)) -eq $((row % at_once)) ] || continue
            fuzz "$name" >"$said/$name" || touch "$said/failed"
            cat "$said/$name"
        done
    ) &
    row=$((row + 1))
done
wait
cat "$said"/* | awk -v each="$seconds" '$3 == "executions" { all += $2 }
    END { printf "%d executions in all, %d s each\n", all, each }'
[ ! -e "$said/failed" ]
