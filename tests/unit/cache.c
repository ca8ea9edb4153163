#include "check/cache.h"
#include "check/kept.h"
#include "check/store.h"

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static char folder[64];

static void begin(void)
{
    snprintf(folder, sizeof folder, "/tmp/selisih-cache-XXXXXX");
    cr_assert_not_null(mkdtemp(folder));
}

static void end(void)
{
    char command[128];
    snprintf(command, sizeof command, "rm -rf %s", folder);
    cr_assert_eq(system(command), 0);
}

static const char *path_in(const char *name, char out[128])
{
    snprintf(out, 128, "%s/%s", folder, name);
    return out;
}

/* An article of `count` claims, every field filled. */
static sls_str kept_article(sls_arena *arena, size_t count, const sls_diag *notice)
{
    sls_result result = { .row = { .article = SLS_STR("kabar-1"),
                                   .source = SLS_STR("Kabar"),
                                   .published = SLS_STR("2024-06-11"),
                                   .lang = SLS_STR("id"),
                                   .bytes = 99,
                                   .claims = count },
                          .made = true,
                          .notice = notice };
    sls_str out;
    result.claims = sls_arena_calloc(arena, count + 1, sizeof *result.claims);
    result.columns = sls_arena_calloc(arena, count + 1, sizeof *result.columns);
    for (size_t n = 0; n < count; n++) {
        sls_claim *const c = &result.claims[n];
        *c = (sls_claim){ .kind = SLS_KIND_TITLE,
                          .line = n + 1,
                          .start = 7 * n,
                          .end = 7 * n + 5,
                          .bound = SLS_BOUND_RANGE,
                          .state = SLS_DEPUTY,
                          .state_inferred = n % 2,
                          .confidence = 80,
                          .zone = SLS_ZONE_CAPTION,
                          .weekday = 3,
                          .sentence = (int)n };
        for (size_t i = 0; i < SLS_CLAIM_TEXTS; i++) {
            void *const at = (char *)c + sls_claim_text_at(i);
            cr_assert_eq(sls_arena_format(arena, at, i % 3 ? "text %zu" : "text %zu of %zu", i, n),
                         SLS_OK);
        }
        result.columns[n] = (sls_column){ (uint32_t)n + 1, (uint32_t)n + 2 };
    }
    cr_assert_eq(sls_kept_write(&result, (sls_kept_place){ true, 12 }, arena, &out), SLS_OK);
    cr_assert_eq(out.len % 8, 0);
    return out;
}

Test(cache, an_article_comes_back_as_it_was)
{
    sls_arena *arena = sls_arena_new(0);
    sls_diag notice = { 0 };
    sls_diag_set(&notice, SLS_EUTF8, "a.txt", 3, "converted from Windows-1252");
    const sls_str kept = kept_article(arena, 3, &notice);
    sls_result back = { 0 };
    sls_kept_place place;

    cr_assert(sls_kept_place_of(kept, &place));
    cr_expect(place.placed);
    cr_expect_eq(place.line, 12);
    cr_assert_eq(sls_kept_read(kept, SLS_STR("b.txt"), 4, arena, &back), SLS_OK);
    cr_expect_eq(back.row.claims, 3);
    cr_expect_eq(back.row.bytes, 99);
    cr_expect(back.made);
    cr_expect(sls_str_eq(back.row.source, SLS_STR("Kabar")));
    cr_expect(sls_str_eq(back.claims[2].id, SLS_STR("text 0 of 2")));
    cr_expect(sls_str_eq(back.claims[1].patient, SLS_STR("text 25")));
    cr_expect_eq(back.claims[2].end, 19);
    cr_expect(back.claims[1].state_inferred);
    cr_expect_eq(back.claims[2].zone, SLS_ZONE_CAPTION);
    cr_expect_eq(back.columns[2].character, 4);
    cr_expect_str_eq(back.notice->path, "b.txt");
    cr_expect_eq(back.notice->line, 4);
    cr_expect_str_eq(back.notice->message, "converted from Windows-1252");
    sls_arena_free(arena);
}

