/*
 * gates.h - every gate and threshold of event grouping and of quantities inside a story, with its
 * reason and measurement; the weights stand in weights.h.
 *
 * "The field" are the 299 hard pairs of gold/field (34 conflicts), "the pairs" those of gold/news.
 */
#ifndef SLS_MATCH_GATES_H
#define SLS_MATCH_GATES_H

/* --- stories (stories.c) --- */

/* Bits of rarity below which a feature tells nothing of an event: in one article of 32. */
#define SLS_STORY_RARITY 5
/* Reports of one event come within days. */
#define SLS_STORY_DAYS 5
/* Later articles of a feature that an article is compared with: keeps hot features n log n. */
#define SLS_STORY_WINDOW 128
/* Stories that one article takes part in as the earlier one, the likest first. */
#define SLS_STORIES_EACH 48
/* Rare features in common, and their share by weight as a cosine of 100. */
#define SLS_STORY_FEATURES 3
/*
 * Two languages share names alone, so their cosine leaves out what only one of them has words for.
 * Of 2,002 English reports, all given days of the sample, one came into a note with one of its
 * articles, and two numbers were said to agree.
 */
#define SLS_STORY_FEATURES_ACROSS 2
#define SLS_STORY_COSINE          14
/* Bits of the figures of both languages that stand for the second name. */
#define SLS_STORY_FIGURES_ACROSS 18
/* Short reports have few features: two of the rarest, and nearly half of all that is told. */
#define SLS_STORY_FEATURES_SHORT 2
#define SLS_STORY_WEIGHT_SHORT   128
#define SLS_STORY_COSINE_SHORT   40
/* Long ones tell of much besides. */
#define SLS_STORY_FEATURES_LONG 6
#define SLS_STORY_COSINE_LONG   13

/*
 * Figures that both tell make it surer that an event is one: values of so many digits, bits for
 * each digit and at most for each value, and points of likeness, a bit each, at most.
 */
#define SLS_STORY_DIGITS      2
#define SLS_STORY_DIGIT_BITS  3
#define SLS_STORY_FIGURE_BITS 10
#define SLS_STORY_FIGURES     30

/*
 * Without a date of publication only the words tie two texts: sentence pairs, fragments. These
 * bounds only find who is compared; fragments.h asks for more.
 */
#define SLS_STORY_FEATURES_UNDATED 1
#define SLS_STORY_HELD_UNDATED     30

/* --- quantities of one story (figures.c, tally.c) --- */

/* Facts of one article that are set against another's. */
#define SLS_TALLY_FACTS 96
/* Likeness of context: 6-7 of 10 real conflicts lie above 30, 4 of 30 false ones below. */
#define SLS_TALLY_FLOOR 30
/* One role ("dead") in one story says most of it; equal values say the rest. */
#define SLS_TALLY_FLOOR_ROLE  12
#define SLS_TALLY_FLOOR_EQUAL 15
/* Sentences so alike that a date in common ties two figures to one instance of an event: of 5 such
 * pairs 4 were one thing. */
#define SLS_TALLY_DATED 70
/* Where a rank keeps its size, 31 and the digits before the mark; with nine it is no price. */
#define SLS_RANK_DIGITS 57
#define SLS_TALLY_SUM   40
/* A month or more, less a day: a quarter, a year. */
#define SLS_TALLY_PERIOD 27
/* Ahead of all likeness: a value that both tell is spoken for. */
#define SLS_TALLY_EQUAL 200
/* Within a tenth; half of it within a half: the values rank better than the words do. */
#define SLS_TALLY_CLOSE 30

/* Who tells of all, and who of some of as many: ahead of the number that both tell. */
#define SLS_TALLY_ALL 400
#define SLS_ALL_STORY 40

/* What a pair is worth, feature by feature, stands in weights.h. Numbers in company that differ: as
 * many and none shared are no link at all. */
