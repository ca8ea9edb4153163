#include "made_page.h"

#include <stdio.h>
#include <string.h>

TestSuite(profile, .init = set_up, .fini = tear_down);

static void expect_str(sls_str s, const char *want, const char *what)
{
    cr_expect(sls_str_eq(s, sls_str_of(want)), "%s is '%.*s', not '%s'", what, SLS_FMT(s), want);
}

/* The zone of the sentence that begins with `words`. */
static const char *zone(const char *words)
{
    return sls_zone_name(document.zone_of[sentence(words)]);
}

static void expect_zone(const char *words, const char *want)
{
    cr_expect_str_eq(zone(words), want, "zone of '%s' is %s", words, zone(words));
}

/* Where the first `words` of what was read stand. */
static sls_location locate(const char *words)
{
    const sls_str want = sls_str_of(words);
    const size_t at = sls_str_find(document.text, want);
    cr_assert_neq(at, SIZE_MAX, "'%s' was not read", words);
    return sls_document_locate(&document, sls_str_slice(document.text, at, at + want.len));
}

static void expect_location(sls_location at, size_t line, size_t start, size_t end)
{
    cr_expect(at.line == line && at.start == start && at.end == end,
              "line %zu, %zu to %zu, not line %zu, %zu to %zu", at.line, at.start, at.end, line,
              start, end);
}

/* What is masked: runs of tokens, "|" between them. */
static void expect_masked(const char *want)
{
    char text[1024] = "";

    for (size_t i = 0; i < document.tokens.count; i++) {
        size_t last = i, len = strlen(text);

        if (!document.masked[i])
            continue;
        while (last + 1 < document.tokens.count && document.masked[last + 1])
            last++;
        snprintf(text + len, sizeof text - len, "%s%.*s", len ? "|" : "",
                 SLS_FMT(sls_token_origin(&document.tokens, i, last)));
        i = last;
    }
    cr_expect_str_eq(text, want);
}

Test(profile, the_language_is_told_by_function_words)
{
    article.lang = (sls_str){ NULL, 0 };
    make("Kapal itu tiba di pelabuhan dan langsung dibongkar oleh para pekerja.");
    cr_expect_eq(document.lang, SLS_LANG_ID);
    make("The ship arrived at the harbour and was unloaded by the workers at once.");
    cr_expect_eq(document.lang, SLS_LANG_EN);
    make("12 34 56");
    cr_expect_eq(document.lang, SLS_LANG_ID, "a tie is Indonesian");
}

Test(profile, what_the_manifest_says_of_the_language_is_not_questioned)
{
    article.lang = SLS_STR("en");
    make("Kapal itu tiba di pelabuhan dan langsung dibongkar oleh para pekerja.");
    cr_expect_eq(document.lang, SLS_LANG_EN);
}

Test(profile, an_english_quotation_in_an_indonesian_article_stays_english)
{
    make("Nakhoda itu berbicara singkat di dermaga.\n"
         "\"We came to this harbour with the hope that it would be open to all of us.\"\n"
         "Film \"The Man of the Sea\" diputar di kota itu dan ditonton oleh banyak warga.\n");
    cr_assert_eq(document.sentences.count, 3);
    cr_expect_eq(document.lang_of[0], SLS_LANG_ID);
    cr_expect_eq(document.lang_of[1], SLS_LANG_EN);
    cr_expect_eq(document.lang_of[2], SLS_LANG_ID, "a title does not change the sentence");
}

Test(profile, a_short_first_line_without_a_stop_is_the_headline)
{
    make("Pelabuhan Baru Dibuka di Teluk Uji\n"
         "Pelabuhan itu dibuka pada Rabu dan langsung melayani tiga kapal.\n");
    expect_zone("Pelabuhan Baru", "headline");
    expect_zone("Pelabuhan itu", "body");
}

Test(profile, a_first_line_that_goes_on_below_is_no_headline)
{
    make("Wali Kota Teluk Uji Budi\nmenyatakan bahwa dermaga itu aman.\nIa meninjaunya kemarin.\n");
    expect_zone("Wali Kota", "body");
    make("Pelabuhan itu dibuka pada Rabu.\nTiga kapal bersandar.\n");
    expect_zone("Pelabuhan itu", "body");
    make("Hanya satu baris tanpa titik di dalam berkas");
    expect_zone("Hanya satu", "body");
}

