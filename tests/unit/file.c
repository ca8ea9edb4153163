#include "io/file.h"

#include <criterion/criterion.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static sls_arena *arena;
static sls_diag diag;
static char home[] = "/tmp/selisih-file-XXXXXX";

/* Each test in a folder of its own, which is also where it stands. */
static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    cr_assert_not_null(mkdtemp(home));
    cr_assert_eq(chdir(home), 0);
}

static void drop(void)
{
    char command[128];

    sls_arena_free(arena);
    snprintf(command, sizeof command, "rm -rf %s", home);
    cr_expect_eq(system(command), 0);
}

TestSuite(file, .init = make, .fini = drop);

static void put(const char *path, sls_str bytes)
{
    FILE *file = fopen(path, "wb");

    cr_assert_not_null(file);
    cr_assert_eq(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    cr_assert_eq(fclose(file), 0);
}

static sls_str get(const char *path)
{
    sls_str text = { NULL, 0 };

    cr_assert_eq(sls_file_read(path, 0, arena, &text, &diag), SLS_OK, "%s", diag.message);
    return text;
}

/* How many names, hidden ones too, lie in `path`. */
static int names_in(const char *path)
{
    DIR *folder = opendir(path);
    int count = -2;

    cr_assert_not_null(folder);
    while (readdir(folder))
        count++;
    closedir(folder);
    return count;
}

static sls_out *out_to(const char *path)
{
    sls_out *out = NULL;

    cr_assert_eq(sls_out_open(path, &out, &diag), SLS_OK, "%s", diag.message);
    return out;
}

Test(file, every_byte_of_a_file_is_read)
{
    put("a", SLS_STR("Rabu\0\r\n\xff"));
    cr_expect(sls_str_eq(get("a"), SLS_STR("Rabu\0\r\n\xff")));
    put("empty", SLS_STR(""));
    cr_expect_eq(get("empty").len, 0);
}

Test(file, a_file_without_a_size_is_read_to_its_end)
{
    const sls_str status = get("/proc/self/status");

    cr_expect(sls_str_starts(status, SLS_STR("Name:")));
    cr_expect_gt(status.len, 100);
}

Test(file, the_limit_is_the_last_size_that_passes)
{
    sls_str text = SLS_STR("untouched");

    put("ten", SLS_STR("0123456789"));
    cr_expect_eq(sls_file_read("ten", 9, arena, &text, &diag), SLS_ETOOBIG);
    cr_expect_str_eq(diag.path, "ten");
    cr_expect_str_eq(diag.message, "over the limit of 9 bytes");
    cr_expect(sls_str_eq(text, SLS_STR("untouched")));
    cr_expect_eq(sls_file_read("ten", 10, arena, &text, &diag), SLS_OK);
    cr_expect_eq(text.len, 10);
}

Test(file, what_cannot_be_read_is_named_with_the_reason)
{
    sls_str text;

    cr_expect_eq(sls_file_read("none.txt", 0, arena, &text, &diag), SLS_ENOTFOUND);
    cr_expect_str_eq(diag.path, "none.txt");
    cr_expect_str_eq(diag.message, "cannot open: No such file or directory");
    cr_assert_eq(mkdir("folder", 0777), 0);
    cr_expect_eq(sls_file_read("folder", 0, arena, &text, &diag), SLS_EIO);
    cr_expect_str_eq(diag.message, "is a folder, not a file");
    put("file", SLS_STR("x"));
    cr_expect_eq(sls_file_read("file/below", 0, arena, &text, &diag), SLS_ENOTFOUND);
}

Test(file, an_arena_too_small_for_a_file_is_no_memory)
{
    sls_arena *small = sls_arena_new(1000);
    sls_str text;

    cr_expect_eq(sls_file_read("/proc/self/status", 0, small, &text, &diag), SLS_ENOMEM);
    sls_arena_free(small);
}

Test(file, lines_end_in_lf_or_crlf_and_the_last_may_lack_one)
{
    const char *const expected[] = { "satu", "", "d\rua", "", "tiga" };
    sls_stream *stream;
    sls_lines *lines;
    sls_str line;
    size_t number;

    put("l", SLS_STR("satu\n\r\nd\rua\r\n\ntiga"));
    cr_assert_eq(sls_stream_open("l", &stream, &diag), SLS_OK);
    cr_assert_eq(sls_lines_of(stream, 100, &lines, &diag), SLS_OK);
    for (size_t i = 0; i < 5; i++) {
        cr_assert_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_OK);
        cr_expect(sls_str_eq(line, sls_str_of(expected[i])), "line %zu", i + 1);
        cr_expect_eq(number, i + 1);
    }
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ENOTFOUND);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ENOTFOUND);
    sls_lines_close(lines);
    sls_stream_close(stream);
    sls_lines_close(NULL);
}

