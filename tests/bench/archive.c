/*
 * archive.c - a made archive of articles, the same for the same COUNT and SEED on every machine.
 *
 *     archive COUNT SEED DIR
 *
 * Writes DIR/articles/NNNN.jsonl, 1,000 articles a file in the order of days, and DIR/planted.csv.
 * Happenings (quakes, floods, crashes, budgets, visits ...) are told by one to five outlets in
 * Indonesian and in English, in sentences drawn from several for each fact. What a happening's
 * outlets say of it is the same everywhere, but for one in PLANTED of those that several tell of:
 * there one outlet has another value of one fact, and planted.csv names the happening, that
 * article, the fact and both values. A kind of happening comes to a town again after REST days at
 * the earliest, so that what is told of two of them cannot be taken for one.
 */
#include "made.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
    PER_FILE = 1000,
    PER_DAY = 50, /* articles */
    REST = 20,    /* days */
    PLANTED = 50, /* one happening in so many, of those that several tell of */
    OUTLETS = 5,  /* of one happening, at most */
    FACTS = 3,
    FILLERS = 8,
    FIRST_DAY = 19000 /* 2022-01-08 */
};

static const char *const towns[] = {
    "Cianjur",    "Garut",       "Sukabumi",  "Tasikmalaya",   "Cirebon",     "Tegal",
    "Pekalongan", "Semarang",    "Kudus",     "Jepara",        "Rembang",     "Tuban",
    "Lamongan",   "Gresik",      "Surabaya",  "Malang",        "Kediri",      "Blitar",
    "Jember",     "Banyuwangi",  "Denpasar",  "Mataram",       "Bima",        "Kupang",
    "Ende",       "Maumere",     "Ambon",     "Ternate",       "Manado",      "Gorontalo",
    "Palu",       "Poso",        "Kendari",   "Makassar",      "Parepare",    "Palopo",
    "Balikpapan", "Samarinda",   "Bontang",   "Tarakan",       "Banjarmasin", "Palangkaraya",
    "Pontianak",  "Singkawang",  "Batam",     "Tanjungpinang", "Pekanbaru",   "Dumai",
    "Padang",     "Bukittinggi", "Medan",     "Binjai",        "Sibolga",     "Lhokseumawe",
    "Langsa",     "Jambi",       "Palembang", "Bengkulu",      "Lampung",     "Serang",
    "Bogor",      "Depok",       "Bekasi",    "Bandung",       "Jayapura",    "Sorong",
    "Merauke",    "Manokwari",   "Magelang",  "Salatiga",      "Purwokerto",  "Cilacap",
    "Kebumen",    "Klaten",      "Madiun",    "Ponorogo",      "Pacitan",     "Probolinggo",
    "Pasuruan",   "Sumenep"
};
static const char *const outlets[] = { "Kabar Nusa",       "Warta Harian",  "Pos Utara",
                                       "Suara Kota",       "Island Herald", "Straits Courier",
                                       "Java Dispatch",    "Berita Pagi",   "Harian Timur",
                                       "Archipelago Times" };
static const char *const months[2][12] = {
    { "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September",
      "Oktober", "November", "Desember" },
    { "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December" }
};
static const char *const weekdays[2][7] = {
    { "Kamis", "Jumat", "Sabtu", "Minggu", "Senin", "Selasa", "Rabu" }, /* 1970-01-01 on */
    { "Thursday", "Friday", "Saturday", "Sunday", "Monday", "Tuesday", "Wednesday" }
};

/* @ is district and town, # the value, $ the day. */
typedef struct {
    unsigned from, to; /* of its value */
    const char *told[2][3];
} fact;

typedef struct {
    const char *about[2]; /* before its facts */
    const char *lead[2][2];
    fact facts[FACTS];
} sort;

