#include "base/map.h"

#include <criterion/criterion.h>

static sls_arena *arena;
static sls_map map;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
    sls_map_init(&map, arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(map, .init = make, .fini = drop);

Test(map, an_empty_map_knows_nothing)
{
    cr_expect_eq(sls_map_get(&map, SLS_STR("RU")), SLS_MAP_NONE);
    cr_expect_eq(sls_map_get(&map, SLS_STR("")), SLS_MAP_NONE);
}

Test(map, a_key_is_its_bytes_not_its_place)
{
    char one[] = "lavrov", other[] = "lavrov";

    cr_assert_eq(sls_map_set(&map, (sls_str){ one, 6 }, 5), SLS_OK);
    cr_expect_eq(sls_map_get(&map, (sls_str){ other, 6 }), 5);
    cr_expect_eq(sls_map_get(&map, (sls_str){ other, 5 }), SLS_MAP_NONE);
    cr_assert_eq(sls_map_set(&map, (sls_str){ other, 6 }, 0), SLS_OK);
    cr_expect_eq(sls_map_get(&map, (sls_str){ one, 6 }), 0);
    cr_expect_eq(map.len, 1);
}

Test(map, the_empty_key_is_a_key)
{
    cr_assert_eq(sls_map_set(&map, (sls_str){ NULL, 0 }, 9), SLS_OK);
    cr_expect_eq(sls_map_get(&map, SLS_STR("")), 9);
}

Test(map, interning_gives_the_first_number_again)
{
    uint32_t value = 77;
    bool added = false;

    cr_assert_eq(sls_map_intern(&map, SLS_STR("KP"), 1, &value, &added), SLS_OK);
    cr_expect(added);
    cr_expect_eq(value, 1);
    cr_assert_eq(sls_map_intern(&map, SLS_STR("KP"), 2, &value, &added), SLS_OK);
    cr_expect_not(added);
    cr_expect_eq(value, 1);
}

Test(map, many_keys_survive_its_growth)
{
    sls_str key;

    for (uint32_t i = 0; i < 20000; i++) {
        cr_assert_eq(sls_arena_format(arena, &key, "key %u", i), SLS_OK);
        cr_assert_eq(sls_map_set(&map, key, i), SLS_OK);
    }
    cr_expect_eq(map.len, 20000);
    cr_expect_leq(map.len * 2, map.cap);
    for (uint32_t i = 0; i < 20000; i++) {
        cr_assert_eq(sls_arena_format(arena, &key, "key %u", i), SLS_OK);
        cr_assert_eq(sls_map_get(&map, key), i);
    }
    cr_expect_eq(sls_map_get(&map, SLS_STR("key 20000")), SLS_MAP_NONE);
}

Test(map, without_memory_nothing_changes)
{
    sls_arena *small = sls_arena_new(1000);
    sls_map tight;
    char keys[64];
    uint32_t count = 0, value = 0;
    bool added;

    sls_map_init(&tight, small);
    for (uint32_t i = 0; i < sizeof keys; i++)
        keys[i] = (char)('0' + i);
    while (count < sizeof keys &&
           sls_map_intern(&tight, (sls_str){ keys + count, 1 }, count, &value, &added) == SLS_OK)
        count++;
    cr_expect_geq(count, 8);
    cr_expect_lt(count, sizeof keys);
    cr_expect_eq(tight.len, count);
    for (uint32_t i = 0; i < count; i++)
        cr_expect_eq(sls_map_get(&tight, (sls_str){ keys + i, 1 }), i);
    sls_arena_free(small);
}

/* Ids in files depend on these: the empty string's is XXH3's published test value. */
Test(map, hashes_are_the_same_everywhere_and_for_ever)
{
    cr_expect_eq(sls_hash((sls_str){ NULL, 0 }), 0x2d06800538d394c2);
    cr_expect_eq(sls_hash(SLS_STR("selisih")), sls_hash(sls_str_of("selisih")));
    cr_expect_neq(sls_hash(SLS_STR("selisih")), sls_hash(SLS_STR("selisi")));
}
