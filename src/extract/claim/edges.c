/* Where clauses begin and end. */
#include "extract/claim/clause.h"

#include "extract/claim/aside.h"

enum { PLACE_REACH = 6 }; /* items from "di" to the comma behind a place */

static bool is_town(const sls_scene *s, size_t i)
{
    return (s->items->at[i].set & (SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_CAPITAL))) != 0;
}

/* "lahir di Solo, Jawa Tengah, 12 Mei 1961": comma `i` is between where one was born and when. */
static bool is_birth_place(const sls_scene *s, size_t i)
{
    size_t k = i - 1, date = i + 1;

    if (i < 2 || !is_town(s, k))
        return false;
    if (is_town(s, date) && s->items->at[date + 1].symbol == ',')
        date += 2;
    else if (k > 2 && s->items->at[k - 1].symbol == ',' && is_town(s, k - 2))
        k -= 2;
    if (!sls_scene_reads(s, date, SLS_READ(DATE)))
        return false;
    k -= k > 1 && sls_scene_tells(s, k - 1, SLS_T_IN) ? 2 : 1;
    return sls_str_eq(sls_scene_value(s, k, SLS_C_EVENT), SLS_STR("born"));
}

/* "hari ini, Kamis (12/9)": comma `i` stands between two dates of one day. */
static bool joins_dates(const sls_scene *s, size_t i)
{
    return i > 0 && sls_scene_reads(s, i - 1, SLS_READ(DATE)) &&
           sls_scene_reads(s, i + 1, SLS_READ(DATE));
}

/* "Pertandingan , akan digelar": comma `i` is what a page left of a name that it linked. */
static bool is_left_over(const sls_scene *s, size_t i)
{
    const sls_tokens *t = &s->items->document->tokens;
    const size_t k = s->items->at[i].first;

    return i > 0 && s->items->at[i - 1].symbol >= SLS_SYMBOL_WORDS && k + 1 < t->count &&
           !(t->at[k].flags & SLS_TOKEN_GLUED) && !(t->at[k + 1].flags & SLS_TOKEN_GLUED);
}

/* Whether a verb, or a word before one, goes on with the subject: "tewas", "telah ditangkap". */
static bool goes_on(const sls_scene *s, size_t i)
{
    const sls_item *item = &s->items->at[i];

    return item->shape & SLS_SHAPED(LOWER) && s->reading_of[i] < 0 &&
           (item->traits & (SLS_VOICES | SLS_TRAIT(STATE)) ||
            item->set & (SLS_BIT(SLS_C_ROLE) | SLS_BIT(SLS_C_MODAL) | SLS_BIT(SLS_C_NEGATION)) ||
            sls_item_says(item, SLS_C_STANCE, "done+"));
}

/* "nelayan asal Cirebon, Jawa Barat ditemukan tewas": comma `i` is within where they come from. */
static bool is_within_origin(const sls_scene *s, size_t i)
{
    size_t behind = i + 1;

    if (!sls_aside_is_of_place(s, behind))
        return false;
    while (s->items->at[behind].shape & SLS_SHAPED(CAP) && behind <= i + PLACE_REACH &&
           (s->reading_of[behind] < 0 || sls_scene_reads(s, behind, SLS_READ(NAME))))
        behind++;
    if (!goes_on(s, behind))
        return false;
    for (size_t k = i; k-- > 0 && k + PLACE_REACH >= i;) {
        if (sls_aside_is_of_place(s, k) || sls_item_says(&s->items->at[k], SLS_C_LITERAL, "of"))
            return true;
        if (!(s->items->at[k].shape & SLS_SHAPED(CAP)))
            break;
    }
    return false;
}

/*
 * "digelar di Ancol, Jakarta Utara pada Senin": comma `i` stands between a place behind a
 * preposition and a larger one that the sentence goes on behind.
 */
static bool joins_places(const sls_scene *s, size_t i)
{
    size_t behind = i + 1;

    if (!is_town(s, behind))
        return false;
    behind++;
    if (s->items->at[behind].symbol < SLS_SYMBOL_WORDS && s->reading_of[behind] < 0)
        return false;
    if (!(s->items->at[behind].traits & (SLS_TRAIT(AT) | SLS_TRAIT(AND))) &&
        s->reading_of[behind] < 0)
        return false;
    for (size_t k = i; k-- > 0 && k + PLACE_REACH >= i;) {
        if (sls_scene_tells(s, k, SLS_T_IN))
            return true;
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS ||
            s->items->at[k].set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)))
            break;
    }
    return false;
}

