/* When claims hold: the day that their sentence, their tale or their article dates them to. */
#include "extract/claim/beside.h"
#include "extract/claim/claimer.h"
#include "extract/claim/meaning.h"
#include "extract/claim/voice.h"

#include "extract/grammar/scan.h"

/* The first token of the line of item `i`; asked of later and later items, it looks at each mark
 * once.
 */
static uint32_t line_begin(sls_claimer *c, size_t i)
{
    const sls_tokens *t = &c->document->tokens;
    const uint32_t token = c->scene->items->at[i].first;

    if (token < c->line_begin)
        c->line_begin = c->line_mark = 0;
    for (; c->line_mark < t->mark_count && t->marks[c->line_mark] <= token; c->line_mark++)
        if (t->at[t->marks[c->line_mark]].flags & SLS_TOKEN_BREAK)
            c->line_begin = t->marks[c->line_mark];
    return c->line_begin;
}

void sls_claims_note_dates(sls_claimer *c)
{
    const size_t count = c->scene->readings->count;
    int32_t last = -1;

    for (size_t r = 0; r < count; r++) {
        c->dated_before[r] = last;
        last = c->dated[r].grain != SLS_GRAIN_NONE ? (int32_t)r : last;
    }
    last = -1;
    for (size_t r = count; r-- > 0;) {
        c->dated_behind[r] = last;
        last = c->dated[r].grain != SLS_GRAIN_NONE ? (int32_t)r : last;
    }
}

enum {
    POST = 20,    /* items from "ujar" over a speaker's posts to the title read last */
    CONJUNCT = 8, /* items from an amount to the date of its own verb */
    COMPARED = 9  /* items from "dibandingkan" to the date of what something is compared with */
};

/* Whose claims a date of the same sentence may be of. */
typedef enum { OF_ALL, OF_WHAT_IS_SAID, OF_THE_SPEAKER } audience;

/* Whether date `i` says when a claim of `event` holds. */
static bool dates(const sls_claimer *c, size_t i, sls_str event, audience of)
{
    return (c->told[i].len == 0 || (event.len > 0 && sls_str_eq(c->told[i], event))) &&
           (!c->act || sls_str_eq(c->happened[i], event)) &&
           (of == OF_ALL ||
            (of == OF_THE_SPEAKER ? c->said[i] != SLS_SAID_NOT : c->said[i] != SLS_SAID_ONLY));
}

/* Whether the holder of a title speaks: "kata Bupati Sleman Sri Purnomo", "Bupati mengatakan". */
static bool speaks(const sls_claimer *c, const sls_reading *r)
{
    const size_t begin = sls_sentence_begin(c->scene->items, r->first);
    bool apart = false; /* a comma stands between */

    if (sls_scene_is(c->scene, r->last + 1, SLS_C_SPEECH))
        return true;
    for (size_t i = r->first; i-- > begin && i + POST >= r->first;) {
        const uint16_t symbol = c->scene->items->at[i].symbol;

        if (sls_scene_closes(c->scene, i)) /* "kata Kepala Unit ... Inspektur Satu Sumiran" */
            return !apart || (i > 0 && c->scene->items->at[i - 1].symbol == '"');
        if (symbol < SLS_SYMBOL_WORDS && symbol != '(' && symbol != ')' && symbol != ',')
            break;
        apart = apart || symbol == ',';
    }
    return false;
}

static bool is_planned_between(const sls_claimer *c, size_t from, size_t to)
{
    for (size_t i = from + 1; i < to; i++)
        if (sls_scene_clausal(c->scene, i, SLS_T_PLANNED))
            return true;
    return false;
}

/*
 * Whether a date that stands in another clause than the claim of reading `r` tells of that clause
 * alone: what is dated ahead of the article says nothing of what is so now, and no "yang" between
 * commas dates the rest: "PT X, yang berdiri pada 1990, kini memiliki 500 pekerja".
 */
