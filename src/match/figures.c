#include "match/figures.h"

#include "base/ascii.h"
#include "base/edtf.h"
#include "lexicon/counting.h"
#include "lexicon/lexicon.h"
#include "match/align.h"
#include "match/company.h"
#include "match/denials.h"
#include "match/gates.h"
#include "match/misprints.h"
#include "match/places.h"
#include "match/sessions.h"
#include "match/wards.h"
#include "match/weights.h"
#include "model/sense.h"
#include "model/stance.h"
#include "model/term.h"

/* What ties two unequal values besides the likeness of their sentences. */
typedef struct {
    sls_company company;
    sls_misprint misprint;
    bool twin; /* they stand in one sentence, as two outlets print it */
} ties;

/* Whether the sentence of `c` has a rare word or name that all of `article` lacks. */
static bool has_own_word(const sls_telling *in, const sls_claim *c, uint32_t article)
{
    const sls_str lists[] = { c->context, c->entities, c->place };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        sls_str list = lists[i], item;
        while (sls_str_split(&list, ';', &item))
            if (sls_name_rarity(c->lang, item) >= SLS_TALLY_OWN_RARITY &&
                !sls_story_has(in->stories, article, item))
                return true;
    }
    return false;
}

bool sls_figure_moves_daily(const sls_fact *a)
{
    const bool each = sls_str_find_byte(a->unit, '/') != SIZE_MAX; /* a price for each gram */
    const uint64_t size = a->rank >> SLS_RANK_DIGITS; /* nothing is quoted in billions */
    return (a->tie == SLS_TIE_FIGURE && sls_unit_is_quoted(a->unit) && size < SLS_TALLY_SUM &&
            sls_lexicon_attribute(SLS_C_OBJECT, a->claim->object, "period").len == 0) ||
           (each && sls_str_eq(a->claim->what, SLS_STR("price")));
}

/* "Beef cost 145,000 rupiah on Monday": prices of one day, which both date. */
static bool are_of_one_day(const sls_fact *a, const sls_fact *b)
{
    return a->has_when && b->has_when && sls_claim_is_dated(a->claim) &&
           sls_claim_is_dated(b->claim) && a->when.first == a->when.last &&
           sls_interval_relate(a->when, b->when) == SLS_SAME;
}

/* Told of a time behind the day of the report. */
static bool is_ahead(const sls_fact *a)
{
    return a->has_published && a->when.first > a->published.last;
}

/* Days, months and years that a fact holds are of three lengths. */
static int length_of(const sls_fact *a)
{
    const int64_t days = (int64_t)a->when.last - a->when.first;
    return days > 31 ? 2 : days > 0;
}

/*
 * Explicit times that have no day in common: before and after, plan and year of another. When it
 * was said is a day late: no misprint of what happened.
 */
static bool times_clash(const sls_fact *a, const sls_fact *b, sls_misprint misprint)
{
    const bool slip = misprint > SLS_MISPRINT_DIGIT && !sls_figure_moves_daily(a);
    const int64_t apart = !slip ? 0
                          : misprint == SLS_MISPRINT_SURE && length_of(a) != length_of(b)
                              ? INT32_MAX
                              : length_of(a) == 0;
    const bool x = sls_claim_is_dated(a->claim), y = sls_claim_is_dated(b->claim);
    if (!a->has_when || !b->has_when)
        return false;
    if (x != y) /* a rate of next year is none of this one */
        return is_ahead(x ? a : b) && sls_unit_is_quoted(a->unit) &&
               sls_interval_gap(a->when, b->when) > 0;
    return sls_interval_gap(a->when, b->when) > apart &&
           (x || (sls_figure_moves_daily(a) && sls_figure_moves_daily(b)));
}

/* A sentence is one's own, whatever it is said to be for. */
static bool is_of_person(sls_str event)
{
    return sls_lexicon_attribute_is(SLS_C_EVENT, event, "tie", "person");
}

