#include "io/csv.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

static sls_arena *arena;
static sls_diag diag;
static sls_csv csv;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(csv, .init = make, .fini = drop);

static void read(sls_str text)
{
    memset(&diag, 0, sizeof diag);
    cr_assert_eq(sls_csv_read(text, "t.csv", arena, &csv, &diag), SLS_OK, "%s", diag.message);
}

static void expect_cell(size_t row, size_t column, sls_str expected)
{
    cr_assert_lt(row, csv.count);
    const sls_str cell = sls_csv_cell(&csv.rows[row], column);
    cr_expect(sls_str_eq(cell, expected), "row %zu column %zu is '%.*s'", row, column,
              SLS_FMT(cell));
}

static void expect_error(sls_str text, size_t line)
{
    memset(&diag, 0, sizeof diag);
    cr_expect_eq(sls_csv_read(text, "t.csv", arena, &csv, &diag), SLS_ESYNTAX, "%.*s",
                 SLS_FMT(text));
    cr_expect_eq(diag.line, line, "%.*s: line %zu", SLS_FMT(text), diag.line);
    cr_expect_str_eq(diag.path, "t.csv");
}

/* One row of `a` and `b` as it is written. */
static sls_str written(void (*write)(sls_out *, sls_str, bool), sls_str a, sls_str b)
{
    sls_out *out = NULL;
    sls_str row = { NULL, 0 };

    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    write(out, a, false);
    write(out, b, true);
    cr_assert_eq(sls_arena_copy(arena, sls_out_text(out), &row), SLS_OK);
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    return row;
}

static void expect_written(sls_str cell, const char *expected)
{
    const sls_str row = written(sls_csv_cell_write, cell, SLS_STR("z"));

    cr_expect_str_eq(row.ptr, expected);
}

static void expect_defused(sls_str cell, const char *expected)
{
    const sls_str row = written(sls_csv_text_write, cell, SLS_STR("z"));

    cr_expect_str_eq(row.ptr, expected);
}

Test(csv, columns_are_found_by_name)
{
    read(SLS_STR("file,source,published\na.txt,Warta,2024\n"));
    cr_expect_eq(csv.header.count, 3);
    cr_expect_eq(csv.count, 1);
    cr_expect_eq(sls_csv_column(&csv, SLS_STR("published")), 2);
    cr_expect_eq(sls_csv_column(&csv, SLS_STR("lang")), SIZE_MAX);
    expect_cell(0, sls_csv_column(&csv, SLS_STR("source")), SLS_STR("Warta"));
    expect_cell(0, SIZE_MAX, SLS_STR(""));
}

Test(csv, a_byte_order_mark_is_no_part_of_the_first_name)
{
    read(SLS_STR("\xef\xbb\xbf"
                 "file,lang\na,id\n"));
    cr_expect_eq(sls_csv_column(&csv, SLS_STR("file")), 0);
    read(SLS_STR("\xef\xbb\xbf\"file\",lang\na,id\n"));
    cr_expect_eq(sls_csv_column(&csv, SLS_STR("file")), 0);
}

Test(csv, nothing_gives_an_empty_table)
{
    read(SLS_STR(""));
    cr_expect_eq(csv.header.count, 0);
    cr_expect_eq(csv.count, 0);
    cr_expect_eq(sls_csv_column(&csv, SLS_STR("x")), SIZE_MAX);
    read(SLS_STR("\xef\xbb\xbf\n\r\n"));
    cr_expect_eq(csv.header.count, 0);
    read((sls_str){ NULL, 0 });
    cr_expect_eq(csv.count, 0);
}

Test(csv, both_line_ends_and_a_missing_last_one_read_alike)
{
    const sls_str texts[] = { SLS_S("a,b\n1,\"2\"\n3,4\n"), SLS_S("a,b\r\n1,\"2\"\r\n3,4\r\n"),
                              SLS_S("a,b\r\n1,\"2\"\n3,4") };

    for (size_t i = 0; i < 3; i++) {
        read(texts[i]);
        cr_expect_eq(csv.count, 2);
        expect_cell(0, 1, SLS_STR("2"));
        expect_cell(1, 1, SLS_STR("4"));
    }
}

Test(csv, spaces_belong_to_the_cell)
{
    read(SLS_STR("a,b,c\n x , ,\" y \"\n"));
    expect_cell(0, 0, SLS_STR(" x "));
    expect_cell(0, 1, SLS_STR(" "));
    expect_cell(0, 2, SLS_STR(" y "));
}

Test(csv, quoted_cells_are_kept_to_the_byte)
{
    read(SLS_STR("a,b\n\"x, \"\"y\"\"\r\n\nz\",\"\"\n"));
    cr_expect_eq(csv.count, 1);
    expect_cell(0, 0, SLS_STR("x, \"y\"\r\n\nz"));
    expect_cell(0, 1, SLS_STR(""));
    cr_expect_eq(csv.rows[0].count, 2);
}

Test(csv, a_lone_carriage_return_ends_no_row)
{
    read(SLS_STR("a,b\n1\r2,3\n"));
    cr_expect_eq(csv.count, 1);
    expect_cell(0, 0, SLS_STR("1\r2"));
}