static bool is_of_its_clause(const sls_claimer *c, size_t i, size_t r, sls_state state)
{
    const sls_reading *all = c->scene->readings->at;
    const sls_edtf *now = &c->document->published_at;
    const sls_span aside = sls_beside_of(c->scene, all[i].first, all[i].last);
    const sls_span its = sls_clause_of(c->scene, all[i].first, all[i].last);

    if (aside.to > 0 && !(all[r].first >= aside.from && all[r].first < aside.to))
        return true;
    if (state == SLS_PLANNED && now->grain != SLS_GRAIN_NONE &&
        c->dated[i].days.last < now->days.first && sls_scene_tells(c->scene, its.from, SLS_T_THAT))
        return true; /* "will receive $39 billion under the law, which he signed in August 2022" */
    if (state == SLS_ASSERTED && now->grain != SLS_GRAIN_NONE &&
        c->dated[i].days.first > now->days.last && all[r].first < all[i].first &&
        is_planned_between(c, all[r].last, all[i].first))
        return true; /* "detected 54 galaxies and will survey the sky by 2029" */
    if (state != SLS_ASSERTED || (all[r].first >= its.from && all[r].first < its.to))
        return false;
    return (now->grain != SLS_GRAIN_NONE && c->dated[i].days.first > now->days.last) ||
           sls_scene_tells(c->scene, its.from, SLS_T_THAT);
}

/*
 * "naik 5 persen dibandingkan Maret 2024", "naik menjadi 73 ton dari 70 ton pada April": date `i`
 * is of what the amount of reading `r` before it is compared with.
 */
static bool is_compared(const sls_claimer *c, size_t i, size_t r)
{
    const sls_reading *all = c->scene->readings->at;
    const sls_item *at = c->scene->items->at;

    for (size_t k = all[i].first; k-- > all[r].last + 1 && k + COMPARED >= all[i].first;) {
        if (at[k].symbol == ',' && c->scene->reading_of[k] < 0)
            return false;
        if (sls_item_says(&at[k], SLS_C_VOICE, "compared") &&
            !(at[k].set & SLS_BIT(SLS_C_HEDGE) && c->scene->reading_of[k] >= 0))
            return true; /* but no "more than 5" */
        if (c->scene->reading_of[k + 1] >= 0 &&
            (sls_scene_is(c->scene, k, SLS_C_FROM) || sls_item_says(&at[k], SLS_C_LITERAL, "of")) &&
            sls_reading_is(&all[c->scene->reading_of[k + 1]], all[r].kind | SLS_READ(NUMBER)))
            return true;
    }
    return false;
}

/* Whether a verb of `event` stands before date `i`: "stolen in 1939", but "the profit of 2022". */
static bool has_verb_before(const sls_claimer *c, size_t i, sls_str event)
{
    const size_t REACH = 6, first = c->scene->readings->at[i].first;
    const size_t begin = sls_sentence_begin(c->scene->items, first);

    for (size_t k = first; k-- > begin && k + REACH >= first;)
        if (sls_str_eq(sls_scene_value(c->scene, k, SLS_C_EVENT), event))
            return c->scene->items->at[k].traits & SLS_VOICES;
    return false;
}

/*
 * "A sketch that was stolen in 1939 fetched $3 million": a second verb right behind date `i`, that
 * of reading `r`, ends what the date is told of.
 */
static bool ends_before(const sls_claimer *c, size_t i, size_t r, const sls_claim *claim)
{
    const size_t behind = c->scene->readings->at[i].last + 1;
    const sls_str told = c->happened[i];

    return behind < c->scene->readings->at[r].first && c->scene->reading_of[behind] < 0 &&
           told.len > 0 && !sls_str_eq(told, claim->event) &&
           sls_str_eq(sls_scene_value(c->scene, behind, SLS_C_EVENT), claim->event) &&
           c->scene->items->at[behind].traits & SLS_VOICES && has_verb_before(c, i, told);
}

/*
 * "was built in 1932 and has 410 beds": date `i` is past, and what is told of reading `r` behind it
 * holds now, as the English "has" says.
 */