#define SLS_COMPANY_DIFFERING 2
/*
 * Each sentence has a word or name this rare, in bits, that all of the other article lacks: two
 * subjects inside one event (companies, districts, players).
 */
#define SLS_TALLY_OWN_RARITY 8

/* --- misprints (misprints.c): of 38,941 unequal pairs of the news sample --- */

/* Likeness of two articles that are of one event and little else. */
#define SLS_MISPRINT_STORY 40
/* And so alike that the one figure of the unit which each has of its own is one, in any words. */
#define SLS_MISPRINT_SOLE 60
/* Swapped or moved digits: all four such pairs were one figure; the rest were lists. */
#define SLS_MISPRINT_LIKE 10
#define SLS_MISPRINT_REST 1
/* Two digits alone: no pair of two things met all three bounds. */
#define SLS_SHORT_LIKE 20
/* One digit of three: six of seven pairs that met these were one figure. */
#define SLS_DIGIT_STORY 30
#define SLS_DIGIT_LIKE  25
/* Where both articles tell of little else, their sentences may be put in two ways. */
#define SLS_DIGIT_STORY_ALONE 60

/* --- sentences of nearly the same words (twins.c) --- */

/*
 * Of 1,376 figures on which two outlets of the news sample agree 234 stand so. Changed by a slip in
 * one of both, 108 of these came into an error or a warning without this rule, and 179 with it; of
 * figures of the sample as it is two came into one, both misread. A run of six words around the
 * value found 30 more, and two in the sample, both true. Of sentences with less in common, or with
 * other words right around the value, one finding in ten of the sample was true; of those with six
 * words in common and no further value of the unit that only one article tells 13 slips were found,
 * and none in the sample; with five words, two in five, one in ten again.
 */
#define SLS_TWIN_LETTERS  3  /* of a word that tells anything */
#define SLS_TWIN_AROUND   2  /* words right around the value that are the same */
#define SLS_TWIN_RUN      6  /* ... whatever else the sentences tell */
#define SLS_TWIN_RUN_TOLD 4  /* ... of which so many tell anything, each once */
#define SLS_TWIN_WORDS    5  /* of the sentence with fewer, in the other too */
#define SLS_TWIN_HELD     80 /* ... per cent */
/* The one value of the unit that either article does not share: words of the sentence, per cent. */
#define SLS_TWIN_LOOSE_WORDS 6
#define SLS_TWIN_LOOSE_HELD  60
/* Likeness below which the words need not be looked at. */
#define SLS_TWIN_LIKE_LEAST 40

/* --- tables (tally.c) --- */

/*
 * Two articles whose values of one unit differ this often, and oftener than all their values agree,
 * tell two instances: price lists of two days, two quakes, two lap charts.
 */
#define SLS_TALLY_TABLE 3

/* --- dates that their weekday denies (slips.c) --- */

/* Among several right dates that of the same event is meant. */
#define SLS_SLIP_EVENT 40
/* Of two sentences, 0..100, that make a day more than a day away the one meant. */
#define SLS_SLIP_LIKENESS 40
/* All 60 read of the news sample are slips: the weekday tells one date from the other. */
#define SLS_SLIP_SCORE 95

/* --- ages, clock times, identifiers, results (ages.c, clocks.c, plates.c, results.c) --- */

/* Ages by fuzzy name inside one event: 16 of 16 (matching.md). Shorter names are met by chance. */
#define SLS_AGE_SCORE      96
#define SLS_AGE_NAME_LEAST 8
/* The one name of many Indonesians, "Satimun (38)": its letters, and what an age by it is worth. */
#define SLS_AGE_MONONYM_LEAST 5
#define SLS_AGE_MONONYM_SCORE 85
/*
 * Whom both reports leave unnamed, a year apart: of English reports the six so alike as misprints
 * ask meant one person, of four others two did.
 */
