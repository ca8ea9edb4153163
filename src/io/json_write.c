#include "io/json_write.h"

#include "base/utf8.h"

#include <assert.h>
#include <inttypes.h>

sls_json sls_json_begin(sls_out *out, int indent)
{
    return (sls_json){ .out = out, .indent = indent };
}

static void write(sls_json *json, sls_str text)
{
    sls_out_write(json->out, text);
}

static void new_line(sls_json *json)
{
    static const char spaces[] = "                ";
    if (json->indent == 0)
        return;
    write(json, SLS_STR("\n"));
    for (size_t left = (size_t)(json->depth * json->indent), n; left > 0; left -= n) {
        n = left < sizeof spaces - 1 ? left : sizeof spaces - 1;
        write(json, (sls_str){ spaces, n });
    }
}

/* What stands before a value or a key. */
static void separate(sls_json *json)
{
    if (json->filled[json->depth])
        write(json, SLS_STR(","));
    json->filled[json->depth] = true;
    if (json->depth > 0)
        new_line(json);
}

static void before_value(sls_json *json)
{
    assert(json->after_key || json->depth == 0 || json->array[json->depth]);
    if (!json->after_key)
        separate(json);
    json->after_key = false;
}

static void open_level(sls_json *json, bool array)
{
    before_value(json);
    assert(json->depth < SLS_JSON_DEPTH);
    write(json, array ? SLS_STR("[") : SLS_STR("{"));
    json->depth++;
    json->array[json->depth] = array;
    json->filled[json->depth] = false;
}

void sls_json_open_object(sls_json *json)
{
    open_level(json, false);
}

void sls_json_open_array(sls_json *json)
{
    open_level(json, true);
}

void sls_json_close(sls_json *json)
{
    assert(json->depth > 0 && !json->after_key);
    const bool array = json->array[json->depth], filled = json->filled[json->depth];
    json->depth--;
    if (filled)
        new_line(json);
    write(json, array ? SLS_STR("]") : SLS_STR("}"));
}

void sls_json_end(sls_json *json)
{
    assert(json->depth == 0 && json->filled[0]);
    json->filled[0] = false;
    write(json, SLS_STR("\n"));
}

void sls_json_key(sls_json *json, const char *key)
{
    assert(json->depth > 0 && !json->array[json->depth] && !json->after_key);
    separate(json);
    write(json, SLS_STR("\""));
    write(json, sls_str_of(key));
    write(json, json->indent > 0 ? SLS_STR("\": ") : SLS_STR("\":"));
    json->after_key = true;
}

static bool is_escaped(uint32_t code)
{
    return code == '"' || code == '\\' || code == '<' || sls_utf8_is_control(code);
}

static void write_escaped(sls_out *out, uint32_t code)
{
    switch (code) {
    case '"':
        sls_out_write(out, SLS_STR("\\\""));
        return;
    case '\\':
        sls_out_write(out, SLS_STR("\\\\"));
        return;
    case '\n':
        sls_out_write(out, SLS_STR("\\n"));
        return;
    case '\t':
        sls_out_write(out, SLS_STR("\\t"));
        return;
    default: /* all that are escaped lie below U+10000 */
        sls_out_format(out, "\\u%04" PRIx32, code);
    }
}

void sls_json_escape(sls_out *out, sls_str s)
{
    size_t plain = 0; /* where what needs no change begins */
    for (size_t at = 0, length; at < s.len; at += length) {
        uint32_t code;
        length = sls_utf8_next(s, at, &code);
        const bool bad = code == SLS_UTF8_BAD && length == 1;
        if (!bad && !is_escaped(code))
            continue;
        sls_out_write(out, sls_str_slice(s, plain, at));
        if (bad)
            sls_out_write(out, SLS_STR("\xEF\xBF\xBD"));
        else
            write_escaped(out, code);
        plain = at + length;
    }
    sls_out_write(out, sls_str_slice(s, plain, s.len));
}

void sls_json_str(sls_json *json, sls_str s)
{
    before_value(json);
    write(json, SLS_STR("\""));
    sls_json_escape(json->out, s);
    write(json, SLS_STR("\""));
}

void sls_json_int(sls_json *json, int64_t number)
{
    before_value(json);
    sls_out_format(json->out, "%" PRId64, number);
}

void sls_json_raw(sls_json *json, sls_str text)
{
    before_value(json);
    write(json, text);
}

void sls_json_bool(sls_json *json, bool value)
{
    sls_json_raw(json, value ? SLS_STR("true") : SLS_STR("false"));
}

void sls_json_null(sls_json *json)
{
    sls_json_raw(json, SLS_STR("null"));
}

void sls_json_put_str(sls_json *json, const char *key, sls_str s)
{
    sls_json_key(json, key);
    sls_json_str(json, s);
}

void sls_json_put_text(sls_json *json, const char *key, const char *nul_terminated)
{
    sls_json_put_str(json, key, sls_str_of(nul_terminated));
}

void sls_json_put_int(sls_json *json, const char *key, int64_t number)
{
    sls_json_key(json, key);
    sls_json_int(json, number);
}

void sls_json_put_bool(sls_json *json, const char *key, bool value)
{
    sls_json_key(json, key);
    sls_json_bool(json, value);
}
