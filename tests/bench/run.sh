#!/bin/sh
# How fast selisih is, beside counting words in the same file in the same minute.
#
#     sh tests/bench/run.sh [FILE.jsonl [RUNS]]
#
# Without FILE, the digests of corpus/ are repeated to about 20 MB, each under an id of its own.
# RUNS is 7. How match and compare grow with the corpus is shown by scaling.sh. Builds a release into build/ first. Behind the times stand the memory of a stream ten
# times as long, and what 1 MB of hostile shapes takes beside 1 MB of the news: at most 10 times.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
file=${1:-}
runs=${2:-7}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake -S "$root" -B "$root/build" -DCMAKE_BUILD_TYPE=Release -DSELISIH_TESTS=ON >/dev/null
cmake --build "$root/build" --target selisih timing --parallel >/dev/null
timing=$root/build/tests/timing

# The body of each digest as one JSON record; front matter and empty lines are left out.
records() {
    for text in "$root"/corpus/*.txt; do
        awk -v id="$(basename "$text" .txt)" '
            NR == 1 && $0 == "---" { front = 1; next }
            front && $0 == "---" { front = 0; next }
            front { next }
            { gsub(/\\/, "\\\\"); gsub(/"/, "\\\""); gsub(/\t/, " "); sub(/\r$/, "")
              body = body (body == "" ? "" : "\\n") $0 }
            END { printf "{\"id\":\"%s-@\",\"source\":\"%s\",\"text\":\"%s\"}\n", id, id, body }' \
            "$text"
    done
}

if [ -z "$file" ]; then
    file=$work/corpus.jsonl
    records >"$work/once"
    size=$(wc -c <"$work/once")
    awk -v times="$((20000000 / size + 1))" '
        { lines[NR] = $0 }
        END {
            for (i = 1; i <= times; i++)
                for (n = 1; n <= NR; n++) {
                    line = lines[n]
                    sub(/-@"/, "-" i "\"", line)
                    print line
                }
        }' \
        "$work/once" >"$file"
fi
ln -s "$(cd "$(dirname "$file")" && pwd)/$(basename "$file")" "$work/in.jsonl"
cd "$work"
PATH=$root/build:$PATH
"$timing" in.jsonl "$runs" \
    'LC_ALL=C.UTF-8 wc -w in.jsonl >/dev/null' \
    'selisih extract -j1 in.jsonl >/dev/null' \
    'selisih extract -j2 in.jsonl >/dev/null' \
    'selisih mentions -j1 in.jsonl >/dev/null' \
    'selisih check --quiet --fail-level none --no-cache in.jsonl' \
    'selisih check --quiet --fail-level none in.jsonl'

# shape NAME WORDS: 1 MB of the words, one line without an end.
shapes=
shape() {
    shapes="$shapes $1"
    awk -v unit="$2" 'BEGIN {
        for (line = unit; length(line) < 1000000;) line = line line
        printf "%s", substr(line, 1, 1000000)
    }' >"$1.txt"
}

shape digits '1'
shape dots '.'
shape brackets '('
shape quotes '"'
shape months 'Juni '
shape word 'kata '
shape capitals 'KEPALA DINAS '
shape names 'Budi Santoso '
shape numbers 'dua puluh '
shape money 'Rp 5 '
shape sentence 'warga berjalan ke pasar dan membeli 3 ekor ayam lalu pulang '
awk '{ size += length($0); if (size <= 1000000) print }' in.jsonl >news.jsonl

echo
echo "hostile shapes beside news, each with its start"
set -- 'selisih extract -j1 news.jsonl >/dev/null'
for name in $shapes; do
    set -- "$@" "selisih extract -j1 $name.txt >/dev/null"
done
"$timing" sentence.txt "$runs" "$@" 2>shapes.log || { # warnings: some are cut short
    cat shapes.log >&2
    exit 1
}

echo
echo "a stream ten times as long"
"$timing" in.jsonl 1 'for i in 0 1 2 3 4 5 6 7 8 9; do
    sed "s/\"id\": *\"/&$i-/" in.jsonl; done | selisih extract -j1 - >/dev/null'