/* Both name what happened or befell, and it is the same; one may say more ("sentence:verdict"). */
static bool is_told_of_one(const sls_claim *a, const sls_claim *b)
{
    const sls_str event = sls_what_event(a->what);
    return event.len > 0 && sls_str_eq(event, sls_what_event(b->what)) &&
           (sls_str_eq(a->what, b->what) || event.len == a->what.len || event.len == b->what.len ||
            is_of_person(event));
}

/* Both name what happened, and it is not the same; "dead" beside "die" is a role. */
static bool is_told_of_two(const sls_claim *a, const sls_claim *b)
{
    const sls_str x = sls_what_event(a->what), y = sls_what_event(b->what);
    const bool object =
        x.len < a->what.len && sls_str_eq(sls_str_slice(a->what, x.len, a->what.len),
                                          sls_str_slice(b->what, y.len, b->what.len));
    return x.len > 0 && y.len > 0 && !sls_is_role(a->what) && !sls_is_role(b->what) &&
           !sls_str_eq(x, y) && !object;
}

/* What befell persons, and is the same: a court stands in another town than the office it tries. */
static bool befell_persons(const sls_fact *a, const sls_fact *b)
{
    return a->tie == SLS_TIE_PERSON && b->tie == SLS_TIE_PERSON &&
           is_told_of_one(a->claim, b->claim);
}

/* The dead are none of the injured, but for digits that no chance makes so alike. */
static bool is_toll(const sls_claim *claim)
{
    return sls_lexicon_attribute(SLS_C_ROLE, claim->what, "counts").len > 0;
}

/* "30 rumah tertimbun", "13 rumah rusak": roles by two words. */
static bool are_of_two_roles(const sls_fact *a, const sls_fact *b)
{
    return a->role && b->role && !sls_str_eq(a->claim->what, b->claim->what);
}

/* Whether nothing forbids that both count one thing. */
static bool may_be_one(const sls_telling *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    if (x->ordinal.len > 0 && y->ordinal.len > 0 && !sls_str_eq(x->ordinal, y->ordinal))
        return false;
    const sls_misprint least = is_toll(x) || is_toll(y) ? SLS_MISPRINT_SURE : SLS_MISPRINT_SHORT;
    if (are_of_two_roles(a, b) &&
        (in->likeness < SLS_MISPRINT_SOLE || sls_misprint_of(x, y) < least))
        return false;
    const sls_places_relation places = sls_facts_place(a, b);
    /* A happening in the city is the one in its quarter; a figure of the city is no other's. */
    return places == SLS_PLACES_WITHIN ? a->value == b->value || is_told_of_one(x, y) ||
                                             sls_misprint_of(x, y) > SLS_MISPRINT_DIGIT
                                       : places != SLS_PLACES_APART || befell_persons(a, b);
}

static bool are_published_apart(const sls_fact *a, const sls_fact *b)
{
    return a->has_published && b->has_published && sls_interval_gap(a->published, b->published) > 0;
}

/* What any two values of a story have for and against them; unequal ones have more. */
static void weigh_together(const sls_fact *a, const sls_fact *b, const sls_overlap *shared,
                           sls_terms *terms)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const bool same = is_told_of_one(x, y);
    sls_terms_add(terms, SLS_TERM_START, SLS_TALLY_START);
    sls_terms_add(terms, SLS_TERM_WHAT, same ? SLS_TALLY_WHAT : 0);
    sls_terms_add(terms, SLS_TERM_ROLE,
                  same && sls_counts_role(x->what, x->unit) ? SLS_TALLY_ROLE : 0);
    sls_terms_add(terms, SLS_TERM_PLACE, shared->places > 0 ? SLS_TALLY_PLACE : 0);
    sls_terms_add(terms, SLS_TERM_SOURCE,
                  sls_str_eq(x->source, y->source) ? -SLS_TALLY_SAME_SOURCE : 0);
    sls_terms_add(terms, SLS_TERM_DAYS, are_published_apart(a, b) ? -SLS_TALLY_DAYS : 0);
}

