#include "io/ledger.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static char folder[] = "/tmp/selisih-ledger-XXXXXX";
static char path[64];
static sls_ledger ledger;

static void begin(void)
{
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/facts.csv", folder);
    ledger = (sls_ledger){ .arena = sls_arena_new(0) };
}

static void end(void)
{
    unlink(path);
    rmdir(folder);
    sls_arena_free(ledger.arena);
}

TestSuite(ledger, .init = begin, .fini = end);

static void write_noted(const char *to, const char *text)
{
    const sls_imprint made = { 7, 11 };
    sls_out *out;
    sls_diag diag;
    cr_assert_eq(sls_out_open(to, &out, &diag), SLS_OK);
    sls_out_note(out, &ledger, made);
    sls_out_add(out, text);
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
}

static void overwrite(const char *text)
{
    const int fd = open(path, O_WRONLY | O_TRUNC);
    cr_assert_geq(fd, 0);
    cr_assert_eq(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
}

Test(ledger, a_file_holds_what_was_written_until_it_does_not)
{
    bool renewed = false;
    write_noted(path, "Gempa,12 orang\n");
    cr_assert_eq(ledger.rows.len, 1);
    cr_expect_not(ledger.lost);
    sls_ledger_row row = ledger.rows.at[0];
    cr_expect(sls_ledger_holds(&row, &renewed));

    overwrite("Gempa,13 orang\n"); /* within the grain of any clock, of the same size */
    cr_expect_not(sls_ledger_holds(&ledger.rows.at[0], &renewed));
    overwrite("Gempa,12 orang\n");
    renewed = false;
    cr_expect(sls_ledger_holds(&ledger.rows.at[0], &renewed), "its bytes are the same");
    cr_expect(renewed);
    unlink(path);
    cr_expect_not(sls_ledger_holds(&ledger.rows.at[0], &renewed));
}

Test(ledger, a_file_that_already_holds_the_bytes_is_noted_too)
{
    bool renewed;
    write_noted(path, "Banjir,Garut\n");
    write_noted(path, "Banjir,Garut\n");
    cr_assert_eq(ledger.rows.len, 2);
    cr_expect(sls_ledger_holds(&ledger.rows.at[1], &renewed));
}

Test(ledger, what_goes_to_a_device_is_lost)
{
    write_noted("/dev/null", "Banjir,Garut\n");
    cr_expect_eq(ledger.rows.len, 0);
    cr_expect(ledger.lost);
}

Test(ledger, the_rows_of_another_thread_are_joined)
{
    bool renewed;
    sls_ledger whole = { .arena = sls_arena_new(0) };
    write_noted(path, "Banjir,Garut\n");
    sls_ledger_join(&whole, &ledger);
    cr_assert_eq(whole.rows.len, 1);
    cr_expect_str_eq(whole.rows.at[0].path.ptr, path);
    cr_expect(sls_ledger_holds(&whole.rows.at[0], &renewed));
    sls_arena_free(whole.arena);
}

Test(ledger, what_the_run_before_made_of_the_same_is_kept_while_it_holds)
{
    const sls_imprint same = { 7, 11 }, other = { 7, 12 }, unknown = { 0, 0 };
    sls_ledger next = { .arena = sls_arena_new(0) };
    write_noted(path, "Gempa,12 orang\n");
    cr_expect_not(sls_ledger_keep(NULL, sls_str_of(path), same));
    cr_expect_not(sls_ledger_keep(&next, sls_str_of(path), same), "there was no run before");
    cr_assert_eq(sls_ledger_follow(&next, &ledger), SLS_OK);
    cr_expect_not(sls_ledger_keep(&next, sls_str_of(path), other));
    cr_expect_not(sls_ledger_keep(&next, sls_str_of(path), unknown));
    cr_expect_not(sls_ledger_keep(&next, sls_str_of("elsewhere.csv"), same));
    cr_expect(sls_ledger_keep(&next, sls_str_of(path), same));
    cr_assert_eq(next.rows.len, 1);
    overwrite("Gempa,13 orang\n");
    cr_expect_not(sls_ledger_keep(&next, sls_str_of(path), same));
    sls_arena_free(next.arena);
}

Test(ledger, what_the_run_before_wrote_is_opened_while_it_holds)
{
    const sls_imprint other = { 1, 2 };
    sls_ledger next = { .arena = sls_arena_new(0) };
    write_noted(path, "Gempa,12 orang\n");
    const sls_imprint bytes = ledger.rows.at[0].bytes;
    cr_expect_eq(sls_ledger_open(NULL, sls_str_of(path), bytes), -1);
    cr_expect_eq(sls_ledger_open(&next, sls_str_of(path), bytes), -1, "there was no run before");
    cr_assert_eq(sls_ledger_follow(&next, &ledger), SLS_OK);
    cr_expect_eq(sls_ledger_open(&next, sls_str_of(path), other), -1);
    const int there = sls_ledger_open(&next, sls_str_of(path), bytes);
    cr_assert_geq(there, 0);

    sls_out *out;
    cr_assert_eq(sls_out_open(NULL, &out, NULL), SLS_OK);
    sls_out_add(out, "Banjir,");
    sls_out_copy(out, there, 6, 9);
    cr_expect_eq(sls_out_size(out), 16);
    cr_expect(sls_str_eq(sls_out_text(out), SLS_STR("Banjir,12 orang\n")));
    sls_out_copy(out, there, 10, 20);
    cr_expect_eq(sls_out_empty(out, &(sls_diag){ 0 }), SLS_EIO, "the file ends before");
    sls_out_abandon(out);
    close(there);

    overwrite("Gempa,13 orang\n");
    cr_expect_eq(sls_ledger_open(&next, sls_str_of(path), bytes), -1);
    sls_arena_free(next.arena);
}
