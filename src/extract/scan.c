#include "extract/scan.h"

#include "base/vec.h"
#include "extract/tape.h"

sls_status sls_scan(sls_reader *reader, sls_items *items, sls_arena *arena, sls_readings *out)
{
    SLS_VEC(sls_reading) found = { 0 };
    const uint16_t *tape = sls_tape_of(items, arena);
    sls_lang lang = SLS_LANG_ID;
    uint16_t before = SLS_SYMBOL_BOUNDARY;

    if (!tape)
        return SLS_ENOMEM;
    for (size_t i = 0; i < items->count;) {
        sls_reading *next;
        sls_status status = SLS_ENOTFOUND;

        if (before == SLS_SYMBOL_BOUNDARY)
            lang = (sls_lang)items->document->lang_of[items->at[i].sentence];
        before = tape[i];
        if (!sls_tape_tables[lang].begins[before]) {
            i++;
            continue;
        }
        next = sls_vec_push(&found, arena);
        status = next ? sls_read_at(reader, lang, tape, items->count, i, next) : SLS_ENOMEM;
        if (status == SLS_OK) {
            i = next->last + 1;
            before = tape[i - 1];
        } else if (status == SLS_ENOTFOUND) {
            found.len--;
            i++;
        } else {
            return status;
        }
    }
    *out = (sls_readings){ found.at, found.len };
    return SLS_OK;
}
