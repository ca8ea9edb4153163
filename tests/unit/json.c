#include "io/json.h"

#include <cjson/cJSON.h>
#include <criterion/criterion.h>
#include <string.h>

static const char *const NAMES[] = { "id", "text", "title" };

/* Allocations that cJSON is still granted. */
static int granted;

static void *sparing(size_t size)
{
    return granted-- > 0 ? malloc(size) : NULL;
}

static sls_arena *arena;
static sls_diag diag;
static sls_str values[3];

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(json, .init = make, .fini = drop);

/* A copy without a NUL behind it, so that a sanitizer sees a read past the end. */
static sls_status parse(sls_str text)
{
    char *exact = malloc(text.len ? text.len : 1);

    cr_assert_not_null(exact);
    memcpy(exact, text.ptr, text.len);
    memset(&diag, 0, sizeof diag);
    const sls_status status =
        sls_json_members((sls_str){ exact, text.len }, NAMES, 3, arena, values, &diag);
    free(exact);
    return status;
}

static void expect_values(sls_str text, sls_str id, sls_str body)
{
    cr_assert_eq(parse(text), SLS_OK, "%.*s: %s", SLS_FMT(text), diag.message);
    cr_expect(sls_str_eq(values[0], id), "id '%.*s'", SLS_FMT(values[0]));
    cr_expect(sls_str_eq(values[1], body), "text '%.*s'", SLS_FMT(values[1]));
}

static void expect_error(sls_str text, size_t column, const char *message)
{
    cr_expect_eq(parse(text), SLS_ESYNTAX, "%.*s", SLS_FMT(text));
    cr_expect_eq(diag.column, column, "%.*s: column %zu", SLS_FMT(text), diag.column);
    if (message)
        cr_expect_str_eq(diag.message, message);
}

Test(json, members_come_in_the_order_they_were_asked)
{
    expect_values(
        SLS_STR(" {\"title\":\"T\", \"text\" : \"Rabu\", \"id\":\"a\", \"more\":[1,{}]} \r\n"),
        SLS_STR("a"), SLS_STR("Rabu"));
    cr_expect(sls_str_eq(values[2], SLS_STR("T")));
}

Test(json, a_dot_leads_into_an_object_and_an_array_of_texts_is_joined)
{
    const char *const names[] = { "meta.id", "body", "a.b" };
    const sls_str text =
        SLS_STR("{\"meta\":{\"id\":7},\"body\":[\"Rabu\",\"Kamis\"],\"a.b\":\"whole\","
                "\"a\":{\"b\":\"part\"}}");
    memset(&diag, 0, sizeof diag);
    cr_assert_eq(sls_json_members(text, names, 3, arena, values, &diag), SLS_OK, "%s",
                 diag.message);
    cr_expect(sls_str_eq(values[0], SLS_STR("7")));
    cr_expect(sls_str_eq(values[1], SLS_STR("Rabu\n\nKamis")));
    cr_expect(sls_str_eq(values[2], SLS_STR("whole")));
}

Test(json, an_object_is_found_by_its_type_in_a_graph)
{
    const char *const types[] = { "NewsArticle" }, *const names[] = { "headline",
                                                                      "publisher.name" };
    const sls_str text =
        SLS_STR("[{\"@type\":\"WebPage\"},{\"@graph\":[{\"@type\":[\"Thing\",\"NewsArticle\"],"
                "\"headline\":\"Rabu\",\"publisher\":{\"name\":\"Kabar\"}}]}]");
    cr_assert_eq(sls_json_typed(text, types, 1, names, 2, arena, values), SLS_OK);
    cr_expect(sls_str_eq(values[0], SLS_STR("Rabu")) && sls_str_eq(values[1], SLS_STR("Kabar")));
    cr_expect_eq(
        sls_json_typed(SLS_STR("{\"@type\":\"Other\"}"), types, 1, names, 2, arena, values),
        SLS_ENOTFOUND);
    cr_expect_eq(sls_json_typed(SLS_STR("{nonsense"), types, 1, names, 2, arena, values),
                 SLS_ENOTFOUND);
}

Test(json, null_and_absent_members_are_empty)
{
    values[0] = values[1] = SLS_STR("left over");
    expect_values(SLS_STR("{\"id\":null}"), SLS_STR(""), SLS_STR(""));
    expect_values(SLS_STR("{}"), SLS_STR(""), SLS_STR(""));
    expect_values(SLS_STR("{\"ID\":\"a\",\"TEXT\":\"b\"}"), SLS_STR(""), SLS_STR(""));
}

Test(json, escapes_become_utf8)
{
    expect_values(SLS_STR("{\"id\":\"\\u00e9\\n\\\"\\\\u0000\",\"text\":\"\\ud83d\\ude00\"}"),
                  SLS_STR("\xc3\xa9\n\"\\u0000"), SLS_STR("\xf0\x9f\x98\x80"));
}

Test(json, a_flat_record_and_one_that_is_not_read_alike)
{
    static const char *const MEMBERS[] = {
        "\"id\":\"satu\",\"text\":\"a \\\"b\\\" c\\/d\\te\\u0041\\ud83d\\ude00\"",
        "\"id\" : \"\", \"text\" :\n\"sebuah kalimat yang panjangnya lebih dari delapan bita\"",
        "\"id\":\"satu\",\"id\":\"dua\",\"text\":null,\"text\":\"x\"",
        "\"i\\u0064\":\"lolos\",\"text\":\"\\b\\f\\r\\n\\\\\"",
    };

    for (size_t i = 0; i < sizeof MEMBERS / sizeof *MEMBERS; i++) {
        sls_str flat[2], nested, id;

        cr_assert_eq(sls_arena_format(arena, &id, "{%s}", MEMBERS[i]), SLS_OK);
        cr_assert_eq(sls_arena_format(arena, &nested, "{%s,\"z\":[]}", MEMBERS[i]), SLS_OK);
        cr_assert_eq(parse(id), SLS_OK, "%s", MEMBERS[i]);
        memcpy(flat, values, sizeof flat);
        expect_values(nested, flat[0], flat[1]);
    }
}

