/*
 * matched.h - a survey's claims matched and compared, with what the last check matched taken up.
 *
 * What was matched is kept beside the cache of claims, in links.cache, for checks alone. It costs
 * the next run time where it is gone or damaged, and nothing else.
 */
#ifndef SLS_CLI_MATCHED_H
#define SLS_CLI_MATCHED_H

#include "cli/survey.h"

/* As sls_survey_compare. */
SLS_MUST_USE sls_status sls_survey_match(sls_survey *survey, sls_diag *diag);

#endif
