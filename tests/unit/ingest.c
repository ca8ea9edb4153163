#include "made_files.h"

#include <fcntl.h>

TestSuite(ingest, .init = set_up, .fini = tear_down);

Test(ingest, a_folder_is_walked_in_the_order_of_names)
{
    put("c/b.txt", "Dermaga ditutup.");
    put("c/a.txt", "Dermaga dibuka.");
    put("c/a/z.txt", "Kapal tiba.");
    put("c/.hidden.txt", "Rahasia.");
    put("c/notes.md", "Catatan.");
    put("c/d/e/f.txt", "Kapal pergi.");
    READ("c");
    expect_ids("a/z a b d/e/f");
    expect_str(got.at[0].article.path, "c/a/z.txt", "path");
    expect_str(got.at[0].article.file, "a/z", "file");
    expect_str(got.at[1].article.text, "Dermaga dibuka.", "text");
    cr_expect_eq(got.at[1].article.line, 1);
    cr_expect_eq(got.at[1].article.offset, 0);
}

Test(ingest, paths_come_in_the_order_given_and_a_named_file_needs_no_ending)
{
    put("b/LAPORAN", "Isi laporan.");
    put("a/x.txt", "Isi lain.");
    READ("b/LAPORAN", "a/");
    expect_ids("LAPORAN x");
    expect_str(got.at[1].article.path, "a/x.txt", "path");
}

Test(ingest, a_missing_path_is_one_error_and_the_others_are_read)
{
    put("a/x.txt", "Isi.");
    READ("nirwana", "a");
    expect_ids("!nirwana:0 x");
    expect_fault(0, SLS_EIO, "no such file or folder; check the path");
    expect_str(got.at[0].record.path, "nirwana", "path");
}

Test(ingest, a_folder_without_articles_is_an_error)
{
    put("kosong/readme.md", "Bukan artikel.");
    READ("kosong");
    expect_ids("!kosong:0");
    expect_fault(0, SLS_EMPTY,
                 "no articles in this folder; expected *.txt, *.jsonl, *.html or feeds");
}

Test(ingest, links_to_folders_are_not_followed)
{
    put("c/a.txt", "Isi.");
    cr_assert_eq(symlink("..", "c/loop"), 0);
    cr_assert_eq(symlink("a.txt", "c/b.txt"), 0);
    cr_assert_eq(symlink("nowhere", "c/dangling.txt"), 0);
    READ("c");
    cr_expect_eq(got.count, 2);
    expect_str(got.at[0].article.id, "a", "id");
    cr_expect_str_eq(got.at[1].diag.path, "c/dangling.txt");
}

Test(ingest, a_pipe_in_a_folder_is_passed_over)
{
    put("c/a.txt", "Isi.");
    cr_assert_eq(mkfifo("c/pipe.txt", 0600), 0);
    READ("c");
    expect_ids("a");
}

Test(ingest, a_file_that_two_paths_name_is_read_once)
{
    put("c/a.txt", "Isi.");
    put("c/sub/b.txt", "Isi.");
    READ("c/a.txt", "c/sub", "c", "./c", "c/a.txt");
    expect_ids("a sub/b");
}

Test(ingest, equal_stems_are_told_apart_whatever_the_order_of_the_paths)
{
    put("p/x.txt", "Satu.");
    put("q/x.txt", "Dua.");
    put("q/x.jsonl", "{\"id\":\"j\",\"text\":\"Tiga.\"}");
    READ("p", "q");
    expect_ids("x j q/x-2");
    expect_str(got.at[1].article.file, "q/x", "file of the records");
    READ("q", "p");
    expect_ids("j q/x-2 x");
}

Test(ingest, names_cannot_climb_out_of_a_folder)
{
    put("d/e/a\x1b[31m\xff.v2.txt", "Isi.");
    cr_assert_eq(chdir("d/e"), 0);
    READ("../e");
    cr_expect_eq(got.count, 1);
    expect_str(got.at[0].article.file, "a[31m_.v2", "file");
    READ("../e/a\x1b[31m\xff.v2.txt");
    expect_str(got.at[0].article.file, "a[31m_.v2", "file");
    expect_str(got.at[0].article.path, "../e/a\x1b[31m\xff.v2.txt", "path");
}

