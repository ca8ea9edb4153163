#include "extract/grammar/scan.h"

#include "base/vec.h"
#include "extract/grammar/yearly.h"
#include "extract/items/tape.h"

typedef SLS_VEC(sls_reading) reading_vec;

/*
 * Reads a sentence, from item `*at` on, which is then behind it, until `found` holds `most`.
 * SLS_OK or SLS_ENOMEM.
 */
static sls_status scan_stretch(sls_reader *reader, const sls_items *items, size_t s, size_t most,
                               sls_arena *arena, reading_vec *found, size_t *at)
{
    const sls_lang lang = (sls_lang)items->document->lang_of[s];
    const sls_tape_table *table = &sls_tape_tables[lang];
    const uint16_t *first_of = table->first_of;
    const uint16_t *tape = items->tape;
    const size_t end = items->stretches[s].end + 1u;
    size_t i = *at;

    for (; i < end && found->len < most; i++) {
        sls_reading *next;
        sls_status status;

        while (i < end && !first_of[tape[i]])
            i++;
        if (i == end)
            break;
        if (!sls_tape_begins(table, tape[i], tape[i + 1]))
            continue;
        next = sls_vec_push(found, arena);
        status = next ? sls_read_at(reader, lang, items, end, i, next) : SLS_ENOMEM;
        if (status == SLS_OK && lang == SLS_LANG_EN)
            sls_year_instead(items, next);
        if (status == SLS_OK)
            i = next->last;
        else if (status == SLS_ENOTFOUND)
            found->len--;
        else
            return status;
    }
    *at = i;
    return SLS_OK;
}

size_t sls_scan_most(const sls_document *document)
{
    const size_t most = document->text.len / SLS_READING_BYTES;

    return most > SLS_READINGS_MIN ? most : SLS_READINGS_MIN;
}

sls_status sls_scan(sls_reader *reader, const sls_items *items, sls_arena *arena, sls_readings *out)
{
    const size_t most = sls_scan_most(items->document);
    /*
     * News has a reading every twelve items, and an article 197 at most; a table that grows leaves
     * its old copy behind.
     */
    enum { AT_FIRST = 256 };
    const size_t expected = items->count / 8 + 8;
    reading_vec found = { .cap = expected < AT_FIRST ? expected : AT_FIRST };
    size_t at = 0;

    found.at = sls_arena_alloc(arena, found.cap * sizeof *found.at);
    if (!found.at)
        return SLS_ENOMEM;
    for (size_t s = 0; s < items->stretch_count && found.len < most; s++) {
        const sls_status status = scan_stretch(reader, items, s, most, arena, &found, &at);

        if (status != SLS_OK)
            return status;
    }
    if (found.len == most)
        sls_reader_cut(reader);
    *out = (sls_readings){ found.at, found.len };
    return SLS_OK;
}
