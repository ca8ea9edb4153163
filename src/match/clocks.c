#include "match/clocks.h"

#include "base/edtf.h"
#include "lexicon/lexicon.h"
#include "match/align.h"
#include "match/company.h"
#include "match/gates.h"
#include "match/places.h"
#include "match/wards.h"
#include "model/sense.h"
#include "model/stance.h"
#include "model/term.h"

static bool is_time(const sls_fact *fact, sls_edtf *out)
{
    return sls_claim_tells_clock(fact->claim) && sls_edtf_read(fact->claim->value, out) == SLS_OK &&
           out->grain == SLS_GRAIN_MINUTE;
}

/* Whether one tells its day, and it is not near the day of the article that has the other. */
static bool is_other_day(const sls_fact *a, const sls_edtf *x, const sls_fact *b, const sls_edtf *y)
{
    const bool left = sls_edtf_is_clock(x), right = sls_edtf_is_clock(y);
    if (left == right)
        return false;
    return sls_interval_gap(left ? a->when : a->days, right ? b->when : b->days) > SLS_CLOCK_DAYS;
}

/* Whether a sentence is a log of times: which of them is meant is not known. */
static bool is_log(const sls_facts *facts, uint32_t i)
{
    const sls_fact *const own = &facts->at[i];
    sls_edtf time;
    uint32_t from = i, times = 0;
    while (from > 0 && facts->at[from - 1].article == own->article &&
           facts->at[from - 1].claim->sentence == own->claim->sentence)
        from--;
    for (; from < facts->count && facts->at[from].article == own->article &&
           facts->at[from].claim->sentence == own->claim->sentence && times < SLS_CLOCK_LOG;
         from++)
        times += is_time(&facts->at[from], &time);
    return times == SLS_CLOCK_LOG;
}

/* Two articles under comparison: of one story, and whether each tells one time the other lacks. */
typedef struct {
    const sls_roll *roll;
    const sls_facts *facts;
    int likeness;
    bool lone;
} clocking;

/* "On Monday at 23:55" is not "on Tuesday at 1:12". */
static bool are_two_days(const sls_fact *a, const sls_edtf *x, const sls_fact *b, const sls_edtf *y)
{
    return !sls_edtf_is_clock(x) && !sls_edtf_is_clock(y) && sls_interval_gap(a->days, b->days) > 0;
}

/* Each tells one time, of one event as far as told, and little else is told by either article. */
static bool is_lone(const clocking *in, const sls_fact *a, const sls_fact *b,
                    const sls_overlap *shared, int64_t minutes, int likeness)
{
    const int story = minutes == SLS_CLOCK_SLIP_MINUTES ? SLS_CLOCK_SLIP_STORY : SLS_CLOCK_STORY;
    const bool event = a->event.len == 0 || b->event.len == 0 || sls_str_eq(a->event, b->event);
    return in->lone && in->likeness >= story && likeness >= SLS_CLOCK_LONE &&
           (event || minutes == SLS_CLOCK_SLIP_MINUTES) && !sls_facts_persons_part(a, b, shared) &&
           ((a->tie != SLS_TIE_FIGURE && b->tie != SLS_TIE_FIGURE) ||
            (sls_interval_gap(a->published, b->published) <= 0 &&
             sls_share_figure(in->roll, a->article, b->article, a->event))) &&
           (in->likeness >= SLS_MISPRINT_SOLE || sls_facts_place(a, b) != SLS_PLACES_APART);
}

static bool tolls(sls_str event)
{
    return sls_lexicon_attribute_is(SLS_C_EVENT, event, "toll", "yes");
}

/* "Habibie meninggal pukul 18.03": who is named so dies once, whatever else the sentences tell. */
static bool is_of_once(const sls_fact *a, const sls_fact *b)
{
    return a->recurrence == SLS_ONCE && sls_str_eq(a->event, b->event) &&
           sls_share_rare_word(a->claim, b->claim) && sls_facts_place(a, b) != SLS_PLACES_APART;
}

static bool is_one_happening(const sls_roll *roll, const sls_fact *a, const sls_fact *b,
                             const sls_overlap *shared, int likeness)
{
    const bool figure = a->tie == SLS_TIE_FIGURE || b->tie == SLS_TIE_FIGURE;
    if (sls_facts_persons_part(a, b, shared)) /* two who arrive arrive at two times */
        return false;
    /* two quakes of a morning: the magnitude beside the time tells which; no price tells when */
    if (figure && (!tolls(a->event) || sls_company_of(roll, a->entry, b->entry).figures == 0))
        return false;
    return likeness >= SLS_CLOCK_FLOOR && sls_facts_place(a, b) != SLS_PLACES_APART;
}

