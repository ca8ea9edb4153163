#!/bin/sh
# Whether a check with a cache says what one without says, whatever became of the articles.
#
#     sh tests/cache/random.sh SELISIH [ROUNDS [SEED]]
#
# In each of 200 rounds one to three things happen to the articles of a small archive (edited,
# also without a change of size or time, added, removed, renamed, touched, given other facts by the
# manifest; records put in and taken out of JSON Lines, with and without ids) and to what editors
# wrote (aliases, verified claims, decisions, a baseline), sometimes to the cache (deleted, cut
# short, a byte changed), to what was written (changed, removed) or to the options. Then both checks
# run, the one with a cache in every third round twice, the second time with nothing changed, and all
# that they print, their exit status, claims and reports must be the same; of the cache alone may be
# said that it is damaged. Options stay for five rounds, and of some towns two articles agree: what a
# check found is of use to the next one alone that is asked the same, and then the claims of such
# articles are not read. In the last rounds nothing changes for so long that the inputs' times can
# be relied on: then the last check is told again though the kept claims are damaged, unseen.
set -eu

selisih=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
rounds=${2:-200}
seed=${3:-1}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
export LC_ALL=C
unset GITHUB_STEP_SUMMARY

# sentence N: one of a few that agree with each other or do not.
sentence() {
    case $(($1 % 8)) in
    0) echo "Gempa di Cianjur menewaskan $(($1 % 50 + 10)) orang, kata petugas." ;;
    1) echo "Sebanyak $(($1 % 9 + 3)) rumah rusak di Garut pada 1$(($1 % 9)) Juni 2024." ;;
    2) echo "The flood in Medan killed $(($1 % 30 + 2)) people, officials said." ;;
    3) echo "President Joko Widodo visited Surabaya on 1$(($1 % 9)) March 2024." ;;
    4) echo "Menteri Keuangan Sri Mulyani mengatakan anggaran mencapai Rp $(($1 % 7 + 2)) triliun." ;;
    5) echo "Menteri Keuangan Budi Santoso hadir di Jakarta pada hari Senin, 11 Juni 2024." ;;
    6) printf 'The caf\351 in Bandung has %d workers, its owner said.\n' "$(($1 % 40 + 5))" ;;
    7) echo "Kapal itu membawa $(($1 % 200 + 20)) penumpang dari Batam." ;;
    esac
}

article() {
    [ $(($1 % 3)) -ne 0 ] || printf -- '---\nsource: Kabar %d\npublished: 2024-06-1%d\n---\n' \
        "$(($1 % 4))" "$(($1 % 9))"
    sentence "$1"
    sentence "$(($1 / 7))"
}

record() {
    id=
    [ $(($1 % 2)) -eq 0 ] || id="\"id\":\"r$(($1 % 60))\","
    printf '{%s"source":"Warta %d","published":"2024-06-1%d","text":"%s"}\n' "$id" \
        "$(($1 % 5))" "$(($1 % 9))" "$(sentence "$(($1 / 11 * 8 + $1 % 6))")"
}

