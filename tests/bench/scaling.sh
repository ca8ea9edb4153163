#!/bin/sh
# How match and compare grow with the corpus.
#
#     sh tests/bench/scaling.sh [MOST [RUNS [SEED]]]
#
# Made corpora of 1,000, 10,000 ... up to MOST claims (1000000), each ten times the one before, with
# hot blocks in all: see claims.c. RUNS is 1. Time is the processor's. "n log n" is the time for a
# claim, by the logarithm of their number, beside that of 1,000 claims, some of which is the
# program's start: where it stays near 1 a stage grows no faster than that. A million claims take
# 5 GB and two minutes.
#
# Measured:
#
#     match       claims     cpu s  us/claim  n log n   peak MB  KB/claim
#                   1000      0.01      14.0     1.00      12.2      12.5
#                  10000      0.16      16.3     0.87      37.6       3.9
#                 100000      2.29      22.9     0.98     286.1       2.9
#                1000000     26.49      26.5     0.95    2495.1       2.6
#     compare     claims     cpu s  us/claim  n log n   peak MB  KB/claim
#                   1000      0.01      15.0     1.00      14.0      14.3
#                  10000      0.15      15.3     0.77      53.3       5.5
#                 100000      1.65      16.5     0.66     389.4       4.0
#                1000000     20.00      20.0     0.67    4254.3       4.4
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

awk -v base=1000 '
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