/* "He was sentenced to 12 years": whether the pronoun of one stands for a person of the other. */
static bool befalls(const sls_claim *a, const sls_claim *b)
{
    const size_t len = a->patient.len;
    const bool meant = len > 0 && a->patient.ptr[len - 1] == '?';
    const sls_str who = sls_str_slice(a->patient, 0, meant ? len - 1 : 0);
    return who.len > 0 &&
           (sls_str_list_has(b->entities, who) || sls_str_eq(a->patient, b->patient));
}

/* "The owner was sentenced to 15 years, his manager to nine": one named, whom `b` leaves out. */
static bool befell_another(const sls_claim *a, const sls_claim *b)
{
    return a->patient.len > 0 && b->entities.len > 0 && sls_str_list_has(a->entities, a->patient) &&
           !sls_str_list_has(b->entities, a->patient);
}

/* Whether both name one person whom it befell, or one names him and the other means him. */
static bool share_person(const sls_fact *a, const sls_fact *b, const sls_overlap *shared)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    return (shared->persons > 0 && !befell_another(x, y) && !befell_another(y, x)) ||
           befalls(x, y) || befalls(y, x);
}

/* Swapped or lost digits in two reports that are alike in all else: one figure, told of anything.
 */
static bool is_slip_of_one(const sls_telling *in, const ties *tied)
{
    return in->likeness >= SLS_MISPRINT_SOLE && tied->misprint > SLS_MISPRINT_DIGIT &&
           tied->company.differing == 0;
}

/* What speaks for and against two unequal values. */
static void weigh_apart(const sls_telling *in, const sls_fact *a, const sls_fact *b,
                        const sls_overlap *shared, const ties *tied, sls_terms *terms)
{
    const sls_company *const company = &tied->company;
    /* what two writers say of it, and who else they name, tells nothing against a slip */
    const bool slip = is_slip_of_one(in, tied);
    const sls_claim *const x = a->claim, *const y = b->claim;
    const bool vague = x->bound == SLS_BOUND_MAGNITUDE || y->bound == SLS_BOUND_MAGNITUDE;
    const bool bodies = a->features.bodies > 0 && b->features.bodies > 0 && shared->bodies == 0;
    const bool persons = sls_facts_persons_part(a, b, shared);
    const bool part = sls_str_eq(x->unit, SLS_STR("percent")) && company->shared == 0;
    const bool befell = is_told_of_one(x, y) && share_person(a, b, shared);
    /* who is sentenced is sentenced once, in whatever words */
    const bool once = befell && a->tie == SLS_TIE_PERSON && !a->listed && !b->listed;
    const bool own =
        !once && !slip && has_own_word(in, x, b->article) && has_own_word(in, y, a->article);
    sls_terms_add(terms, SLS_TERM_WHAT, !slip && is_told_of_two(x, y) ? -SLS_TALLY_OTHER_WHAT : 0);
    sls_terms_add(terms, SLS_TERM_BODIES, bodies ? -SLS_TALLY_BODIES : 0);
    sls_terms_add(terms, SLS_TERM_VAGUE, vague ? -SLS_TALLY_MAGNITUDE : 0);
    sls_terms_add(terms, SLS_TERM_SHARE, part ? -SLS_TALLY_PERCENT : 0);
    sls_terms_add(terms, SLS_TERM_OWN, own ? -SLS_TALLY_OWN : 0);
    sls_terms_add(terms, SLS_TERM_PERSONS, persons ? -SLS_TALLY_PERSONS : 0);
    sls_terms_add(terms, SLS_TERM_PARTICIPANTS, befell ? SLS_TALLY_PERSON : 0);
    sls_terms_add(terms, SLS_TERM_COMPANY,
                  company->shared > 1   ? SLS_TALLY_COMPANIONS
                  : company->shared > 0 ? SLS_TALLY_COMPANION
                                        : 0);
    sls_terms_add(terms, SLS_TERM_STRANGER, company->differing > 0 ? -SLS_TALLY_STRANGER : 0);
}

/*
 * "The economy grew 1.3 percent in the first quarter": what a country, or a company, did in one
 * period is one figure, where both name what rose. Prices of a day are many.
 */