static const sort sorts[] = {
    { { "Dalam gempa di @,", "In the earthquake in @," },
      { { "Gempa bumi mengguncang @ pada $.",
          "Warga @ berhamburan keluar rumah saat gempa bumi terjadi pada $." },
        { "An earthquake shook @ on $.",
          "Residents of @ ran into the streets when an earthquake hit on $." } },
      { { 11,
          400,
          { { "gempa itu menewaskan # orang.", "sebanyak # orang tewas akibat gempa di @.",
              "korban meninggal akibat gempa mencapai # orang." },
            { "the earthquake killed # people.", "# people died in the @ earthquake.",
              "the quake's death toll reached #." } } },
        { 410,
          900,
          { { "gempa itu melukai # orang.", "korban luka tercatat # orang.",
              "sebanyak # warga terluka dan dirawat." },
            { "# people were injured.", "the quake injured # people.",
              "hospitals treated # injured people." } } },
        { 1000,
          9000,
          { { "sebanyak # rumah rusak.", "gempa merusak # rumah.",
              "pemerintah daerah mencatat # rumah rusak." },
            { "# houses were damaged.", "the quake damaged # houses.",
              "local officials counted # damaged houses." } } } } },
    { { "Dalam banjir di @,", "In the flood in @," },
      { { "Banjir melanda @ pada $.", "Sungai meluap dan merendam @ pada $." },
        { "Floods swept through @ on $.", "A river burst its banks and flooded @ on $." } },
      { { 11,
          90,
          { { "banjir itu menewaskan # orang.", "sebanyak # orang tewas akibat banjir di @.",
              "korban tewas akibat banjir mencapai # orang." },
            { "the flood killed # people.", "# people died in the flood in @.",
              "the flood left # people dead." } } },
        { 1000,
          9000,
          { { "sebanyak # warga mengungsi.", "jumlah pengungsi mencapai # orang.",
              "petugas mengevakuasi # warga." },
            { "# residents were evacuated.", "rescuers evacuated # people.",
              "officers moved # residents to shelters." } } },
        { 100,
          900,
          { { "sebanyak # rumah terendam.", "air merendam # rumah.",
              "tercatat # rumah terendam banjir." },
            { "# houses were inundated.", "water inundated # houses.",
              "the flood submerged # houses." } } } } },
    { { "Dalam kebakaran pasar di @,", "In the market fire in @," },
      { { "Kebakaran melanda pasar di @ pada $.", "Api melalap pasar induk @ pada $." },
        { "A fire broke out at a market in @ on $.",
          "Fire tore through the main market of @ on $." } },
      { { 100,
          900,
          { { "sebanyak # kios terbakar.", "api menghanguskan # kios.",
              "tercatat # kios ludes terbakar." },
            { "# stalls were burned.", "the fire destroyed # stalls.",
              "flames burned down # stalls." } } },
        { 11,
          60,
          { { "sebanyak # mobil pemadam dikerahkan.", "petugas mengerahkan # mobil pemadam.",
              "api dipadamkan oleh # mobil pemadam." },
            { "# fire trucks were deployed.", "officials sent # fire trucks.",
              "it took # fire trucks to put out the flames." } } },
        { 2,
          90,
          { { "kerugian mencapai Rp # miliar.", "kerugian ditaksir Rp # miliar.",
              "pengelola menaksir kerugian Rp # miliar." },
            { "losses reached Rp # billion.", "the losses amounted to Rp # billion.",
              "losses were put at Rp # billion." } } } } },
    { { "Dalam kecelakaan bus di @,", "In the bus crash in @," },
      { { "Sebuah bus terguling di @ pada $.", "Kecelakaan bus terjadi di @ pada $." },
        { "A bus overturned in @ on $.", "A bus crash happened in @ on $." } },
      { { 11,
          40,
          { { "kecelakaan itu menewaskan # orang.",
              "sebanyak # penumpang tewas dalam kecelakaan di @.",
              "korban tewas kecelakaan bus mencapai # orang." },
            { "the crash killed # people.", "# passengers died in the crash in @.",
              "the bus crash left # people dead." } } },
        { 41,
          70,
          { { "bus itu membawa # penumpang.", "bus tersebut mengangkut # penumpang.",
              "di dalam bus ada # penumpang." },
            { "the bus was carrying # passengers.", "there were # passengers on the bus.",
              "the bus carried # passengers." } } },
        { 12,
          30,
          { { "sebanyak # orang terluka.", "korban luka berjumlah # orang.",
              "kecelakaan itu melukai # orang." },
            { "# people were injured.", "the crash injured # people.",
              "# others were hurt." } } } } },
    { { "Untuk jembatan di @,", "For the bridge in @," },
      { { "Pemerintah kota @ memulai pembangunan jembatan pada $.",
          "Pembangunan jembatan di @ dimulai pada $." },
        { "The city of @ began building a bridge on $.",
          "Construction of a bridge in @ began on $." } },
      { { 20,
          900,
          { { "anggaran proyek itu Rp # miliar.", "pembangunan jembatan menelan biaya Rp # miliar.",
              "nilai kontrak jembatan Rp # miliar." },
            { "the project's budget is Rp # billion.", "the bridge costs Rp # billion.",
              "the contract for the bridge is worth Rp # billion." } } },
        { 100,
          900,
          { { "panjang jembatan # meter.", "jembatan itu sepanjang # meter.",
              "jembatan dirancang sepanjang # meter." },
            { "the bridge is # meters long.", "the bridge will be # meters long.",
              "it will be # meters long." } } },
        { 1000,
          3000,
          { { "proyek itu menyerap # pekerja.", "sebanyak # pekerja dilibatkan.",
              "kontraktor mempekerjakan # pekerja." },
            { "the project employs # workers.", "# workers are involved.",
              "the contractor hired # workers." } } } } },
    { { "Dalam penggerebekan di @,", "In the drug raid in @," },
      { { "Polisi menggerebek gudang narkoba di @ pada $.",
          "Polisi membongkar jaringan narkoba di @ pada $." },
        { "Police raided a drug warehouse in @ on $.", "Police broke up a drug ring in @ on $." } },
      { { 20,
          900,
          { { "polisi menyita # kilogram sabu.", "barang bukti sabu seberat # kilogram disita.",
              "petugas mengamankan # kilogram sabu." },
            { "police seized # kilograms of methamphetamine.",
              "officers confiscated # kilograms of methamphetamine.",
              "the haul was # kilograms of methamphetamine." } } },
        { 11,
          40,
          { { "polisi menangkap # orang.", "sebanyak # tersangka ditangkap.",
              "petugas meringkus # tersangka." },
            { "police arrested # people.", "# suspects were arrested.",
              "officers detained # suspects." } } },
        { 2,
          90,
          { { "nilai barang itu Rp # miliar.", "nilai sabu itu ditaksir Rp # miliar.",
              "Sabu tersebut bernilai Rp # miliar." },
            { "the drugs are worth Rp # billion.", "the haul was valued at Rp # billion.",
              "the methamphetamine is worth Rp # billion." } } } } },
    { { "Dalam unjuk rasa di @,", "At the workers' rally in @," },
      { { "Buruh berunjuk rasa di @ pada $.", "Unjuk rasa buruh digelar di @ pada $." },
        { "Workers held a rally in @ on $.", "A labor protest took place in @ on $." } },
      { { 1000,
          9000,
          { { "unjuk rasa diikuti # buruh.", "sebanyak # buruh ikut berunjuk rasa.",
              "peserta unjuk rasa mencapai # orang." },
            { "# workers joined the rally.", "the protest drew # workers.",
              "# workers took part." } } },
        { 100,
          900,
          { { "polisi mengerahkan # personel.", "sebanyak # polisi berjaga.",
              "pengamanan melibatkan # personel polisi." },
            { "police deployed # officers.", "# police officers stood guard.",
              "the police sent # officers." } } },
        { 11,
          40,
          { { "sebanyak # pengunjuk rasa ditangkap.", "polisi menangkap # pengunjuk rasa.",
              "petugas menahan # pengunjuk rasa." },
            { "# protesters were arrested.", "police arrested # protesters.",
              "officers detained # protesters." } } } } },
    { { "Dalam karamnya feri di @,", "In the ferry accident near @," },
      { { "Kapal feri tenggelam di perairan @ pada $.", "Sebuah feri karam di dekat @ pada $." },
        { "A ferry sank in waters off @ on $.", "A ferry went down near @ on $." } },
      { { 200,
          400,
          { { "kapal itu membawa # penumpang.", "feri tersebut mengangkut # penumpang.",
              "manifes mencatat # penumpang." },
            { "the ferry was carrying # passengers.", "there were # passengers on the ferry.",
              "the manifest listed # passengers." } } },
        { 11,
          90,
          { { "sebanyak # orang tewas.", "tenggelamnya kapal menewaskan # orang.",
              "korban tewas mencapai # orang." },
            { "# people died.", "the sinking killed # people.", "the death toll reached #." } } },
        { 100,
          190,
          { { "tim SAR menyelamatkan # penumpang.", "sebanyak # penumpang selamat.",
              "penumpang yang selamat berjumlah # orang." },
            { "rescuers saved # passengers.", "# passengers survived.",
              "# passengers were rescued." } } } } }
};
enum { SORTS = sizeof sorts / sizeof *sorts, TOWNS = sizeof towns / sizeof *towns };