/*
 * "09.41 WIB" in Bandung and "9:14 a.m." in Bandung: who names no zone tells the time of the place,
 * unless they are hours apart.
 */
static bool are_of_one_zone(const sls_fact *a, const sls_edtf *x, const sls_fact *b,
                            const sls_edtf *y)
{
    const int64_t minutes = sls_edtf_minutes_apart(x, y);
    return a->claim->place.len > 0 && sls_facts_place(a, b) == SLS_PLACES_SAME &&
           (minutes == 0 || minutes % 60 != 0);
}

/*
 * "At 2:20 p.m. on Wednesday", "at 2:20 p.m. on Thursday": a time to the minute, and one of the
 * days is wrong. What begins at a full or half hour may begin so each day.
 */
static bool is_a_day_apart(const sls_edtf *x, const sls_edtf *y, int64_t minutes)
{
    const int64_t DAY = 1440;
    return !sls_edtf_is_clock(x) && !sls_edtf_is_clock(y) && minutes == DAY && x->minute % 30 != 0;
}

/* "Pukul 07.15", "pukul 17.15": the one time of each of two reports alike in all else. */
static bool are_hours_apart(const clocking *in, const sls_edtf *x, int64_t minutes)
{
    return in->lone && in->likeness >= SLS_MISPRINT_SOLE && minutes % 60 == 0 &&
           x->minute % 30 != 0;
}

/* `x` and `y` are the times of facts `i` and `j`. */
static sls_status weigh(const clocking *in, uint32_t i, const sls_edtf *x, uint32_t j,
                        const sls_edtf *y, sls_arena *arena, sls_candidate_list *list)
{
    const sls_facts *const facts = in->facts;
    const sls_fact *const a = &facts->at[i], *const b = &facts->at[j];
    const bool zones = (x->offset == SLS_OFFSET_UNKNOWN) == (y->offset == SLS_OFFSET_UNKNOWN) ||
                       are_of_one_zone(a, x, b, y);
    const int64_t minutes = sls_edtf_minutes_apart(x, y);
    const bool equal = minutes == 0;
    const bool day = is_a_day_apart(x, y, minutes);
    if (!zones || (minutes > SLS_CLOCK_MINUTES && !day && !are_hours_apart(in, x, minutes)) ||
        sls_stance_parts(a->claim, b->claim)) /* no agreement: see stances.h */
        return SLS_OK;
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    const int likeness = sls_likeness(a, b, &shared);
    if (day && likeness < SLS_DAYS_NEXT)
        return SLS_OK;
    const bool one = is_one_happening(in->roll, a, b, &shared, likeness) || is_of_once(a, b) ||
                     (is_lone(in, a, b, &shared, minutes, likeness) && !are_two_days(a, x, b, y) &&
                      (equal || !sls_names_part(in->roll, a->entry, b->entry)));
    if (!equal && (!one || is_log(facts, i) || is_log(facts, j) || is_other_day(a, x, b, y)))
        return SLS_OK;
    sls_candidate *const c = sls_vec_push(list, arena);
    if (!c)
        return SLS_ENOMEM;
    /* the hour of a radio call may be that of the start, but is not told for it */
    const bool other = likeness < SLS_CLOCK_FLOOR && a->event.len > 0 && b->event.len > 0 &&
                       !sls_str_eq(a->event, b->event);
    const int same = other ? SLS_CLOCK_EQUAL_OTHER : SLS_TALLY_EQUAL;
    *c = (sls_candidate){ .a = i, .b = j, .rank = likeness + (equal ? same : 0) };
    sls_terms_add(&c->terms, SLS_TERM_START, SLS_CLOCK_SCORE);
    return SLS_OK;
}

/* Whether one of the accepted pairs has the same time as `fact` on its side. */
static bool is_spoken_for(const sls_facts *facts, const sls_candidate *taken, size_t count,
                          const sls_fact *fact)
{
    for (size_t i = 0; i < count; i++)
        if ((facts->at[taken[i].a].article == fact->article &&
             facts->at[taken[i].a].value == fact->value) ||
            (facts->at[taken[i].b].article == fact->article &&
             facts->at[taken[i].b].value == fact->value))
            return true;
    return false;
}