#define SLS_AGE_UNNAMED_SCORE 74
/* Letters of initials, "RD (29)". */
#define SLS_AGE_INITIALS_MOST 4
/* Years apart that two ages of a surname alone may be. */
#define SLS_AGE_NEAR 3
/* Bytes between a name and its age: " (", ", ", ", a ". */
#define SLS_AGE_GAP 4
/* Plates with all parts but one equal: 2 of 2. */
#define SLS_PLATE_SCORE 96
/* Posts of a road, which are rounded: of three in the news sample two were misread, one was a tweet
 * corrected later. */
#define SLS_POST_SCORE 80
/*
 * Results of the same two sides (results.c): names stand within so many bytes of the score, and a
 * report that does not date its match comes within days of it.
 */
#define SLS_RESULT_SCORE 80
#define SLS_RESULT_REACH 60
#define SLS_RESULT_DAYS  2
/* Small words between a side and the verb that says who won. */
#define SLS_RESULT_APART 4
/* Sentences that tell which match is reported. */
#define SLS_RESULT_LEAD 2
/* Clock times near each other or an hour apart were 4 of 11 by words alone: the floors are high. */
#define SLS_CLOCK_SCORE       78
#define SLS_CLOCK_FLOOR       32
#define SLS_CLOCK_EQUAL_OTHER 40 /* rank of an equal time that another event has */
#define SLS_CLOCK_ALIKE       60 /* of one event and object, whatever other times differ */
#define SLS_CLOCK_MINUTES     90 /* further apart they are two happenings */
#define SLS_CLOCK_DAYS        1  /* a time without a day was told the day after at the latest */
#define SLS_CLOCK_LOG         4  /* as many times in one sentence are a log of them */

/* The one time of each article: likeness of the articles, and of the sentences. */
#define SLS_CLOCK_STORY 40
#define SLS_CLOCK_LONE  10
/* An hour apart is a slip of the hour, and needs less. */
#define SLS_CLOCK_SLIP_MINUTES 60
#define SLS_CLOCK_SLIP_STORY   30

/* --- two places of one event (sites.c) --- */

/*
 * Of the news sample no two disasters are so alike in their reports; two deaths are, of one man.
 * Ties are figures of both reports and persons whom both name.
 */
#define SLS_SITE_STORY  35
#define SLS_SITE_TIES   3
#define SLS_SITE_LEAD   6 /* sentences in which a report tells where its event was */
#define SLS_SITE_DAYS   1
#define SLS_SITE_SCORE  80
#define SLS_SITE_CLAIMS 64 /* of one article that are looked at */
/* Letters by which two spellings of one village may differ. */
#define SLS_SITE_LETTERS 2

/* What two articles have in common (common.c): claims of one that are looked at, persons. */
#define SLS_COMMON_CLAIMS  64
#define SLS_COMMON_PERSONS 4

/* --- two days of one event (days.c) --- */

/* Events that one set of participants repeats within so many days, at most. */
#define SLS_DAYS_SPAN 7
/* And by which one of them comes but once. */
#define SLS_DAYS_TELLING 365
#define SLS_DAYS_FLOOR   30 /* likeness of the sentences */
#define SLS_DAYS_ALIKE   40 /* where the events are read apart */
#define SLS_DAYS_NEXT    55 /* and where the days are next to each other */
#define SLS_DAYS_SCORE   60
/* The one day of each of two reports that are alike, and of sentences that are. */
#define SLS_DAYS_SOLE_STORY 55
#define SLS_DAYS_SOLE       45
/* Reports so alike give one day of the month in two months, or years, to one thing. */
#define SLS_DAYS_MOVED_STORY 50
/* Two weekdays of one week: what both reports tell besides, figures and persons. */
#define SLS_DAYS_WEEK 7
#define SLS_DAYS_TIES 2
/* Dates of an article beyond which it tells of many days: of 8,597 articles few have so many. */
#define SLS_DAYS_MOST 40

/* --- names of one story (variants.c) --- */

/* Two reports that are so alike tell of the same people. */
#define SLS_VARIANT_STORY 25

