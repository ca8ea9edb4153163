/*
 * thresholds.h - every number by which compare decides, with its reason.
 *
 * Readings of hedges are percentages of the number, so that no binary fraction
 * enters; doubts are thousandths. Scores are those of sls_pair, 0..100.
 */
#ifndef SLS_COMPARE_THRESHOLDS_H
#define SLS_COMPARE_THRESHOLDS_H

/* --- how numbers are read (reading.c) --- */

/* "sekitar 10.000": writers round to one or two digits, so a tenth to each side. */
#define SLS_ABOUT_PERCENT 10
/* "hampir 10.000" says less than the number and not much less; a looser reader allows a fifth. */
#define SLS_NEARLY_PERCENT       15
#define SLS_NEARLY_LOOSE_PERCENT 20
/* 31.000 may be 31.248 rounded: half of the last digit written, but never more than this. */
#define SLS_ROUNDING_PERCENT 5
/* "Over 31,000" may be told of 35,000; so much more is not left out. */
#define SLS_BOUNDED_PERCENT 20
/* Points of a sentence whose other figures all agree, two at least: none of it is rounded. */
#define SLS_COMPANY_COPIED 8
/* Below, whole numbers are counted one by one: 20 dead are not 23. */
#define SLS_COUNTED_BELOW 100

/* --- when numbers speak (numbers.c) --- */

/* "more than 31,000" is told of 35,000, hardly of 100,000: agreement reaches half as far again. */
#define SLS_REACH_PERCENT 150
/* Of 44 pairs of the news sample that differ more than threefold none was a conflict. */
#define SLS_RATIO_MOST 3
/* Both three or less: 0 of 13 such pairs of the news sample were conflicts. */
#define SLS_COUNT_LEAST 4
/* A slip of digits needs digits: 12 and 21 are two counts, 1961 and 1916 one year. */
#define SLS_SLIP_DIGITS 3

/* A slip that can be named; logit 1.5 in the regression of match/gates.h. */
#define SLS_POINTS_SLIP 15
/* The same digits in another scale, as "Rp 59.7" beside "Rp59,7 triliun": all eight read were true.
 */
#define SLS_POINTS_SCALE 20
/* Over threefold, as far as that is told at all. */
#define SLS_POINTS_FAR (-35)
/* What numbers within a quarter of each other lose: see numbers.c. */
#define SLS_POINTS_QUARTER (-3)
/*
 * Reports of one event are written within days: what is no toll did not grow in them, its numbers
 * are held against each other.
 */
#define SLS_NEAR_REPORT_DAYS 5

/* --- how sure an alignment must be --- */

/* Identity of event, participants and object, or an occasion's own number. */
#define SLS_SCORE_ERROR 85
/* A title's scope inferred from its sentence; what the article is about proves nothing. */
#define SLS_SCORE_WARNING 70
/* Dates are gated by participants and occasion already: 0.50 is their start. */
#define SLS_SCORE_DATE 60
/* Quantities are not: likeness 0.6 with equal participants, or 0.4 with the place as well. */
#define SLS_SCORE_NUMBER 70
/* Two clock times of one day: aligned by sentences that are alike, not by the event alone. */
#define SLS_SCORE_CLOCK 78
/* "About 14.06" and 14.05 are one time. */
#define SLS_ABOUT_MINUTES 5
/* "Around 2 p.m." and 2:17 p.m. are, too: who rounds to the hour rounds far. */
#define SLS_ABOUT_HOUR_MINUTES 20
/* "Sekitar pukul 10.00" and "menjelang pukul 10.20" are both guesses. */
#define SLS_ABOUT_BOTH_MINUTES 30
/* Few dead or injured: one role of one event, and next to nothing against it. */
#define SLS_SCORE_TOLL 90
/* A number that differs by a slip that can be named, in company that agrees: an error. */
#define SLS_SCORE_SLIP 95

/* --- a headline and its body (display.c) --- */

/*
 * Of 867 headlines of the news sample into which a slip was put 219 have the number they had in the
 * first four sentences, with two rarer words in common; of 1,597 as they stand, 14. Of 352
 * headlines that name a day none is at odds with its body. Of people, whom a headline adds up, it
 * must be the smaller number, and the other stand twice: of six findings without that, in English
 * reports on shootings, none was true.
 */
#define SLS_LEAD_SENTENCES 4
#define SLS_HEADLINE_WORDS 2
/*
 * Nearer than twofold, or a slip that can be named: of those 14 five, all true, besides numbers cut
 * short; further apart are parts, new cases among old ones, and lists.
 */
#define SLS_HEADLINE_POINTS (-10)
/* Five points more for one thing done or suffered, up to ten for the words in common. */
#define SLS_HEADLINE_START 75
#define SLS_HEADLINE_WHAT  5

/* --- who held an office when (tenure.c) --- */

/*
 * Doubt 1 - exp(-gap / mean tenure): the chance of a change in the gap. The design has 0.15 and
 * 0.40; but two holders in clean order are a handover far oftener than a slip. NATO's
 * secretaries-general of May and November 2024, told once each, are 0.10, and Shoigu and Belousov
 * of April and June 2024 are 0.03: both real changes. A title is wrong about once in a
 * hundred, so a change must be less likely than that for an error.
 */
#define SLS_DOUBT_ERROR   10
#define SLS_DOUBT_WARNING 150
/* Where the lexicon knows no tenure: between cabinets (3.5 years) and presidencies (6). */
#define SLS_TENURE_YEARS 4
/* "in 2023" may lie on either side of a change in July: over half a year proves no overlap. */
#define SLS_COARSE_DAYS 183
/* For two weeks the press still names the one who left, or already the one who comes. */
#define SLS_HANDOVER_DAYS 14
/* A holder told by two sources between two terms of another (2017-2021, 2025) is no error. */
#define SLS_RETURN_DAYS 366
/* Two years without a word of the other leave room for a successor told by one source alone. */
#define SLS_RETURN_ALONE_DAYS 731
/* Voices on each side that make a change of holder believable by themselves. */
#define SLS_CHANGE_VOICES 2
/* Holders that come next in time with which one is compared; offices have far fewer at once. */
#define SLS_HOLDER_NEIGHBOURS 64
/* Times of the less attested holder that are weighed one by one. */
#define SLS_HOLDS_WEIGHED 32

/* Sources that put the less attested of two in the seat: a slip has one, a dispute many. */
#define SLS_SLIP_WITNESSES    1
#define SLS_DISPUTE_WITNESSES 3
/* Letters of a last word that another name has too: both may be one person's. */
#define SLS_SHARED_LETTERS 4

/* Reports of one holder further apart do not bear each other out: of 38 pairs of the registered
 * shootings 35 told of two happenings. */
#define SLS_ONE_TERM_DAYS 366

/* --- ranks (ranks.c) --- */

/* Promotions are years apart: two ranks within a week are a slip, or the promotion itself. */
#define SLS_RANK_DAYS 7
/* Rank by name: 6 of 6 in matching.md, a promotion aside. */
#define SLS_RANK_SCORE 90
/* Claims of one person that are set against each other. */
#define SLS_RANKS_MOST 128

/* --- rows --- */

#define SLS_ROWS_MAX 20 /* of one group: conflicts, and agreements, each (design section 3) */
/* Rows of one cause: one pair of values, told by however many articles; the rest is counted. */
#define SLS_REPEATS_MAX 6
#define SLS_NAMES_MAX   6 /* sources named in support; all are counted */

/* --- names (spelling.c) --- */

/* A spelling that an article repeats this often is no slip. */
#define SLS_SLIP_MENTIONS 3

#endif
