#include "made_files.h"

TestSuite(manifest, .init = set_up, .fini = tear_down);

Test(manifest, a_manifest_tells_of_the_files_beside_it)
{
    put("c/corpus.csv", "\xef\xbb\xbflang,file,published,source,catatan\r\n"
                        "id,a.txt,2024-06,\"Kabar, Uji\",x\r\n"
                        "en,./sub/b.txt,,Harbour Daily\r\n");
    put("c/a.txt", "Isi.");
    put("c/sub/b.txt", "Text.");
    put("c/z.txt", "---\nsource: Sendiri\n---\nIsi.");
    READ("c");
    expect_ids("a sub/b z");
    expect_str(got.at[0].article.source, "Kabar, Uji", "source");
    expect_str(got.at[0].article.published, "2024-06", "published");
    expect_str(got.at[1].article.lang, "en", "lang");
    expect_str(got.at[1].article.published, "", "published");
    expect_str(got.at[2].article.source, "Sendiri", "source");
}

Test(manifest, front_matter_and_an_inner_manifest_win_over_the_outer_one)
{
    put("c/corpus.csv", "file,source,title\na.txt,Luar,Judul luar\nsub/b.txt,Luar,Luar\n");
    put("c/sub/corpus.csv", "file,source\nb.txt,Dalam\n");
    put("c/a.txt", "---\nsource: Sendiri\n---\nIsi.");
    put("c/sub/b.txt", "Isi.");
    READ("c");
    expect_ids("a sub/b");
    expect_str(got.at[0].article.source, "Sendiri", "source");
    expect_str(got.at[0].article.title, "Judul luar", "title");
    expect_str(got.at[1].article.source, "Dalam", "source");
}

Test(manifest, a_file_that_is_named_itself_still_has_its_manifest_row)
{
    put("c/corpus.csv", "file,source\na.txt,Kabar Uji\nb.txt,Kabar Lain\nhilang.txt,Kabar\n");
    put("c/a.txt", "Isi.");
    put("c/b.txt", "Isi.");
    READ("c/a.txt", "c/corpus.csv");
    expect_ids("a !c/corpus.csv:0");
    expect_str(got.at[0].article.source, "Kabar Uji", "source");
    expect_fault(1, SLS_ESYNTAX, "a manifest, not an article; leave it out or give its folder");
}

Test(manifest, one_mistake_in_a_manifest_is_one_error_and_costs_one_row)
{
    put("c/corpus.csv", "file,source,published\n"
                        "a.txt,Kabar Uji,2024-06-19\n"
                        "b.txt,\"Kabar Uji,2024-06-19\n"
                        "c.txt,Kabar,Uji,2024-06-19\n"
                        ",Kabar Uji,2024\n"
                        "hilang.txt,Kabar Uji,2024\n"
                        "a.txt,Kabar Lain,2023\n"
                        "\n"
                        "d.txt,Kabar Uji,19 Juni\n"
                        "../luar.txt,Kabar Uji,2024\n"
                        "notes.md,Kabar Uji,2024\n"
                        "\"e.txt\"x,Kabar Uji,2024\n"
                        "f.txt,Kab\xff,2024\n"
                        "g.txt,Kabar Uji,2024-06-20\n");
    put("c/notes.md", "Catatan.");
    for (char name[] = "c/a.txt"; name[2] <= 'g'; name[2]++)
        put(name, "Isi.");
    READ("c");
    expect_ids("!c/corpus.csv:5 !c/corpus.csv:7 !c/corpus.csv:10 !c/corpus.csv:12 a "
               "!c/corpus.csv:3 !c/corpus.csv:4 !c/corpus.csv:9 e !c/corpus.csv:13 g "
               "!c/corpus.csv:6 !c/corpus.csv:11");
    expect_str(got.at[4].article.published, "2024-06-19", "published of a");
    expect_str(got.at[5].record.path, "c/b.txt", "skipped article");
    expect_fault(0, SLS_ESYNTAX, "the cell 'file' is empty; name the article's file in it");
    expect_fault(1, SLS_ESYNTAX,
                 "'a.txt' is listed a second time, first on line 2; remove one row");
    expect_fault(5, SLS_ESYNTAX, "a quote is left open; close it on the line on which it began");
    expect_fault(6, SLS_ESYNTAX, "4 cells for 3 columns; put a cell that holds a comma in quotes");
    expect_fault(11, SLS_EIO,
                 "file 'hilang.txt' does not exist; correct its name or remove the row");
}

Test(manifest, a_manifest_reached_on_two_ways_is_complained_of_once)
{
    put("c/corpus.csv", "file,source\n,Kabar Uji\n");
    put("c/a.txt", "Isi.");
    READ("./c/a.txt", "c");
    expect_ids("!./c/corpus.csv:2 a");
}

Test(manifest, a_manifest_without_its_column_is_one_error_and_the_articles_are_read)
{
    put("c/corpus.csv", "berkas,source\na.txt,Kabar Uji\n");
    put("c/a.txt", "Isi.");
    READ("c");
    expect_ids("!c/corpus.csv:1 a");
}

Test(manifest, a_manifest_row_fills_what_its_records_leave_open)
{
    put("c/corpus.csv", "file,source,lang\nwire.jsonl,Kantor Uji,en\n");
    put("c/wire.jsonl", "{\"id\":\"a\",\"text\":\"Text.\"}\n"
                        "{\"id\":\"b\",\"text\":\"Isi.\",\"lang\":\"id\"}\n");
    READ("c");
    expect_ids("a b");
    expect_str(got.at[0].article.source, "Kantor Uji", "source");
    expect_str(got.at[0].article.lang, "en", "lang");
    expect_str(got.at[1].article.lang, "id", "lang");
}

Test(manifest, what_the_manifest_says_outlives_the_ingest)
{
    put("c/corpus.csv", "file,source\na.txt,Kabar Uji\n");
    put("c/a.txt", "Isi.");
    READ("c");
    expect_str(got.at[0].article.source, "Kabar Uji", "source, after the ingest was closed");
}

Test(manifest, a_spreadsheet_may_have_saved_it_with_semicolons)
{
    put("satu.txt", "Satu.\n");
    put("dua.txt", "Dua.\n");
    put("corpus.csv", "\xEF\xBB\xBF"
                      "file;source;title\r\n"
                      "satu.txt;Harian Contoh;\"Pasar; dan ombak\"\r\n"
                      "dua.txt;Kabar;Judul;lagi\r\n");
    READ(".");
    cr_assert_eq(got.count, 2);
    expect_fault(0, SLS_ESYNTAX,
                 "4 cells for 3 columns; put a cell that holds a semicolon in quotes");
    expect_str(got.at[1].article.source, "Harian Contoh", "source");
    expect_str(got.at[1].article.title, "Pasar; dan ombak", "title");
}
