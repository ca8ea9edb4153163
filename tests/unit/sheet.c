#include "io/sheet.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <unistd.h>

static sls_arena *arena;
static sls_sheet sheet;
static sls_diag diag;
static char path[64];

static void drop(void)
{
    unlink(path);
    sls_arena_free(arena);
}

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    snprintf(path, sizeof path, "/tmp/selisih-sheet-%ld.csv", (long)getpid());
}

TestSuite(sheet, .init = make, .fini = drop);

static void load(const char *text)
{
    sls_csv csv;
    cr_assert_eq(sls_csv_read(sls_str_of(text), "s.csv", arena, &csv, &diag), SLS_OK);
    cr_assert_eq(sls_sheet_of(&csv, SLS_STR("id,note"), arena, &sheet), SLS_OK);
}

static sls_str written(void)
{
    sls_str text;
    cr_assert_eq(sls_sheet_write(&sheet, path, &diag), SLS_OK);
    cr_assert_eq(sls_file_read(path, 0, arena, &text, &diag), SLS_OK);
    return text;
}

static void set(size_t row, const char *name, const char *cell)
{
    cr_assert_eq(sls_sheet_set_text(&sheet, row, sls_str_of(name), sls_str_of(cell)), SLS_OK);
}

Test(sheet, what_is_not_changed_stays_as_it_was)
{
    load("note,id,desk\n\"a, b\",x,\n-1,y\n");
    set(1, "note", "new");
    cr_expect(sls_str_eq(written(), SLS_STR("note,id,desk\n\"a, b\",x,\nnew,y,\n")));
}

Test(sheet, a_file_with_semicolons_is_written_for_its_spreadsheet_again)
{
    load("\xEF\xBB\xBFnote;id\r\n\"a; b\";x\r\n1,5;y\r\n");
    set(1, "desk", "politics; foreign");
    cr_expect(sls_str_eq(written(), SLS_STR("\xEF\xBB\xBFnote;id;desk\r\n\"a; b\";x;\r\n"
                                            "\"1,5\";y;\"politics; foreign\"\r\n")));
}

Test(sheet, cells_behind_the_last_column_are_kept)
{
    load("id,note\nx,asked,and told,\ny,,\n,,\n");
    set(1, "desk", "foreign");
    cr_expect(sls_str_eq(written(), SLS_STR("id,note,,desk\nx,asked,and told,\ny,,,foreign\n")));
}

Test(sheet, a_file_without_a_header_has_the_columns_that_are_asked_for)
{
    load("");
    cr_assert_eq(sls_sheet_add(&sheet), SLS_OK);
    set(0, "note", "=1+1");
    cr_expect(sls_str_eq(written(), SLS_STR("id,note\n,'=1+1\n")));
}

Test(sheet, columns_that_are_missing_are_added_behind_the_others)
{
    load("id\nx\ny\n");
    set(1, "desk", "foreign");
    set(0, "empty", "");
    cr_expect(sls_str_eq(written(), SLS_STR("id,desk\nx,\ny,foreign\n")));
}

Test(sheet, rows_are_sorted_by_a_column_and_equal_ones_stay)
{
    load("id,note\nb,1\na,2\nb,3\n\na,4\n");
    cr_assert_eq(sls_sheet_sort(&sheet, SLS_STR("id")), SLS_OK);
    cr_expect(sls_str_eq(written(), SLS_STR("id,note\na,2\na,4\nb,1\nb,3\n")));
}