Test(profile, the_title_is_the_headline_wherever_it_stands_among_the_first_lines)
{
    article.title = SLS_STR("Di Teluk Uji, Dua Kapal Bersandar");
    make("Tautan Akses\n\nDi Teluk Uji, Dua Kapal Bersandar: KABAR\n\nDua kapal bersandar.\n");
    expect_zone("Di Teluk Uji", "headline");
    expect_zone("Dua kapal", "body");
}

Test(profile, a_link_to_another_article_is_boilerplate)
{
    make("Dermaga itu sudah diperiksa dua kali tahun ini.\n"
         "Baca juga: Gempa Kecil Guncang Pulau Uji\n"
         "Pemeriksaan berikutnya dijadwalkan bulan depan.\n");
    expect_zone("Baca juga", "boilerplate");
    expect_zone("Pemeriksaan", "body");
}

Test(profile, a_lone_marker_takes_the_title_below_it)
{
    make("Dermaga itu sudah diperiksa dua kali tahun ini.\n"
         "Baca juga:\n"
         "Gempa Kecil Guncang Pulau Uji\n"
         "Pemeriksaan berikutnya dijadwalkan bulan depan.\n");
    expect_zone("Baca juga", "boilerplate");
    expect_zone("Gempa Kecil", "boilerplate");
    expect_zone("Pemeriksaan", "body");
}

Test(profile, a_lone_marker_does_not_take_a_paragraph_below_it)
{
    make("Dermaga itu sudah diperiksa dua kali tahun ini.\n"
         "Baca juga:\n"
         "Pemeriksaan pertama menemukan retakan kecil pada tiang di sisi barat dermaga. Tiang itu "
         "kemudian diganti oleh kontraktor sebelum kapal besar kembali bersandar di sana.\n");
    expect_zone("Baca juga", "boilerplate");
    expect_zone("Pemeriksaan pertama", "body");
    expect_zone("Tiang itu", "body");
}

Test(profile, a_title_between_two_paragraphs_is_a_link)
{
    make("Dermaga itu diperiksa kemarin.\n"
         "Bupati Teluk Uji Resmikan Tiga Jembatan Baru\n"
         "Hasilnya diumumkan pekan depan.\n"
         "Susunan panitia: Budi Uji; Sari Uji; Tono Uji; Rini Uji\n"
         "Rapat berikutnya digelar Senin.\n");
    expect_zone("Bupati", "boilerplate");
    expect_zone("Susunan", "body");
}

Test(profile, behind_the_comment_form_nothing_is_body)
{
    make("Dermaga itu diperiksa oleh tim dari kota lain selama dua hari penuh pada pekan ini.\n"
         "Hasil pemeriksaan itu baru diumumkan setelah rapat dewan kota di balai pertemuan.\n"
         "Tinggalkan komentar\n"
         "Saya setuju dengan 5 alasan ini.\n"
         "XS\nSM\nMD\nLG\n");
    expect_zone("Hasil pemeriksaan", "body");
    expect_zone("Tinggalkan", "boilerplate");
    expect_zone("Saya setuju", "boilerplate");
    expect_zone("LG", "boilerplate");
}

Test(profile, comments_that_the_article_reports_are_body)
{
    make("Komentar warga itu ditanggapi wali kota dalam rapat kemarin sore.\n"
         "Ia berjanji memeriksa dermaga.\n");
    expect_zone("Komentar warga", "body");
}

Test(profile, signatures_and_tags_at_the_end_are_boilerplate)
{
    make("Dermaga itu diperiksa kemarin.\nHasilnya diumumkan pekan depan.\n"
         "(bud/uji)\npelabuhan uji\npiala kota 2026\nPenghargaan Kota 2025\n");
    expect_zone("Hasilnya", "body");
    expect_zone("(bud", "boilerplate");
    expect_zone("piala kota", "boilerplate");
    expect_zone("Penghargaan", "boilerplate");
}

Test(profile, a_line_that_credits_a_photographer_is_a_caption)
{
    make("Dermaga itu diperiksa kemarin.\n"
         "Wali kota meninjau dermaga baru, Rabu, 19 Juni 2024. (Budi Uji / POOL / AFP)\n"
         "Kapal pertama di dermaga baru (Foto: Dinas Uji)\n"
         "Antrean truk di pintu gerbang Foto: Budi Uji/kabar.com\n"
         "Nelayan menunggu di tepi dermaga (Budi Uji via AP)\n"
         "Pemeriksaan itu selesai sore hari.\n");
    expect_zone("Wali kota", "caption");
    expect_zone("Kapal pertama", "caption");
    expect_zone("Antrean", "caption");
    expect_zone("Nelayan", "caption");
    expect_zone("Pemeriksaan", "body");
}