static const char *const fillers[2][FILLERS] = {
    { "Warga diminta tetap tenang.", "Petugas masih bekerja di lapangan hingga malam.",
      "Keterangan itu disampaikan kepada wartawan di lokasi.",
      "Lalu lintas di sekitar lokasi sempat macet.",
      "Pemerintah setempat berjanji memberikan bantuan.", "Sejumlah pejabat meninjau lokasi.",
      "Belum ada keterangan lebih lanjut dari pihak berwenang.",
      "Warga sekitar ikut membantu petugas." },
    { "Residents were asked to stay calm.", "Crews were still working at the site at nightfall.",
      "The information was given to reporters at the scene.", "Traffic around the area was heavy.",
      "The local government promised to help.", "Several officials visited the site.",
      "The authorities gave no further details.", "Neighbors lent the crews a hand." }
};

typedef struct {
    unsigned sort, town;
    char district[16];
    long day;
    unsigned values[FACTS];
} happening;

typedef struct {
    made_source random;
    char folder[512];
    FILE *file, *planted;
    unsigned long articles, most, happenings;
    long free_from[SORTS][TOWNS]; /* day */
} archive;

/* Hinnant's days_from_civil, backwards. */
static void civil(long day, int *y, int *m, int *d)
{
    const long z = day + 719468, era = z / 146097, doe = z - era * 146097;
    const long yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
    const long doy = doe - (365 * yoe + yoe / 4 - yoe / 100), mp = (5 * doy + 2) / 153;
    *d = (int)(doy - (153 * mp + 2) / 5 + 1);
    *m = (int)(mp < 10 ? mp + 3 : mp - 9);
    *y = (int)(yoe + era * 400 + (*m <= 2));
}