static bool is_told_of_now(const sls_claimer *c, size_t i, size_t r)
{
    const sls_reading *all = c->scene->readings->at;
    const sls_item *at = c->scene->items->at;
    bool anew = false;

    if (all[i].last > all[r].first || c->document->published_at.grain == SLS_GRAIN_NONE ||
        c->dated[i].days.last >= c->document->published_at.days.first)
        return false;
    for (size_t k = all[i].last + 1; k < all[r].first; k++) {
        anew = anew || sls_scene_tells(c->scene, k, SLS_T_AND) ||
               sls_scene_tells(c->scene, k, SLS_T_OPENS);
        if (anew && at[k].traits & (SLS_TRAIT(ONE) | SLS_TRAIT(MANY)) &&
            sls_scene_is_clausal(c->scene, k, "have"))
            return true;
    }
    return false;
}

/*
 * "freed two men arrested in 2016", "broke the record she set in 2019": the English verb before
 * date `i` tells of the noun before it alone, and `claim` is of another verb.
 */
static bool is_of_a_participle(const sls_claimer *c, size_t i, const sls_claim *claim)
{
    const uint32_t before = SLS_TRAIT(BE) | SLS_TRAIT(ONE) | SLS_TRAIT(MANY) | SLS_TRAIT(AND) |
                            SLS_TRAIT(THAT) | SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE) | SLS_VOICES;
    const sls_scene *s = c->scene;
    const sls_item *at = s->items->at;
    const size_t first = s->readings->at[i].first, from = sls_clause_of(s, first, first).from;
    size_t k = first;

    if (first < from + 3)
        return false;
    k -= at[k - 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT)) ? 2 : 1;
    if (k <= from + 1 || !(at[k].traits & SLS_TRAIT(ACTIVE)) || !sls_scene_is(s, k, SLS_C_EVENT) ||
        sls_str_eq(sls_event_meant(s, k), claim->event) || at[k - 1].traits & before ||
        at[k - 1].symbol < SLS_SYMBOL_WORDS)
        return false;
    if (sls_scene_is_clausal(s, k - 1, "pronoun") || sls_voice_is(s, k - 1, "pronoun"))
        return at[k - 2].shape & SLS_SHAPED(LOWER) && !(at[k - 2].traits & before) &&
               !sls_scene_is(s, k - 2, SLS_C_STOP);
    for (size_t n = k - 1; n-- > from && !(at[n].traits & SLS_TRAIT(AND));)
        if (at[n].traits & SLS_VOICES && sls_scene_is(s, n, SLS_C_EVENT))
            return true;
    return false;
}

/* "Kiprono, 27, won it in 2019": an age between commas is told as it is now, not of years ago. */
static bool is_age_now(const sls_claimer *c, size_t i, size_t r)
{
    const int64_t RECENT = 366;
    const sls_reading *age = &c->scene->readings->at[r];
    const sls_edtf *now = &c->document->published_at;
    const sls_item *at = c->scene->items->at;

    return sls_reading_is(age, SLS_READ(AGE)) && now->grain != SLS_GRAIN_NONE &&
           (int64_t)now->days.first - c->dated[i].days.last > RECENT && age->first > 0 &&
           ((at[age->first - 1].symbol == ',' && at[age->last + 1].symbol == ',') ||
            at[age->first - 1].symbol == '(');
}

/* "..., according to a study published on Monday": date `i` is the source's, not of what it says.
 */
static bool is_of_the_source(const sls_claimer *c, size_t i, size_t r)
{
    const sls_reading *all = c->scene->readings->at;

    if (!sls_str_eq(c->happened[i], SLS_STR("publish")))
        return false;
    const sls_span its = sls_clause_of(c->scene, all[i].first, all[i].last);
    return sls_scene_tells(c->scene, its.from, SLS_T_SOURCE) &&
           !(all[r].first >= its.from && all[r].first < its.to);
}

/* "governor of Santa Rosa from 2011 to 2017": years `i` tell only how long an office was held. */
static bool is_term_of_office(const sls_claimer *c, size_t i)
{
    const size_t REACH = 7, first = c->scene->readings->at[i].first;
    const size_t begin = sls_sentence_begin(c->scene->items, first);
    const sls_interval days = c->dated[i].days;

    if (c->happened[i].len > 0 || (int64_t)days.last - days.first <= 366 ||
        days.first == SLS_DAY_OPEN_PAST || days.last == SLS_DAY_OPEN_FUTURE)
        return false;
    for (size_t k = first; k-- > begin && k + REACH >= first;) {
        if (sls_scene_is(c->scene, k, SLS_C_OFFICE))
            return true;
        if (c->scene->items->at[k].symbol < SLS_SYMBOL_WORDS ||
            c->scene->items->at[k].traits & SLS_VOICES)
            break;
    }
    return false;
}