Test(profile, an_agency_in_brackets_at_the_end_signs_the_article)
{
    make("Dermaga itu diperiksa kemarin.\nPemeriksaan itu selesai sore hari. (Reuters)\n");
    expect_zone("Pemeriksaan", "body");
}

Test(profile, an_agency_in_brackets_within_a_sentence_makes_no_caption)
{
    make("Kabar itu dimuat kantor berita Korea Utara (KCNA).\nDermaga itu diperiksa kemarin.\n"
         "Wali kota meninjau dermaga baru (AFP)\nPemeriksaan itu selesai sore hari.\n");
    expect_zone("Kabar itu", "body");
    expect_zone("Wali kota", "caption");
}

Test(profile, a_caption_said_twice_counts_once)
{
    make("Dermaga itu diperiksa kemarin.\n"
         "Wali kota meninjau dermaga baru, 19 Juni 2024 (Foto: Dinas Uji)\n"
         "Wali kota meninjau dermaga baru, 19 Juni 2024 (Foto: Dinas Uji)\n"
         "Pemeriksaan itu selesai sore hari.\n");
    cr_assert_eq(document.sentences.count, 4);
    cr_expect_eq(document.zone_of[1], SLS_ZONE_CAPTION);
    cr_expect_eq(document.zone_of[2], SLS_ZONE_BOILERPLATE);
}

Test(profile, an_image_label_glued_to_its_caption_is_masked)
{
    make("Dermaga itu diperiksa kemarin.\n"
         "Pelabuhan Dibuka - \xe1\xba\xa3nh 1Wali kota meninjau dermaga\n"
         "Pemeriksaan itu selesai sore hari.\n");
    expect_masked("- \xe1\xba\xa3nh 1");
    expect_zone("Pelabuhan Dibuka", "caption");
}

Test(profile, a_numbered_list_of_sources_is_a_reference_list_in_its_own_language)
{
    make("Perjanjian itu ditandatangani di kota lain dua tahun sebelumnya.[1] Isinya baru "
         "diumumkan kemudian oleh kedua pihak.[2]\n"
         "Para nelayan menyambutnya.\n"
         "[1] Harbour Daily. (2023, July 27). The treaty and what it means for the ports of the "
         "bay. https://uji.example/2023/14\n"
         "[2] Ibid.\n"
         "[3] Budi Uji. (2024, May 7). A new look at the rules of the sea.\n");
    expect_zone("Para nelayan", "body");
    expect_zone("[1] Harbour", "reference");
    expect_zone("[2] Ibid", "reference");
    expect_zone("(2024, May 7)", "reference");
    cr_expect_eq(document.lang_of[document.sentences.count - 1], SLS_LANG_EN);
    cr_expect_eq(document.lang_of[0], SLS_LANG_ID);
}

Test(profile, a_numbered_list_that_cites_nothing_is_body)
{
    make("Ada tiga syarat yang harus dipenuhi oleh setiap kapal.\n"
         "1. Surat izin (2024) dari pelabuhan asal.\n2. Daftar awak.\n3. Asuransi.\n");
    expect_zone("1. Surat izin", "body");
    expect_zone("2. Daftar awak", "body");
}

Test(profile, reference_marks_are_masked_but_a_bracketed_date_is_not)
{
    make("Perjanjian itu[4] berlaku sejak 1961,[12][13] kata dia [9 dan 11 November] pada [2024].");
    expect_masked("[4]|[12][13]");
}

Test(profile, links_addresses_and_tags_are_masked)
{
    make("Lihat https://uji.example/2023/14?x=1#a2, www.uji5.id/9. Tulis ke redaksi7@uji.co.id "
         "atau @kabar_2024, #2024Ganti; ia peringkat #1 di kabar6.com.");
    expect_masked("https://uji.example/2023/14?x=1#a2|www.uji5.id/9|redaksi7@uji.co.id|@kabar_2024|"
                  "#2024Ganti|kabar6.com");
}