static void put_day(FILE *out, long day, bool english, unsigned form)
{
    int y, m, d;
    const char *const weekday = weekdays[english][day % 7];
    civil(day, &y, &m, &d);
    if (english && form % 2)
        fprintf(out, "%s, %s %d, %d", weekday, months[1][m - 1], d, y);
    else if (english)
        fprintf(out, "%d %s %d", d, months[1][m - 1], y);
    else if (form % 2)
        fprintf(out, "%s (%d/%d/%d)", weekday, d, m, y);
    else
        fprintf(out, "%d %s %d", d, months[0][m - 1], y);
}

static void put_value(FILE *out, unsigned value, bool english)
{
    if (value >= 1000)
        fprintf(out, "%u%c%03u", value / 1000, english ? ',' : '.', value % 1000);
    else
        fprintf(out, "%u", value);
}

/* Four syllables, as in Maredusi. */
static void draw_district(made_source *r, char out[16])
{
    static const char *const syllables[] = { "ma", "re", "du", "si", "ka", "lo", "pa", "ti", "nu",
                                             "sa", "be", "ra", "gu", "wi", "to", "la", "ne", "da" };
    const unsigned count = sizeof syllables / sizeof *syllables;
    snprintf(out, 16, "%s%s%s%s", syllables[made_below(r, count)], syllables[made_below(r, count)],
             syllables[made_below(r, count)], syllables[made_below(r, count)]);
    out[0] = (char)(out[0] - 'a' + 'A');
}

static void put_sentence(archive *a, const happening *h, const char *told, bool english,
                         unsigned value)
{
    for (const char *c = told; *c; c++) {
        if (*c == '@')
            fprintf(a->file, "%s, %s", h->district, towns[h->town]);
        else if (*c == '#')
            put_value(a->file, value, english);
        else if (*c == '$')
            put_day(a->file, h->day, english, made_below(&a->random, 2));
        else
            fputc(*c, a->file);
    }
    fputc(' ', a->file);
}

