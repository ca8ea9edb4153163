/*
 * compare.h - which values of a group are at odds, how surely, and who is probably wrong.
 *
 *     foreign-minister@RU: sergei shoigu on 2023-07-27, sergei lavrov 2023 to 2024-01-16
 *         -> error, conflict, title-conflict; side a, since two sources name the other
 *
 * Rules per kind (design section 7): intervals of numbers after hedges and
 * rounding, intervals of days, tenures of offices, weekday against date.
 * Thresholds stand in compare/thresholds.h with their reasons.
 *
 * The rules, each with the verdicts it gives, the worst severity (doubt lowers
 * it), the kind, and the arguments of its message, with their types where they are not TEXT:
 *
 * title-conflict     conflict, possible; error; title
 *                    office:OFFICE scope:COUNTRY person_a person_b title_a title_b as_of_a:DATE
 *                    as_of_b:DATE known_a:DATE known_b:DATE scope_from:MESSAGE
 * title-change       superseded; note; title: a change of holder; as title-conflict
 * title-two-offices  conflict, possible; warning; title
 *                    two departments, or at the head of two places, or chief and deputy
 *                    person office_a:OFFICE office_b:OFFICE scope:COUNTRY title_a title_b
 *                    as_of_a:DATE as_of_b:DATE
 * rank-conflict      conflict; error; title: one person with two ranks of one ladder
 *                    person office_a:OFFICE office_b:OFFICE title_a title_b
 * title-agree        agree; note; title
 *                    office:OFFICE person_a person_b scope:COUNTRY
 * date-conflict      conflict, possible; error; date
 *                    event:EVENT object:EVENT date_a:DATE date_b:DATE surface_a surface_b
 * date-refine        refine; note; date: one date holds the other; as date-conflict
 * date-agree         agree; note; date; as date-conflict
 * date-slip          conflict; error; date: a date that its weekday denies, and the one meant
 *                    as date-conflict, and weekday:WEEKDAY fit:MESSAGE fit_date:DATE
 * number-conflict    conflict, possible; error; quantity
 *                    event:EVENT unit:UNIT value_a value_b as_of_a:DATE as_of_b:DATE slip:MESSAGE
 *                    surface_a surface_b
 * number-growth      superseded; note; quantity: a count that rose; as number-conflict
 * headline-conflict  conflict; warning; quantity, date: what a headline says, another in the body
 *                    event:EVENT unit:UNIT value_a value_b (of dates DATE) slip:MESSAGE surface_a
 *                    surface_b
 * number-refine      refine; note; quantity: one reading holds the other; as number-conflict
 * number-agree       agree; note; quantity; as number-conflict
 * stance-conflict    conflict, possible; warning; quantity, date: one value, told both ways
 *                    as number-conflict or date-conflict, and how:MESSAGE
 *                    score, outcome: who won, or how it ended, told both ways
 *                    as identifier-conflict, and how:MESSAGE
 * agent-conflict     conflict; warning; quantity, date: two bodies that did one thing
 *                    as number-conflict or date-conflict, and agent_a:COUNTRY agent_b:COUNTRY
 * identifier-conflict conflict; error; identifier: as number-conflict
 * identifier-agree   agree; note; identifier
 * score-conflict     conflict; error, warning; score: two results of one match
 *                    as identifier-conflict
 * score-agree        agree; note; score
 * place-conflict     conflict; warning; place: one event in two places; as identifier-conflict
 * weekday-date       conflict; error; date
 *                    date:DATE weekday:WEEKDAY actual:WEEKDAY fit:MESSAGE fit_date:DATE surface
 * date-impossible    conflict; error; date
 *                    surface value
 * date-year          conflict; error; date: a digit parts its year from that of the report
 *                    surface year meant
 * range-backwards    conflict; warning; date, quantity
 *                    surface first last
 * name-spelling      possible; note; name
 *                    name_a name_b common count_a count_b
 *
 * An argument that does not apply is the empty string.
 * person_*, name_*, person, common: the name with capitals ("Sergei Shoigu"), from the folded one.
 * title_*, surface_*, surface: the text as it stands in the article.
 * known_*: the holder's tenure as far as claims of the group tell, an EDTF interval.
 * value_*: "31000", "20000..50000". count_*: mentions in the group.
 * weekday, actual: "1" Monday to "7" Sunday.
 *
 * Values of MESSAGE arguments, keys of further messages:
 *
 * scope_from   scope-text: both articles name the country; else from what it was inferred:
 *              scope-person (the person's other claims), scope-sentence, scope-given-name,
 *              scope-article, scope-outlet
 * fit          fit-day, fit-month, fit-year, fit-swap (day and month): fit_date has that weekday;
 *              fit-weekday: the date is the report's, its weekday is not; fit-none
 * slip         slip-scale: the values differ by a power of 1000; slip-digit: one digit lost or
 *              added; slip-swap: two digits swapped; slip-shift: the decimal mark moved; slip-none
 * how          stance-denies: one denies what the other says; stance-opposes: rise against fall
 *
 * Support, sls_finding.support (NULL: nothing to weigh, both sides have one source in common):
 * support-against   sources_a independent sources (names_a) against sources_b (names_b), unequal
 * support-equal     as many on each side
 * support-verified  an editor vouches for one side, the other is probably wrong
 */
#ifndef SLS_COMPARE_COMPARE_H
#define SLS_COMPARE_COMPARE_H

#include <selisih/arena.h>
#include <selisih/finding.h>

typedef struct {
    sls_finding *at; /* conflicts worst first, then agreements; ties by articles, places, rule */
    size_t count;
    size_t twins; /* behind them: those whose id another one has, which are none */
} sls_findings;

/*
 * `claims` (all of them) are checked each by itself as well: a weekday that does not fit, a date
 * that cannot be, a range that runs backwards; and those of each headline against its body. By up
 * to `jobs` threads. `known`: groups of which nothing is asked; NULL: of all. `unread`: claims that
 * are not there, of articles with which nothing is wrong by themselves; NULL: none. SLS_OK,
 * SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_compare(const sls_group *groups, size_t group_count, const bool *known,
                                    const sls_claim *claims, size_t claim_count, const bool *unread,
                                    size_t jobs, sls_arena *arena, sls_findings *out);

#endif
