#include "io/file.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
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
