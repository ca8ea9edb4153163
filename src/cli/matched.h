/*
 * matched.h - a survey's claims matched and compared, with what the last check matched taken up.
 *
 * What was matched is kept beside the cache of claims, in links.cache, for checks alone. It costs
 * the next run time where it is gone or damaged, and nothing else.
 */
#ifndef SLS_CLI_MATCHED_H
#define SLS_CLI_MATCHED_H

#include "cli/survey.h"

/* Where the file is. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_recollection_name(const sls_options *options, sls_arena *arena,
                                              sls_recollection *out);
/* Reads it, if it has a name. */
void sls_recollection_read(sls_recollection *recollection);
void sls_recollection_forget(sls_recollection *recollection);

/* As sls_survey_compare. */
SLS_MUST_USE sls_status sls_survey_match(sls_survey *survey, sls_diag *diag);

#endif
