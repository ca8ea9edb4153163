#include "cli/settings.h"

#include "base/ascii.h"
#include "base/edtf.h"
#include "model/rule.h"
#include "names/person.h"
#include "report/draft.h"
#include "report/format.h"

#include <assert.h>
#include <string.h>

const char *sls_nearest(const char *const *words, size_t count, const char *word)
{
    const char *best = NULL;
    int best_distance = strlen(word) < 4 ? 2 : 3;
    for (size_t i = 0; i < count; i++) {
        if (!words[i])
            continue;
        const int distance = sls_edit_distance(sls_str_of(word), sls_str_of(words[i]), 2);
        if (distance < best_distance) {
            best_distance = distance;
            best = words[i];
        }
    }
    return best;
}

/* --- one value --- */

typedef struct {
    const sls_settings *settings;
    void *field; /* of the row's type */
    const sls_option *row;
    const char *value;
    sls_setting_place place;
    sls_diag *diag;
} putting;

static sls_status complain(const putting *p, const char *what)
{
    if (p->place.origin == SLS_FROM_FILE)
        return sls_diag_set(p->diag, SLS_EUSAGE, p->settings->file, p->place.line, "%s %s",
                            p->row->name, what);
    return sls_diag_set(p->diag, SLS_EUSAGE, NULL, 0, "--%s %s", p->row->name, what);
}

/* "is a, b or c, not 'd': did you mean a?" */
static sls_status wrong_word(const putting *p, const char *const *words, size_t count,
                             const char *value)
{
    sls_draft draft = { .arena = p->settings->arena };
    sls_str text;
    const char *meant = sls_nearest(words, count, value);
    sls_draft_add(&draft, SLS_STR("is "));
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            sls_draft_add(&draft, i + 1 == count ? SLS_STR(" or ") : SLS_STR(", "));
        sls_draft_add(&draft, sls_str_of(words[i]));
    }
    sls_draft_add(&draft, SLS_STR(", not '"));
    sls_draft_add(&draft, sls_str_of(value));
    sls_draft_add(&draft, SLS_STR("'"));
    if (meant) {
        sls_draft_add(&draft, SLS_STR(": did you mean "));
        sls_draft_add(&draft, sls_str_of(meant));
        sls_draft_add(&draft, SLS_STR("?"));
    }
    sls_draft_add(&draft, (sls_str){ "", 1 }); /* the NUL that a message ends in */
    const sls_status status = sls_draft_done(&draft, &text);
    return status != SLS_OK ? status : complain(p, text.ptr);
}

/* Index of the value among the row's words. */
static sls_status find_word(const putting *p, int *out)
{
    size_t count = 0;
    for (; p->row->words[count]; count++)
        if (strcmp(p->row->words[count], p->value) == 0) {
            *out = (int)count;
            return SLS_OK;
        }
    return wrong_word(p, p->row->words, count, p->value);
}

static sls_status put_flag(const putting *p)
{
    static const char *const words[] = { "yes", "no" };
    bool *const field = p->field;
    *field = strcmp(p->value, "no") != 0;
    if (*field && *p->value && strcmp(p->value, "yes") != 0)
        return wrong_word(p, words, 2, p->value);
    return SLS_OK;
}

static sls_status put_number(const putting *p)
{
    const size_t max = p->row->max;
    size_t *const field = p->field;
    size_t value = 0;
    bool good = *p->value != 0;
    for (const char *c = p->value; *c && good; c++) {
        good = sls_is_digit(*c) && value <= max;
        value = value * 10 + (size_t)(*c - '0');
    }
    sls_str text;
    if (good && value >= p->row->min && value <= max) {
        *field = value;
        return SLS_OK;
    }
    const sls_status status =
        sls_arena_format(p->settings->arena, &text, "is a whole number from %zu to %zu, not '%s'",
                         p->row->min, max, p->value);
    return status != SLS_OK ? status : complain(p, text.ptr);
}

static sls_status put_day(const putting *p)
{
    int32_t *const field = p->field;
    sls_edtf date;
    sls_str text;
    const bool is_date = sls_edtf_read(sls_str_of(p->value), &date) == SLS_OK;
    if (is_date && (date.grain == SLS_GRAIN_DAY || p->row->max > 0)) {
        *field = p->row->max == 2 ? date.days.last : date.days.first;
        return SLS_OK;
    }
    const sls_status status = sls_arena_format(
        p->settings->arena, &text, "is a %s, as in 2024-11-22%s, not '%s'",
        p->row->max > 0 ? "date" : "day", p->row->max > 0 ? " or 2024" : "", p->value);
    return status != SLS_OK ? status : complain(p, text.ptr);
}

/* A path in a settings file is meant from where that file lies. */
static sls_status place_path(const putting *p, const char *path, const char **out)
{
    const char *const slash =
        p->place.origin == SLS_FROM_FILE ? strrchr(p->settings->file, '/') : NULL;
    sls_str placed;
    *out = path;
    if (!slash || path[0] == '/' || strcmp(path, "-") == 0)
        return SLS_OK;
    const sls_status status =
        sls_arena_format(p->settings->arena, &placed, "%.*s/%s", (int)(slash - p->settings->file),
                         p->settings->file, path);
    if (status == SLS_OK)
        *out = placed.ptr;
    return status;
}

