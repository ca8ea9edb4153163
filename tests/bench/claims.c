/*
 * claims.c - a made corpus of claims, the same for the same COUNT and SEED on every machine.
 *
 *     claims COUNT [SEED] > claims.csv
 *
 * Happenings of a few days, each told by one to six articles of ten claims, in the shares of
 * kinds that news has. A tenth of the values of a happening differ from article to article, so that
 * there is something to find. Words and names are drawn after Zipf, so that some blocks are
 * hot; one claim in a hundred is of one person (of a million claims 10,000), and as many count the
 * dead of one country. A day has 400 articles however large the corpus is: as in an archive, more
 * claims are more days.
 */
#include "made.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

enum {
    PER_ARTICLE = 10,
    PER_DAY = 400,   /* articles */
    REPORTS = 6,     /* of one happening, at most */
    HOT = 100,       /* one claim in so many is of the hot person */
    WORDS = 30000,   /* of the language */
    WORDS_EACH = 8,  /* of a sentence */
    PEOPLE_PART = 20 /* one person for so many claims, met after Zipf */
};

/*
 * A number below n, small ones oftener: each power of two of ranks is as likely as the next, which
 * is Zipf's law in steps.
 */
static uint64_t zipf(made_source *r, uint64_t n)
{
    unsigned bits = 0;
    while (n >> bits)
        bits++;
    const uint64_t top = UINT64_C(1) << made_below(r, bits);
    const uint64_t rank = top - 1 + made_below(r, top);
    return rank < n ? rank : made_below(r, n);
}

/* A word of its own for every number: syllables, and so pronounceable. */
static void put_word(uint64_t number)
{
    static const char *const first[] = { "b", "c", "d", "g", "h", "j", "k", "l",
                                         "m", "n", "p", "r", "s", "t", "w", "y" };
    static const char *const second[] = { "a", "e", "i", "o", "u", "ai", "an", "ar" };
    number = number * 2654435761u % (UINT64_C(1) << 28); /* odd: one to one, neighbours differ */
    for (int i = 0; i < 4; i++) {
        printf("%s%s", first[number & 15], second[number >> 4 & 7]);
        number >>= 7;
    }
}

/* The commonest are real ones: how rare a word is stands in a table, and what is not there is rare.
 */
static const char *const COMMON[] = {
    "hadir",  "warga",     "jalan",   "kota",    "kerja",    "sekolah",   "rumah",   "program",
    "negara", "daerah",    "masalah", "proses",  "bantuan",  "petugas",   "kondisi", "wilayah",
    "dana",   "keluarga",  "anak",    "laporan", "rencana",  "harga",     "tim",     "anggota",
    "kasus",  "kegiatan",  "layanan", "sistem",  "pihak",    "kepala",    "dinas",   "pasar",
    "air",    "lokasi",    "korban",  "hukum",   "data",     "kantor",    "ekonomi", "pemerintah",
    "usaha",  "pelaku",    "desa",    "barang",  "hasil",    "kepada",    "cara",    "bagian",
    "pusat",  "perempuan", "malam",   "pagi",    "mobil",    "kendaraan", "uang",    "tanah",
    "aksi",   "jumlah",    "langkah", "upaya",   "dukungan", "aturan",    "jaringan"
};

static void put_common(uint64_t rank)
{
    if (rank < sizeof COMMON / sizeof *COMMON)
        fputs(COMMON[rank], stdout);
    else
        put_word(rank);
}

typedef struct {
    const char *what, *unit;
    uint64_t most;
} quantity;

static const quantity QUANTITIES[] = {
    { "dead", "person", 90 },    { "injured", "person", 300 },    { "evacuated", "person", 9000 },
    { "rise", "percent", 40 },   { "fall", "percent", 40 },       { "cost", "IDR", 900000000 },
    { "price", "IDR", 90000 },   { "sentence", "year", 15 },      { "burn", "hectare", 700 },
    { "score:goal", "goal", 7 }, { "deploy", "personnel", 3000 }, { "", "house", 900 },
    { "", "percent", 100 },      { "", "kilometre", 400 },
};
static const char *const DATES[] = { "visit",  "sign:treaty", "meet", "launch", "open",
                                     "arrest", "born",        "die",  "trial",  "elect" };