Test(csv, lines_are_counted_through_empty_ones_and_quoted_breaks)
{
    read(SLS_STR("\na,b\n\n1,2\n\r\n\"x\n\n\ny\",4\n\n5,6"));
    cr_expect_eq(csv.header.line, 2);
    cr_expect_eq(csv.count, 3);
    cr_expect_eq(csv.rows[0].line, 4);
    cr_expect_eq(csv.rows[1].line, 6);
    cr_expect_eq(csv.rows[2].line, 11);
}

Test(csv, rows_may_be_shorter_or_longer_than_the_header)
{
    read(SLS_STR("a,b\n1\n1,2,3\n,\n"));
    cr_expect_eq(csv.rows[0].count, 1);
    expect_cell(0, 1, SLS_STR(""));
    cr_expect_eq(csv.rows[1].count, 3);
    expect_cell(1, 2, SLS_STR("3"));
    cr_expect_eq(csv.rows[2].count, 2);
}

Test(csv, a_quote_out_of_place_is_named_with_its_line)
{
    expect_error(SLS_STR("a,b\n1,2\nx\"y,3\n"), 3);
    cr_expect_eq(diag.column, 2);
    expect_error(SLS_STR("a,b\n\n\"x\ny\" z,3\n"), 4);
    cr_expect_eq(diag.column, 3);
    expect_error(SLS_STR("a,b\n \"x\",3\n"), 2);
    expect_error(SLS_STR("a,b\n\"x\" ,3\n"), 2);
    expect_error(SLS_STR("a\n\"x\"\r\r\n"), 2);
}

Test(csv, a_quote_left_open_is_named_where_it_opens)
{
    expect_error(SLS_STR("a,b\n1,\"2\n3,4\n5,6\n"), 2);
    expect_error(SLS_STR("a,b\n1,\"2\n\",\"x"), 3);
    expect_error(SLS_STR("\""), 1);
}

Test(csv, a_giant_cell_is_read_whole)
{
    const size_t size = 3000000;
    char *text = sls_arena_alloc(arena, size + 8);

    cr_assert_not_null(text);
    memcpy(text, "a,b\n", 4);
    memset(text + 4, 'x', size);
    memcpy(text + 4 + size, ",1\n", 3);
    read((sls_str){ text, size + 7 });
    cr_expect_eq(sls_csv_cell(&csv.rows[0], 0).len, size);
    expect_cell(0, 1, SLS_STR("1"));
}

Test(csv, without_memory_it_says_so_at_any_size)
{
    const sls_str text = SLS_STR("a,b,c\n1,2,3\n4,\"5\n6\",7\n");
    size_t refused = 0;

    for (size_t limit = 16; limit < 2000; limit += 16) {
        sls_arena *small = sls_arena_new(limit);
        const sls_status status = sls_csv_read(text, NULL, small, &csv, NULL);
        cr_expect(status == SLS_ENOMEM || status == SLS_OK);
        refused += status == SLS_ENOMEM;
        sls_arena_free(small);
    }
    cr_expect_gt(refused, 10);
    cr_expect_lt(refused, 124);
}

Test(csv, plain_cells_stay_bare)
{
    expect_written(SLS_STR("31000"), "31000,z\n");
    expect_written(SLS_STR("lebih dari 31.000"), "lebih dari 31.000,z\n");
    expect_written(SLS_STR("Jum'at; \xc3\xa9"), "Jum'at; \xc3\xa9,z\n");
    expect_written(SLS_STR(""), ",z\n");
    expect_written((sls_str){ NULL, 0 }, ",z\n");
    expect_written(SLS_STR("=1+1"), "=1+1,z\n");
}

Test(csv, cells_are_quoted_when_they_must_be)
{
    expect_written(SLS_STR("a,b"), "\"a,b\",z\n");
    expect_written(SLS_STR("kata \"ya\""), "\"kata \"\"ya\"\"\",z\n");
    expect_written(SLS_STR(" x"), "\" x\",z\n");
    expect_written(SLS_STR("x "), "\"x \",z\n");
    expect_written(SLS_STR("\""), "\"\"\"\",z\n");
    expect_written(SLS_STR(" "), "\" \",z\n");
}

/* Long cells are looked at in blocks; the one byte that matters may stand in any place. */
Test(csv, a_long_cell_is_quoted_for_any_of_its_bytes)
{
    for (size_t len = 14; len < 52; len++)
        for (size_t at = 1; at + 1 < len; at++) {
            char cell[64], expected[80];

            memset(cell, 'a', len);
            cell[len] = '\0';
            cell[at] = ',';
            snprintf(expected, sizeof expected, "\"%s\",z\n", cell);
            expect_written(sls_str_of(cell), expected);
            cell[at] = '"';
            snprintf(expected, sizeof expected, "\"%.*s\"\"%s\",z\n", (int)at, cell, cell + at + 1);
            expect_written(sls_str_of(cell), expected);
            cell[at] = '\x7f';
            snprintf(expected, sizeof expected, "%.*s %s,z\n", (int)at, cell, cell + at + 1);
            expect_written(sls_str_of(cell), expected);
            cell[at] = '\xa0';
            snprintf(expected, sizeof expected, "%s,z\n", cell);
            expect_written(sls_str_of(cell), expected);
        }
}

