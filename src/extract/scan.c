#include "extract/scan.h"

#include "base/vec.h"

sls_status sls_scan(sls_reader *reader, sls_items *items, sls_arena *arena, sls_readings *out)
{
    SLS_VEC(sls_reading) found = { 0 };
    const uint16_t *tape;

    sls_tape_write(sls_reader_grammar(reader), items);
    tape = sls_tape_of(items, arena);
    if (!tape)
        return SLS_ENOMEM;
    for (size_t i = 0; i < items->count;) {
        sls_reading reading, *kept;

        if (!sls_read_at(reader, items, tape, i, &reading)) {
            i++;
            continue;
        }
        kept = sls_vec_push(&found, arena);
        if (!kept)
            return SLS_ENOMEM;
        *kept = reading;
        i = reading.last + 1;
    }
    *out = (sls_readings){ found.at, found.len };
    return SLS_OK;
}
