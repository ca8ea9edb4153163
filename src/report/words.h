/*
 * words.h - ids and normal values as people write them, in the interface's language.
 *
 *     office  foreign-minister@RU   foreign minister of Russia    menteri luar negeri Rusia
 *     date    2024-06-19            19 June 2024                  19 Juni 2024
 *     date    2009/..               since 2009                    sejak 2009
 *
 * Names come from the lexicon (data/any/CONCEPT.csv, columns en and id; else in Indonesian the
 * first form of its list, in English the id itself), the joints between them from the message
 * tables. An unknown id is written with spaces for hyphens. Pure; texts are static, borrowed
 * from the value, or in the arena given.
 */
#ifndef SLS_REPORT_WORDS_H
#define SLS_REPORT_WORDS_H

#include "report/message.h"

/* The argument as text; SLS_ARG_TEXT and SLS_ARG_MESSAGE as they are. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_words(sls_lang ui, const sls_arg *arg, sls_arena *arena, sls_str *out);

/* A folded name with capitals: "sergei shoigu" gives "Sergei Shoigu". SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_words_person(sls_str name, sls_arena *arena, sls_str *out);
/*
 * Countries, bodies, places and persons, ';' between, by their names: "KP;vladivostok@RU;kim jong
 * un" gives "North Korea, Vladivostok (Russia), Kim Jong Un". SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_words_entities(sls_lang ui, sls_str list, sls_arena *arena,
                                           sls_str *out);
/* What a claim gives, by its kind: 31.000, "3 March 2025", "Kim Jong Un", "Madiun (Indonesia)",
 * "acquitted". SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_words_value(sls_lang ui, const sls_claim *claim, sls_arena *arena,
                                        sls_str *out);
/* An EDTF date; anything else as it stands. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_words_date(sls_lang ui, sls_str edtf, sls_arena *arena, sls_str *out);
/* A number or range of a claim with the language's marks: 31.000 in Indonesian. SLS_OK, SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_words_number(sls_lang ui, sls_str value, sls_arena *arena,
                                         sls_str *out);

#endif
