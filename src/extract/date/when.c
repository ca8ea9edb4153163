#include "extract/date/moment.h"

int sls_small(sls_str value)
{
    int sign = 1, n = 0;

    if (value.len > 0 && (value.ptr[0] == '-' || value.ptr[0] == '+')) {
        sign = value.ptr[0] == '-' ? -1 : 1;
        value = sls_str_slice(value, 1, value.len);
    }
    for (size_t i = 0; i < value.len; i++) {
        if (value.ptr[i] < '0' || value.ptr[i] > '9' || n > 9999)
            return 0;
        n = 10 * n + (value.ptr[i] - '0');
    }
    return sign * n;
}

int sls_direction(sls_str value)
{
    static const sls_str BACK = SLS_S("ago;earlier;past;lately;last;previous"),
                         FORTH = SLS_S("hence;later;soon;following");

    if (value.len == 0)
        return 0; /* as of most dates */
    return sls_str_list_has(BACK, value)    ? -1
           : sls_str_list_has(FORTH, value) ? 1
                                            : sls_small(value);
}

/* I..XXXIX in folded letters; 0 when it is none. */
static int roman(sls_str s)
{
    int n = 0, before = 0;

    for (size_t i = s.len; i-- > 0;) {
        const int v = s.ptr[i] == 'i' ? 1 : s.ptr[i] == 'v' ? 5 : s.ptr[i] == 'x' ? 10 : 0;

        if (v == 0 || s.len > 6)
            return 0;
        n += v < before ? -v : v;
        before = v > before ? v : before;
    }
    return n;
}

int sls_when_number(const sls_when *w, sls_group_name g)
{
    const sls_item *item;
    int64_t n = 0;
    int named;

    if (!sls_has(w->r, g))
        return 0;
    item = &w->items->at[w->r->from[g]];
    if (!(item->shape & SLS_SHAPED(NUM))) {
        if (!item->form && item->set & SLS_BIT(SLS_C_ORDINAL) &&
            sls_decimal_integer(item->value, &n) && n > 0 && n <= 9999)
            return (int)n; /* composed of words: kesembilan belas */
        named = sls_small(sls_item_value(item, SLS_C_ORDINAL));
        return named > 0 ? named : roman(sls_when_text(w, g));
    }
    if (!sls_decimal_integer(item->value, &n) || n < 0 || n > 9999)
        return 0;
    return (int)n;
}

sls_str sls_when_value(const sls_when *w, sls_group_name g, sls_concept concept)
{
    if (!sls_has(w->r, g))
        return (sls_str){ 0 };
    return sls_item_value(&w->items->at[w->r->from[g]], concept);
}

sls_str sls_when_unit(const sls_when *w, sls_group_name g)
{
    const sls_str unit = sls_when_value(w, g, SLS_C_UNIT);

    return unit.len > 0 ? unit : sls_when_value(w, g, SLS_C_DATEWORD);
}

sls_str sls_when_text(const sls_when *w, sls_group_name g)
{
    if (!sls_has(w->r, g))
        return (sls_str){ 0 };
    return sls_items_folded(w->items, (size_t)w->r->from[g], (size_t)w->r->to[g]);
}

bool sls_when_has_day(const sls_when *w)
{
    return w->reference->grain != SLS_GRAIN_NONE &&
           w->reference->days.first == w->reference->days.last;
}

bool sls_when_has_minute(const sls_when *w)
{
    return sls_when_has_day(w) && w->reference->minute >= 0;
}

static sls_lang lang_of(const sls_when *w)
{
    return (sls_lang)w->items->document->lang_of[w->items->at[w->r->first].sentence];
}

bool sls_when_is_told(const sls_when *w)
{
    static const sls_str TOLD = SLS_S("following;previous;same");
    const sls_item *item = sls_has(w->r, SLS_G_dei) ? &w->items->at[w->r->from[SLS_G_dei]] : NULL;

    if (!item || w->alone || sls_has(w->r, SLS_G_holiday) ||
        !sls_str_list_has(TOLD, sls_item_value(item, SLS_C_DEICTIC)))
        return false;
    return lang_of(w) == SLS_LANG_ID || /* which has no article */
           (item > w->items->at && sls_item_says(item - 1, SLS_C_LITERAL, "the"));
}

sls_hijri_rule sls_when_hijri(const sls_when *w)
{
    return lang_of(w) == SLS_LANG_ID ? SLS_HIJRI_INDONESIA : SLS_HIJRI_MECCA;
}

void sls_moment_mecca(sls_moment *m)
{
    m->about = true;
    m->wide = (sls_interval){ m->days.first - 1, m->days.last + 1 };
}