/* --- nobody against a count (denials.c) --- */

/* Two reports so alike tell of one event; sentences that lead a report; what it is worth. */
#define SLS_DENIED_STORY 40
#define SLS_DENIED_LEAD  3
#define SLS_DENIED_SCORE 80

/* --- what one report has done and another not yet (undone.c) --- */

/* Likeness of two reports; words, names and places of the shorter sentence in the longer. */
#define SLS_UNDONE_STORY 40
#define SLS_UNDONE_WORDS 3
#define SLS_UNDONE_HELD  60
#define SLS_UNDONE_SCORE 80

/* --- who did one thing (agents.c) --- */

/* Likeness of two reports; figures and persons that both tell; days between them. */
#define SLS_AGENT_STORY 35
/* Two reports so alike are as good as another figure. */
#define SLS_AGENT_STORY_OF_ONE 60
#define SLS_AGENT_TIES  2
#define SLS_AGENT_DAYS  1
#define SLS_AGENT_SCORE 80

/* --- how one trial, or one vote, ended (judgments.c) --- */

/* Likeness of two reports of one; days between them; what they share besides the sentence. */
#define SLS_JUDGED_STORY       25
#define SLS_JUDGED_DAYS        1
#define SLS_JUDGED_TIES        1
#define SLS_JUDGED_TIES_ACROSS 2
/* Words of the shorter sentence that the longer has too: how many, per cent. */
#define SLS_JUDGED_WORDS 3
#define SLS_JUDGED_HELD  40
#define SLS_JUDGED_SCORE 80
/* Ends of one article beyond which it is a list; of 465 of the news sample none has seven. */
#define SLS_JUDGED_MOST 24

/* --- captions (captions.c) --- */

/* A longer time than a month is no stay in which a picture was taken. */
#define SLS_CAPTION_DAYS  31
#define SLS_CAPTION_SCORE 50 /* as dates of one event have to begin with */

/* --- what is told both ways (stances.c) --- */

/* Words, names and places of the shorter sentence that the longer has too: how many, per cent. */
#define SLS_STANCE_WORDS 3
#define SLS_STANCE_HELD  60
/* Digits that are seldom told of two things in two reports so alike. */
#define SLS_STANCE_DIGITS 3
#define SLS_STANCE_STORY  60
/* Two reports so alike tell of one count of whom all, or some, were found. */
#define SLS_STANCE_ALL_STORY 40
/* Of one time, a fraction of fewer digits, where the sentences share a word besides. */
#define SLS_STANCE_DIGITS_OF_ONE 2
#define SLS_STANCE_STORY_OF_ONE  50

/* --- sentences without a date (fragments.c), measured on IndoNLI's labelled pairs --- */

/* Claims of one article that are compared, and that are looked through for a word. */
#define SLS_FRAGMENT_CLAIMS 64
/*
 * A value of both, told of in a sentence that denies: words, names and places of the denying one
 * that the other has. Of 91 such pairs for tuning 77 are labelled contradictions.
 */
#define SLS_DENIAL_WORDS 1
#define SLS_DENIAL_HELD  60
/* What is denied is told in other words. */
#define SLS_DENIAL_WORDS_OTHER 2
#define SLS_DENIAL_HELD_OTHER  60
/*
 * A lone value against several of one sentence, and none of them, nor their sum: which of them is
 * meant is not known, but all words are there. Of 17 such pairs for tuning 12 were contradictions.
 */
#define SLS_LIST_WORDS 3
#define SLS_LIST_HELD  80
/* Facts to either side of one in its sentence that are looked at. */
#define SLS_RIVALS_MOST 16
/* Words, names and places of the shorter that the longer has too: how many, per cent. */
#define SLS_FRAGMENT_WORDS 2
#define SLS_FRAGMENT_HELD  60
#define SLS_OPPOSED_HELD   50
/* Most of the sentence is the other's: values far apart conflict as well. */
#define SLS_FRAGMENT_SCORE 90

#endif
