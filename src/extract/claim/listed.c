#include "extract/claim/listed.h"

#include "extract/date/date.h"

enum {
    NAMED_REACH = 5,  /* items that name a member of a list before its number */
    PHRASE_REACH = 6, /* items of "untuk perbaikan jalan desa" behind one */
    THING = 2         /* items from an amount to the preposition behind it: "2 kg ganja dari" */
};

static bool is_and_or(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_AND) ||
           sls_str_eq(sls_scene_value(s, i, SLS_C_LITERAL), SLS_STR("or"));
}

/* The item behind the joint that leads to items from `i` on, over what names a member. */
static size_t joint_before(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t named = i; i > begin + 1 && i + NAMED_REACH >= named; i--) {
        const sls_item *item = &s->items->at[i - 1];

        if (is_and_or(s, i - 1) || item->symbol == ',')
            return i;
        if (item->symbol < SLS_SYMBOL_WORDS || s->reading_of[i - 1] >= 0 ||
            (item->set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)) &&
             !sls_str_eq(sls_scene_value(s, i - 1, SLS_C_CLAUSE), SLS_STR("joint"))))
            break;
    }
    return SIZE_MAX;
}

/* "USD 699 (64 GB), USD 749": the '(' of what stands in brackets before item `i`, or `i`. */
static size_t before_brackets(const sls_scene *s, size_t i, size_t begin)
{
    for (size_t k = i - 1;
         s->items->at[i - 1].symbol == ')' && k > begin + 1 && k + NAMED_REACH >= i; k--)
        if (s->items->at[k].symbol == '(')
            return k;
    return i;
}

/* "Rp 5 juta pada Mei dan Rp 9 juta pada Juni": the amount that date `r` stands behind, or NULL. */
static const sls_reading *dated_before(const sls_scene *s, const sls_reading *r,
                                       const sls_reading *own, size_t begin)
{
    size_t i = r->first, behind = own->last + 1;

    behind += sls_scene_tells(s, behind, SLS_T_AT);
    if (s->reading_of[behind] < 0 || !sls_reads_date(&s->readings->at[s->reading_of[behind]]))
        return NULL;
    i -= i > begin + 1 && sls_scene_tells(s, i - 1, SLS_T_AT);
    if (i == begin || s->reading_of[i - 1] < 0)
        return NULL;
    r = &s->readings->at[s->reading_of[i - 1]];
    return r->kind == own->kind ? r : NULL;
}

/* The preposition behind the amount of reading `r`, over what it is an amount of, or NULL. */
static const sls_form *preposition_behind(const sls_scene *s, const sls_reading *r)
{
    for (size_t i = r->last + 1; i <= r->last + THING; i++) {
        const sls_item *item = &s->items->at[i];

        if (!(item->shape & SLS_SHAPED(LOWER)) || s->reading_of[i] >= 0 ||
            item->set & SLS_BIT(SLS_C_EVENT))
            break;
        if (item->traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT)) || item->set & SLS_BIT(SLS_C_FROM) ||
            sls_str_list_has(SLS_STR("for;to;of"), sls_scene_value(s, i, SLS_C_LITERAL)))
            return item->form;
    }
    return NULL;
}

/*
 * "Rp 5 miliar untuk jalan, Rp 3 miliar untuk sekolah dan Rp 1 miliar untuk irigasi": the amount
 * of one sort before that of reading `own`, where one preposition stands behind both; or NULL.
 */
static const sls_reading *phrased_before(const sls_scene *s, const sls_reading *own, size_t begin)
{
    const sls_form *preposition = preposition_behind(s, own);
    size_t i = own->first;

    if (!preposition || i < begin + 4)
        return NULL;
    i -= is_and_or(s, i - 1);
    i -= s->items->at[i - 1].symbol == ',';
    if (i == own->first)
        return NULL;
    for (size_t k = i; k-- > begin && k + PHRASE_REACH >= i;) {
        const sls_reading *r = sls_scene_reading(s, k);

        if (r && r->kind == own->kind)
            return preposition_behind(s, r) == preposition ? r : NULL;
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_tells(s, k, SLS_T_THAT) ||
            s->items->at[k].traits & SLS_VOICES || sls_scene_is(s, k, SLS_C_SPEECH))
            break; /* but "16 counts of fraud and three of theft" */
    }
    return NULL;
}

/*
 * The count that stands before the one at `first` in a list of counts; NULL: there is none.
 * "industri 28 persen, rumah tangga 17 persen dan pasar 1 persen"
 */
static const sls_reading *listed_before(const sls_scene *s, size_t first, size_t begin)
{
    size_t i = joint_before(s, first, begin);

    if (i == SIZE_MAX || s->reading_of[first] < 0)
        return NULL;
    while (i > begin + 1 && is_and_or(s, i - 1))
        i--;
    if (i > begin + 1 && s->items->at[i - 1].symbol == ',')
        i--;
    i = before_brackets(s, i, begin);
    if (s->reading_of[i - 1] < 0)
        return NULL;
    const sls_reading *r = &s->readings->at[s->reading_of[i - 1]];
    const sls_reading *own = &s->readings->at[s->reading_of[first]];

    if (sls_reads_date(r))
        return dated_before(s, r, own, begin);
    if (sls_reading_is(r, SLS_READ(NAME) | SLS_READ(TITLE)))
        return NULL;
    /* names stand between counts of one sort only */
    return i + 1 >= first || r->kind == own->kind ? r : NULL;
}

size_t sls_list_head(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const sls_reading *r;

    while ((r = listed_before(s, first, begin)) != NULL ||
           (s->reading_of[first] >= 0 &&
            (r = phrased_before(s, sls_scene_reading(s, first), begin)) != NULL))
        first = r->first;
    return first;
}

bool sls_list_has_own(const sls_scene *s, size_t head, size_t first, sls_str object)
{
    const sls_reading *own = sls_scene_reading(s, first);

    if (head == first || object.len == 0 || !own || !preposition_behind(s, own))
        return false;
    for (size_t i = head; i < first; i++)
        if (sls_str_eq(sls_scene_value(s, i, SLS_C_OBJECT), object))
            return true;
    return false;
}

bool sls_list_is_alike(const sls_scene *s, size_t head, size_t first)
{
    for (size_t i = head; i < first; i++)
        if (s->reading_of[i] < 0 &&
            ((sls_item_says(&s->items->at[i], SLS_C_LITERAL, "or") && i + 1 < first) ||
             s->items->at[i].set & SLS_BIT(SLS_C_ATTRIBUTE) ||
             sls_item_says(&s->items->at[i], SLS_C_VOICE, "reach") ||
             s->items->at[i].traits & (SLS_TRAIT(IN) | SLS_TRAIT(STATE))))
            return false;
    return true;
}