Test(ingest, a_byte_order_mark_and_front_matter_move_the_text_but_not_its_offsets)
{
    const char *head =
        "\xef\xbb\xbf---\r\nsource: Kabar Uji\r\npublished: 2024-06-19\r\n"
        "title: \"Pelabuhan: dibuka\"\r\n# catatan\r\n\r\nnote: ringkasan\r\n---\r\n";
    char text[512];

    snprintf(text, sizeof text, "%sPelabuhan dibuka.\r\n", head);
    put("a.txt", text);
    READ("a.txt");
    expect_ids("a");
    expect_str(got.at[0].article.source, "Kabar Uji", "source");
    expect_str(got.at[0].article.published, "2024-06-19", "published");
    expect_str(got.at[0].article.title, "Pelabuhan: dibuka", "title");
    expect_str(got.at[0].article.text, "Pelabuhan dibuka.\r\n", "text");
    cr_expect_eq(got.at[0].article.offset, strlen(head));
    cr_expect_eq(got.at[0].article.line, 9);
    cr_expect_eq(got.at[0].article.title_at, (size_t)(strstr(head, "Pelabuhan") - head));
    cr_expect_eq(got.at[0].article.title_line, 4);
    cr_expect_eq(got.at[0].article.title_column, 9);
}

Test(ingest, a_misspelt_key_of_front_matter_is_an_error_on_its_line)
{
    put("a.txt", "---\nlang: id\nsorce: Kabar Uji\n---\nIsi.\n");
    READ("a.txt");
    expect_ids("!a.txt:3");
    expect_fault(0, SLS_ESYNTAX,
                 "front matter key 'sorce' is not known; use source, published, lang, title, url, "
                 "credit or note");
    expect_str(got.at[0].article.id, "a", "id");
}

Test(ingest, front_matter_says_what_is_wrong_with_it)
{
    put("1.txt", "---\nlang: id\nIsi tanpa penutup.\n");
    put("2.txt", "---\nlang: id\n");
    put("3.txt", "---\nlang: id\nlang: en\n---\nIsi.\n");
    put("4.txt", "---\nlang: xx\n---\nIsi.\n");
    put("5.txt", "---\npublished: kemarin\n---\nIsi.\n");
    put("6.txt", "---\npublished: 2024-02-31\n---\nIsi.\n");
    READ("1.txt", "2.txt", "3.txt", "4.txt", "5.txt", "6.txt");
    expect_ids("!1.txt:3 !2.txt:1 !3.txt:3 !4.txt:2 !5.txt:2 !6.txt:2");
    expect_fault(3, SLS_ESYNTAX, "language 'xx' is not supported; use id or en, or leave it empty");
    cr_expect_eq(got.at[5].status, SLS_ERANGE);
}

Test(ingest, a_rule_at_the_head_of_a_text_is_no_front_matter)
{
    put("a.txt", "---\n\nBab satu dimulai.\n");
    put("b.txt", "---\nPelabuhan dibuka.\n");
    READ("a.txt", "b.txt");
    expect_ids("a b");
    cr_expect_eq(got.at[1].article.offset, 0);
}

Test(ingest, empty_front_matter_and_empty_values_are_unknown_not_bad)
{
    put("a.txt", "---\n---\nIsi.\n");
    put("b.txt", "---\npublished:\nlang: \n---\nIsi.\n");
    READ("a.txt", "b.txt");
    expect_ids("a b");
    expect_str(got.at[1].article.published, "", "published");
    cr_expect_eq(got.at[1].article.line, 5);
}

