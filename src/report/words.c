#include "report/words.h"

#include "base/ascii.h"
#include "base/edtf.h"
#include "report/draft.h"

#include <string.h>

static const char *const columns[SLS_LANGS] = { [SLS_LANG_ID] = "id", [SLS_LANG_EN] = "en" };

/* `s` with `from` as `to`, and a capital at each word's (or only the first one's) beginning. */
static sls_status respell(sls_str s, char from, char to, bool every, sls_arena *arena, sls_str *out)
{
    char *at = sls_arena_alloc(arena, s.len + 1);
    if (!at)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s.len; i++) {
        const bool begins = i == 0 || (every && (s.ptr[i - 1] == ' ' || s.ptr[i - 1] == from));
        const char c = s.ptr[i] == from ? to : s.ptr[i];
        at[i] = begins ? sls_upper(c) : c;
    }
    *out = (sls_str){ at, s.len };
    return SLS_OK;
}

sls_status sls_words_person(sls_str name, sls_arena *arena, sls_str *out)
{
    return respell(name, ' ', ' ', true, arena, out);
}

static sls_status capital(sls_str s, sls_arena *arena, sls_str *out)
{
    return respell(s, ' ', ' ', false, arena, out);
}

/*
 * The lexicon's name of `value`, or the empty string. Ids are English words already, and better
 * ones than the first form of a list that was made for reading.
 */
static sls_str name_of(sls_lang ui, sls_concept concept, sls_str value)
{
    const sls_str cell = sls_lexicon_attribute(concept, value, columns[ui]);
    if (cell.len > 0 || ui == SLS_LANG_EN)
        return cell;
    const sls_str form = sls_lexicon_display(ui, concept, value);
    return sls_str_eq(form, value) ? (sls_str){ 0 } : form;
}

/* The first name that one of `concepts` has for `value`, else the value with spaces for hyphens. */
static sls_status named(sls_lang ui, const sls_concept *concepts, size_t count, sls_str value,
                        sls_arena *arena, sls_str *out)
{
    for (size_t i = 0; i < count; i++) {
        *out = name_of(ui, concepts[i], value);
        if (out->len > 0)
            return SLS_OK;
    }
    sls_draft draft = { .arena = arena };
    for (sls_str piece, rest = value; sls_str_split(&rest, '-', &piece);) {
        if (draft.len > 0)
            sls_draft_add(&draft, SLS_STR(" "));
        sls_draft_add(&draft, piece);
    }
    return sls_draft_done(&draft, out);
}

/* Names of ids; of a person or a province, which no table has, the id with capitals. */
static sls_status country(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    static const sls_concept concepts[] = { SLS_C_COUNTRY, SLS_C_BODY, SLS_C_AGENCY };
    sls_draft draft = { .arena = arena };
    for (sls_str piece, rest = value; sls_str_split(&rest, ';', &piece);) {
        *out = piece;
        for (size_t i = 0; i < sizeof concepts / sizeof *concepts; i++) {
            const sls_str name = sls_lexicon_attribute(concepts[i], piece, columns[ui]);
            if (name.len > 0) {
                *out = name;
                break;
            }
        }
        if (piece.len > 0 && sls_str_eq(*out, piece) && sls_is_lower(piece.ptr[0])) {
            const sls_status status = respell(piece, '-', ' ', true, arena, out);
            if (status != SLS_OK)
                return status;
        }
        if (draft.len > 0)
            sls_draft_add(&draft, SLS_STR(", "));
        sls_draft_add(&draft, *out);
    }
    return sls_draft_done(&draft, out);
}

/* "vladivostok@RU": a place and its country, which may be empty. */
static sls_status place(sls_lang ui, sls_str value, size_t at, sls_arena *arena, sls_str *out)
{
    sls_str scope = sls_str_slice(value, at + 1, SIZE_MAX);
    sls_status status = SLS_OK;
    *out = sls_lexicon_display(ui, SLS_C_PLACE, value);
    if (sls_str_eq(*out, value))
        status = respell(sls_str_slice(value, 0, at), '-', ' ', true, arena, out);
    if (status == SLS_OK && scope.len > 0)
        status = country(ui, scope, arena, &scope);
    if (status != SLS_OK || scope.len == 0)
        return status;
    return sls_arena_format(arena, out, "%.*s (%.*s)", SLS_FMT(*out), SLS_FMT(scope));
}

static sls_status entity(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    const size_t at = sls_str_find_byte(value, '@');
    return at != SIZE_MAX ? place(ui, value, at, arena, out) : country(ui, value, arena, out);
}

sls_status sls_words_entities(sls_lang ui, sls_str list, sls_arena *arena, sls_str *out)
{
    sls_draft draft = { .arena = arena };
    for (sls_str piece; sls_str_split(&list, ';', &piece);) {
        sls_str name;
        const sls_status status = entity(ui, piece, arena, &name);
        if (status != SLS_OK)
            return status;
        if (draft.len > 0)
            sls_draft_add(&draft, SLS_STR(", "));
        sls_draft_add(&draft, name);
    }
    return sls_draft_done(&draft, out);
}