/*
 * "asked for 12 years for Budi, who took money while he was regent in 2011": date `i` stands behind
 * a comma and "who", within what is told aside, and reading `r` before that.
 */
static bool is_within_relative(const sls_claimer *c, size_t i, size_t r, sls_kind kind)
{
    const int64_t NEWS = 62; /* days: what is told aside of a tale of now is of its time */
    const sls_scene *s = c->scene;
    const sls_reading *all = s->readings->at;
    const sls_edtf *now = &c->document->published_at;

    if (now->grain == SLS_GRAIN_NONE || (int64_t)now->days.first - c->dated[i].days.last <= NEWS)
        return false;
    for (size_t k = all[i].first; k-- > all[r].last + 1;)
        if (s->items->at[k].symbol == ',' && s->reading_of[k] < 0)
            return sls_scene_tells(s, k + 1, SLS_T_THAT) &&
                   (kind != SLS_KIND_QUANTITY || k > all[r].last + 1); /* "9 pabrik, yang tutup" */
    return false;
}

/* Whether date `i` says nothing of when the claim of reading `r` in its sentence holds. */
static bool is_of_another(const sls_claimer *c, size_t i, size_t r, const sls_claim *claim)
{
    const sls_reading *all = c->scene->readings->at;

    if (is_of_its_clause(c, i, r, claim->state) || is_age_now(c, i, r) || is_of_the_source(c, i, r))
        return true;
    if (all[i].first > all[r].last
            ? claim->state == SLS_ASSERTED && is_within_relative(c, i, r, claim->kind)
            : claim->kind != SLS_KIND_TITLE && is_term_of_office(c, i))
        return true;
    return sls_scene_lang(c->scene, all[i].first) == SLS_LANG_EN &&
           (is_told_of_now(c, i, r) || is_of_a_participle(c, i, claim));
}

/* "naik menjelang Ramadan, Senin (20/3)": date `i` is of what is still to come. */
static bool is_to_come(const sls_claimer *c, size_t i)
{
    const size_t first = c->scene->readings->at[i].first;

    return sls_scene_tells(c->scene, first, SLS_T_BEFORE) ||
           (first > 0 && sls_scene_tells(c->scene, first - 1, SLS_T_BEFORE)) ||
           c->dated[i].days.first == SLS_DAY_OPEN_PAST;
}

/*
 * "5 juta pada Mei dan 9 juta pada Juni", "8 juta pada Juni menjadi 10 juta pada Juli": whether
 * what stands at item `i`, between a date and an amount, lets date `k` behind that be its own.
 */
static bool is_joint(const sls_claimer *c, size_t i, size_t k)
{
    const sls_item *item = &c->scene->items->at[i];
    const size_t date = c->scene->readings->at[k].first;

    if (sls_scene_tells(c->scene, i, SLS_T_AND) || item->symbol == ',')
        return true;
    return (item->set & (SLS_BIT(SLS_C_FROM) | SLS_BIT(SLS_C_TO)) ||
            sls_item_says(item, SLS_C_VOICE, "reach")) &&
           c->scene->items->at[date - 1].traits & (SLS_TRAIT(IN) | SLS_TRAIT(AT));
}

/* Whether "and" with a verb behind it stands among items `from` to `to`. */
static bool goes_on_between(const sls_claimer *c, size_t from, size_t to)
{
    const sls_item *at = c->scene->items->at;

    for (size_t k = from; k + 1 < to; k++)
        if (at[k].traits & SLS_TRAIT(AND) &&
            (at[k + 1].traits & SLS_VOICES || (k + 2 < to && at[k + 2].traits & SLS_VOICES)))
            return true;
    return false;
}