Test(ingest, bytes_that_are_not_text_are_named_with_their_place)
{
    put("damaged.txt", "Satu caf\xc3\xa9 baru.\nDi Bogor caf\xe9 dibuka.\n");
    put_bytes("binary.txt", "I\0s\0i", 5);
    READ("binary.txt", "damaged.txt");
    expect_ids("!binary.txt:1 !damaged.txt:2");
    expect_fault(0, SLS_EUTF8, "not UTF-8: byte 0x00 at column 2; save the file as UTF-8");
    expect_fault(1, SLS_EUTF8, "not UTF-8: byte 0xe9 at column 13; save the file as UTF-8");
    cr_expect_eq(got.at[1].diag.column, 13);
}

Test(ingest, text_of_other_encodings_is_read_with_a_note)
{
    put("latin.txt", "Di Bogor caf\xe9 dibuka.\n");
    put_bytes("wide.txt", "I\0s\0i\0 \0b\0a\0r\0u\0", 16);
    READ("latin.txt", "wide.txt");
    expect_ids("latin wide");
    expect_str(got.at[0].article.text, "Di Bogor caf\xc3\xa9 dibuka.\n", "text");
    expect_str(got.at[0].article.note, "converted from WINDOWS-1252", "note");
    expect_str(got.at[1].article.text, "Isi baru", "text");
    expect_str(got.at[1].article.note, "converted from UTF-16LE", "note");
}

Test(ingest, an_article_without_text_is_empty)
{
    put("a.txt", "");
    put("b.txt", " \n\t\r\n");
    put("c.txt", "---\nlang: id\n---\n");
    READ("a.txt", "b.txt", "c.txt");
    cr_assert_eq(got.count, 3);
    for (size_t i = 0; i < 3; i++)
        expect_fault(i, SLS_EMPTY, "empty article; remove the file or fill it");
}

Test(ingest, an_article_over_the_limit_is_not_read)
{
    const char *const paths[] = { "a.txt", "b.txt", "c.jsonl" };

    put("a.txt", "Dua belas huruf.");
    put("b.txt", "Pas sepuluh");
    put("c.jsonl", "{\"id\":\"panjang\"}\n{\"text\":1}\n");
    read_paths(11, 3, paths);
    expect_ids("!a.txt:0 b !c.jsonl:1 c-2");
    expect_fault(0, SLS_ETOOBIG,
                 "article of 16 bytes is over --max-article-bytes 11; raise it or split the "
                 "article");
    cr_expect_eq(got.at[2].status, SLS_ETOOBIG);
}

Test(ingest, publication_dates_are_normalised)
{
    static const char *const dates[][2] = {
        { "2024-06-19", "2024-06-19" },
        { "2024", "2024" },
        { "194X", "194X" },
        { "2009/..", "2009/.." },
        { " 2024-06-19 14:30:05 ", "2024-06-19T14:30" },
        { "2024-06-19T14:30:05Z", "2024-06-19T14:30+00:00" },
        { "2024-06-19T14:30:05.250+0700", "2024-06-19T14:30+07:00" },
        { "2024-06-19 14:30 +07:00", "2024-06-19T14:30+07:00" },
        { "2024-06-19T14:30-05", "2024-06-19T14:30-05:00" },
        { "2024-06-19 14:30 UTC", "2024-06-19T14:30+00:00" },
        { "2024/06/19 14:30:05", "2024-06-19T14:30" },
    };
    char text[128];

    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        snprintf(text, sizeof text, "---\npublished: %s\n---\nIsi.", dates[i][0]);
        put("a.txt", text);
        READ("a.txt");
        cr_assert_eq(got.at[0].status, SLS_OK, "%s", dates[i][0]);
        expect_str(got.at[0].article.published, dates[i][1], dates[i][0]);
    }
}

