#include "match/instances.h"

#include "match/gates.h"
#include "model/sense.h"

typedef struct {
    sls_str name;
    sls_tie tie;
} row;

static sls_tie find(const row *rows, size_t count, sls_str name)
{
    for (size_t i = 0; i < count; i++)
        if (sls_str_eq(rows[i].name, name))
            return rows[i].tie;
    return SLS_TIE_NONE;
}

sls_tie sls_tie_of(const sls_claim *claim)
{
#define ROW(name, what) { SLS_S(name), SLS_TIE_##what },
    static const row events[] = { SLS_INSTANCES(ROW) };
    static const row units[] = { SLS_INSTANCE_UNITS(ROW) };
#undef ROW
    const sls_str event = sls_what_event(claim->what);
    const sls_tie tie = find(events, sizeof events / sizeof *events, event);
    return tie != SLS_TIE_NONE ? tie : find(units, sizeof units / sizeof *units, claim->unit);
}