static bool is_of_one_period(const sls_fact *a, const sls_fact *b, const sls_overlap *shared)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const sls_str event = sls_what_event(x->what);
    const bool earned = sls_str_eq(event, SLS_STR("earn")) && is_told_of_one(x, y);
    const bool named = earned || (sls_str_eq(x->what, y->what) && event.len < x->what.len);
    const bool period = a->has_when && b->has_when && sls_claim_is_dated(x) &&
                        sls_claim_is_dated(y) && a->when.first == b->when.first &&
                        a->when.last == b->when.last &&
                        (int64_t)a->when.last - a->when.first >= SLS_TALLY_PERIOD;
    return named && period && !a->listed && !b->listed &&
           (shared->countries + shared->bodies > 0 || sls_share_rare_word(x, y));
}

/* What shook the ground in one minute has one depth and size, whatever else is told of it. */
static bool is_of_one_quake(const sls_telling *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const bool depth = x->what.len > 0 && sls_str_eq(x->what, y->what) &&
                       sls_lexicon_attribute_is(SLS_C_ATTRIBUTE, x->what, "of", "length");
    const bool size = sls_str_eq(x->unit, SLS_STR("magnitude")) && is_told_of_one(x, y);
    return (depth || size) && sls_share_disaster(in->roll, a->article, b->article);
}

/* The price of one day that two reports alike in all else give with a digit swapped or changed. */
static bool is_one_price(const sls_telling *in, const sls_fact *a, const sls_fact *b,
                         const ties *tied)
{
    return in->likeness >= SLS_DIGIT_STORY_ALONE && tied->misprint != SLS_MISPRINT_NONE &&
           tied->company.differing == 0 && sls_figure_moves_daily(a) && are_of_one_day(a, b);
}

/* The dead of a quake that both tell by its magnitude. */
static bool is_toll_of_one(const sls_telling *in, const sls_fact *a, const sls_fact *b)
{
    const sls_str event = a->tie == SLS_TIE_FIGURE ? a->event : b->event;
    return a->role && sls_str_eq(a->claim->what, b->claim->what) &&
           (a->tie == SLS_TIE_FIGURE || b->tie == SLS_TIE_FIGURE) &&
           sls_share_figure(in->roll, a->article, b->article, event);
}

/* Close values are told of one thing: what they add to the order of pairing. */
static int closeness(const sls_fact *a, const sls_fact *b)
{
    uint64_t x = a->rank, y = b->rank;
    if (x == y)
        return SLS_TALLY_CLOSE;
    if (x > y) {
        x = b->rank;
        y = a->rank;
    }
    /* A rank is the number of digits before the mark and, in 57 bits, the leading ones. */
    const uint64_t steps = (y >> SLS_RANK_DIGITS) - (x >> SLS_RANK_DIGITS);
    const uint64_t low = (x & (UINT64_MAX >> 7)) >> 8, high = (y & (UINT64_MAX >> 7)) >> 8;
    if (steps > 1 || low == 0)
        return 0;
    const uint64_t percent = high * (steps == 1 ? 1000 : 100) / low;
    return percent <= 110 ? SLS_TALLY_CLOSE : percent <= 150 ? SLS_TALLY_CLOSE / 2 : 0;
}

/* "1,136 in Pakistan" and "402 in Sindh": far from all of a country came to harm in its province.
 */
static bool is_of_country(const sls_fact *a, const sls_fact *b)
{
    const sls_str x = a->claim->place, y = b->claim->place;
    return x.len == 2 && sls_str_find_byte(y, '@') != SIZE_MAX && a->rank > b->rank &&
           sls_facts_place(a, b) == SLS_PLACES_WITHIN && closeness(a, b) == 0;
}

/* One counts all of those of whom the other's sentence tells in parts. */
static bool is_whole_of_parts(const sls_telling *in, const sls_fact *a, const sls_fact *b)
{
    if (sls_str_eq(a->claim->what, b->claim->what))
        return false; /* eight dead are not six dead and two hurt */
    return sls_company_completes(in->roll, a->entry, b->claim) ||
           sls_company_completes(in->roll, b->entry, a->claim);
}