Test(profile, a_stop_between_two_sentences_makes_no_domain)
{
    make("Ia pergi pada 2019.Co adalah rumus kimia. Selesai.Id lain dipakai 3 kali.");
    expect_masked("");
}

Test(profile, telephone_numbers_are_masked_and_amounts_are_not)
{
    make("Hubungi 0811-9787-670, (021) 555 0101 atau +62 812-9009-3636, telepon 1500-701. "
         "Biayanya 25 000 000 000 rupiah, naik dari 1.000-2.000 pada 2019.");
    expect_masked("0811-9787-670|021) 555 0101|+62 812-9009-3636|1500-701");
}

Test(profile, a_link_in_the_midst_of_a_line_is_masked_with_its_title)
{
    make("Dermaga itu diperiksa. Baca juga: Bupati Uji Resmikan Tiga Jembatan Baru di Teluk Uji "
         "setelah itu rapat digelar.");
    expect_masked("Baca juga: Bupati Uji Resmikan Tiga Jembatan Baru di Teluk Uji setelah itu");
    make("Dermaga itu diperiksa. Baca juga: Bupati Uji meresmikan tiga jembatan.");
    expect_masked("Baca juga:");
}

Test(profile, a_dateline_names_outlet_and_agency_and_makes_no_claims)
{
    make("KOMPAS.com - Dermaga itu dibuka kemarin.");
    expect_str(document.source, "Kompas", "source");
    expect_masked("KOMPAS.com -");
    make("JAKARTA, KOMPAS.com \xe2\x80\x94 Dermaga itu dibuka kemarin.");
    expect_str(document.source, "Kompas", "source");
    make("Jakarta (ANTARA) - Dermaga itu dibuka kemarin.");
    expect_str(document.source, "", "source");
    expect_str(document.credit, "Antara", "credit");
    make("SEOUL, Sept 3 (Reuters) - Dermaga itu dibuka kemarin.");
    expect_str(document.credit, "Reuters", "credit");
    expect_masked("SEOUL,|(Reuters) -");
}

Test(profile, a_domain_that_nobody_knows_is_an_outlet_too)
{
    make("KABARUJI.CO.ID, TELUK UJI -- Dermaga itu dibuka kemarin.");
    expect_str(document.source, "KABARUJI.CO.ID", "source");
    make("KABARUJI.COM-Dermaga itu dibuka kemarin.");
    expect_str(document.source, "KABARUJI.COM", "source");
}

Test(profile, the_manifest_outranks_a_dateline)
{
    article.source = SLS_STR("Kabar Uji");
    article.credit = SLS_STR("Kantor Uji");
    make("JAKARTA, KOMPAS.com (ANTARA) - Dermaga itu dibuka kemarin.");
    expect_str(document.source, "Kabar Uji", "source");
    expect_str(document.credit, "Kantor Uji", "credit");
}

Test(profile, a_dash_between_two_things_is_no_dateline)
{
    make("Kapal Uji - milik nelayan - bersandar di dermaga.");
    expect_masked("");
    make("antara dua pulau - begitu kata nelayan - laut dalam.");
    expect_str(document.credit, "", "credit");
}

Test(profile, a_last_line_that_is_an_agency_credits_it)
{
    make("Dermaga itu diperiksa kemarin.\nHasilnya diumumkan pekan depan.\nREUTERS\n");
    expect_str(document.credit, "Reuters", "credit");
    expect_zone("REUTERS", "boilerplate");
    make("Dermaga itu diperiksa kemarin.\nHasilnya diumumkan pekan depan.\nSumber : Antara\n");
    expect_str(document.credit, "Antara", "credit");
    expect_str(document.source, "", "source");
}

Test(profile, a_line_that_is_only_a_date_dates_the_article)
{
    static const char *const stamps[][2] = {
        { "Selasa, 10 September 2019 14:05 WIB", "2019-09-10T14:05+07:00" },
        { "Published: 2024-06-19", "2024-06-19" },
        { "Dipublikasikan 19 Juni 2024, 08.00 WITA", "2024-06-19T08:00+08:00" },
        { "Kompas.com - 20/06/2024, 07:15", "2024-06-20T07:15" },
        { "20/06/2024", "2024-06-20" },
        { "June 19, 2024", "2024-06-19" },
        { "19 Jun. 2024 | 23:59:58", "2024-06-19T23:59" },
    };
    char text[256];

    for (size_t i = 0; i < sizeof stamps / sizeof *stamps; i++) {
        snprintf(text, sizeof text, "%s\nDermaga itu diperiksa kemarin oleh tim.\n", stamps[i][0]);
        make(text);
        expect_str(document.published, stamps[i][1], stamps[i][0]);
        cr_expect_eq(document.zone_of[0], SLS_ZONE_BOILERPLATE);
        cr_expect_neq(document.published_at.grain, SLS_GRAIN_NONE);
    }
}

