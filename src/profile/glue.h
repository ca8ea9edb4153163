/*
 * glue.h - words that a page has run together.
 *
 *     "dibenarkanMenteri Keuangan padaSenin" -> dibenarkan Menteri Keuangan pada Senin
 *
 * Pages lose the space beside a link. A word is parted where a small letter stands before a
 * capital, if the lexicon knows the first half and not the whole: "YouTube" and "McMenemy" stay.
 */
#ifndef SLS_PROFILE_GLUE_H
#define SLS_PROFILE_GLUE_H

#include "lexicon/lexicon.h"

/*
 * Parts such words of `tokens`, whose numbers in the lexicon are set, and stay so. The tokens are
 * a new array in `arena` when there are any. SLS_OK or SLS_ENOMEM (`*tokens` as before).
 */
SLS_MUST_USE sls_status sls_glue_part(sls_lang lang, sls_arena *arena, sls_tokens *tokens);

#endif
