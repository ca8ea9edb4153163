#include "base/vec.h"

#include <criterion/criterion.h>
#include <stdalign.h>
#include <string.h>

static sls_arena *arena;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(arena, .init = make, .fini = drop);

Test(arena, allocations_are_aligned_and_do_not_overlap)
{
    unsigned char *blocks[200];

    for (size_t i = 0; i < 200; i++) {
        blocks[i] = sls_arena_alloc(arena, i * 13 + 1);
        cr_assert_not_null(blocks[i]);
        cr_expect_eq((uintptr_t)blocks[i] % alignof(max_align_t), 0);
        memset(blocks[i], (int)i, i * 13 + 1);
    }
    for (size_t i = 0; i < 200; i++) {
        for (size_t j = 0; j < i * 13 + 1; j++)
            cr_assert_eq(blocks[i][j], i);
    }
}

Test(arena, no_bytes_are_still_a_place)
{
    cr_expect_not_null(sls_arena_alloc(arena, 0));
    cr_expect_not_null(sls_arena_calloc(arena, 0, 8));
}

Test(arena, its_limit_refuses_and_leaves_it_usable)
{
    sls_arena *small = sls_arena_new(1024);

    cr_assert_not_null(small);
    cr_expect_not_null(sls_arena_alloc(small, 1000));
    cr_expect_null(sls_arena_alloc(small, 100));
    cr_expect_not_null(sls_arena_alloc(small, 10));
    cr_expect_leq(sls_arena_used(small), 1024);
    sls_arena_reset(small);
    cr_expect_not_null(sls_arena_alloc(small, 1024));
    cr_expect_null(sls_arena_alloc(small, 1));
    sls_arena_free(small);
}

Test(arena, sizes_that_overflow_are_refused)
{
    cr_expect_null(sls_arena_alloc(arena, SIZE_MAX));
    cr_expect_null(sls_arena_alloc(arena, SIZE_MAX - 8));
    cr_expect_null(sls_arena_calloc(arena, SIZE_MAX / 2, 3));
    cr_expect_null(sls_arena_grow(arena, NULL, 0, SIZE_MAX / 2, 3));
    cr_expect_not_null(sls_arena_alloc(arena, 8));
}

Test(arena, calloc_zeroes_memory_that_reset_gave_back)
{
    unsigned char *bytes = sls_arena_alloc(arena, 5000);

    cr_assert_not_null(bytes);
    memset(bytes, 0xff, 5000);
    sls_arena_reset(arena);
    cr_expect_eq(sls_arena_used(arena), 0);
    bytes = sls_arena_calloc(arena, 50, 100);
    cr_assert_not_null(bytes);
    for (size_t i = 0; i < 5000; i++)
        cr_assert_eq(bytes[i], 0);
}

Test(arena, it_is_reused_after_giants_and_dwarfs)
{
    for (int round = 0; round < 4; round++) {
        for (size_t size = 1; size < (size_t)8 << 20; size *= 3) {
            unsigned char *bytes = sls_arena_alloc(arena, size);
            cr_assert_not_null(bytes);
            bytes[0] = bytes[size - 1] = 1;
        }
        sls_arena_reset(arena);
    }
}

Test(arena, growing_keeps_what_was_there)
{
    int *numbers = sls_arena_grow(arena, NULL, 0, 3, sizeof *numbers);

    cr_assert_not_null(numbers);
    for (int i = 0; i < 3; i++)
        numbers[i] = i;
    numbers = sls_arena_grow(arena, numbers, 3, 100, sizeof *numbers);
    cr_assert_not_null(numbers);
    char *between = sls_arena_alloc(arena, 1);
    cr_assert_not_null(between);
    *between = 'x';
    numbers[99] = 99;
    numbers = sls_arena_grow(arena, numbers, 100, 10000, sizeof *numbers);
    cr_assert_not_null(numbers);
    numbers[9999] = 1;
    cr_expect_eq(numbers[2], 2);
    cr_expect_eq(numbers[99], 99);
    cr_expect_eq(*between, 'x');
}

Test(arena, growing_past_the_limit_leaves_the_old_array)
{
    sls_arena *small = sls_arena_new(256);
    char *old = sls_arena_grow(small, NULL, 0, 100, 1);

    cr_assert_not_null(old);
    memset(old, 'a', 100);
    cr_expect_null(sls_arena_grow(small, old, 100, 300, 1));
    cr_expect_eq(old[99], 'a');
    sls_arena_free(small);
}

Test(arena, a_copy_ends_in_nul_and_holds_nuls)
{
    sls_str copy;

    cr_assert_eq(sls_arena_copy(arena, SLS_STR("a\0b"), &copy), SLS_OK);
    cr_expect_eq(copy.len, 3);
    cr_expect_eq(memcmp(copy.ptr, "a\0b", 4), 0);
    cr_assert_eq(sls_arena_copy(arena, (sls_str){ NULL, 0 }, &copy), SLS_OK);
    cr_expect_str_eq(copy.ptr, "");
}