/* Whether nothing besides forbids that two unequal values are one. */
static bool may_differ(const sls_fact *a, const sls_fact *b, const sls_overlap *shared,
                       const ties *tied, int like)
{
    const sls_company *const company = &tied->company;
    const sls_misprint misprint = tied->misprint;
    if (sls_sessions_clash(a->claim, b->claim))
        return false;
    /* "the defendant is sentenced to 3 years": of whom, a judge's sentence does not say */
    if (tied->twin && a->tie != SLS_TIE_PERSON && b->tie != SLS_TIE_PERSON)
        return true;
    if (misprint == SLS_MISPRINT_NONE && (is_of_country(a, b) || is_of_country(b, a)))
        return false;
    if (misprint > SLS_MISPRINT_DIGIT &&
        ((!sls_figure_moves_daily(a) && !sls_figure_moves_daily(b)) ||
         (misprint == SLS_MISPRINT_SURE && are_of_one_day(a, b))))
        return true;
    /* "18 Vietnamese boats, 19 Malaysian, 11 Philippine": which of them is meant is not known. */
    if (company->shared == 0 && misprint == SLS_MISPRINT_NONE &&
        (company->differing >= SLS_COMPANY_DIFFERING || a->listed || b->listed))
        return false;
    /* the years to which somebody is sentenced are none that he held an office */
    if ((a->tie == SLS_TIE_PERSON) != (b->tie == SLS_TIE_PERSON))
        return false;
    const bool dated =
        (company->shared > 0 && company->differing == 0 && like >= SLS_TALLY_DATED) ||
        is_of_one_period(a, b, shared);
    return !((a->tie == SLS_TIE_FIGURE || b->tie == SLS_TIE_FIGURE) && company->figures == 0 &&
             !dated) &&
           !((a->tie == SLS_TIE_PERSON || b->tie == SLS_TIE_PERSON) && !share_person(a, b, shared));
}

/* Likeness of context below which two facts are not compared. */
static int floor_of(const sls_fact *a, const sls_fact *b)
{
    if (a->role && sls_str_eq(a->claim->what, b->claim->what))
        return SLS_TALLY_FLOOR_ROLE;
    return a->value == b->value ? SLS_TALLY_FLOOR_EQUAL : SLS_TALLY_FLOOR;
}

/* Whether both may be told of one time, and neither is the number of a thing. */
static bool may_be_now(const sls_fact *a, const sls_fact *b, sls_misprint misprint)
{
    const sls_misprint least =
        sls_str_eq(a->unit, SLS_STR("anniversary")) ? SLS_MISPRINT_DIGIT : SLS_MISPRINT_SHORT;
    if ((a->nth || b->nth) && (a->nth != b->nth || misprint < least))
        return false;
    return !times_clash(a, b, misprint);
}

/* "Semua 26 penumpang selamat" | "22 dari 26 penumpang selamat": not all of them were. */
static bool are_all_and_some(const sls_fact *all, const sls_fact *some)
{
    return all->role && some->role && sls_str_eq(all->claim->what, some->claim->what) &&
           sls_str_list_has(all->claim->stance, SLS_STR("all+")) &&
           !sls_str_list_has(some->claim->stance, SLS_STR("all+")) && some->rank < all->rank &&
           sls_quotes_number(some->claim, all->claim) && all->claim->bound == SLS_BOUND_EXACT &&
           some->claim->bound == SLS_BOUND_EXACT;
}

/* "Empat luka berat, delapan luka ringan": whether its sentence counts the same role once more. */
static bool is_one_of_several(const sls_facts *facts, const sls_fact *f)
{
    const uint32_t own = (uint32_t)(f - facts->at), first = facts->first[f->article],
                   end = facts->first[f->article + 1];
    uint32_t i = own;
    if (!is_toll(f->claim))
        return false;
    while (i > first && facts->at[i - 1].claim->sentence == f->claim->sentence)
        i--;
    for (; i < end && facts->at[i].claim->sentence == f->claim->sentence; i++)
        if (i != own && facts->at[i].value != f->value && sls_units_meet(&facts->at[i], f) &&
            sls_str_eq(facts->at[i].claim->what, f->claim->what))
            return true;
    return false;
}

