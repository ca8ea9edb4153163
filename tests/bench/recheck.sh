#!/bin/sh
# What a check costs again: of a made archive, with nothing changed and with one article changed.
#
#     sh tests/bench/recheck.sh [ARTICLES [SEED]]
#
# 100,000 articles in files of 1,000 records, by archive.c, which also says what conflicts it has
# planted. A planted conflict is found when a finding is between its odd article and another one of
# the same happening; an error or a warning between any other two is a false one. The last check is
# compared with one that has no cache: claims and reports must be the same.
#
# Measured on two processors. Where nothing changed the last check is told again. Where one article
# did, the links between all others are taken up, and so are what they are told by and which of them
# copy each other; only what the one touches is found again. Groups in which nothing is at odds, and
# that are as they were, are neither compared nor printed: their rows are taken out of the reports of
# the last check. Claims are read where something of them is compared; of all others the order of
# groups is asked, and nothing else. Groups of offices and names are always compared; this archive
# has none. Most of the memory is what was kept, of claims 140 MB and of links 100 MB, and the links
# for the next check, as many.
#
#     100000 articles               seconds      cpu  peak MB
#     first check                      8.80    15.71      707
#     nothing changed                  0.11     0.09        6
#     one article changed              1.46     1.96      492
#     planted conflicts: 430 of 517 found, 66 more as notes; false: 1 error, 23 warnings, 1256 notes
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
articles=${1:-100000}
seed=${2:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cmake -S "$root" -B "$root/build" -DCMAKE_BUILD_TYPE=Release -DSELISIH_TESTS=ON >/dev/null
cmake --build "$root/build" --target selisih timing made_archive --parallel 2 >/dev/null
cd "$work"
PATH=$root/build:$root/build/tests:$PATH
mkdir articles
made_archive "$articles" "$seed" .
cat articles/*.jsonl >all
sleep 3 # what was written within the clock's grain is known by its content alone

# row NAME OPTION...: a check, its seconds and its peak memory.
row() {
    name=$1
    shift
    timing all 1 "selisih check --quiet --fail-level none $* articles" |
        awk -v name="$name" '$6 == "selisih" {
            printf "%-28s %8.2f %8.2f %8.0f\n", name, $1, $2, $5 }'
}

printf '%-28s %8s %8s %8s\n' "$articles articles" seconds cpu 'peak MB'
row 'first check'
row 'nothing changed'
file=$(find articles -name '*.jsonl' | sort | awk '{ all[NR] = $0 } END { print all[int(NR / 2) + 1] }')
sed '500s/"text":"/&Two people were hurt. /' "$file" >changed && mv changed "$file"
row 'one article changed'
row 'without a cache' --no-cache --claims plain --reports plain-reports
diff -r claims plain && diff -r reports plain-reports && echo 'with and without a cache: the same'

# Severity and both articles of what is no agreement.
selisih check --fail-level none --verbose --output jsonl articles |
    grep -E '"verdict":"(conflict|possible|superseded)"' |
    sed -n 's/.*"severity":"\([a-z]*\)".*"article":"a\([0-9]*\)".*"article":"a\([0-9]*\)".*/\1 \2 \3/p' |
    awk -F '[ ,]' '
    FILENAME == "planted.csv" {
        if (FNR > 1) {
            odd = substr($2, 2) + 0
            from[odd] = substr($3, 2) + 0
            to[odd] = substr($4, 2) + 0
            planted++
        }
        next
    }
    {
        a = $2 + 0; b = $3 + 0; odd = -1
        if (a in from && b >= from[a] && b <= to[a]) odd = a
        if (b in from && a >= from[b] && a <= to[b]) odd = b
        if (odd < 0) wrong[$1]++
        else if ($1 != "note") found[odd] = 1
        else noted[odd] = 1
    }
    END {
        for (a in found) n++
        for (a in noted) notes += !(a in found)
        printf "planted conflicts: %d of %d found, %d more as notes; ", n, planted, notes
        printf "false: %d errors, %d warnings, %d notes\n", \
            wrong["error"], wrong["warning"], wrong["note"]
    }' planted.csv -
