#include "extract/date/gap.h"

/* The dots between the fields of a line: 2:15 PM \u00b7 May 31. */
static bool is_bullet(const sls_items *items, size_t i)
{
    static const sls_str BULLETS[] = { SLS_S("\u00b7"), SLS_S("\u2022"), SLS_S("\u2219") };

    if (items->at[i].symbol != SLS_SYMBOL_OPAQUE)
        return false;
    for (size_t k = 0; k < sizeof BULLETS / sizeof *BULLETS; k++)
        if (sls_str_eq(sls_items_folded(items, i, i), BULLETS[k]))
            return true;
    return false;
}

static void see(const sls_items *items, size_t i, sls_gap *g)
{
    const sls_item *item = &items->at[i];
    const bool indonesian = items->document->lang_of[item->sentence] == SLS_LANG_ID;

    if (item->symbol == ',' || item->symbol == '|' || is_bullet(items, i)) {
        g->comma = true;
    } else if (item->symbol == '(') {
        g->bracket = true;
    } else if (item->symbol == '/') {
        g->slash = true;
    } else if (item->symbol == '-' || item->symbol == SLS_SYMBOL_DASH || item->symbol == '~') {
        g->to = true;
        g->dash = item->symbol != '~';
    } else if (sls_item_says(item, SLS_C_SINCE, "onward") ||
               sls_item_says(item, SLS_C_SINCE, "backward")) {
        g->onward = i;
    } else if (sls_item_steps(item)) {
        g->step = g->bound = i;
    } else if (sls_item_says(item, SLS_C_SINCE, "to")) {
        g->to = sls_item_is(item, SLS_C_TO);
        g->other = !g->to && g->length > 1;
        g->bound = i;
    } else if (sls_item_is(item, SLS_C_TO)) {
        g->to = true;
    } else if (sls_item_is(item, SLS_C_FROM) &&
               !(indonesian && sls_item_says(item, SLS_C_SINCE, "from"))) {
        g->from = true; /* three weeks from tomorrow; "dua hari sejak Jumat" goes on from it */
        g->step = sls_item_says(item, SLS_C_TO, "to") ? SIZE_MAX : i;
        g->other = indonesian && !sls_item_is(item, SLS_C_LITERAL);
    } else if (sls_item_says(item, SLS_C_SINCE, "from")) {
        g->since = true;
        g->bound = i;
    } else if (item->symbol == '@' || sls_item_is(item, SLS_C_HEDGE) ||
               sls_item_says(item, SLS_C_CLOCK, "at") || sls_item_says(item, SLS_C_LITERAL, "at") ||
               sls_item_says(item, SLS_C_LITERAL, "for") ||
               sls_item_says(item, SLS_C_LITERAL, "the")) {
        g->at = true;
        g->for_how_long = sls_item_says(item, SLS_C_LITERAL, "for");
    } else if (sls_item_says(item, SLS_C_LITERAL, "lasting")) {
        g->for_how_long = true;
        g->other = g->length > 1;
    } else if (sls_item_says(item, SLS_C_LITERAL, "possessive")) {
        g->possessive = true;
    } else if (sls_item_says(item, SLS_C_LITERAL, "in") ||
               sls_item_says(item, SLS_C_LITERAL, "of")) {
        g->of = true;
    } else if (sls_item_says(item, SLS_C_LITERAL, "into")) {
        g->into = true;
    } else if (item->symbol == ':' && items->document->tokens.at[item->first].flags &
                                          items->document->tokens.at[item->first + 1].flags &
                                          SLS_TOKEN_GLUED) {
        g->colon = true;
    } else if (sls_item_says(item, SLS_C_LITERAL, "and")) {
        g->and = true;
    } else {
        g->other = true;
    }
}

bool sls_from_compares(const sls_items *items, size_t i)
{
    const sls_item *from = &items->at[i];
    const sls_item *before = i > 0 ? from - 1 : NULL;

    return before && sls_item_is(from, SLS_C_FROM) &&
           items->document->lang_of[from->sentence] == SLS_LANG_EN &&
           (sls_item_says(before, SLS_C_UNIT, "percent") ||
            sls_str_starts(sls_item_value(before, SLS_C_STANCE), SLS_STR("rise")));
}

sls_gap sls_gap_between(const sls_items *items, const sls_reading *a, const sls_reading *b)
{
    sls_gap g = {
        .step = SIZE_MAX, .bound = SIZE_MAX, .onward = SIZE_MAX, .length = b->first - a->last - 1
    };

    if (g.length > SLS_GAP_MAX)
        g.other = true;
    for (size_t i = a->last + 1; i < b->first && !g.other; i++)
        see(items, i, &g);
    return g;
}