/* FORMAT or FORMAT:FILE, the file placed. */
static sls_status check_output(const putting *p, const char **value)
{
    const char *names[SLS_OPTION_WORDS_MOST], *file;
    const size_t name = strcspn(*value, ":");
    const sls_format *const format = sls_format_named((sls_str){ *value, name });
    sls_str text;
    sls_status status = SLS_OK;
    if (!format) {
        const size_t count = sls_option_words(p->row, names);
        status = sls_arena_copy(p->settings->arena, (sls_str){ *value, name }, &text);
        return status != SLS_OK ? status : wrong_word(p, names, count, text.ptr);
    }
    const bool folder = format->write_folder != NULL;
    if (folder && ((*value)[name] == 0 || strcmp(*value + name + 1, "-") == 0))
        return complain(p, "needs a folder behind the format, as in html-split:review");
    if ((*value)[name] == 0)
        return SLS_OK;
    if ((*value)[name + 1] == 0)
        return complain(p, "needs a file behind the colon, or no colon");
    status = place_path(p, *value + name + 1, &file);
    if (status == SLS_OK)
        status = sls_arena_format(p->settings->arena, &text, "%.*s:%s", (int)name, *value, file);
    if (status == SLS_OK)
        *value = text.ptr;
    return status;
}

/* MEMBER=NAME, .. : what it leaves out keeps its own name. */
static sls_status put_map(const putting *p)
{
    const sls_fields *const own = sls_fields_own();
    sls_fields *const fields = p->field;
    sls_str rest = sls_str_of(p->value), pair;
    *fields = *own;
    while (sls_str_split(&rest, ',', &pair)) {
        const size_t sign = sls_str_find_byte(pair, '=');
        const sls_str member = sls_str_trim(sls_str_slice(pair, 0, sign));
        size_t i = 0;
        sls_str name;
        if (sign == SIZE_MAX)
            return complain(p, "is MEMBER=NAME with commas between, as in text=isi,id=nomor");
        while (i < SLS_FIELDS && !sls_str_eq(sls_str_of(own->at[i]), member))
            i++;
        if (sls_arena_copy(p->settings->arena,
                           i < SLS_FIELDS ? sls_str_trim(sls_str_slice(pair, sign + 1, pair.len))
                                          : member,
                           &name) != SLS_OK)
            return SLS_ENOMEM;
        if (i == SLS_FIELDS)
            return wrong_word(p, own->at, SLS_FIELDS, name.ptr);
        fields->at[i] = name.ptr;
    }
    return SLS_OK;
}

static sls_status check_rule(const putting *p, sls_str name)
{
    const char *names[SLS_OPTION_WORDS_MOST];
    const size_t count = sls_option_words(p->row, names);
    sls_str text;
    if (sls_rule_named(name))
        return SLS_OK;
    sls_status status = sls_arena_copy(p->settings->arena, name, &text);
    const char *const meant = status == SLS_OK ? sls_nearest(names, count, text.ptr) : NULL;
    if (status == SLS_OK)
        status = sls_arena_format(p->settings->arena, &text, "names no rule: '%.*s'%s%s%s",
                                  SLS_FMT(name), meant ? ", did you mean " : "", meant ? meant : "",
                                  meant ? "?" : "");
    return status != SLS_OK ? status : complain(p, text.ptr);
}

static sls_status check_level(const putting *p)
{
    static const char *const levels[] = { "note", "warning", "error" };
    const sls_str value = sls_str_of(p->value);
    const size_t sign = sls_str_find_byte(value, '=');
    if (sign == SIZE_MAX)
        return complain(p, "is RULE=LEVEL, as in date-conflict=warning");
    const sls_status status = check_rule(p, sls_str_slice(value, 0, sign));
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < 3; i++)
        if (strcmp(p->value + sign + 1, levels[i]) == 0)
            return SLS_OK;
    return wrong_word(p, levels, 3, p->value + sign + 1);
}

static sls_status put_item(const putting *p)
{
    sls_values *const field = p->field;
    const char *value = p->value;
    sls_status status = SLS_OK;
    int word;
    if (p->row->type == SLS_OPTION_LIST && p->row->words)
        status = find_word(p, &word);
    else if (p->row->type == SLS_OPTION_RULES)
        status = check_rule(p, sls_str_of(p->value));
    else if (p->row->type == SLS_OPTION_OUTPUTS)
        status = check_output(p, &value);
    else if (p->row->type == SLS_OPTION_LEVELS)
        status = check_level(p);
    if (status != SLS_OK)
        return status;
    const char **const grown = sls_arena_grow(p->settings->arena, field->at, field->count,
                                              field->count + 1, sizeof *grown);
    if (!grown)
        return SLS_ENOMEM;
    grown[field->count++] = value;
    field->at = grown;
    return SLS_OK;
}

