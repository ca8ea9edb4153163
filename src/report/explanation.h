/*
 * explanation.h - one finding at length: why it was made, for `selisih explain`.
 *
 *     A  corpus/harian.txt:1:1  Harian Contoh, 3 March 2023
 *         Menteri Luar Negeri Rusia Sergei Lavrov berbicara di New Delhi ...
 *         read as Sergei Lavrov; foreign minister of Russia; 2 March 2023; asserted
 *     ...
 *       75   83%  ###############  what an alignment of this kind is worth by itself
 *
 * Words come from the message tables: explain-*, term-NAME (model/term.h), remedy-RULE. Pure;
 * lines go into a draft.
 */
#ifndef SLS_REPORT_EXPLANATION_H
#define SLS_REPORT_EXPLANATION_H

#include "report/terminal.h"

/* SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_explanation(const sls_terminal *terminal, sls_draft *draft,
                                        const sls_finding *finding, sls_spot a, sls_spot b);

/* "read as ...": its value and all that tells what the value is said of. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_explanation_reading(sls_lang ui, const sls_claim *claim,
                                                sls_arena *arena, sls_str *out);

#endif