Test(ingest, dates_that_cannot_be_are_refused)
{
    static const char *const dates[] = { "2024-13-01",
                                         "2023-02-29",
                                         "19/6/2024",
                                         "2024-06-19 25:00",
                                         "2024-06-19T14:30:61Z",
                                         "2024-06-19T14:30:00.Z",
                                         "2024-06-19T14:30+25:00",
                                         "2024-06-19T14:30:00 sore",
                                         "-",
                                         "Juni 2024" };
    char text[128];

    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        snprintf(text, sizeof text, "---\npublished: %s\n---\nIsi.", dates[i]);
        put("a.txt", text);
        READ("a.txt");
        cr_expect(got.at[0].status == SLS_ESYNTAX || got.at[0].status == SLS_ERANGE, "%s: %s",
                  dates[i], sls_status_text(got.at[0].status));
        cr_expect_eq(got.at[0].diag.line, 2);
    }
}

Test(ingest, a_json_record_is_an_article)
{
    put("wire.jsonl", "\xef\xbb\xbf{\"id\":\"w-1\",\"source\":\"Kabar "
                      "Uji\",\"published\":\"2024-06-19T14:30:00Z\","
                      "\"lang\":\"id\",\"title\":\"Judul\",\"url\":\"https://uji.example/"
                      "1\",\"credit\":\"Kantor\","
                      "\"text\":\"Baris satu.\\nBaris \\u2014 dua.\",\"tags\":[1,{\"a\":2}]}\r\n"
                      "\n"
                      "   \n"
                      "{\"text\":\"Tanpa pengenal.\"}");
    READ("wire.jsonl");
    expect_ids("w-1 wire-4");
    expect_str(got.at[0].article.text, "Baris satu.\nBaris \xe2\x80\x94 dua.", "text");
    expect_str(got.at[0].article.published, "2024-06-19T14:30+00:00", "published");
    expect_str(got.at[0].article.credit, "Kantor", "credit");
    expect_str(got.at[0].article.file, "wire", "file");
    cr_expect_eq(got.at[0].article.line, 1);
    cr_expect_eq(got.at[0].article.offset, 0);
    cr_expect_eq(got.at[1].record.line, 4);
}

Test(ingest, a_broken_record_is_named_by_its_line_and_the_others_are_read)
{
    put("wire.jsonl", "{\"id\":\"a\",\"text\":\"Isi.\"}\n"
                      "{\"id\":\"b\",\"text\":\"Isi.\n"
                      "[1,2]\n"
                      "{\"id\":\"c\",\"text\":[]}\n"
                      "{\"id\":\"d\",\"text\":\"nol \\u0000 di dalam\"}\n"
                      "{\"id\":\"e\",\"text\":\" \"}\n"
                      "{\"id\":\"f\",\"published\":\"lusa\",\"text\":\"Isi.\"}\n"
                      "{\"id\":\"g\",\"text\":\"caf\xe9\"}\n"
                      "{\"id\":\"h\",\"text\":\"Isi.\"}\n");
    READ("wire.jsonl");
    expect_ids("a !wire.jsonl:2 !wire.jsonl:3 !wire.jsonl:4 !wire.jsonl:5 !wire.jsonl:6 "
               "!wire.jsonl:7 !wire.jsonl:8 h");
    expect_fault(5, SLS_EMPTY, "empty article; give the record a member 'text' or remove it");
    expect_str(got.at[5].article.id, "e", "id of the empty record");
    cr_expect_eq(got.at[7].status, SLS_EUTF8);
}

Test(ingest, an_empty_file_of_records_is_an_error_but_an_empty_pipe_is_none)
{
    int null = open("/dev/null", O_RDONLY);

    put("wire.jsonl", "\n\n");
    READ("wire.jsonl");
    expect_ids("!wire.jsonl:0");
    expect_fault(0, SLS_EMPTY,
                 "no records in this file; write one JSON object a line, or remove it");
    cr_assert(null >= 0 && dup2(null, STDIN_FILENO) >= 0);
    READ("-");
    cr_expect_eq(got.count, 0);
}

Test(ingest, standard_input_holds_records)
{
    int file;

    put("in", "{\"text\":\"Isi.\"}\n{\"id\":\"b\",\"text\":\"Isi.\"}\n");
    file = open("in", O_RDONLY);
    cr_assert(file >= 0 && dup2(file, STDIN_FILENO) >= 0);
    READ("-", "-");
    expect_ids("stdin-1 b");
    expect_str(got.at[0].article.path, "-", "path");
    expect_str(got.at[0].article.file, "stdin", "file");
}