static size_t index_of(const sls_option *row)
{
    size_t count;
    return (size_t)(row - sls_option_rows(&count));
}

static sls_status put(const putting *p)
{
    switch (p->row->type) {
    case SLS_OPTION_FLAG:
        return put_flag(p);
    case SLS_OPTION_TEXT:
        *(const char **)p->field = p->value;
        return SLS_OK;
    case SLS_OPTION_PATH:
        return place_path(p, p->value, p->field);
    case SLS_OPTION_CHOICE:
        return find_word(p, p->field);
    case SLS_OPTION_MAP:
        return put_map(p);
    case SLS_OPTION_NUMBER:
        return put_number(p);
    case SLS_OPTION_DAY:
        return put_day(p);
    case SLS_OPTION_LIST:
    case SLS_OPTION_RULES:
    case SLS_OPTION_OUTPUTS:
    case SLS_OPTION_LEVELS:
        return put_item(p);
    }
    return SLS_OK;
}

sls_status sls_setting_put(sls_settings *settings, const sls_option *row, const char *value,
                           sls_setting_place place, sls_diag *diag)
{
    const size_t at = index_of(row);
    sls_options spare = *settings->options; /* a weaker setting is checked all the same */
    const bool weaker = place.origin < settings->origin[at];
    putting p = { settings, (char *)(weaker ? &spare : settings->options) + row->at,
                  row,      value,
                  place,    diag };
    assert(at < SLS_OPTIONS_MOST);
    if (sls_option_is_list(row) && settings->origin[at] != place.origin)
        *(sls_values *)p.field = (sls_values){ 0 };
    if (!weaker) {
        settings->origin[at] = place.origin;
        settings->line[at] = place.line;
    }
    return put(&p);
}

/* --- --show-settings --- */

static void show_map(sls_draft *draft, const sls_fields *fields)
{
    const sls_fields *const own = sls_fields_own();
    for (size_t i = 0, shown = 0; i < SLS_FIELDS; i++) {
        if (strcmp(fields->at[i], own->at[i]) == 0)
            continue;
        sls_draft_add(draft, shown++ > 0 ? SLS_STR(",") : SLS_STR(""));
        sls_draft_add(draft, sls_str_of(own->at[i]));
        sls_draft_add(draft, SLS_STR("="));
        sls_draft_add(draft, sls_str_of(fields->at[i]));
    }
}

static void show_value(sls_draft *draft, const sls_options *o, const sls_option *row)
{
    const void *const field = (const char *)o + row->at;
    const sls_values *list = field;
    const char *text = NULL;
    char day[SLS_EDTF_TEXT];
    switch (row->type) {
    case SLS_OPTION_FLAG:
        text = *(const bool *)field ? "yes" : "no";
        break;
    case SLS_OPTION_TEXT:
    case SLS_OPTION_PATH:
        text = *(const char *const *)field;
        break;
    case SLS_OPTION_MAP:
        show_map(draft, field);
        return;
    case SLS_OPTION_CHOICE:
        text = row->words[*(const int *)field];
        break;
    case SLS_OPTION_DAY: {
        const int32_t at = *(const int32_t *)field;
        sls_draft_add(draft, (sls_str){ day, sls_interval_text((sls_interval){ at, at }, day) });
        return;
    }
    case SLS_OPTION_NUMBER:
        sls_draft_number(draft, *(const size_t *)field);
        return;
    case SLS_OPTION_LIST:
    case SLS_OPTION_RULES:
    case SLS_OPTION_OUTPUTS:
    case SLS_OPTION_LEVELS:
        for (size_t i = 0; i < list->count; i++) {
            sls_draft_add(draft, i > 0 ? SLS_STR(", ") : SLS_STR(""));
            sls_draft_add(draft, sls_str_of(list->at[i]));
        }
        return;
    }
    sls_draft_add(draft, sls_str_of(text));
}

sls_status sls_settings_show(const sls_settings *settings, sls_str *out)
{
    sls_draft draft = { .arena = settings->arena };
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    for (size_t i = 0; i < count; i++) {
        if (rows[i].line_only || !(rows[i].commands & SLS_COMMAND_BIT(settings->options->command)))
            continue;
        sls_draft_add(&draft, sls_str_of(rows[i].name));
        sls_draft_add(&draft, SLS_STR(" = "));
        show_value(&draft, settings->options, &rows[i]);
        sls_draft_add(&draft, SLS_STR("  # "));
        if (settings->origin[i] == SLS_FROM_FILE) {
            sls_draft_add(&draft, sls_str_of(settings->file));
            sls_draft_add(&draft, SLS_STR(":"));
            sls_draft_number(&draft, settings->line[i]);
        } else {
            sls_draft_add(&draft, settings->origin[i] == SLS_FROM_LINE ? SLS_STR("command line")
                                                                       : SLS_STR("default"));
        }
        sls_draft_add(&draft, SLS_STR("\n"));
    }
    return sls_draft_done(&draft, out);
}