manifest() {
    echo 'file,source,published'
    i=0
    for file in in/*.txt; do
        i=$((i + 1))
        [ $((($1 + i) % 3)) -eq 0 ] || echo "${file#in/},Pos $((($1 + i) % 4)),2024-06-0$(($1 % 8 + 1))"
    done
}

# What happens, of the number $2, to the file that the number $3 names.
happen() {
    set -- "$1" "$2" "$3" "$(ls in | awk -v n="$3" '{ names[NR] = $0 }
        END { print names[n % NR + 1] }')"
    file=in/$4
    case $1 in
    0 | 1) article "$2" >"in/a$(($2 % 40)).txt" ;;
    2) [ "$file" = in/corpus.csv ] || rm -f "$file" ;;
    3) [ "$file" = in/corpus.csv ] || mv "$file" "in/m$(($2 % 30)).${file##*.}" 2>/dev/null || : ;;
    4) touch "$file" ;;
    5) # the same size, the same time of change
        touch -r "$file" stamp
        tr '123456789' '234567891' <"$file" >copy
        cat copy >"$file"
        touch -r stamp "$file" ;;
    6 | 7) record "$2" >>"in/l$(($2 % 3)).jsonl" ;;
    8) [ ! -f in/l1.jsonl ] || { { record "$2" && cat in/l1.jsonl; } >copy && mv copy in/l1.jsonl; } ;;
    9) [ ! -f in/l2.jsonl ] || { sed "$(($2 % 5 + 1))d" in/l2.jsonl >copy && mv copy in/l2.jsonl; } ;;
    10) manifest "$2" >in/corpus.csv ;;
    11) echo '{"text": "broken' >>in/l0.jsonl ;;
    12) [ ! -f in/l0.jsonl ] || { grep -v broken in/l0.jsonl >copy || : >copy; mv copy in/l0.jsonl; } ;;
    13) printf '<html><head><title>Kabar</title></head><body><article><p>%s %s</p></article></body></html>' \
        "$(sentence "$(($2 / 8 * 8))")" "$(sentence "$(($2 / 8 * 8 + 7))")" >"in/p$(($2 % 4)).html" ;;
    14) # with aliases the claims of every article are read
        if [ -f in/aliases.csv ]; then
            rm in/aliases.csv
        elif [ $(($2 % 2)) -eq 0 ]; then
            printf 'alias,name\nmulyani,sri mulyani\njoko,joko widodo\n' |
                head -n "$(($2 % 3 + 1))" >in/aliases.csv
        fi ;;
    15) cp "$file" "in/twin$(($2 % 3)).${file##*.}" 2>/dev/null || : ;;
    16) printf 'kind,what,value,as_of,source\ntitle,finance-minister@ID,%s,2024,Redaksi\n' \
        "$([ $(($2 % 2)) -eq 0 ] && echo 'sri mulyani' || echo 'budi santoso')" >in/verified.csv ;;
    17) { echo 'finding_id,decision,by,on,expires'
        sed -n 's/^"*\([0-9a-f]\{16\}\)"*,.*/\1,not-same,desk,2024-06-20,2024-06-30/p' \
            plain/reports/conflicts.csv | head -n "$(($2 % 3))"; } >in/decisions.csv 2>/dev/null || : ;;
    esac
}