static const char *const OFFICES[] = { "president@ID",  "foreign-minister@RU",
                                       "governor@?",    "regent@?",
                                       "head@KPK",      "mayor@?",
                                       "spokesperson@?" };
static const char *const COUNTRIES[] = { "ID", "RU", "KP", "JP", "US", "MY", "AU", "CN" };
static const char *const SOURCES[] = { "warta", "kabar", "berita", "harian",
                                       "pos",   "suara", "media",  "lintas" };

#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* What is the same in all reports of one happening. */
typedef struct {
    uint64_t seed; /* its values are drawn from */
    uint64_t day;
    uint64_t people[3];
    uint64_t words[5]; /* rare ones: names of places and things */
    const char *country;
    uint64_t place;
} happening;

typedef struct {
    const happening *of;
    uint64_t number; /* of the article */
    uint64_t day;
    uint64_t report; /* of the happening: 0, 1, ... */
    made_source r;
} article;

static void put_person(uint64_t number)
{
    put_word(number * 2 + 1);
    putchar(' ');
    put_word(number * 3 + 2 + WORDS);
}

static void put_day(uint64_t day)
{
    /* months of 28 days: every date is one, and the order is right */
    printf("%04" PRIu64 "-%02" PRIu64 "-%02" PRIu64, 2000 + day / 336, day / 28 % 12 + 1,
           day % 28 + 1);
}

/* Words of the happening and of the language; parted as `by` says. */
static void put_words(article *a, uint64_t count, const char *by)
{
    for (uint64_t i = 0; i < count; i++) {
        if (i > 0)
            fputs(by, stdout);
        if (i % 3 == 0)
            put_word(WORDS * 8 + a->of->words[made_below(&a->r, 5)]);
        else
            put_common(zipf(&a->r, WORDS));
    }
}

/* claim_id,article,source,published,lang,kind,line,start,end */
static void begin_row(const article *a, uint64_t claim, const char *kind)
{
    printf("%016" PRIx64 ",a%07" PRIu64 ",%s,", a->number * PER_ARTICLE + claim, a->number,
           SOURCES[(a->of->seed + a->report) % COUNT_OF(SOURCES)]);
    put_day(a->day);
    printf(",id,%s,%" PRIu64 ",%" PRIu64 ",%" PRIu64 ",", kind, claim / 3 + 1, claim * 100,
           claim * 100 + 12);
}

static void put_entities(const article *a, bool hot)
{
    fputs(a->of->country, stdout);
    putchar(';');
    if (hot)
        fputs("vladimir putin", stdout);
    else
        put_person(a->of->people[0]);
}

/* entities,place,as_of,status,speaker,confidence,quote,zone,credit,url,headline,event,object,
 * context,subject,scope_hint,weekday,sentence,ordinal,stance,agent,patient */
static void end_row(article *a, uint64_t claim, bool hot, const char *event)
{
    put_entities(a, hot);
    printf(",tempat%" PRIu64 "@ID,", a->of->place);
    put_day(a->day);
    fputs("~,asserted,,90,", stdout);
    put_words(a, WORDS_EACH, " ");
    printf(".,body,,https://contoh.id/%" PRIu64 ",", a->number);
    put_word(WORDS * 8 + a->of->words[0]);
    putchar(' ');
    put_word(WORDS * 8 + a->of->words[1]);
    putchar(' ');
    put_words(a, 4, " ");
    printf(",%s,,", event);
    put_words(a, WORDS_EACH, ";");
    printf(",%s,,0,%" PRIu64 ",,,,\n", a->of->country, claim / 3);
}

static void put_quantity(article *a, uint64_t claim, bool hot)
{
    made_source fixed = { a->of->seed + claim * 977 };
    const quantity *const q =
        hot ? QUANTITIES : &QUANTITIES[made_below(&fixed, COUNT_OF(QUANTITIES))];
    uint64_t value = made_below(&fixed, q->most) + 1;
    if (made_below(&a->r, 10) == 0)
        value += made_below(&a->r, q->most / 4 + 2);
    begin_row(a, claim, "quantity");
    printf("%" PRIu64 " %s,%s,%" PRIu64 ",exact,%s,", value, q->unit, q->what, value, q->unit);
    end_row(a, claim, hot, q->what[0] ? "" : "say");
}

