/*
 * Phrases put together as no writer of cases would: dates with dates, numbers with units, hedges
 * before all of them, in both languages. What each of the thousands means is not written down;
 * what holds of every reading is: it lies in its text, its value can be read, and a sentence before
 * it changes nothing but its place.
 */
#include "base/decimal.h"
#include "base/edtf.h"
#include "extract/extract.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

enum { TEXT_MOST = 512 };

static sls_grammar *grammar;
static sls_reader *reader;
static sls_arena *arena;
static const char *lang;

static void begin(void)
{
    sls_diag diag = { 0 };
    cr_assert_eq(sls_grammar_new(&grammar, &diag), SLS_OK, "%s", diag.message);
    cr_assert_eq(sls_reader_new(grammar, &reader), SLS_OK);
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void end(void)
{
    sls_arena_free(arena);
    sls_reader_free(reader);
    sls_grammar_free(grammar);
}

TestSuite(combined, .init = begin, .fini = end, .timeout = 300);

/* What was read of one text. */
typedef struct {
    sls_mention *mentions;
    sls_claim *claims;
    size_t mention_count, claim_count;
} reading;

static reading read_text(const char *text)
{
    const sls_article article = { .id = SLS_S("a"),
                                  .source = SLS_S("Harian Contoh"),
                                  .published = SLS_S("2024-06-20"),
                                  .lang = sls_str_of(lang),
                                  .text = sls_str_of(text),
                                  .line = 1 };
    sls_document *const document = sls_arena_alloc(arena, sizeof *document);
    reading r = { NULL, NULL, 0, 0 };
    cr_assert_not_null(document);
    cr_assert_eq(sls_document_make(&article, arena, document), SLS_OK);
    cr_assert_eq(sls_mentions(reader, document, arena, &r.mentions, &r.mention_count), SLS_OK);
    cr_assert_eq(sls_extract(reader, document, arena, &r.claims, &r.claim_count), SLS_OK);
    return r;
}

static bool is_type(const sls_mention *m, const char *type)
{
    return strcmp(m->type, type) == 0;
}

/* Of a date: nothing, or what EDTF can be read from, written back and read the same. */
static void expect_date(const sls_mention *m, const char *text)
{
    sls_edtf first, second;
    char again[SLS_EDTF_TEXT];
    if (m->value.len == 0 || m->value.ptr[0] == 'P') /* a length of time, in ISO 8601 */
        return;
    cr_assert_eq(sls_edtf_read(m->value, &first), SLS_OK, "'%.*s' is no date in '%s'",
                 SLS_FMT(m->value), text);
    cr_assert_leq(first.days.first, first.days.last, "'%.*s' in '%s'", SLS_FMT(m->value), text);
    const size_t len = sls_edtf_text(&first, again);
    cr_assert_eq(sls_edtf_read((sls_str){ again, len }, &second), SLS_OK);
    cr_assert_eq(first.days.first, second.days.first);
    cr_assert_eq(first.days.last, second.days.last);
}

static void expect_sound(const sls_mention *m, const char *text)
{
    const sls_str whole = sls_str_of(text);
    cr_assert(m->start < m->end && m->end <= whole.len, "a mention outside of '%s'", text);
    cr_assert(sls_str_eq(m->surface, sls_str_slice(whole, m->start, m->end)),
              "'%.*s' is not what stands there in '%s'", SLS_FMT(m->surface), text);
    if (is_type(m, "date"))
        expect_date(m, text);
}

static void expect_same_mention(const sls_mention *a, const sls_mention *b, size_t shift,
                                const char *phrase)
{
    cr_assert(
        strcmp(a->type, b->type) == 0 && a->start + shift == b->start && a->end + shift == b->end &&
            sls_str_eq(a->value, b->value) && sls_str_eq(a->unit, b->unit) && a->bound == b->bound,
        "'%.*s' (%s %.*s) is '%.*s' (%s %.*s) behind another sentence: '%s'", SLS_FMT(a->surface),
        a->type, SLS_FMT(a->value), SLS_FMT(b->surface), b->type, SLS_FMT(b->value), phrase);
}

static void expect_same_claim(const sls_claim *a, const sls_claim *b, size_t shift,
                              const char *phrase)
{
    cr_assert(a->start < a->end && a->start + shift == b->start && a->end + shift == b->end &&
                  a->kind == b->kind && a->state == b->state && sls_str_eq(a->what, b->what) &&
                  sls_str_eq(a->value, b->value) && sls_str_eq(a->entities, b->entities) &&
                  sls_str_eq(a->as_of, b->as_of) && sls_str_eq(a->speaker, b->speaker),
              "'%.*s' (%.*s %.*s %.*s %.*s) is (%.*s %.*s %.*s %.*s) behind another sentence: '%s'",
              SLS_FMT(a->surface), SLS_FMT(a->what), SLS_FMT(a->value), SLS_FMT(a->entities),
              SLS_FMT(a->as_of), SLS_FMT(b->what), SLS_FMT(b->value), SLS_FMT(b->entities),
              SLS_FMT(b->as_of), phrase);
}

/* The sentence, and the same behind another one; how many mentions it has. */
static size_t expect_same_behind(const char *phrase)
{
    static const char *const before[] = { "Hujan turun di pasar. ", "Rain fell on the market. " };
    const char *const prefix = before[strcmp(lang, "en") == 0];
    const size_t shift = strlen(prefix);
    char alone[TEXT_MOST], behind[TEXT_MOST];
    sls_arena_reset(arena);
    snprintf(alone, sizeof alone, "%s.\n", phrase);
    snprintf(behind, sizeof behind, "%s%s.\n", prefix, phrase);
    const reading a = read_text(alone), b = read_text(behind);
    cr_assert_eq(a.mention_count, b.mention_count, "%zu and %zu mentions in '%s'", a.mention_count,
                 b.mention_count, phrase);
    cr_assert_eq(a.claim_count, b.claim_count, "%zu and %zu claims in '%s'", a.claim_count,
                 b.claim_count, phrase);
    for (size_t i = 0; i < a.mention_count; i++) {
        expect_sound(&a.mentions[i], alone);
        expect_same_mention(&a.mentions[i], &b.mentions[i], shift, phrase);
    }
    for (size_t i = 0; i < a.claim_count; i++)
        expect_same_claim(&a.claims[i], &b.claims[i], shift, phrase);
    return a.mention_count;
}

/* Every left with every link with every right, in one sentence. */
static void combine(const char *frame, const char *const *left, const char *const *link,
                    const char *const *right)
{
    char phrase[TEXT_MOST / 2];
    size_t made = 0, mentions = 0;
    for (size_t l = 0; left[l]; l++)
        for (size_t k = 0; link[k]; k++)
            for (size_t r = 0; right[r]; r++, made++) {
                snprintf(phrase, sizeof phrase, "%s %s%s%s", frame, left[l], link[k], right[r]);
                mentions += expect_same_behind(phrase);
            }
    cr_expect(made > 500 && mentions > made / 2, "%zu mentions in %zu phrases", mentions, made);
}

static const char *const DATES_ID[] = { "Senin",
                                        "Rabu (19/6)",
                                        "19 Juni 2024",
                                        "17 Agustus",
                                        "Juni",
                                        "akhir Juni 2023",
                                        "tahun 2022",
                                        "2019",
                                        "dekade 1990-an",
                                        "pekan lalu",
                                        "dua hari",
                                        "tiga bulan lalu",
                                        "besok",
                                        "malam ini",
                                        "pukul 14.30 WIB",
                                        "jam 7 pagi",
                                        "Idul Fitri",
                                        "Hari Kemerdekaan 2021",
                                        "abad ke-19",
                                        "1 Syawal 1445 H",
                                        "kuartal ketiga 2023",
                                        "setiap Jumat",
                                        "awal bulan depan",
                                        NULL };
static const char *const LINKS_ID[] = {
    " ",       ", ",        " hingga ",  " - ",    " sampai dengan ",
    " pada ",  " sebelum ", " setelah ", " dan ",  " dari ",
    " sejak ", "/",         " (",        " s.d. ", NULL
};
static const char *const DATES_EN[] = { "Monday",
                                        "last Tuesday",
                                        "June 19, 2024",
                                        "19 June",
                                        "the 3rd of May",
                                        "June",
                                        "late 2023",
                                        "2019",
                                        "the 1990s",
                                        "two weeks",
                                        "three months ago",
                                        "tomorrow",
                                        "tonight",
                                        "2:30 pm",
                                        "half past seven",
                                        "noon",
                                        "Christmas",
                                        "the first Monday",
                                        "the last day",
                                        "the third quarter of 2023",
                                        "every Friday",
                                        "next week",
                                        "an hour and a half",
                                        "5/6/2024",
                                        NULL };
static const char *const LINKS_EN[] = { " ",         ", ",       " to ",    " - ",    " until ",
                                        " at ",      " before ", " after ", " and ",  " of ",
                                        " since ",   "/",        " (",      " from ", " in ",
                                        " through ", NULL };

Test(combined, dates_of_dates_in_indonesian)
{
    lang = "id";
    combine("Pasar itu dibuka", DATES_ID, LINKS_ID, DATES_ID);
    combine("Pasar itu tutup dari", DATES_ID, LINKS_ID, DATES_ID);
}

Test(combined, dates_of_dates_in_english)
{
    lang = "en";
    combine("The market opened", DATES_EN, LINKS_EN, DATES_EN);
    combine("The market is closed from", DATES_EN, LINKS_EN, DATES_EN);
}

static const char *const NUMBERS_ID[] = { "12",
                                          "31.000",
                                          "1,5",
                                          "dua puluh lima",
                                          "seratus ribu",
                                          "setengah",
                                          "satu setengah juta",
                                          "dua pertiga",
                                          "nol koma tujuh lima",
                                          "puluhan",
                                          "10-12",
                                          "antara 3 dan 5",
                                          "3 dari 5",
                                          "ke-7",
                                          "VII",
                                          "1.250,75",
                                          "Rp 3,2 triliun",
                                          "US$ 40 juta",
                                          "sekitar 2,5 ribu",
                                          "2 lusin",
                                          NULL };
static const char *const HEDGES_ID[] = { "lebih dari ",        "hampir ",    "paling sedikit ",
                                         "tidak kurang dari ", "kira-kira ", "hanya ",
                                         "masing-masing ",     "dari ",      "tidak ",
                                         "maksimal ",          "",           NULL };
static const char *const UNITS_ID[] = { " orang tewas",
                                        " persen",
                                        " kilometer per jam",
                                        " rumah rusak",
                                        " hektare sawah",
                                        " tahun",
                                        " ton beras",
                                        " derajat",
                                        " prajurit TNI",
                                        " jam 20 menit",
                                        " poin",
                                        " orang, 3 di antaranya anak",
                                        " kali lipat",
                                        "%",
                                        "-an orang",
                                        " x 4",
                                        " juta dolar AS",
                                        " meter persegi",
                                        " penumpang lebih",
                                        NULL };
static const char *const NUMBERS_EN[] = { "12",
                                          "31,000",
                                          "1.5",
                                          "twenty-five",
                                          "a hundred thousand",
                                          "half a",
                                          "one and a half million",
                                          "two thirds of",
                                          "zero point seven five",
                                          "dozens of",
                                          "10-12",
                                          "between 3 and 5",
                                          "3 out of 5",
                                          "the 7th",
                                          "VII",
                                          "1,250.75",
                                          "$3.2 billion",
                                          "40k",
                                          "about 2.5 thousand",
                                          "a couple of",
                                          "five eighths of",
                                          "two and three quarters",
                                          NULL };
static const char *const HEDGES_EN[] = { "more than ", "nearly ",   "at least ", "no fewer than ",
                                         "roughly ",   "only ",     "some ",     "up to ",
                                         "not ",       "a record ", "",          NULL };
static const char *const UNITS_EN[] = { " people killed",
                                        " percent",
                                        " miles per hour",
                                        " houses damaged",
                                        " acres of rice",
                                        " years old",
                                        " tons",
                                        " degrees Celsius",
                                        " soldiers",
                                        " hours and 20 minutes",
                                        " points",
                                        " people, 3 of them children",
                                        " times",
                                        "%",
                                        "-year-old",
                                        " x 4",
                                        " million dollars",
                                        " square feet",
                                        " or more passengers",
                                        NULL };

Test(combined, hedged_numbers_of_things_in_indonesian)
{
    lang = "id";
    combine("Gempa di Kendal merusak", HEDGES_ID, NUMBERS_ID, UNITS_ID);
    combine("Bupati menyebut", NUMBERS_ID, UNITS_ID, UNITS_ID);
}

Test(combined, hedged_numbers_of_things_in_english)
{
    lang = "en";
    combine("The quake in Kendal left", HEDGES_EN, NUMBERS_EN, UNITS_EN);
    combine("The mayor spoke of", NUMBERS_EN, UNITS_EN, UNITS_EN);
}

static const char *const ACTORS_ID[] = { "Menteri Luar Negeri Rusia Sergey Lavrov",
                                         "Presiden Joko Widodo",
                                         "mantan Wakil Ketua DPR Fahri Hamzah",
                                         "Kepala BMKG Dwikorita",
                                         "Pj. Gubernur Jawa Tengah",
                                         "seorang polisi (34)",
                                         "Jenderal (Purn) Andika Perkasa",
                                         "Sekretaris Daerah Kendal Sugiono dan Camat Boja Ahmad",
                                         "warga",
                                         "dua anggota TNI AL",
                                         "Siti, 12 tahun,",
                                         "PT Garuda Indonesia",
                                         NULL };
static const char *const DEEDS_ID[] = { " menewaskan",
                                        " tewas di",
                                        " diangkat menjadi",
                                        " akan bertemu",
                                        " tidak mengunjungi",
                                        " dikabarkan ditahan oleh",
                                        ", kata juru bicara, menyerahkan 12 kapal kepada",
                                        " membantah telah menggantikan",
                                        " naik dari 12 menjadi 15 persen di",
                                        " mengatakan, \"Kami sudah mengirim 300 ton ke",
                                        " lahir di",
                                        " mundur dari jabatan",
                                        " menang 3-1 atas",
                                        " jika terpilih akan memimpin",
                                        NULL };
static const char *const THINGS_ID[] = { " Menteri Pertahanan",
                                         " Kendal pada Kamis, 27 Juli 2023",
                                         " 5 warga dan melukai 12 orang lainnya",
                                         " Korea Utara, Rusia, dan Cina",
                                         " Panglima TNI Agus Subiyanto pada 2022",
                                         " rumahnya\"",
                                         " Kim Jong Un, yang tiba Rabu (19/6) pukul 14.30 WIB",
                                         " Bupati Kendal Dico Ganinduto (35)",
                                         " Jalan Pemuda nomor 12",
                                         "",
                                         NULL };
static const char *const ACTORS_EN[] = { "Russian Foreign Minister Sergey Lavrov",
                                         "President Joko Widodo",
                                         "former deputy speaker Fahri Hamzah",
                                         "the agency's head, Dwikorita Karnawati,",
                                         "acting governor of Central Java",
                                         "a 34-year-old policeman",
                                         "retired Gen. Andika Perkasa",
                                         "Kendal's mayor and his deputy",
                                         "residents",
                                         "two navy officers",
                                         "Siti, 12,",
                                         "Garuda Indonesia",
                                         NULL };
static const char *const DEEDS_EN[] = { " killed",
                                        " died in",
                                        " was appointed",
                                        " will meet",
                                        " did not visit",
                                        " was reportedly detained by",
                                        ", a spokesman said, handed 12 ships to",
                                        " denied having succeeded",
                                        " rose from 12 to 15 percent in",
                                        " said, \"We have sent 300 tons to",
                                        " was born in",
                                        " resigned as",
                                        " beat 3-1",
                                        ", if elected, would lead",
                                        NULL };
static const char *const THINGS_EN[] = { " defence minister",
                                         " Kendal on Thursday, July 27, 2023",
                                         " 5 residents and injured 12 others",
                                         " North Korea, Russia and China",
                                         " armed forces chief Agus Subiyanto in 2022",
                                         " his house\"",
                                         " Kim Jong Un, who arrived on Wednesday at 2:30 p.m.",
                                         " the regent of Kendal, Dico Ganinduto, 35",
                                         " 12 Pemuda Street",
                                         "",
                                         NULL };

Test(combined, who_did_what_in_indonesian)
{
    lang = "id";
    combine("Di Kendal", ACTORS_ID, DEEDS_ID, THINGS_ID);
    combine("Sementara itu,", ACTORS_ID, DEEDS_ID, THINGS_ID);
}

Test(combined, who_did_what_in_english)
{
    lang = "en";
    combine("In Kendal,", ACTORS_EN, DEEDS_EN, THINGS_EN);
    combine("Meanwhile,", ACTORS_EN, DEEDS_EN, THINGS_EN);
}

static const char *const FIGURES[] = { "1",         "12",        "007",   "1.250", "1,250",
                                       "12,34",     "5/8",       "14.30", "2e5",   "1990",
                                       "1.000.000", "½",         "3 ½",   "100",   "10^6",
                                       "1'000",     "-4",        "(7)",   "3rd",   "VII",
                                       "12,34,567", "1 000 000", NULL };
static const char *const MARKS[] = { " ",  ".",      ",",    "/",     "-",   ":",  "^",
                                     "x",  " x 10^", "e",    "'",     "%",   " k", "m",
                                     "–",  " - ",    "×",    "*10^-", " 1/", "+",  "^-",
                                     "..", " dari ", " of ", " per ", NULL };

Test(combined, figures_and_their_marks)
{
    lang = "id";
    combine("Nilainya", FIGURES, MARKS, FIGURES);
    lang = "en";
    combine("It is", FIGURES, MARKS, FIGURES);
}

static const char *const WORDS_ID[] = { "dua",    "belas",       "puluh",       "ratus",
                                        "seribu", "juta",        "setengah",    "koma",
                                        "per",    "perempat",    "ketiga",      "minus",
                                        "lusin",  "nol",         "sebelas",     "Rp",
                                        "satu",   "empat ratus", "ribu rupiah", NULL };
static const char *const JOINS_ID[] = { " ", "-", " dan ", " koma ", " per ", ", ", NULL };
static const char *const WORDS_EN[] = {
    "two",   "twelve",    "twenty",  "hundred", "a thousand",      "million", "half",
    "point", "a quarter", "eighths", "third",   "minus",           "dozen",   "zero",
    "one",   "a half",    "fifteen", "k",       "billion dollars", NULL
};
static const char *const JOINS_EN[] = { " ", "-", " and ", " point ", " of a ", ", ", " - ", NULL };

Test(combined, numbers_in_words)
{
    lang = "id";
    combine("Nilainya", WORDS_ID, JOINS_ID, WORDS_ID);
    combine("Nilainya dua", WORDS_ID, JOINS_ID, WORDS_ID);
    combine("Nilainya seratus dua puluh", WORDS_ID, JOINS_ID, WORDS_ID);
    lang = "en";
    combine("It is", WORDS_EN, JOINS_EN, WORDS_EN);
    combine("It is two", WORDS_EN, JOINS_EN, WORDS_EN);
    combine("It is five hundred and twenty", WORDS_EN, JOINS_EN, WORDS_EN);
}