/* Bytes of their own size each, so that sanitizers see a step beyond them. */
static void read_copy(sls_str bytes, sls_arena *arena)
{
    char *const copy = malloc(bytes.len + 1);
    char *const tight = realloc(copy, bytes.len > 0 ? bytes.len : 1);
    sls_result back = { 0 };
    memcpy(tight, bytes.ptr, bytes.len);
    const sls_status status =
        sls_kept_read((sls_str){ tight, bytes.len }, SLS_STR("x"), 1, arena, &back);
    cr_expect(status == SLS_OK || status == SLS_ESYNTAX);
    free(tight);
}

Test(cache, a_damaged_article_is_never_read_beyond_its_bytes)
{
    sls_arena *arena = sls_arena_new(0), *scratch = sls_arena_new(0);
    const sls_str kept = kept_article(arena, 2, NULL);
    char *const bytes = malloc(kept.len);
    for (size_t len = 0; len < kept.len; len++) {
        sls_arena_reset(scratch);
        read_copy((sls_str){ kept.ptr, len }, scratch);
    }
    for (size_t bit = 0; bit < kept.len * 8; bit++) {
        memcpy(bytes, kept.ptr, kept.len);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
        sls_arena_reset(scratch);
        read_copy((sls_str){ bytes, kept.len }, scratch);
    }
    free(bytes);
    sls_arena_free(scratch);
    sls_arena_free(arena);
}

/* A cache file of two articles from one input; its bytes, from malloc. */
static char *cache_file(sls_arena *arena, size_t *len)
{
    char path[128];
    sls_cache_writer *writer;
    sls_diag diag;
    sls_cache_entry entries[2];
    sls_cache_origin origin = { .key = { 5, 6 }, .first = 0, .count = 2, .stat.inode = 9 };
    const sls_cache_ref refs[] = { { 1, 1 }, { 0, 2 } };
    cr_assert_eq(sls_cache_writer_open(path_in("x", path), 42, &writer, &diag), SLS_OK);
    for (size_t i = 0; i < 2; i++) {
        const sls_str kept = kept_article(arena, i, NULL);
        entries[i] = (sls_cache_entry){ .key = { i + 1, i }, .len = (uint32_t)kept.len };
        entries[i].offset = sls_cache_writer_put(writer, kept);
    }
    const sls_cache_image image = { .entries = entries,
                                    .entry_count = 2,
                                    .origins = &origin,
                                    .origin_count = 1,
                                    .refs = refs,
                                    .ref_count = 2 };
    cr_assert_eq(sls_cache_writer_close(writer, &image, &diag), SLS_OK);
    FILE *const file = fopen(path, "rb");
    char *const bytes = malloc((size_t)1 << 16);
    *len = fread(bytes, 1, (size_t)1 << 16, file);
    fclose(file);
    return bytes;
}

static sls_status read_image(const char *bytes, size_t len, sls_cache_image *image)
{
    sls_diag diag;
    char *const copy = malloc(len > 0 ? len : 1);
    memcpy(copy, bytes, len);
    return sls_cache_image_of(copy, len, "x", image, &diag);
}

Test(cache, a_file_cut_short_anywhere_is_damaged, .init = begin, .fini = end)
{
    sls_arena *arena = sls_arena_new(0);
    sls_cache_image image;
    size_t len;
    char *const bytes = cache_file(arena, &len);
    cr_assert_eq(read_image(bytes, len, &image), SLS_OK);
    cr_expect_eq(image.entry_count, 2);
    cr_expect_eq(image.seed, 42);
    cr_expect_eq(image.refs[1].line, 2);
    sls_cache_image_free(&image);
    for (size_t cut = 0; cut < len; cut++) {
        cr_expect_eq(read_image(bytes, cut, &image), SLS_ESYNTAX, "%zu of %zu bytes", cut, len);
        cr_expect_null(image.bytes);
    }
    free(bytes);
    sls_arena_free(arena);
}

Test(cache, a_file_with_any_bit_changed_is_damaged, .init = begin, .fini = end)
{
    sls_arena *arena = sls_arena_new(0);
    sls_cache_image image;
    size_t len;
    char *const bytes = cache_file(arena, &len);
    for (size_t bit = 0; bit < len * 8; bit++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
        cr_expect_eq(read_image(bytes, len, &image), SLS_ESYNTAX, "bit %zu", bit);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ (1 << bit % 8));
    }
    free(bytes);
    sls_arena_free(arena);
}

Test(cache, the_build_has_a_name)
{
    cr_expect_eq(strlen(sls_fingerprint()), 32);
}