static void open_file(archive *a)
{
    char path[600];
    if (a->file)
        fclose(a->file);
    snprintf(path, sizeof path, "%s/articles/%04lu.jsonl", a->folder, a->articles / PER_FILE);
    a->file = fopen(path, "w");
    if (!a->file) {
        perror(path);
        exit(2);
    }
}

/* An article; `odd`: the fact of which it has the other value, or FACTS. */
static void put_article(archive *a, const happening *h, unsigned outlet, unsigned odd,
                        unsigned value)
{
    made_source *const r = &a->random;
    const bool english = made_below(r, 3) == 0;
    const sort *const s = &sorts[h->sort];
    int y, m, d;
    if (a->articles % PER_FILE == 0)
        open_file(a);
    civil(h->day, &y, &m, &d);
    fprintf(a->file,
            "{\"id\":\"a%06lu\",\"source\":\"%s\",\"published\":\"%04d-%02d-%02d\",\"lang\":\"%s\","
            "\"text\":\"",
            a->articles++, outlets[outlet], y, m, d, english ? "en" : "id");
    put_sentence(a, h, s->lead[english][made_below(r, 2)], english, 0);
    for (unsigned i = 0; i < FACTS; i++) {
        put_sentence(a, h, s->about[english], english, 0);
        put_sentence(a, h, s->facts[i].told[english][made_below(r, 3)], english,
                     i == odd ? value : h->values[i]);
        for (unsigned n = made_below(r, 3); n > 0; n--)
            put_sentence(a, h, fillers[english][made_below(r, FILLERS)], english, 0);
    }
    fputs("\"}\n", a->file);
}

/* A value that no reading takes for the other: larger by a third, or twice it. */
static unsigned other_value(made_source *r, unsigned value)
{
    return made_below(r, 2) ? value * 2 + 1 : value + value / 3 + 3;
}

static void put_happening(archive *a, const happening *h)
{
    made_source *const r = &a->random;
    const unsigned tellers = 1 + made_below(r, OUTLETS), first = made_below(r, 10);
    const bool planted = tellers > 1 && made_below(r, PLANTED) == 0;
    const unsigned teller = planted ? made_below(r, tellers) : tellers, odd = made_below(r, FACTS);
    const unsigned value = other_value(r, h->values[odd]);
    const unsigned long begin = a->articles;
    for (unsigned i = 0; i < tellers && a->articles < a->most; i++)
        put_article(a, h, (first + i) % 10, i == teller ? odd : FACTS, value);
    if (planted && a->articles - begin == tellers)
        fprintf(a->planted, "%lu,a%06lu,a%06lu,a%06lu,%u,%u\n", a->happenings, begin + teller,
                begin, a->articles - 1, h->values[odd], value);
    a->happenings++;
}

static bool draw(archive *a, happening *h)
{
    made_source *const r = &a->random;
    h->sort = made_below(r, SORTS);
    h->town = made_below(r, TOWNS);
    draw_district(r, h->district);
    if (a->free_from[h->sort][h->town] > h->day)
        return false;
    a->free_from[h->sort][h->town] = h->day + REST;
    for (unsigned i = 0; i < FACTS; i++) {
        const fact *const f = &sorts[h->sort].facts[i];
        h->values[i] = f->from + made_below(r, f->to - f->from);
    }
    return true;
}

int main(int argc, char **argv)
{
    static archive a;
    char path[600];
    if (argc != 4) {
        fputs("usage: archive COUNT SEED DIR\n", stderr);
        return 2;
    }
    a.most = strtoul(argv[1], NULL, 10);
    a.random.state = strtoull(argv[2], NULL, 10);
    snprintf(a.folder, sizeof a.folder, "%s", argv[3]);
    snprintf(path, sizeof path, "%s/planted.csv", a.folder);
    a.planted = fopen(path, "w");
    if (!a.planted) {
        perror(path);
        return 2;
    }
    fputs("happening,article,first,last,value,other\n", a.planted);
    while (a.articles < a.most) {
        happening h = { .day = FIRST_DAY + (long)(a.articles / PER_DAY) };
        if (draw(&a, &h))
            put_happening(&a, &h);
    }
    if (a.file)
        fclose(a.file);
    return fclose(a.planted) == 0 ? 0 : 2;
}
