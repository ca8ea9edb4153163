#include "model/rule.h"

#include <string.h>

static const sls_rule rules[] = {
    { "agent-conflict", true, SLS_WARNING },  { "date-agree", false, SLS_NOTE },
    { "date-conflict", true, SLS_ERROR },     { "date-impossible", true, SLS_ERROR },
    { "date-refine", false, SLS_NOTE },       { "date-slip", true, SLS_ERROR },
    { "date-year", true, SLS_ERROR },         { "headline-conflict", true, SLS_WARNING },
    { "identifier-agree", false, SLS_NOTE },  { "identifier-conflict", true, SLS_ERROR },
    { "name-spelling", true, SLS_NOTE },      { "number-agree", false, SLS_NOTE },
    { "number-conflict", true, SLS_ERROR },   { "number-growth", true, SLS_NOTE },
    { "number-refine", false, SLS_NOTE },     { "place-conflict", true, SLS_WARNING },
    { "range-backwards", true, SLS_WARNING }, { "rank-conflict", true, SLS_ERROR },
    { "score-agree", false, SLS_NOTE },       { "score-conflict", true, SLS_WARNING },
    { "stance-conflict", true, SLS_WARNING }, { "title-agree", false, SLS_NOTE },
    { "title-change", true, SLS_NOTE },       { "title-conflict", true, SLS_ERROR },
    { "title-two-offices", true, SLS_ERROR }, { "weekday-date", true, SLS_ERROR }
};

const sls_rule *sls_rules(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}

size_t sls_rule_index(const char *name)
{
    size_t i = 0;
    while (i < sizeof rules / sizeof *rules && strcmp(rules[i].name, name) != 0)
        i++;
    return i;
}

const sls_rule *sls_rule_named(sls_str name)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (sls_str_eq(sls_str_of(rules[i].name), name))
            return &rules[i];
    return NULL;
}
