#include "io/file.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[] = "/tmp/selisih-stream-XXXXXX";
static sls_arena *arena;
static sls_diag diag;

/* Three letters, packed by gzip: "abc". */
static const unsigned char packed[] = { 0x1f, 0x8b, 8, 0,    0,    0,    0,    0, 0, 3, 0x4b, 0x4c,
                                        0x4a, 6,    0, 0xc2, 0x41, 0x24, 0x35, 3, 0, 0, 0 };

static void start(void)
{
    cr_assert_not_null(mkdtemp(folder));
    cr_assert_eq(chdir(folder), 0);
    arena = sls_arena_new(0);
    diag = (sls_diag){ 0 };
}

static void end(void)
{
    sls_arena_free(arena);
    unlink("file");
    rmdir(folder);
}

TestSuite(stream, .init = start, .fini = end);

static void write_file(const void *bytes, size_t len)
{
    FILE *file = fopen("file", "wb");
    cr_assert(file && fwrite(bytes, 1, len, file) == len && fclose(file) == 0);
}

Test(stream, what_is_packed_is_unpacked_by_its_first_bytes_not_its_name)
{
    sls_str text;
    write_file(packed, sizeof packed);
    cr_assert_eq(sls_file_read("file", 0, arena, &text, &diag), SLS_OK, "%s", diag.message);
    cr_expect(sls_str_eq(text, SLS_STR("abc")));
}

Test(stream, the_limit_counts_unpacked_bytes)
{
    sls_str text;
    write_file(packed, sizeof packed);
    cr_expect_eq(sls_file_read("file", 3, arena, &text, &diag), SLS_OK);
    cr_expect_eq(sls_file_read("file", 2, arena, &text, &diag), SLS_ETOOBIG);
}

Test(stream, damaged_packing_is_told_and_plain_text_that_begins_alike_is_not_packed)
{
    sls_str text;
    write_file(packed, sizeof packed - 6);
    cr_expect_eq(sls_file_read("file", 0, arena, &text, &diag), SLS_EIO);
    cr_expect_str_eq(diag.path, "file");
    write_file("\x1f", 1);
    cr_assert_eq(sls_file_read("file", 0, arena, &text, &diag), SLS_OK);
    cr_expect_eq(text.len, 1);
}

/* gzip of stored blocks, "a" a line, so long that it opens well, and cut off. */
static void write_cut_off(void)
{
    enum { HEADER = 10, BLOCK_HEADER = 5, BLOCK = 0xC000, BLOCKS = 4 };
    static const unsigned char block[] = { 0, 0x00, 0xC0, 0xFF, 0x3F };
    static unsigned char bytes[HEADER + BLOCKS * (BLOCK_HEADER + BLOCK)];
    unsigned char *at = bytes + HEADER;
    memcpy(bytes, packed, HEADER);
    for (int i = 0; i < BLOCKS; i++) {
        memcpy(at, block, BLOCK_HEADER);
        at += BLOCK_HEADER;
        for (int k = 0; k < BLOCK; k++)
            *at++ = k % 2 == 0 ? 'a' : '\n';
    }
    write_file(bytes, sizeof bytes);
}

Test(stream, lines_of_damaged_packing_end_behind_the_error)
{
    sls_stream *stream;
    sls_lines *lines;
    sls_str line;
    size_t number = 0;
    sls_status status = SLS_OK;
    write_cut_off();
    cr_assert_eq(sls_stream_open("file", &stream, &diag), SLS_OK);
    cr_assert_eq(sls_lines_of(stream, 0, &lines, &diag), SLS_OK);
    while (status == SLS_OK)
        status = sls_lines_next(lines, arena, &line, &number, &diag);
    cr_expect_eq(status, SLS_EIO);
    cr_expect_gt(number, 1000);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ENOTFOUND);
    sls_lines_close(lines);
    sls_stream_close(stream);
}

Test(stream, a_path_of_a_member_names_its_archive)
{
    write_file("a", 1);
    cr_expect_eq(sls_stream_file("file"), 4);
    cr_expect_eq(sls_stream_file("file:2024/b.txt"), 4);
    cr_expect_eq(sls_stream_file("file:2024/b:2.txt"), 4);
    cr_expect_eq(sls_stream_file("none:b.txt"), 10);
}

Test(stream, text_is_no_archive)
{
    sls_archive *archive;
    sls_stream *member;
    sls_str name;
    write_file("Gempa mengguncang Cianjur.\n", 27);
    sls_status status = sls_archive_open("file", &archive, &diag);
    if (status == SLS_OK) {
        status = sls_archive_next(archive, &member, &name, &diag);
        sls_archive_close(archive);
    }
    cr_expect(status == SLS_ESYNTAX || status == SLS_EIO);
}