Test(file, a_line_too_long_is_passed_over_and_the_next_is_read)
{
    sls_stream *stream;
    sls_lines *lines;
    sls_str line;
    size_t number = 0;

    put("l", SLS_STR("12345\n123456\n12345\r\n123456\r\n1\n123456"));
    cr_assert_eq(sls_stream_open("l", &stream, &diag), SLS_OK);
    cr_assert_eq(sls_lines_of(stream, 5, &lines, &diag), SLS_OK);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_OK);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ETOOBIG);
    cr_expect_eq(number, 2);
    cr_expect_eq(diag.line, 2);
    cr_expect_str_eq(diag.path, "l");
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_OK);
    cr_expect_eq(line.len, 5);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ETOOBIG);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_OK);
    cr_expect(sls_str_eq(line, SLS_STR("1")));
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ETOOBIG);
    cr_expect_eq(number, 6);
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ENOTFOUND);
    sls_lines_close(lines);
    sls_stream_close(stream);
}

Test(file, lines_far_longer_than_the_buffer_come_whole_or_are_skipped_whole)
{
    const size_t sizes[] = { 65534, 65535, 65536, 65537, 300000, 5000000, 3 };
    FILE *file = fopen("big", "wb");
    sls_stream *stream;
    sls_lines *lines;
    sls_str line;
    size_t number;

    cr_assert_not_null(file);
    for (size_t i = 0; i < 7; i++) {
        for (size_t j = 0; j < sizes[i]; j++)
            fputc('a' + (int)i, file);
        fputc('\n', file);
    }
    fclose(file);

    cr_assert_eq(sls_stream_open("big", &stream, &diag), SLS_OK);
    cr_assert_eq(sls_lines_of(stream, 1000000, &lines, &diag), SLS_OK);
    for (size_t i = 0; i < 7; i++) {
        const sls_status status = sls_lines_next(lines, arena, &line, &number, &diag);
        cr_assert_eq(status, sizes[i] > 1000000 ? SLS_ETOOBIG : SLS_OK, "line %zu", i);
        if (status != SLS_OK)
            continue;
        cr_expect_eq(line.len, sizes[i]);
        cr_expect_eq(line.ptr[0], 'a' + (int)i);
        cr_expect_eq(line.ptr[line.len - 1], 'a' + (int)i);
    }
    cr_expect_eq(sls_lines_next(lines, arena, &line, &number, &diag), SLS_ENOTFOUND);
    sls_lines_close(lines);
    sls_stream_close(stream);
}

Test(file, an_output_is_nowhere_until_it_is_committed)
{
    sls_out *out = out_to("claims.csv");

    sls_out_write(out, SLS_STR("a,b\n"));
    sls_out_format(out, "%d,%s\n", 1, "x");
    cr_expect_neq(access("claims.csv", F_OK), 0);
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_expect(sls_str_eq(get("claims.csv"), SLS_STR("a,b\n1,x\n")));
    cr_expect_eq(names_in("."), 1);
}

Test(file, an_abandoned_output_leaves_the_old_file_and_nothing_else)
{
    put("r.csv", SLS_STR("old"));
    sls_out *out = out_to("r.csv");
    cr_expect_eq(names_in("."), 2);
    sls_out_write(out, SLS_STR("new"));
    sls_out_abandon(out);
    sls_out_abandon(NULL);
    cr_expect(sls_str_eq(get("r.csv"), SLS_STR("old")));
    cr_expect_eq(names_in("."), 1);
}

Test(file, two_writers_of_one_file_do_not_meet)
{
    sls_out *one = out_to("r.csv"), *two = out_to("r.csv");

    sls_out_write(one, SLS_STR("one"));
    sls_out_write(two, SLS_STR("two"));
    cr_expect_eq(sls_out_commit(two, &diag), SLS_OK);
    cr_expect_eq(sls_out_commit(one, &diag), SLS_OK);
    cr_expect(sls_str_eq(get("r.csv"), SLS_STR("one")));
    cr_expect_eq(names_in("."), 1);
}

Test(file, large_outputs_arrive_in_order)
{
    sls_out *out = out_to("large"), *memory = out_to(NULL);
    char *block = sls_arena_alloc(arena, 700000);

    cr_assert_not_null(block);
    memset(block, 'x', 700000);
    for (int i = 0; i < 40000; i++) {
        sls_out_format(out, "%d\n", i);
        sls_out_format(memory, "%d\n", i);
        if (i == 20000) {
            sls_out_write(out, (sls_str){ block, 700000 });
            sls_out_write(memory, (sls_str){ block, 700000 });
        }
    }
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_expect_gt(sls_out_text(memory).len, 900000);
    cr_expect(sls_str_eq(get("large"), sls_out_text(memory)));
    cr_expect_eq(sls_out_commit(memory, &diag), SLS_OK);
}

