#include "model/rule.h"

static const sls_rule rules[] = {
    { "date-agree", false },         { "date-conflict", true }, { "date-impossible", true },
    { "date-refine", false },        { "date-slip", true },     { "identifier-agree", false },
    { "identifier-conflict", true }, { "name-spelling", true }, { "number-agree", false },
    { "number-conflict", true },     { "number-growth", true }, { "number-refine", false },
    { "range-backwards", true },     { "rank-conflict", true }, { "stance-conflict", true },
    { "title-agree", false },        { "title-change", true },  { "title-conflict", true },
    { "title-two-offices", true },   { "weekday-date", true }
};

const sls_rule *sls_rules(size_t *count)
{
    *count = sizeof rules / sizeof *rules;
    return rules;
}

const sls_rule *sls_rule_named(sls_str name)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (sls_str_eq(sls_str_of(rules[i].name), name))
            return &rules[i];
    return NULL;
}