Test(profile, a_date_with_anything_beside_it_dates_nothing)
{
    static const char *const lines[] = {
        "Rapat pada 19 Juni 2024",
        "Rabu, 18 Juni 2024",
        "31 Juni 2024",
        "19 Juni",
        "14:05 WIB",
        "19 Juni 2024 dan 20 Juni 2024",
        "2024",
    };
    char text[256];

    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        snprintf(text, sizeof text, "%s\nDermaga itu diperiksa kemarin oleh tim.\n", lines[i]);
        make(text);
        expect_str(document.published, "", lines[i]);
        cr_expect_eq(document.published_at.grain, SLS_GRAIN_NONE);
    }
}

Test(profile, dates_that_head_a_calendar_do_not_date_the_article)
{
    make("Dermaga itu menerima kapal besar pada tiga hari pekan depan, kata kepala pelabuhan Teluk "
         "Uji dalam rapat dengan dewan kota kemarin sore di balai.\n"
         "19 Juni 2024\nKapal pertama tiba.\n20 Juni 2024\nKapal kedua tiba.\n");
    expect_str(document.published, "", "published");
}

Test(profile, the_date_of_the_manifest_is_read)
{
    article.published = SLS_STR("2024-06");
    make("20/06/2024\nDermaga itu diperiksa kemarin oleh tim.\n");
    expect_str(document.published, "2024-06", "published");
    cr_expect_eq(document.published_at.grain, SLS_GRAIN_MONTH);
}

Test(profile, lines_are_those_of_the_file)
{
    article.line = 6;
    make("Satu.\n\nDua.\nTiga.");
    cr_expect_eq(locate("Satu").line, 6);
    cr_expect_eq(locate(".\n\nDua").line, 6);
    cr_expect_eq(locate("\nDua").line, 7);
    cr_expect_eq(locate("Dua").line, 8);
    cr_expect_eq(locate(".").line, 6);
    cr_expect_eq(locate("Tiga").line, 9);
}

Test(profile, a_title_apart_from_the_text_is_a_headline_with_places_of_its_own)
{
    article.title = SLS_STR("12 Rumah\ndi Demak Terendam");
    article.line = 3;
    article.offset = 40;
    make("DEMAK - Air naik.\nWarga mengungsi.\n");
    expect_zone("12 Rumah", "headline");
    expect_zone("Warga", "body");
    cr_expect_eq(document.titled, 1);
    expect_location(locate("Rumah"), 0, 79, 84);
    expect_location(locate("Warga"), 4, 58, 63);
    article.title_line = 2;
    article.title_at = 11;
    make("DEMAK - Air naik.\nWarga mengungsi.\n");
    expect_location(locate("Rumah"), 2, 14, 19);
}

Test(profile, the_way_back_from_a_place_ends_where_text_and_title_do)
{
    article.title = SLS_STR("12 Rumah Terendam");
    article.line = 3;
    article.offset = 40;
    make("Air naik.");
    cr_expect_eq(sls_document_find(&document, (sls_location){ 0, 53, 58 }), 3);
    cr_expect_eq(sls_document_find(&document, (sls_location){ 3, 40, 43 }), 18);
    cr_expect_eq(sls_document_find(&document, (sls_location){ 3, 39, 43 }), SIZE_MAX);
    cr_expect_eq(sls_document_find(&document, (sls_location){ 3, 49, 50 }), SIZE_MAX);
    cr_expect_eq(sls_document_find(&document, (sls_location){ 0, 68, 69 }), SIZE_MAX);
    article.title = (sls_str){ 0 };
    make("Air naik.");
    cr_expect_eq(sls_document_find(&document, (sls_location){ 0, 53, 58 }), SIZE_MAX);
}