/* Whether their sentences name two districts, or villages, or states; see wards.h. */
static bool are_in_two_wards(const sls_telling *in, const sls_fact *a, const sls_fact *b)
{
    return sls_wards_differ(sls_wordings_wards(in->wordings, a),
                            sls_wordings_wards(in->wordings, b));
}

/*
 * Whether neither of two unequal values is known to the other side, or of another place. What is
 * told right once more is a slip all the same: of a twin either side may know one of both.
 */
static bool may_be_unequal(const sls_telling *in, const sls_fact *a, const sls_fact *b, bool twin)
{
    const bool known =
        twin ? sls_facts_tell(in->facts, a->article, b) && sls_facts_tell(in->facts, b->article, a)
             : sls_facts_know_both(in->facts, a, b);
    if (are_all_and_some(a, b) || are_all_and_some(b, a))
        return in->likeness >= SLS_ALL_STORY && !are_in_two_wards(in, a, b);
    /* "11 of 13 regencies": a sentence that has the other's number too tells of something else. */
    if (!twin && (sls_quotes_number(a->claim, b->claim) || sls_quotes_number(b->claim, a->claim)))
        return false;
    return !known && !sls_portions_differ(a->portion, b->portion) &&
           is_one_of_several(in->facts, a) == is_one_of_several(in->facts, b) &&
           !are_in_two_wards(in, a, b);
}

/* Whether each is all that its article tells of the unit and the other does not; no plan is done.
 */
static bool are_sole(const sls_telling *in, const sls_fact *a, const sls_fact *b)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    return x->state == y->state && x->bound == SLS_BOUND_EXACT && y->bound == SLS_BOUND_EXACT &&
           !a->listed && !b->listed && sls_str_eq(a->unit, b->unit) &&
           !sls_facts_know_both(in->facts, a, b) && !sls_quotes_number(x, y) &&
           !sls_quotes_number(y, x) && sls_are_sole(in->facts, a, b);
}

/*
 * Whether both stand in one sentence, as two outlets print it. Prices of two days, quakes, and what
 * two are tried for are told in the same words as well: names tell them apart, and other numbers.
 */
static bool is_twin(const sls_telling *in, const sls_fact *a, const sls_fact *b, int like)
{
    const sls_claim *const x = a->claim, *const y = b->claim;
    const bool figure = a->tie == SLS_TIE_FIGURE || b->tie == SLS_TIE_FIGURE;
    if (sls_str_eq(x->source, y->source) || a->nth != b->nth ||
        (figure && are_published_apart(a, b)) ||
        (sls_figure_moves_daily(a) && sls_figure_moves_daily(b)))
        return false;
    const sls_twin twin =
        sls_twin_of(sls_wordings_sentence(in->wordings, a), sls_wordings_sentence(in->wordings, b));
    const bool copy = twin == SLS_TWIN_COPY && !a->nth;
    if (copy && !figure)
        return true;
    /* "the highest of today was 34 degrees": of two towns each outlet fills in its own */
    if (twin == SLS_TWIN_NONE || sls_names_part(in->roll, a->entry, b->entry))
        return false;
    return copy || (like >= SLS_TWIN_LIKE_LEAST && !is_told_of_two(x, y) &&
                    (twin != SLS_TWIN_LOOSE || are_sole(in, a, b)) &&
                    !(has_own_word(in, x, b->article) && has_own_word(in, y, a->article)));
}

