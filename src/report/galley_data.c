#include "report/galley_data.h"

#include "model/argument.h"
#include "model/sense.h"
#include "report/explanation.h"
#include "report/message_table.h"
#include "report/words.h"

/* The messages that the scripts use. */
static const sls_str prefixes[] = { SLS_S("page-"), SLS_S("short-"), SLS_S("term-"),
                                    SLS_S("rule-") };

sls_status sls_galley_open(const sls_report *report, sls_arena *arena, sls_galley *out)
{
    *out = (sls_galley){ .report = report };
    while (out->count < report->count &&
           sls_verdict_is_conflict(report->findings[out->count].verdict))
        out->count++;
    sls_map_init(&out->group_of, arena);
    for (size_t i = 0; i < report->group_count; i++)
        if (sls_map_set(&out->group_of, report->groups[i].id, (uint32_t)i) != SLS_OK)
            return SLS_ENOMEM;
    return SLS_OK;
}

const sls_group *sls_galley_group(const sls_galley *galley, sls_str id)
{
    const uint32_t at = id.len > 0 ? sls_map_get(&galley->group_of, id) : SLS_MAP_NONE;
    return at == SLS_MAP_NONE ? NULL : &galley->report->groups[at];
}

sls_str sls_galley_key(const sls_group *group, const sls_member *member)
{
    if (sls_what_is_of_offices(group->what))
        return sls_what_office(member->claim->what);
    return member->who.len > 0 ? member->who : member->claim->value;
}

sls_status sls_galley_text_of(sls_galley_words *words, const void *of, sls_arena *arena,
                              sls_galley_text *out)
{
    sls_status status = SLS_OK;
    for (sls_lang lang = 0; lang < SLS_LANGS && status == SLS_OK; lang++)
        status = words(lang, of, arena, &out->in[lang]);
    return status;
}

void sls_galley_put_text(sls_json *json, const sls_galley_text *text)
{
    bool equal = true;
    for (size_t lang = 1; lang < SLS_LANGS; lang++)
        equal = equal && sls_str_eq(text->in[lang], text->in[0]);
    if (equal) {
        sls_json_str(json, text->in[0]);
        return;
    }
    sls_json_open_array(json);
    for (size_t lang = 0; lang < SLS_LANGS; lang++)
        sls_json_str(json, text->in[lang]);
    sls_json_close(json);
}

sls_status sls_galley_arg_words(sls_lang ui, const void *arg, sls_arena *arena, sls_str *out)
{
    return sls_words(ui, arg, arena, out);
}

sls_status sls_galley_what_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out)
{
    const sls_finding *finding = of;
    sls_arg what = { "what", finding->kind == SLS_KIND_TITLE ? SLS_ARG_OFFICE : SLS_ARG_EVENT,
                     finding->what };
    sls_arg unit = { .name = NULL };
    (void)sls_finding_arg(finding, SLS_STR("person"), &what);
    (void)sls_finding_arg(finding, SLS_STR("unit"), &unit);
    sls_status status = sls_words(ui, &what, arena, out);
    if (status != SLS_OK || unit.value.len == 0)
        return status;
    sls_str counted;
    status = sls_words(ui, &unit, arena, &counted);
    if (status != SLS_OK || out->len == 0 || sls_str_eq(counted, *out)) {
        *out = counted;
        return status;
    }
    return sls_arena_concat3(arena, counted, SLS_STR(" · "), *out, out);
}

static sls_status side_words(sls_lang ui, const sls_finding *finding, const sls_claim *claim,
                             sls_str office, sls_arena *arena, sls_str *out)
{
    sls_arg own;
    if (sls_finding_arg(finding, office, &own))
        return sls_words(ui, &own, arena, out);
    return sls_words_value(ui, claim, arena, out);
}

sls_status sls_galley_a_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out)
{
    const sls_finding *finding = of;
    return side_words(ui, finding, finding->a, SLS_STR("office_a"), arena, out);
}

sls_status sls_galley_b_words(sls_lang ui, const void *of, sls_arena *arena, sls_str *out)
{
    const sls_finding *finding = of;
    return side_words(ui, finding, finding->b, SLS_STR("office_b"), arena, out);
}

static const char *language_name(sls_lang lang)
{
    static const char *const names[SLS_LANGS] = { [SLS_LANG_ID] = "id", [SLS_LANG_EN] = "en" };
    return names[lang];
}

static bool is_used(sls_str key)
{
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++)
        if (sls_str_starts(key, prefixes[i]))
            return true;
    return false;
}

/* The keys in one array, the texts of each language in another: keys are no C strings. */
static void put_words(sls_json *json)
{
    sls_json_key(json, "words");
    sls_json_open_array(json);
    for (int column = -1; column < (int)SLS_LANGS; column++) {
        sls_json_open_array(json);
        for (size_t i = 0; i < sls_message_row_count; i++) {
            const sls_message_row *row = &sls_message_rows[i];
            if (is_used(row->key))
                sls_json_str(json, column < 0 ? row->key : row->text[column]);
        }
        sls_json_close(json);
    }
    sls_json_close(json);
}

sls_status sls_galley_head(const sls_galley *galley, bool split, sls_out *out)
{
    sls_json json = sls_json_begin(out, 0);
    sls_json_open_object(&json);
    sls_json_put_bool(&json, "split", split);
    sls_json_put_text(&json, "ui", language_name(galley->report->ui));
    sls_json_key(&json, "languages");
    sls_json_open_array(&json);
    for (sls_lang lang = 0; lang < SLS_LANGS; lang++)
        sls_json_str(&json, sls_str_of(language_name(lang)));
    sls_json_close(&json);
    sls_json_put_int(&json, "count", (int64_t)galley->count);
    sls_json_put_int(&json, "rows", SLS_GALLEY_ROWS);
    sls_json_put_int(&json, "shard", SLS_GALLEY_SHARD);
    put_words(&json);
    sls_json_close(&json);
    sls_json_end(&json);
    return SLS_OK;
}
