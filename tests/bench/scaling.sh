#!/bin/sh
# How match and compare grow with the corpus.
#
#     sh tests/bench/scaling.sh [MOST [RUNS [SEED]]]
#
# Made corpora of 1,000, 10,000 ... up to MOST claims (1000000), each ten times the one before, with
# hot blocks in all: see claims.c. RUNS is 1. Time is the processor's. "n log n" is the time for a
# claim, by the logarithm of their number, beside that of 10,000 claims: where it stays below 1 a
# stage grows no faster than that. A million claims take 5 GB and two minutes.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
most=${1:-1000000}
runs=${2:-1}
seed=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake -S "$root" -B "$root/build" -DCMAKE_BUILD_TYPE=Release -DSELISIH_TESTS=ON >/dev/null
cmake --build "$root/build" --target selisih timing made_claims --parallel >/dev/null
cd "$work"
PATH=$root/build:$root/build/tests:$PATH

n=1000
while [ "$n" -le "$most" ]; do
    made_claims "$n" "$seed" >claims.csv
    timing claims.csv "$runs" 'selisih match claims.csv >groups.csv' \
        'selisih compare groups.csv >findings.csv' |
        awk -v n="$n" '$6 == "selisih" { print $7, n, $2, $5 }' >>times
    echo "$n $(($(wc -l <findings.csv) - 1))" >>findings
    n=$((n * 10))
done

awk -v base=10000 '
    # A claim takes this long, by the logarithm of their number.
    function scaled(stage, n) { return cpu[stage, n] / n / log(n) }
    FILENAME == "findings" { findings[$1] = $2; next }
    { cpu[$1, $2] = $3; peak[$1, $2] = $4 }
    $1 == "match" { sizes[++count] = $2 }
    END {
        split("match compare", stages, " ")
        for (s = 1; s <= 2; s++) {
            printf "%-8s %9s %9s %9s", stages[s], "claims", "cpu s", "us/claim"
            printf " %8s %9s %9s\n", "n log n", "peak MB", "KB/claim"
            for (i = 1; i <= count; i++) {
                n = sizes[i]
                beside = (stages[s], base) in cpu ? scaled(stages[s], n) / scaled(stages[s], base) : 1
                printf "%18d %9.2f %9.1f", n, cpu[stages[s], n], cpu[stages[s], n] / n * 1e6
                printf " %8.2f %9.1f %9.1f\n", beside, peak[stages[s], n], \
                    peak[stages[s], n] * 1024 / n
            }
        }
        for (i = 1; i <= count; i++)
            printf "%s%d findings of %d claims", (i > 1 ? ", " : ""), findings[sizes[i]], sizes[i]
        print ""
    }' findings times