Test(ingest, a_quote_that_begins_no_cell_costs_its_own_row_only)
{
    put("pipa.csv", "id,text\n"
                    "a,Pipa bocor.\n"
                    "b,Pipa 5\" bocor.\n"
                    "c,Pipa diganti.\n"
                    "d,Pipa 6\" baru.\n"
                    "e,\"Dua \"\"pipa\"\"\nbocor.\"\n");
    READ("pipa.csv");
    expect_ids("a !pipa.csv:3 c !pipa.csv:5 e");
}

Test(ingest, a_row_over_the_limit_is_passed_over_with_all_its_lines)
{
    put("besar.csv", "id,text\n"
                     "a,\"satu dua tiga empat\nlima enam tujuh delapan\nsembilan sepuluh\"\n"
                     "b,Kapal tiba.\n");
    read_paths(20, 1, (const char *const[]){ "besar.csv" });
    expect_ids("!besar.csv:2 b");
}

Test(ingest, a_folder_that_may_not_be_read_is_one_error)
{
    if (geteuid() == 0)
        cr_skip_test("root may read everything");
    put("c/a.txt", "Isi.");
    put("c/tutup/b.txt", "Isi.");
    cr_assert_eq(chmod("c/tutup", 0), 0);
    READ("c");
    expect_ids("a !c/tutup:0");
    cr_assert_eq(chmod("c/tutup", 0700), 0);
}

Test(ingest, a_file_that_vanishes_meanwhile_is_one_error_and_the_others_are_read)
{
    const char *const paths[] = { "." };
    const sls_ingest_limits limits = { 0, sls_fields_own(), NULL };
    sls_ingest *ingest;
    sls_record record;
    sls_diag diag = { 0 };
    put("a.txt", "Satu.");
    put("b.txt", "Dua.");
    put("c.txt", "Tiga.");
    cr_assert_eq(sls_ingest_open(paths, 1, limits, &ingest), SLS_OK);
    cr_assert_eq(sls_ingest_next(ingest, arena, &record, &diag), SLS_OK);
    cr_assert_eq(unlink("b.txt"), 0);
    cr_expect_eq(sls_ingest_next(ingest, arena, &record, &diag), SLS_EIO);
    cr_expect_not_null(strstr(diag.path, "b.txt"));
    diag = (sls_diag){ 0 };
    cr_expect_eq(sls_ingest_next(ingest, arena, &record, &diag), SLS_OK);
    cr_expect(sls_str_eq(record.bytes, SLS_STR("Tiga.")));
    cr_expect_eq(sls_ingest_next(ingest, arena, &record, &diag), SLS_ENOTFOUND);
    cr_expect_eq(diag.status, SLS_OK, "the end");
    sls_ingest_close(ingest);
}

Test(ingest, memory_that_runs_out_is_a_status)
{
    const sls_str json = SLS_STR("{\"id\":\"a\",\"published\":\"2024-06-19T14:30Z\","
                                 "\"text\":\"Isi yang cukup panjang untuk sebuah artikel.\"}");
    const sls_record record = { .kind = SLS_RECORD_JSON,
                                .bytes = json,
                                .path = SLS_STR("w.jsonl"),
                                .file = SLS_STR("w"),
                                .line = 1 };
    sls_status status = SLS_ENOMEM;
    size_t failures = 0;

    for (size_t limit = 1; status == SLS_ENOMEM && limit < 65536; limit += 16) {
        sls_arena *small = sls_arena_new(limit);
        sls_article article;
        sls_diag diag;

        cr_assert(small != NULL);
        status = sls_ingest_decode(&record, (sls_ingest_limits){ 0, sls_fields_own(), NULL }, small,
                                   &article, &diag);
        failures += status == SLS_ENOMEM;
        sls_arena_free(small);
    }
    cr_expect_eq(status, SLS_OK);
    cr_expect_gt(failures, 2);
}