/* Whether two unequal values, alike or `low` in likeness, may be one. */
static bool may_be_tied(const sls_telling *in, const sls_fact *a, const sls_fact *b, int like,
                        bool low, ties *out)
{
    /* stories of much besides have no use for misprints: what is dear is asked last */
    const bool slips = like >= sls_misprint_floor(in->likeness, a, b);
    const bool twin = is_twin(in, a, b, like);
    *out = (ties){ .misprint = SLS_MISPRINT_NONE };
    if (!slips && !twin && (low || !may_be_now(a, b, SLS_MISPRINT_NONE)))
        return false;
    if (!may_be_unequal(in, a, b, twin))
        return false;
    out->company = sls_company_of(in->roll, a->entry, b->entry);
    out->twin = twin && out->company.differing == 0;
    const sls_pairing story = { in->roll, in->facts, in->likeness };
    if (slips)
        out->misprint = sls_misprint_find(&story, a, b, like, out->company.differing);
    /* what happened in one minute is one quake, however it is told */
    const bool minute = out->company.clock && sls_str_eq(a->event, b->event);
    if (out->twin)
        return !times_clash(a, b, out->misprint);
    return (out->misprint != SLS_MISPRINT_NONE || ((!low || minute) && !are_of_two_roles(a, b))) &&
           may_be_now(a, b, out->misprint);
}

bool sls_figures_weigh(const sls_telling *in, const sls_fact *a, const sls_fact *b, int *like,
                       sls_terms *terms)
{
    const bool equal = a->value == b->value;
    ties tied = { .misprint = SLS_MISPRINT_NONE };
    if (a->age || b->age) /* persons', not things': see ages.h */
        return false;
    if (!sls_units_meet(a, b) || !may_be_one(in, a, b) || sls_stance_parts(a->claim, b->claim))
        return false;
    if (sls_denies_count(a->claim, b->claim)) {
        *terms = (sls_terms){ .count = 0 };
        sls_denial_weigh(in->facts, a, b, in->likeness, terms);
        *like = in->likeness; /* the sentences need not be alike */
        return sls_terms_score(terms) > 0;
    }
    const sls_overlap shared = sls_features_compare(&a->features, &b->features);
    *like = sls_likeness(a, b, &shared);
    const bool low = *like < floor_of(a, b);
    if (low && (equal || *like < sls_misprint_floor(in->likeness, a, b)))
        return false;
    const bool lands =
        a->features.countries > 0 && b->features.countries > 0 && shared.countries == 0;
    if (lands && (equal || in->likeness < SLS_MISPRINT_STORY))
        return false;
    if (!equal && !may_be_tied(in, a, b, *like, low, &tied))
        return false;
    /* who buys is told by his land, or what is bought: a slip of the pen is one all the same */
    if (lands && tied.misprint != SLS_MISPRINT_SURE)
        return false;
    const bool term = a->tie == SLS_TIE_PERSON && share_person(a, b, &shared);
    /* a bomb and a plot, of one who is sentenced */
    if (!term && (sls_facts_place(a, b) == SLS_PLACES_APART || sls_facts_part(in->facts, a, b)))
        return false;
    *terms = (sls_terms){ .count = 0 };
    weigh_together(a, b, &shared, terms);
    if (!equal) {
        if (is_of_one_quake(in, a, b) || is_toll_of_one(in, a, b) ||
            is_one_price(in, a, b, &tied) || is_slip_of_one(in, &tied))
            tied.company = (sls_company){ .shared = 1, .figures = 1 };
        if (!may_differ(a, b, &shared, &tied, *like) ||
            (tied.misprint == SLS_MISPRINT_NONE && !tied.twin && is_whole_of_parts(in, a, b)))
            return false;
        sls_terms_add(terms, SLS_TERM_TWIN, tied.twin ? SLS_TALLY_TWIN : 0);
        weigh_apart(in, a, b, &shared, &tied, terms);
        sls_terms_add(terms, SLS_TERM_DIGITS,
                      tied.misprint != SLS_MISPRINT_NONE ? SLS_TALLY_MISPRINT : 0);
    }
    return sls_terms_score(terms) > 0;
}

int sls_figures_nearness(const sls_fact *a, const sls_fact *b)
{
    const bool all = are_all_and_some(a, b) || are_all_and_some(b, a);
    return all ? SLS_TALLY_ALL : a->value == b->value ? SLS_TALLY_EQUAL : closeness(a, b);
}