Test(profile, a_title_that_the_text_begins_with_is_read_once)
{
    static const char *const titles[] = { "12 Rumah di Demak Terendam Banjir",
                                          "12 RUMAH DI DEMAK, TERENDAM BANJIR | Kabar Uji",
                                          "12 rumah di Demak terendam" };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        article.title = sls_str_of(titles[i]);
        make("Kabar Daerah\n\n12 Rumah di Demak Terendam Banjir\nAir naik sejak pagi.\n");
        cr_expect_eq(document.titled, 0, "%s", titles[i]);
        expect_zone("12 Rumah", "headline");
    }
    article.title = SLS_STR("12 Rumah di Demak Terendam Banjir, 300 Warga Mengungsi ke Balai Desa");
    make("12 Rumah di Demak Terendam Banjir\nAir naik sejak pagi.\n");
    cr_expect_eq(document.titled, 1, "it says more than the text's headline");
    article.title = SLS_STR("13 Rumah di Demak Terendam Banjir");
    make("12 Rumah di Demak Terendam Banjir\nAir naik sejak pagi.\n");
    cr_expect_eq(document.titled, 1, "it says something else");
    expect_zone("12 Rumah", "headline");
}

Test(profile, what_is_no_headline_is_not_read_as_one)
{
    char longest[600];
    memset(longest, 'a', sizeof longest);
    const sls_str titles[] = {
        SLS_S(""), SLS_S(" - "), SLS_S("12 Rumah \xFF Terendam"), { longest, sizeof longest }
    };
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++) {
        article.title = titles[i];
        make("Air naik sejak pagi.\n");
        cr_expect_eq(document.titled, 0, "title %zu", i);
    }
}

Test(profile, abbreviations_end_no_sentence)
{
    make("Menurut Dr. Budi Uji, S.Pd. dari Jl. Teluk No. 5, dermaga itu aman. Ia yakin.");
    cr_expect_eq(document.sentences.count, 2);
}

Test(profile, odd_texts_are_read_to_their_end)
{
    static const char *const texts[] = {
        "\xe2\x80\x8b", "...",       "[",          "[[[[]]]]((((",
        "(Foto:",       "@",         "#",          "://",
        "www.",         "a.com",     "Baca juga:", "-",
        "+62",          "[1](",      "[1,2,",      ":\n:\n:\n:\n:\n:",
        "Foto:\n",      "- foto 1",  "(AFP)",      "12:",
        "Komentar",     "Jakarta -", "1.\n2.\n3.", "\"",
        "(\n(\n(\n(",   "Reuters",   "Published:", "[a](1",
        "1/2/",         "Sumber:",
    };

    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        make(texts[i]);
        cr_expect_geq(document.line_count, 1);
    }
}

/* Each would cost the square of its length if anything looked back or ahead without a bound. */
Test(profile, long_runs_of_one_thing_are_read_in_time, .timeout = 20)
{
    static const char *const pieces[] = {
        "a.com-",      "[",  "(",   "baca juga: di ke ", "a@",  "://", "1-2-",       "Foto: (\n",
        "[1] (2024\n", "- ", "\n-", "Jakarta, ",         "#a_", "A. ", "(AFP) \"\n", "0812-",
    };
    enum { BYTES = 400000 };
    char *text = sls_arena_alloc(arena, BYTES + 64);

    cr_assert(text != NULL);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        sls_arena *scratch = sls_arena_new(0);
        size_t len = 0;

        while (len < BYTES) {
            memcpy(text + len, pieces[i], strlen(pieces[i]));
            len += strlen(pieces[i]);
        }
        article.text = (sls_str){ text, len };
        cr_expect_eq(sls_document_make(&article, scratch, &document), SLS_OK, "%s", pieces[i]);
        sls_arena_free(scratch);
    }
}

Test(profile, memory_that_runs_out_is_a_status)
{
    sls_status status = SLS_ENOMEM;
    size_t failures = 0;

    article.title = SLS_STR("Dua Kapal Bersandar");
    article.text = SLS_STR("Dua Kapal Bersandar\n20/06/2024, 07:15\nKOMPAS.com - Dua kapal tiba "
                           "dan langsung dibongkar.\nBaca juga:\nGempa Kecil Guncang Pulau\n");
    for (size_t limit = 1; status == SLS_ENOMEM; limit += 64) {
        sls_arena *small = sls_arena_new(limit);

        cr_assert(small != NULL);
        status = sls_document_make(&article, small, &document);
        failures += status == SLS_ENOMEM;
        sls_arena_free(small);
    }
    cr_expect_eq(status, SLS_OK);
    cr_expect_gt(failures, 5);
}