static void put_date(article *a, uint64_t claim, bool hot)
{
    made_source fixed = { a->of->seed + claim * 977 };
    const char *const event = hot ? "meet" : DATES[made_below(&fixed, COUNT_OF(DATES))];
    uint64_t day = a->of->day + made_below(&fixed, 3);
    day += made_below(&a->r, 10) == 0;
    begin_row(a, claim, "date");
    put_day(day);
    printf(",%s,", event);
    put_day(day);
    fputs(",exact,,", stdout);
    end_row(a, claim, hot, "");
}

static void put_title(article *a, uint64_t claim, bool hot)
{
    made_source fixed = { a->of->seed + claim * 977 };
    const char *const office =
        hot ? "president@RU" : OFFICES[made_below(&fixed, COUNT_OF(OFFICES))];
    const uint64_t person = a->of->people[made_below(&fixed, 3)];
    begin_row(a, claim, "title");
    if (!hot)
        put_person(person);
    printf("%s,%s,", hot ? "Vladimir Putin" : "", office);
    if (hot)
        fputs("vladimir putin", stdout);
    else
        put_person(person);
    fputs(",exact,,", stdout);
    end_row(a, claim, hot, "");
}

static void put_name(article *a, uint64_t claim)
{
    const uint64_t person = a->of->people[made_below(&a->r, 3)];
    begin_row(a, claim, "name");
    put_person(person);
    fputs(",person,", stdout);
    put_person(person);
    fputs(",exact,,", stdout);
    end_row(a, claim, false, "");
}

static void put_claim(article *a, uint64_t claim)
{
    const uint64_t number = a->number * PER_ARTICLE + claim;
    const bool hot = number % HOT == number / HOT % PER_ARTICLE; /* in every tenth article one */
    if (hot) {
        const uint64_t turn = number / HOT % 3;
        if (turn == 0)
            put_title(a, claim, true);
        else if (turn == 1)
            put_date(a, claim, true);
        else
            put_quantity(a, claim, true);
        return;
    }
    if (claim < 4)
        put_quantity(a, claim, false);
    else if (claim < 7)
        put_date(a, claim, false);
    else if (claim < 9)
        put_title(a, claim, false);
    else
        put_name(a, claim);
}

static happening make_happening(made_source *r, uint64_t day, uint64_t people)
{
    happening h = { .seed = made_next(r), .day = day };
    for (size_t i = 0; i < COUNT_OF(h.people); i++)
        h.people[i] = zipf(r, people);
    for (size_t i = 0; i < COUNT_OF(h.words); i++)
        h.words[i] = made_below(r, UINT64_C(1) << 22);
    h.country = COUNTRIES[zipf(r, COUNT_OF(COUNTRIES))];
    h.place = zipf(r, 500);
    return h;
}

int main(int argc, char **argv)
{
    const uint64_t count = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
    made_source r = { argc > 2 ? strtoull(argv[2], NULL, 10) : 1 };
    const uint64_t articles = (count + PER_ARTICLE - 1) / PER_ARTICLE;
    if (count == 0) {
        fprintf(stderr, "usage: claims COUNT [SEED]\n");
        return 2;
    }
    puts("claim_id,article,source,published,lang,kind,line,start,end,surface,what,value,bound,"
         "unit,entities,place,as_of,status,speaker,confidence,quote,zone,credit,url,headline,event,"
         "object,context,subject,scope_hint,weekday,sentence,ordinal,stance,agent,patient");
    for (uint64_t made = 0; made < articles;) {
        const uint64_t reports = made_below(&r, REPORTS) + 1;
        const happening h = make_happening(&r, made / PER_DAY, count / PEOPLE_PART + 1);
        for (uint64_t i = 0; i < reports && made < articles; i++, made++) {
            article a = { &h, made, h.day + i / 3, i, { made_next(&r) } };
            for (uint64_t c = 0; c < PER_ARTICLE && made * PER_ARTICLE + c < count; c++)
                put_claim(&a, c);
        }
    }
    return fflush(stdout) == 0 ? 0 : 1;
}
