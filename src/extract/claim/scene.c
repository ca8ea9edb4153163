#include "extract/claim/clause.h"
#include "extract/date/join.h"

const sls_stretch *sls_stretch_find(const sls_items *items, size_t i)
{
    size_t low = 0, high = items->stretch_count - 1;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (items->stretches[middle].end < i)
            low = middle + 1;
        else
            high = middle;
    }
    return &items->stretches[low];
}

sls_status sls_scene_make(sls_reader *reader, const sls_document *document, sls_arena *arena,
                          sls_scene *out)
{
    sls_items *items = sls_arena_calloc(arena, 1, sizeof *items);
    sls_readings *readings = sls_arena_calloc(arena, 1, sizeof *readings);
    sls_cast *cast = sls_arena_calloc(arena, 1, sizeof *cast);
    sls_surroundings *around = sls_arena_calloc(arena, 1, sizeof *around);
    int32_t *reading_of;
    sls_status status;

    if (!items || !readings || !cast || !around)
        return SLS_ENOMEM;
    status = sls_itemise(document, arena, items);
    if (status == SLS_OK)
        status = sls_scan(reader, items, arena, readings);
    if (status == SLS_OK)
        status = sls_dates_join(items, arena, readings);
    if (status == SLS_OK)
        status = sls_cast_make(items, readings, arena, cast);
    if (status != SLS_OK)
        return status;
    reading_of = sls_arena_alloc(arena, (items->count + 1) * sizeof *reading_of);
    if (!reading_of)
        return SLS_ENOMEM;
    for (size_t i = 0; i < items->count; i++)
        reading_of[i] = -1;
    for (size_t r = 0; r < readings->count; r++)
        for (size_t i = readings->at[r].first; i <= readings->at[r].last; i++)
            reading_of[i] = (int32_t)r;
    *out = (sls_scene){ items, readings, reading_of, cast, around, arena };
    return SLS_OK;
}