static sls_status joint(sls_lang ui, const char *key, sls_str first, sls_str second,
                        sls_arena *arena, sls_str *out)
{
    const sls_arg args[] = { { "first", SLS_ARG_TEXT, first }, { "second", SLS_ARG_TEXT, second } };
    return sls_message(ui, sls_str_of(key), (sls_args){ args, 2 }, arena, out);
}

/* foreign-minister@RU; the scope is left out where it is open or absent. */
static sls_status office(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    static const sls_concept concepts[] = { SLS_C_OFFICE };
    const size_t at = sls_str_find_byte(value, '@');
    sls_str name, scope = { 0 };
    sls_status status = named(ui, concepts, 1, sls_str_slice(value, 0, at), arena, &name);
    if (status == SLS_OK && at != SIZE_MAX) {
        scope = sls_str_slice(value, at + 1, SIZE_MAX);
        if (sls_str_eq(scope, SLS_STR("?")))
            scope = (sls_str){ 0 };
        status = country(ui, scope, arena, &scope);
    }
    if (status != SLS_OK)
        return status;
    return joint(ui, "words-office", name, scope, arena, out);
}

/* "sign", "treaty" or "sign:treaty". */
static sls_status event(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    static const sls_concept concepts[] = { SLS_C_EVENT, SLS_C_OBJECT, SLS_C_ROLE, SLS_C_NOUN };
    const size_t colon = sls_str_find_byte(value, ':');
    sls_str first, second = { 0 };
    sls_status status = named(ui, concepts, 4, sls_str_slice(value, 0, colon), arena, &first);
    if (status == SLS_OK && colon != SIZE_MAX)
        status = named(ui, concepts, 4, sls_str_slice(value, colon + 1, SIZE_MAX), arena, &second);
    if (status != SLS_OK)
        return status;
    if (sls_str_eq(first, second))
        second = (sls_str){ 0 }; /* a summit that is a summit */
    return joint(ui, "words-event", first, second, arena, out);
}

static sls_status month_of(sls_lang ui, int month, sls_arena *arena, sls_str *out)
{
    char digits[3] = { (char)('0' + month / 10), (char)('0' + month % 10), 0 };
    const sls_str number = { month < 10 ? digits + 1 : digits, month < 10 ? 1 : 2 };
    return capital(sls_lexicon_display(ui, SLS_C_MONTH, number), arena, out);
}

/* A day or a month and year, in the order that both languages use; a time after a comma. */
static sls_status civil(sls_lang ui, const sls_edtf *date, sls_arena *arena, sls_str *out)
{
    int year, month, day;
    sls_day_civil(date->days.first, &year, &month, &day);
    sls_str name;
    sls_status status = month_of(ui, month, arena, &name);
    if (status != SLS_OK)
        return status;
    if (date->grain == SLS_GRAIN_MONTH)
        return sls_arena_format(arena, out, "%.*s %d", SLS_FMT(name), year);
    if (date->grain == SLS_GRAIN_DAY)
        return sls_arena_format(arena, out, "%d %.*s %d", day, SLS_FMT(name), year);
    return sls_arena_format(arena, out, "%d %.*s %d, %02d:%02d", day, SLS_FMT(name), year,
                            date->minute / 60, date->minute % 60);
}

/* One end of a span, or a date that is none. */
static sls_status single(sls_lang ui, sls_str text, sls_arena *arena, sls_str *out)
{
    sls_edtf date;
    *out = text;
    if (sls_edtf_read(text, &date) != SLS_OK)
        return SLS_OK;
    const bool open = date.days.first == SLS_DAY_OPEN_PAST;
    sls_status status = SLS_OK;
    if (sls_edtf_is_clock(&date)) {
        status = sls_arena_format(arena, out, "%02d:%02d", date.minute / 60, date.minute % 60);
    } else if (!open && date.grain >= SLS_GRAIN_MONTH && date.grain <= SLS_GRAIN_MINUTE) {
        status = civil(ui, &date, arena, out);
    } else if (!open && date.grain <= SLS_GRAIN_YEAR && date.grain != SLS_GRAIN_NONE) {
        int year, month, day;
        sls_day_civil(date.days.first, &year, &month, &day);
        status = sls_arena_format(arena, out, "%d", year);
        if (status == SLS_OK && date.grain != SLS_GRAIN_YEAR)
            status = joint(ui, "words-decade", *out, (sls_str){ 0 }, arena, out);
    }
    if (status == SLS_OK && date.about)
        status = joint(ui, "words-about", *out, (sls_str){ 0 }, arena, out);
    return status;
}

sls_status sls_words_date(sls_lang ui, sls_str edtf, sls_arena *arena, sls_str *out)
{
    const size_t slash = sls_str_find_byte(edtf, '/');
    if (slash == SIZE_MAX)
        return single(ui, edtf, arena, out);
    const sls_str open = SLS_STR("..");
    const sls_str from = sls_str_slice(edtf, 0, slash),
                  to = sls_str_slice(edtf, slash + 1, SIZE_MAX);
    sls_str first, last;
    sls_status status = single(ui, from, arena, &first);
    if (status == SLS_OK)
        status = single(ui, to, arena, &last);
    if (status != SLS_OK)
        return status;
    if (sls_str_eq(from, open))
        return joint(ui, "words-until", last, (sls_str){ 0 }, arena, out);
    if (sls_str_eq(to, open))
        return joint(ui, "words-since", first, (sls_str){ 0 }, arena, out);
    return joint(ui, "words-span", first, last, arena, out);
}