Test(arena, formatting_fits_any_length_or_says_no_memory)
{
    sls_arena *small = sls_arena_new(64);
    sls_str text = SLS_STR("untouched");

    cr_assert_eq(sls_arena_format(arena, &text, "%05d %*s", 42, 3000, "x"), SLS_OK);
    cr_expect_eq(text.len, 3006);
    cr_expect(sls_str_starts(text, SLS_STR("00042  ")));
    cr_expect_eq(text.ptr[text.len], '\0');
    const sls_str before = text;
    cr_expect_eq(sls_arena_format(small, &text, "%100d", 1), SLS_ENOMEM);
    cr_expect_eq(sls_arena_copy(small, before, &text), SLS_ENOMEM);
    cr_expect_eq(text.ptr, before.ptr);
    sls_arena_free(small);
}

Test(arena, a_vector_grows_one_by_one)
{
    SLS_VEC(size_t) squares = { 0 };

    for (size_t i = 0; i < 5000; i++) {
        size_t *at = sls_vec_push(&squares, arena);
        cr_assert_not_null(at);
        *at = i * i;
    }
    cr_expect_eq(squares.len, 5000);
    for (size_t i = 0; i < 5000; i++)
        cr_assert_eq(squares.at[i], i * i);
}

Test(arena, a_vector_without_memory_keeps_its_elements)
{
    sls_arena *small = sls_arena_new(200);
    SLS_VEC(uint64_t) numbers = { 0 };
    size_t pushed = 0;

    for (uint64_t *at; (at = sls_vec_push(&numbers, small)) != NULL; pushed++)
        *at = pushed;
    cr_expect_geq(pushed, 8);
    cr_expect_leq(pushed, 25);
    cr_expect_eq(numbers.len, pushed);
    cr_expect_eq(numbers.at[pushed - 1], pushed - 1);
    sls_arena_free(small);
}

Test(arena, pieces_stand_one_behind_the_other)
{
    sls_arena *small = sls_arena_new(16);
    const sls_str office = SLS_STR("foreign-minister"), empty = { NULL, 0 };
    sls_str text = { NULL, 0 };

    cr_assert_eq(sls_arena_concat3(arena, office, SLS_STR("@"), SLS_STR("RU"), &text), SLS_OK);
    cr_expect_str_eq(text.ptr, "foreign-minister@RU");
    cr_expect_eq(text.len, 19);
    cr_assert_eq(sls_arena_concat3(arena, empty, empty, SLS_STR("x"), &text), SLS_OK);
    cr_expect_str_eq(text.ptr, "x");
    cr_assert_eq(sls_arena_concat(arena, NULL, 0, &text), SLS_OK);
    cr_expect_eq(text.len, 0);
    cr_expect_eq(sls_arena_concat3(small, office, empty, empty, &text), SLS_ENOMEM);
    sls_arena_free(small);
}

/* Articles of many sizes, as a worker meets them. */
Test(arena, a_reset_serves_small_and_large_in_turn)
{
    for (size_t round = 0; round < 12; round++) {
        const size_t size = round % 3 == 0 ? (size_t)3 << 20 : 500;
        unsigned char *last = NULL;

        for (size_t i = 0; i < 4; i++) {
            unsigned char *bytes = sls_arena_alloc(arena, size);

            cr_assert_not_null(bytes);
            cr_assert(!last || bytes >= last + size || bytes + size <= last);
            memset(bytes, (int)round, size);
            last = bytes;
        }
        cr_expect_geq(sls_arena_used(arena), 4 * size);
        sls_arena_reset(arena);
        cr_expect_eq(sls_arena_used(arena), 0);
    }
}

Test(arena, what_grows_large_keeps_what_it_held)
{
    const size_t begin = (size_t)2 << 20;
    unsigned char *bytes = sls_arena_alloc(arena, begin);
    cr_assert_not_null(bytes);
    memset(bytes, 7, begin);
    for (size_t size = begin; size < (size_t)40 << 20; size *= 2) {
        bytes = sls_arena_grow(arena, bytes, size, 2 * size, 1);
        cr_assert_not_null(bytes);
        cr_expect_eq(bytes[size - 1], 7);
        memset(bytes + size, 7, size);
        cr_expect_geq(sls_arena_used(arena), 2 * size);
        cr_assert_not_null(sls_arena_alloc(arena, 100));
    }
}

Test(arena, another_arenas_bytes_live_on_in_the_one_that_adopts_it)
{
    sls_arena *const other = sls_arena_new(0), *const fresh = sls_arena_new(0);
    sls_str a, b, c;
    cr_assert_eq(sls_arena_copy(other, SLS_STR("Cianjur"), &a), SLS_OK);
    cr_assert_eq(sls_arena_copy(arena, SLS_STR("Garut"), &b), SLS_OK);
    sls_arena_adopt(arena, other);
    sls_arena_adopt(arena, NULL);
    sls_arena_adopt(arena, sls_arena_new(0));
    cr_assert_eq(sls_arena_copy(arena, SLS_STR("Tuban"), &c), SLS_OK);
    cr_expect_str_eq(a.ptr, "Cianjur");
    cr_expect_str_eq(b.ptr, "Garut");
    cr_expect_str_eq(c.ptr, "Tuban");
    sls_arena_reset(arena);
    cr_expect_eq(sls_arena_used(arena), 0);
    cr_assert_eq(sls_arena_copy(arena, SLS_STR("Medan"), &b), SLS_OK);
    sls_arena_adopt(fresh, sls_arena_new(0));
    cr_assert_eq(sls_arena_copy(fresh, SLS_STR("Ambon"), &a), SLS_OK);
    cr_expect_str_eq(a.ptr, "Ambon");
    sls_arena_free(fresh);
}