Test(csv, a_row_is_a_line_whatever_the_cell_holds)
{
    expect_written(SLS_STR("a\nb"), "a b,z\n");
    expect_written(SLS_STR("a\r\nb"), "a b,z\n");
    expect_written(SLS_STR("a\rb\x1b[2J\x7f\x01"), "\"a b [2J  \",z\n");
    expect_written(SLS_STR("a,\r\nb\"\r"), "\"a, b\"\" \",z\n");
    expect_written(SLS_STR("a\0b"), "a b,z\n");
    expect_written(SLS_STR("\n"), "\" \",z\n");
}

Test(csv, cells_that_a_spreadsheet_would_run_are_defused)
{
    expect_defused(SLS_STR("=1+1"), "'=1+1,z\n");
    expect_defused(SLS_STR("+62 811"), "'+62 811,z\n");
    expect_defused(SLS_STR("-3"), "'-3,z\n");
    expect_defused(SLS_STR("@cmd"), "'@cmd,z\n");
    expect_defused(SLS_STR("=HYPERLINK(\"x\",\"y\")"), "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",z\n");
    expect_defused(SLS_STR("\t=1"), "\"' =1\",z\n");
    expect_defused(SLS_STR("\r=1"), "\"' =1\",z\n");
    expect_defused(SLS_STR("a=1"), "a=1,z\n");
    expect_defused(SLS_STR(""), ",z\n");
}

Test(csv, what_is_written_reads_back)
{
    const sls_str cells[] = { SLS_S("a,b"), SLS_S(" \"\" "), SLS_S("x"),
                              SLS_S(""),    SLS_S("\"lead"), SLS_S("trail\"") };

    for (size_t i = 0; i < 6; i++) {
        sls_out *out = NULL;
        cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
        sls_csv_cell_write(out, SLS_STR("h"), true);
        sls_csv_cell_write(out, cells[i], false);
        sls_csv_cell_write(out, SLS_STR("end"), true);
        read(sls_out_text(out));
        expect_cell(0, 0, cells[i]);
        expect_cell(0, 1, SLS_STR("end"));
        cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    }
}

static void expect_dialect(sls_csv_dialect dialect, const char *expected)
{
    sls_out *out = NULL;
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    sls_csv_begin(out, dialect);
    sls_csv_header_write(out, SLS_STR("a,b"));
    sls_csv_text_write(out, SLS_STR("x;y"), false);
    sls_csv_text_write(out, SLS_STR("=1;\""), true);
    sls_csv_number_write(out, SLS_STR("0.75"), false);
    sls_csv_number_write(out, SLS_STR("-1.5..2"), false);
    sls_csv_count_write(out, 12, false);
    sls_csv_cell_write(out, SLS_STR("1.5"), false);
    sls_csv_cell_write(out, (sls_str){ NULL, 0 }, true);
    const sls_str got = sls_out_text(out);
    cr_expect(sls_str_eq(got, sls_str_of(expected)), "%.*s", SLS_FMT(got));
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
}

Test(csv, the_header_tells_what_stands_between_cells)
{
    read(SLS_STR("\xEF\xBB\xBF\r\na;b\r\n1,5;\"x;y\"\r\n"));
    cr_expect_eq(csv.mark, ';');
    expect_cell(0, 0, SLS_STR("1,5"));
    expect_cell(0, 1, SLS_STR("x;y"));
    read(SLS_STR("a\tb\n1,5;2\tx\n"));
    cr_expect_eq(csv.mark, '\t');
    expect_cell(0, 0, SLS_STR("1,5;2"));
    read(SLS_STR("a,\"b;;;\"\n1;2;3,x\n"));
    cr_expect_eq(csv.mark, ',');
    expect_cell(0, 0, SLS_STR("1;2;3"));
    read(SLS_STR("a\n1;2\n"));
    cr_expect_eq(csv.mark, ',', "one column has no mark: commas");
    read(SLS_STR("\n\n"));
    cr_expect_eq(csv.mark, 0);
}

Test(csv, each_dialect_is_as_its_spreadsheet_wants_it)
{
    expect_dialect(SLS_CSV_RFC4180, "a,b\nx;y,\"'=1;\"\"\"\n0.75,-1.5..2,12,1.5,\n");
    expect_dialect(SLS_CSV_EXCEL,
                   "\xEF\xBB\xBF"
                   "a,b\r\nx;y,\"'=1;\"\"\"\r\n0.75,-1.5..2,12,1.5,\r\n");
    expect_dialect(SLS_CSV_EXCEL_ID,
                   "\xEF\xBB\xBF"
                   "a;b\r\n\"x;y\";\"'=1;\"\"\"\r\n0,75;-1,5..2;12;1.5;\r\n");
}