/* Digits with a mark at each thousand: 31000 is 31.000 in Indonesian, 31,000 in English. */
static void grouped(sls_lang ui, sls_str number, sls_draft *draft)
{
    const sls_str thousands = ui == SLS_LANG_ID ? SLS_STR(".") : SLS_STR(",");
    const sls_str decimal = ui == SLS_LANG_ID ? SLS_STR(",") : SLS_STR(".");
    const size_t point = sls_str_find_byte(number, '.');
    const sls_str whole = sls_str_slice(number, 0, point);
    const bool few = whole.len < 5; /* 2024 and 1500 read better without a mark */
    for (size_t i = 0; i < whole.len; i++) {
        const size_t left = whole.len - i;
        if (!few && i > 0 && left % 3 == 0 && whole.ptr[i - 1] != '-')
            sls_draft_add(draft, thousands);
        sls_draft_add(draft, sls_str_slice(whole, i, i + 1));
    }
    if (point != SIZE_MAX) {
        sls_draft_add(draft, decimal);
        sls_draft_add(draft, sls_str_slice(number, point + 1, SIZE_MAX));
    }
}

sls_status sls_words_number(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    const size_t dots = sls_str_find(value, SLS_STR(".."));
    for (size_t i = 0; i < value.len; i++) {
        const char c = value.ptr[i];
        if (!(sls_is_digit(c) || c == '.' || (c == '-' && i == 0))) {
            *out = value;
            return SLS_OK;
        }
    }
    sls_draft draft = { .arena = arena };
    grouped(ui, sls_str_slice(value, 0, dots), &draft);
    sls_str first, last;
    sls_status status = sls_draft_done(&draft, &first);
    if (status != SLS_OK || dots == SIZE_MAX) {
        *out = first;
        return status;
    }
    draft = (sls_draft){ .arena = arena };
    grouped(ui, sls_str_slice(value, dots + 2, SIZE_MAX), &draft);
    status = sls_draft_done(&draft, &last);
    return status != SLS_OK ? status : joint(ui, "words-span", first, last, arena, out);
}

/* "madiun@ID", or a ward by its sort and its name: "desa:karangsari". */
static sls_status site(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    const size_t at = sls_str_find_byte(value, ':');
    sls_str words;
    if (at == SIZE_MAX)
        return sls_words_entities(ui, value, arena, out);
    const sls_status status = sls_arena_concat3(arena, sls_str_slice(value, 0, at), SLS_STR(" "),
                                                sls_str_slice(value, at + 1, value.len), &words);
    return status != SLS_OK ? status : sls_words_person(words, arena, out);
}

static sls_status outcome(sls_lang ui, sls_str value, sls_arena *arena, sls_str *out)
{
    const sls_str none = { 0 };
    sls_str key;
    const sls_status status = sls_arena_concat3(arena, SLS_STR("outcome-"), value, none, &key);
    return status != SLS_OK ? status : sls_message(ui, key, (sls_args){ NULL, 0 }, arena, out);
}

sls_status sls_words_value(sls_lang ui, const sls_claim *claim, sls_arena *arena, sls_str *out)
{
    switch (claim->kind) {
    case SLS_KIND_TITLE:
    case SLS_KIND_NAME:
        return sls_words_person(claim->value, arena, out);
    case SLS_KIND_QUANTITY:
        return sls_words_number(ui, claim->value, arena, out);
    case SLS_KIND_DATE:
        return sls_words_date(ui, claim->value, arena, out);
    case SLS_KIND_PLACE:
        return site(ui, claim->value, arena, out);
    case SLS_KIND_OUTCOME:
        return outcome(ui, claim->value, arena, out);
    default:
        *out = claim->value;
        return SLS_OK;
    }
}

sls_status sls_words(sls_lang ui, const sls_arg *arg, sls_arena *arena, sls_str *out)
{
    static const sls_concept units[] = { SLS_C_UNIT, SLS_C_NOUN, SLS_C_CLASSIFIER };
    switch (arg->type) {
    case SLS_ARG_OFFICE:
        return office(ui, arg->value, arena, out);
    case SLS_ARG_COUNTRY:
        return country(ui, arg->value, arena, out);
    case SLS_ARG_EVENT:
        return event(ui, arg->value, arena, out);
    case SLS_ARG_DATE:
        return sls_words_date(ui, arg->value, arena, out);
    case SLS_ARG_UNIT:
        return named(ui, units, sizeof units / sizeof *units, arg->value, arena, out);
    case SLS_ARG_WEEKDAY:
        return capital(sls_lexicon_display(ui, SLS_C_WEEKDAY, arg->value), arena, out);
    case SLS_ARG_TEXT:
    case SLS_ARG_MESSAGE:
        break;
    }
    *out = arg->value;
    return SLS_OK;
}