/* The date in the sentence of reading `r`, of a claim of `event`, that stands nearest to it. */
static const sls_edtf *nearest_date(const sls_claimer *c, size_t r, const sls_claim *claim,
                                    audience of)
{
    const sls_reading *all = c->scene->readings->at;
    const size_t begin = sls_sentence_begin(c->scene->items, all[r].first);
    const size_t end = sls_sentence_end(c->scene->items, all[r].first);
    /* an office is held whatever its holder did: "Budi adalah penyanyi kelahiran 12 Mei 1943" */
    const bool office = claim->kind == SLS_KIND_TITLE && sls_claim_dates_itself(claim->event);
    const sls_str event = office ? (sls_str){ 0 } : claim->event;
    const sls_edtf *best = NULL;
    size_t nearest = SIZE_MAX;
    size_t between = SIZE_MAX; /* the one item between a date and the amount */
    bool anew =
        false; /* "joined in 2013 and received 3 billion last year": it is not the first's */

    for (int32_t k = c->dated_before[r]; k >= 0 && all[k].first >= begin; k = c->dated_before[k]) {
        const size_t i = (size_t)k;

        if (dates(c, i, event, of) && !is_of_another(c, i, r, claim) &&
            !ends_before(c, i, r, claim)) {
            best = &c->dated[i];
            nearest = all[r].first - all[i].last;
            between = nearest == 2 ? all[i].last + 1 : SIZE_MAX;
            anew = goes_on_between(c, all[i].last + 1, all[r].first);
            break;
        }
    }
    for (int32_t k = c->dated_behind[r]; k >= 0 && all[k].first < end; k = c->dated_behind[k]) {
        const size_t i = (size_t)k;

        if (dates(c, i, event, of) && !is_of_another(c, i, r, claim) && !is_compared(c, i, r)) {
            if (is_to_come(c, i) && !best) {
                best = &c->dated[i]; /* unless a day is told behind it */
                continue;
            }
            if (all[i].first - all[r].last <
                    nearest + (between != SIZE_MAX && is_joint(c, between, i)) ||
                (anew && all[i].first - all[r].last <= CONJUNCT &&
                 !goes_on_between(c, all[r].last + 1, all[i].first)))
                best = &c->dated[i];
            break;
        }
    }
    return best;
}

/*
 * The date of the sentence that tells when a claim holds: of whoever speaks when it was said, of
 * all else when it happened, and only where nothing dates that, when it was said.
 */
static const sls_edtf *date_in_sentence(const sls_claimer *c, size_t r, const sls_claim *claim)
{
    const sls_edtf *date;

    if (claim->kind == SLS_KIND_TITLE && speaks(c, &c->scene->readings->at[r]))
        return nearest_date(c, r, claim, OF_THE_SPEAKER);
    date = nearest_date(c, r, claim, OF_WHAT_IS_SAID);
    return date ? date : nearest_date(c, r, claim, OF_ALL);
}

/*
 * Whether a tale may go on in `date`: it is narrow, for an office no wider than a year, and not
 * ahead of the article.
 */
static bool carries_on(const sls_claimer *c, const sls_edtf *date, bool office)
{
    const int64_t WIDEST = office ? 366 : 31;
    const sls_edtf *now = &c->document->published_at;

    return (int64_t)date->days.last - date->days.first < WIDEST &&
           (now->grain == SLS_GRAIN_NONE || date->days.last <= now->days.last);
}

/*
 * ", yang meninggal pada 2010", "tanah yang diduduki sejak 1967": the tale does not go on then.
 * What "yang" tells within its clause may be the tale's, but not of years ago.
 */
static bool is_told_aside(const sls_claimer *c, size_t i, bool office)
{
    const int64_t RECENT = 366;
    const sls_reading *r = &c->scene->readings->at[i];
    const sls_edtf *now = &c->document->published_at;
    const size_t from = sls_clause_of(c->scene, r->first, r->last).from;

    if (office && now->grain != SLS_GRAIN_NONE &&
        (int64_t)now->days.last - c->dated[i].days.last > RECENT)
        for (size_t k = r->first; k-- > from;)
            if (sls_scene_clausal(c->scene, k, SLS_T_THAT))
                return true;
    return sls_scene_tells(c->scene, from, SLS_T_THAT);
}