Test(file, room_is_filled_in_place)
{
    sls_out *memory = out_to(NULL);
    char *room = sls_out_room(memory, 300000);

    cr_assert_not_null(room);
    memcpy(room, "abc", 3);
    sls_out_advance(memory, 3);
    cr_expect(sls_str_eq(sls_out_text(memory), SLS_STR("abc")));
    cr_expect_null(sls_out_room(memory, SIZE_MAX));
    cr_expect_eq(sls_out_commit(memory, &diag), SLS_ENOMEM);
}

Test(file, a_full_disk_is_told_at_the_end_and_keeps_the_old_file)
{
    sls_out *out = out_to("/dev/full");

    sls_out_write(out, SLS_STR("lost"));
    cr_expect_eq(sls_out_commit(out, &diag), SLS_EIO);
    cr_expect_str_eq(diag.path, "/dev/full");
    cr_expect_str_eq(diag.message, "cannot write: No space left on device");
}

Test(file, devices_are_written_to_and_never_replaced)
{
    struct stat about;
    sls_out *out = out_to("/dev/null");

    sls_out_write(out, SLS_STR("gone"));
    cr_expect_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_assert_eq(stat("/dev/null", &about), 0);
    cr_expect(S_ISCHR(about.st_mode));
}

Test(file, a_link_stays_and_its_file_is_replaced)
{
    struct stat about;

    cr_assert_eq(mkdir("real", 0777), 0);
    put("real/r.csv", SLS_STR("old"));
    cr_assert_eq(symlink("real/r.csv", "r.csv"), 0);
    sls_out *out = out_to("r.csv");
    sls_out_write(out, SLS_STR("new"));
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_assert_eq(lstat("r.csv", &about), 0);
    cr_expect(S_ISLNK(about.st_mode));
    cr_expect(sls_str_eq(get("real/r.csv"), SLS_STR("new")));
}

Test(file, an_output_without_its_folder_or_onto_one_is_refused)
{
    sls_out *out = NULL;

    cr_expect_eq(sls_out_open("none/r.csv", &out, &diag), SLS_EIO);
    cr_expect_str_eq(diag.path, "none/r.csv");
    cr_expect_str_eq(diag.message, "cannot write: No such file or directory");
    cr_assert_eq(mkdir("folder", 0777), 0);
    cr_expect_eq(sls_out_open("folder", &out, &diag), SLS_EIO);
    cr_expect_null(out);
}

Test(file, a_name_of_the_longest_length_can_be_written)
{
    char name[256];

    memset(name, 'n', 255);
    name[255] = '\0';
    sls_out *out = out_to(name);
    cr_expect_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_expect_eq(access(name, F_OK), 0);
}

Test(file, folders_are_made_with_their_parents_once)
{
    cr_expect_eq(sls_make_folders("a/b//c/", &diag), SLS_OK);
    cr_expect_eq(names_in("a/b/c"), 0);
    cr_expect_eq(sls_make_folders("a/b", &diag), SLS_OK);
    cr_expect_eq(sls_make_folders("./a/../a/d", &diag), SLS_OK);
    cr_expect_eq(sls_make_folders("/", &diag), SLS_OK);
    put("file", SLS_STR(""));
    cr_expect_eq(sls_make_folders("file", &diag), SLS_EIO);
    cr_expect_eq(sls_make_folders("file/below", &diag), SLS_EIO);
    cr_expect_str_eq(diag.message, "cannot make the folder: Not a directory");
}

Test(file, an_output_can_go_on_behind_what_a_file_holds)
{
    for (int i = 0; i < 2; i++) {
        sls_out *out = NULL;
        cr_assert_eq(sls_out_append("log", &out, &diag), SLS_OK);
        sls_out_write(out, i == 0 ? SLS_STR("one\n") : SLS_STR("two\n"));
        cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    }
    cr_expect(sls_str_eq(get("log"), SLS_STR("one\ntwo\n")));
    cr_expect_eq(names_in("."), 1);

    sls_out *out = NULL;
    cr_expect_eq(sls_out_append("none/log", &out, &diag), SLS_EIO);
    cr_expect_str_eq(diag.path, "none/log");
}

Test(file, what_a_file_holds_already_is_not_written_again)
{
    struct stat before, after;
    sls_out *out;

    put("same.csv", SLS_STR("a,b\n1,2\n"));
    cr_assert_eq(stat("same.csv", &before), 0);
    cr_assert_eq(sls_out_open("same.csv", &out, &diag), SLS_OK);
    sls_out_write(out, SLS_STR("a,b\n1,2\n"));
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_assert_eq(stat("same.csv", &after), 0);
    cr_expect_eq(before.st_ino, after.st_ino);
    cr_expect_eq(names_in("."), 1);

    cr_assert_eq(sls_out_open("same.csv", &out, &diag), SLS_OK);
    sls_out_write(out, SLS_STR("a,b\n1,3\n"));
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    cr_expect(sls_str_eq(get("same.csv"), SLS_STR("a,b\n1,3\n")));
    cr_expect_eq(names_in("."), 1);
}