Test(json, numbers_come_as_they_were_written)
{
    expect_values(SLS_STR("{\"id\":12345,\"text\":-7}"), SLS_STR("12345"), SLS_STR("-7"));
    expect_values(SLS_STR("{\"id\":9007199254740991,\"text\":0.25}"), SLS_STR("9007199254740991"),
                  SLS_STR("0.25"));
    expect_values(SLS_STR("{\"id\":0,\"text\":1700000000000}"), SLS_STR("0"),
                  SLS_STR("1700000000000"));
}

Test(json, a_number_that_was_rounded_is_refused)
{
    expect_error(SLS_STR("{\"id\":12345678901234567890}"), 2,
                 "\"id\" is a number too large to keep: write it in quotes");
    expect_error(SLS_STR("{\"id\":1e999}"), 2, NULL);
    expect_error(SLS_STR("{\"id\":9007199254740993}"), 2, NULL);
}

Test(json, a_nul_is_refused_raw_and_escaped)
{
    expect_error(SLS_STR("{\"id\":\"a\\u0000b\"}"), 9, "a NUL character in JSON: remove it");
    expect_error(SLS_STR("{\"id\":\"a\0b\"}"), 9, NULL);
    expect_error(SLS_STR("{\"id\":\"a\\\\\\u0000\"}"), 11, NULL);
    cr_expect_eq(parse(SLS_STR("{\"id\":\"\\")), SLS_ESYNTAX);
}

Test(json, members_of_other_types_are_named)
{
    expect_error(SLS_STR("{\"id\":\"a\",\"text\":[{}]}"), 11,
                 "\"text\" is neither text nor a number");
    expect_error(SLS_STR("{\"id\":true}"), 2, NULL);
    expect_error(SLS_STR("{\"id\":{\"x\":1}}"), 2, NULL);
}

Test(json, only_one_object_is_a_record)
{
    expect_error(SLS_STR(""), 1, "empty, not a JSON object");
    expect_error(SLS_STR("  \t"), 1, "empty, not a JSON object");
    expect_error(SLS_STR("[]"), 1, "JSON, but not an object");
    expect_error(SLS_STR("\"text\""), 1, NULL);
    expect_error(SLS_STR("null"), 1, NULL);
    expect_error(SLS_STR("{\"id\":\"a\"} {\"id\":\"b\"}"), 12, "more text behind the JSON object");
    expect_error(SLS_STR("{\"id\":\"a\"},"), 11, NULL);
}

Test(json, broken_text_is_told_with_its_column)
{
    expect_error(SLS_STR("{\"id\" \"a\"}"), 7, "not JSON from this column on");
    expect_error(SLS_STR("{\"id\":\"a\",}"), 11, NULL);
    expect_error(SLS_STR("hello"), 1, NULL);
    const sls_str truncated[] = { SLS_S("{"),
                                  SLS_S("{\"id"),
                                  SLS_S("{\"id\":"),
                                  SLS_S("{\"id\":\"a"),
                                  SLS_S("{\"id\":\"a\""),
                                  SLS_S("{\"id\":\"a\\u00"),
                                  SLS_S("{\"id\":\"\\ud83d\"}") };
    for (size_t i = 0; i < sizeof truncated / sizeof *truncated; i++) {
        cr_expect_eq(parse(truncated[i]), SLS_ESYNTAX, "%.*s", SLS_FMT(truncated[i]));
        cr_expect_gt(diag.column, 0);
        cr_expect_leq(diag.column, truncated[i].len + 1);
    }
}

Test(json, deep_nesting_is_refused_before_the_stack_ends)
{
    const size_t depth = 1000000;
    char *text = malloc(depth + 6);

    cr_assert_not_null(text);
    memcpy(text, "{\"id\":", 6);
    memset(text + 6, '[', depth);
    cr_expect_eq(parse((sls_str){ text, depth + 6 }), SLS_ESYNTAX);
    free(text);
}

Test(json, values_outlive_the_text_and_need_memory)
{
    sls_arena *small = sls_arena_new(64);
    const sls_str text = SLS_STR(
        "{\"text\":\"a text that is longer than the sixty-four bytes of this small arena\"}");

    cr_expect_eq(sls_json_members(text, NAMES, 3, small, values, &diag), SLS_ENOMEM);
    sls_arena_free(small);
}

Test(json, each_allocation_of_the_parser_may_fail)
{
    cJSON_Hooks hooks = { sparing, free };
    const sls_str text = SLS_STR("{\"id\":\"a\",\"text\":[1,\"b\"],\"title\":\"c\"}");
    sls_status status = SLS_ENOMEM;
    int grants = 0;

    cJSON_InitHooks(&hooks);
    for (; status != SLS_OK && grants < 100; grants++) {
        granted = grants;
        status = sls_json_members(text, (const char *const[]){ "id" }, 1, arena, values, &diag);
        if (grants < 2)
            cr_expect_eq(status, SLS_ENOMEM);
    }
    cJSON_InitHooks(NULL);
    cr_expect_gt(grants, 5);
    cr_expect_eq(status, SLS_OK);
}