/*
 * A date of the sentences before, in the same paragraph: a tale goes on in its time; one of
 * years ago only in the very next sentence.
 */
static const sls_edtf *date_before(sls_claimer *c, size_t r, bool office)
{
    const unsigned SENTENCES = 3;
    const size_t READINGS = 24;
    const int64_t RECENT = 366;
    const sls_reading *all = c->scene->readings->at;
    const sls_items *items = c->scene->items;
    const sls_edtf *now = &c->document->published_at;
    const unsigned here = items->at[all[r].first].sentence;
    const uint32_t line = line_begin(c, all[r].first);

    for (int32_t k = c->dated_before[r]; k >= 0 && (size_t)k + READINGS >= r;
         k = c->dated_before[k]) {
        const size_t i = (size_t)k;
        const unsigned there = items->at[all[i].first].sentence;

        if (there + SENTENCES < here || all[i].first + SLS_SENTENCE_REACH < all[r].first ||
            items->at[all[i].first].first < line)
            return NULL;
        if (!dates(c, i, (sls_str){ 0 }, OF_ALL) || is_told_aside(c, i, office) ||
            sls_beside_of(c->scene, all[i].first, all[i].last).to > 0)
            continue;
        if (!carries_on(c, &c->dated[i], office) ||
            (there + 1 < here && now->grain != SLS_GRAIN_NONE &&
             (int64_t)now->days.last - c->dated[i].days.last > RECENT) ||
            sls_clause_ahead(c->scene, all[r].first, all[r].last))
            return NULL;
        return &c->dated[i];
    }
    return NULL;
}

/* "since the outbreak began in November": what is counted from then on is counted until now. */
static bool is_since(const sls_claimer *c, const sls_edtf *date)
{
    const size_t REACH = 6, first = c->scene->readings->at[date - c->dated].first;
    const size_t begin = sls_sentence_begin(c->scene->items, first);

    for (size_t i = first; i-- > begin && i + REACH >= first;) {
        if (c->scene->items->at[i].symbol == ',')
            break;
        if (sls_scene_is(c->scene, i, SLS_C_SINCE) && c->scene->reading_of[i] < 0)
            return true;
    }
    return false;
}

/*
 * "Enam tahun lalu kecelakaan di tol itu merenggut 6 nyawa": whether `date` is so long before the
 * article that what it tells of is no news, whose toll is that of the article's day.
 */
static bool is_history(const sls_claimer *c, const sls_edtf *date)
{
    const int64_t NEWS = 62; /* days */
    const sls_edtf *now = &c->document->published_at;

    return now->grain != SLS_GRAIN_NONE && date->days.last < (int64_t)now->days.first - NEWS &&
           !is_since(c, date);
}

sls_status sls_claim_as_of(sls_claimer *c, size_t r, bool toll, sls_claim *claim)
{
    c->act = claim->kind == SLS_KIND_QUANTITY && sls_toll_is_act(claim->what);
    const sls_edtf *date = date_in_sentence(c, r, claim);
    bool inferred = false;
    char text[SLS_EDTF_TEXT];
    size_t len;

    if (toll && (!date || !is_history(c, date)))
        date = sls_toll_until(c, r);
    if (toll && !date && c->default_as_of.len > 0) {
        claim->as_of = c->default_as_of;
        return SLS_OK;
    }
    if (!date) {
        date = c->act || (claim->kind == SLS_KIND_TITLE && speaks(c, &c->scene->readings->at[r]))
                   ? NULL /* who speaks holds the office now, whatever the tale's time */
                   : date_before(c, r, claim->kind == SLS_KIND_TITLE);
        if (!date) {
            claim->as_of = c->default_as_of;
            return SLS_OK;
        }
        inferred = true;
    }
    len = sls_interval_text(date->days, text);
    if (inferred)
        text[len++] = '~'; /* in the place of the NUL */
    return sls_arena_copy(c->arena, (sls_str){ text, len }, &claim->as_of);
}
