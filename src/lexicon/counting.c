#include "lexicon/counting.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"

bool sls_unit_is_money(sls_str unit)
{
    return unit.len > 0 && sls_is_upper(unit.ptr[0]);
}

bool sls_unit_is_quoted(sls_str unit)
{
    return sls_unit_is_money(unit) || sls_str_eq(unit, SLS_STR("point")) ||
           sls_str_eq(unit, SLS_STR("percent"));
}

bool sls_unit_is_measure(sls_str unit)
{
    return sls_lexicon_attribute(SLS_C_UNIT, unit, "dimension").len > 0;
}

bool sls_is_role(sls_str what)
{
    return what.len > 0 && sls_str_find_byte(what, ':') == SIZE_MAX &&
           sls_lexicon_attribute(SLS_C_EVENT, what, "recurrence").len == 0;
}

bool sls_counts_role(sls_str what, sls_str unit)
{
    return sls_is_role(what) && !sls_unit_is_money(unit) && !sls_unit_is_measure(unit);
}