/* One to one, the likest first: moves those that stay to the front and returns how many. */
static size_t choose(const sls_facts *facts, sls_candidate_list *list)
{
    size_t taken = 0;
    sls_candidates_sort(list);
    for (size_t i = 0; i < list->len; i++) {
        const sls_candidate c = list->at[i];
        if (!is_spoken_for(facts, list->at, taken, &facts->at[c.a]) &&
            !is_spoken_for(facts, list->at, taken, &facts->at[c.b]))
            list->at[taken++] = c;
    }
    return taken;
}

static bool is_equal(const sls_facts *facts, const sls_candidate *c)
{
    return facts->at[c->a].value == facts->at[c->b].value;
}

/* Whether an unequal pair dates one event of one object in sentences that are much alike. */
static bool is_of_one(const sls_facts *facts, const sls_candidate *c)
{
    const sls_claim *const a = facts->at[c->a].claim, *const b = facts->at[c->b].claim;
    return a->object.len > 0 && sls_str_eq(a->what, b->what) && c->rank >= SLS_CLOCK_ALIKE;
}

/* Where more times differ than agree, and several, both tell a day hour by hour. */
static sls_status pair_times(const sls_facts *facts, sls_candidate_list *list, sls_arena *arena,
                             sls_link_list *links)
{
    const size_t taken = choose(facts, list);
    size_t equal = 0;
    sls_status status = SLS_OK;
    for (size_t i = 0; i < taken; i++)
        equal += is_equal(facts, &list->at[i]);
    const size_t unequal = taken - equal;
    const bool table = unequal >= SLS_TALLY_TABLE && unequal > equal;
    for (size_t i = 0; status == SLS_OK && i < taken; i++)
        if (!table || is_equal(facts, &list->at[i]) || is_of_one(facts, &list->at[i]))
            status = sls_link_add(links, list->at[i].a, list->at[i].b, &list->at[i].terms, arena);
    return status;
}

/* Whether an article tells a time of the same minute. */
static bool tells_time(const sls_facts *facts, uint32_t article, const sls_edtf *time)
{
    sls_edtf other;
    for (uint32_t i = facts->first[article]; i < facts->first[article + 1]; i++)
        if (is_time(&facts->at[i], &other) && sls_edtf_minutes_apart(time, &other) == 0)
            return true;
    return false;
}

/* Times of one article that another lacks, as far as two. */
static int rest_of(const sls_facts *facts, uint32_t own, uint32_t other)
{
    sls_edtf time, kept;
    int rest = 0;
    for (uint32_t i = facts->first[own]; rest < 2 && i < facts->first[own + 1]; i++) {
        if (!is_time(&facts->at[i], &time) || tells_time(facts, other, &time) ||
            (rest > 0 && sls_edtf_minutes_apart(&time, &kept) == 0))
            continue;
        kept = time;
        rest++;
    }
    return rest;
}

static sls_status gather(const sls_roll *roll, const sls_facts *facts, const sls_story *story,
                         sls_arena *arena, sls_candidate_list *list)
{
    sls_edtf x, y;
    sls_status status = SLS_OK;
    const clocking in = { roll, facts, story->likeness,
                          story->likeness >= SLS_CLOCK_SLIP_STORY &&
                              rest_of(facts, story->a, story->b) == 1 &&
                              rest_of(facts, story->b, story->a) == 1 };
    for (uint32_t i = facts->first[story->a]; i < facts->first[story->a + 1]; i++) {
        if (!is_time(&facts->at[i], &x))
            continue;
        for (uint32_t j = facts->first[story->b];
             status == SLS_OK && j < facts->first[story->b + 1]; j++)
            if (is_time(&facts->at[j], &y))
                status = weigh(&in, i, &x, j, &y, arena, list);
    }
    return status;
}

sls_status sls_clocks_find(const sls_roll *roll, const sls_facts *facts, const sls_stories *stories,
                           sls_arena *arena, sls_link_list *links)
{
    sls_candidate_list list = { 0 };
    sls_status status = SLS_OK;
    for (size_t s = 0; status == SLS_OK && s < stories->count; s++) {
        list.len = 0;
        status = gather(roll, facts, &stories->at[s], arena, &list);
        if (status == SLS_OK)
            status = pair_times(facts, &list, arena, links);
    }
    return status;
}