# What becomes of a file of the cache, or of one that was written.
harm() {
    case $1 in
    0) rm -rf kept ;;
    1 | 2) harmed=kept/claims.cache ;;
    3 | 4) harmed=kept/check.cache ;;
    5 | 6) harmed=cached/reports/conflicts.csv ;;
    7) harmed=$(ls cached/claims/*.csv 2>/dev/null | head -n 1) ;;
    8) harmed=cached/reports/index.html ;;
    9 | 10) harmed=kept/links.cache ;;
    11 | 12) harmed=kept/quiet.cache ;;
    13) harmed=cached/reports/agreements.csv ;;
    14) harmed=cached/reports/facts.csv ;;
    *) return 0 ;;
    esac
    [ -f "${harmed:-none}" ] || return 0
    # of what is left over from an article that went nobody takes care
    [ "$1" -ne 7 ] || printf 'Z' | dd of="plain${harmed#cached}" bs=1 seek="$2" conv=notrunc 2>/dev/null
    size=$(wc -c <"$harmed")
    case $1 in
    1 | 3 | 5 | 9 | 11) head -c "$(($2 % (size + 1)))" "$harmed" >copy && mv copy "$harmed" ;;
    2 | 4 | 6 | 10 | 12 | 13 | 14)
        printf 'Z' | dd of="$harmed" bs=1 seek="$(($2 % (size + 1)))" conv=notrunc 2>/dev/null
        ;;
    7) printf 'Z' | dd of="$harmed" bs=1 seek="$2" conv=notrunc 2>/dev/null ;;
    8) rm -f "$harmed" ;;
    esac
}

fail() {
    echo "FAIL: round $round of seed $seed: $1" >&2
    exit 1
}

# compare WANT OPTION...: a check with the cache against what one without it left behind.
compare() {
    want=$1
    shift
    got=0
    "$selisih" check --cache-dir kept --claims cached/claims --reports cached/reports \
        ${file:+--output "$file:cached/$file"} "$@" \
        >cached.out 2>cached.all || got=$?
    grep -v -e 'the cache of claims is damaged' -e 'the last check found is damaged' \
        -e 'the last check matched is damaged' cached.all \
        >cached.err || :
    cmp -s cached.all cached.err || damaged=$((damaged + 1))
    sed 's,plain/,cached/,' plain.out >want.out
    sed 's,plain/,cached/,' plain.err >want.err
    [ "$want" -eq "$got" ] || fail "exit status $got, not $want"
    cmp want.out cached.out || fail "standard output"
    diff want.err cached.err || fail "standard error"
    # files of articles that went stay behind in both alike
    diff -r plain cached >/dev/null || { diff -rq plain cached; fail "claims or reports"; }
}

mkdir in
for i in 3 8 14 21 22 37 45 50 61 74 83 90 101 115 120 131; do
    article "$i" >"in/a$i.txt"
    record "$i" >>"in/l$((i % 3)).jsonl"
done
houses=310
for town in Kudus Rembang Tuban Jepara Blitar Ponorogo Salatiga Klaten Magelang Kebumen; do
    houses=$((houses + 7))
    echo "Banjir di $town merendam $houses rumah, kata camat." >"in/q$town.txt"
    echo "Petugas menghitung $houses rumah yang terendam banjir di $town." >"in/r$town.txt"
done
manifest 1 >in/corpus.csv

damaged=0
awk -v seed="$seed" -v rounds="$rounds" 'BEGIN {
    srand(seed)
    for (i = 1; i <= rounds; i++) {
        line = i " " int(rand() * 30) " " int(rand() * 100000)
        for (n = int(rand() * 4); n > 0; n--)
            line = line " " int(rand() * 18) " " int(rand() * 100000) " " int(rand() * 1000)
        print line
    }
}' >plan
while read -r round harm place things; do
    # shellcheck disable=SC2086
    set -- $things
    while [ $# -gt 0 ]; do
        happen "$1" "$2" "$3"
        shift 3
    done
    harm "$harm" "$place"
    era=$(((round + 4) / 5))
    set -- --fail-level warning --output text --today 2024-07-01 -j$((round % 2 + 1)) in
    [ $((era % 17)) -ne 0 ] || set -- --max-article-bytes 90 "$@"
    [ $((era % 19)) -ne 0 ] || set -- --map source=id "$@"
    [ $((era % 9)) -ne 0 ] || set -- --verbose --max-findings 2 "$@"
    case $((era % 7)) in
    0) file=csv ;;
    1) file=sarif ;;
    *) file= ;;
    esac
    [ $((era % 11)) -ne 0 ] || set -- --severity title-conflict=note --ui-lang id "$@"
    [ $((era % 13)) -ne 0 ] || set -- --baseline known.csv "$@"
    strategy=stat
    [ $((round % 5)) -ne 0 ] || strategy=content
    want=0
    "$selisih" check --no-cache --claims plain/claims --reports plain/reports \
        ${file:+--output "$file:plain/$file"} "$@" \
        >plain.out 2>plain.err || want=$?
    compare "$want" --cache-strategy "$strategy" "$@"
    [ $((round % 3)) -ne 0 ] || compare "$want" --cache-strategy "$strategy" "$@"
    [ $((round % 4)) -ne 0 ] || "$selisih" check --quiet --no-cache --fail-level none --claims other \
        --reports other --write-baseline known.csv in 2>/dev/null || :
done <plan

known=$damaged
set -- --fail-level warning --today 2024-07-01 --statistics in
grep -v broken in/l0.jsonl >copy && mv copy in/l0.jsonl
for round in aged reread again; do
    want=0
    "$selisih" check --no-cache --claims plain/claims --reports plain/reports \
        ${file:+--output "$file:plain/$file"} "$@" \
        >plain.out 2>plain.err || want=$?
    [ "$round" != again ] || harm 2 300
    compare "$want" "$@"
    [ "$round" != aged ] || sleep 4
done
[ "$damaged" -eq "$known" ] || fail "the last check was not told again"
echo "$rounds rounds alike, $damaged with a damaged cache, $(wc -l <cached/reports/articles.csv) articles"