/* Whether comma `i` stands between a place and a larger one, behind which the clause goes on. */
static bool is_within_place(const sls_scene *s, size_t i)
{
    const uint32_t cap = SLS_SHAPED(CAP) | SLS_SHAPED(CAPS);

    return i > 1 && s->items->at[i + 1].shape & cap && s->items->at[i - 1].shape & cap &&
           (joins_places(s, i) || is_within_origin(s, i));
}

bool sls_ends_clause(const sls_scene *s, size_t i)
{
    const uint16_t c = s->items->at[i].symbol;

    if (c >= SLS_SYMBOL_WORDS || s->reading_of[i] >= 0)
        return false;
    if (c == ',' && (is_left_over(s, i) || joins_dates(s, i)))
        return false;
    if (c == ',' && i > 0 && sls_scene_is(s, i - 1, SLS_C_LITERAL) &&
        sls_scene_tells(s, i - 1, SLS_T_AT))
        return false; /* "pada, Rabu" */
    if (c == ',' && (is_birth_place(s, i) || is_within_place(s, i)))
        return false;
    if (c == '"') /* a quotation that its speaker follows; other quotes are names */
        return sls_scene_is(s, i + 1, SLS_C_SPEECH);
    return c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '[' || c == ']' ||
           c == SLS_SYMBOL_DASH;
}

static inline bool may_end_clause(const sls_scene *s, size_t i)
{
    return s->items->tape[i] < SLS_SYMBOL_WORDS && sls_ends_clause(s, i); /* few are no words */
}

static inline bool may_begin_clause(const sls_scene *s, size_t i)
{
    return s->items->at[i].traits & (SLS_TRAIT(OPENS) | SLS_TRAIT(PAST));
}

/* Whether item `i` begins a clause without punctuation: karena, bahwa, sejak, because. */
static bool begins_clause(const sls_scene *s, size_t i)
{
    return may_begin_clause(s, i) && s->reading_of[i] < 0;
}

/* Back from item `i`, which begins no clause, over all words that no clause ends or begins at. */
static inline size_t pass_back(const sls_scene *s, size_t i, size_t begin)
{
    while (i > begin && s->items->tape[i - 1] >= SLS_SYMBOL_WORDS && !may_begin_clause(s, i))
        i--;
    return i;
}

static inline size_t pass_on(const sls_scene *s, size_t i, size_t end)
{
    while (i < end && s->items->tape[i] >= SLS_SYMBOL_WORDS && !may_begin_clause(s, i))
        i++;
    return i;
}

static sls_span find_clause(const sls_scene *s, size_t first, size_t last)
{
    sls_span c = { first, last + 1 };
    const size_t begin = sls_sentence_begin(s->items, first);
    const size_t end = sls_sentence_end(s->items, last);

    while ((c.from = pass_back(s, c.from, begin)) > begin &&
           (!begins_clause(s, c.from) || sls_scene_is(s, c.from - 1, SLS_C_MODAL))) {
        size_t before = c.from - 1; /* "diduga bahwa ..." is one */

        if (may_end_clause(s, before)) {
            before = sls_aside_before(s, before, begin);
            if (before == c.from - 1)
                break;
        }
        c.from = before;
    }
    while ((c.to = pass_on(s, c.to, end)) < end && !begins_clause(s, c.to)) {
        size_t behind = c.to;

        if (may_end_clause(s, behind)) {
            behind = sls_aside_behind(s, behind, end);
            if (behind == c.to)
                break;
        }
        c.to = behind + 1;
    }
    return c;
}

sls_span sls_clause_of(const sls_scene *s, size_t first, size_t last)
{
    sls_surroundings *around = s->around;
    const size_t place = first % SLS_CLAUSES_KEPT;

    if (around->in[place].clause.to == 0 || around->in[place].first != first ||
        around->in[place].last != last) {
        around->in[place].clause = find_clause(s, first, last);
        around->in[place].first = first;
        around->in[place].last = last;
    }
    return around->in[place].clause;
}
