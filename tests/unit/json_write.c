#include "io/json_write.h"

#include <criterion/criterion.h>

static sls_out *out;
static sls_diag diag;

static void start(void)
{
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
}

static void stop(void)
{
    sls_out_abandon(out);
}

TestSuite(json_write, .init = start, .fini = stop);

static void expect(const char *text)
{
    const sls_str got = sls_out_text(out);
    cr_expect(sls_str_eq(got, sls_str_of(text)), "%.*s\nnot\n%s", SLS_FMT(got), text);
}

static void write_sample(sls_json *json)
{
    sls_json_open_object(json);
    sls_json_put_text(json, "a", "b");
    sls_json_key(json, "list");
    sls_json_open_array(json);
    sls_json_int(json, INT64_MIN);
    sls_json_bool(json, true);
    sls_json_null(json);
    sls_json_raw(json, SLS_STR("0.7"));
    sls_json_open_object(json);
    sls_json_close(json);
    sls_json_close(json);
    sls_json_put_bool(json, "c", false);
    sls_json_put_int(json, "d", 31000);
    sls_json_close(json);
    sls_json_end(json);
}

Test(json_write, puts_commas_between_and_nothing_else)
{
    sls_json json = sls_json_begin(out, 0);
    write_sample(&json);
    expect("{\"a\":\"b\",\"list\":[-9223372036854775808,true,null,0.7,{}],\"c\":false,"
           "\"d\":31000}\n");
}

Test(json_write, indents_when_people_are_to_read_it)
{
    sls_json json = sls_json_begin(out, 2);
    write_sample(&json);
    expect("{\n  \"a\": \"b\",\n  \"list\": [\n    -9223372036854775808,\n    true,\n    null,\n"
           "    0.7,\n    {}\n  ],\n  \"c\": false,\n  \"d\": 31000\n}\n");
}

Test(json_write, writes_a_value_a_line)
{
    sls_json json = sls_json_begin(out, 0);
    for (int i = 0; i < 2; i++) {
        sls_json_open_array(&json);
        sls_json_int(&json, i);
        sls_json_close(&json);
        sls_json_end(&json);
    }
    expect("[0]\n[1]\n");
}

static void expect_escaped(sls_str s, const char *text)
{
    cr_assert_eq(sls_out_empty(out, &diag), SLS_OK);
    sls_json_escape(out, s);
    expect(text);
}

Test(json_write, escapes_what_json_asks_for)
{
    expect_escaped(SLS_STR("\"\\\n\t\r\0\x1f"), "\\\"\\\\\\n\\t\\u000d\\u0000\\u001f");
    expect_escaped(SLS_STR("/ caf\xC3\xA9 \xF0\x9F\x98\x80"), "/ caf\xC3\xA9 \xF0\x9F\x98\x80");
    expect_escaped((sls_str){ NULL, 0 }, "");
}

Test(json_write, may_stand_in_a_script_and_in_a_terminal)
{
    expect_escaped(SLS_STR("</script><!--"), "\\u003c/script>\\u003c!--");
    expect_escaped(SLS_STR("\xE2\x80\xA8\xE2\x80\xA9"), "\\u2028\\u2029");
    expect_escaped(SLS_STR("\x7F\xC2\x9B\xE2\x80\xAE\xE2\x81\xA6\xD8\x9C"),
                   "\\u007f\\u009b\\u202e\\u2066\\u061c");
}

Test(json_write, replaces_what_is_not_utf8)
{
    expect_escaped(SLS_STR("a\xFF"
                           "b\xC3"),
                   "a\xEF\xBF\xBD"
                   "b\xEF\xBF\xBD");
    expect_escaped(SLS_STR("\xC0\xAF"), "\xEF\xBF\xBD\xEF\xBF\xBD");
    expect_escaped(SLS_STR("\xED\xA0\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    expect_escaped(SLS_STR("\xF4\x90\x80\x80"), "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
    expect_escaped(SLS_STR("\xEF\xBF\xBD"), "\xEF\xBF\xBD");
}

Test(json_write, goes_down_to_its_depth)
{
    sls_json json = sls_json_begin(out, 0);
    for (int i = 0; i < SLS_JSON_DEPTH; i++)
        sls_json_open_array(&json);
    for (int i = 0; i < SLS_JSON_DEPTH; i++)
        sls_json_close(&json);
    sls_json_end(&json);
    expect("[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]\n");
}
