#include "report/phrases.h"

/* Units, events, offices and days of a large archive; longer ids are lists that seldom return. */
enum { PHRASES_MOST = 8192, ID_MOST = 63 };

void sls_phrases_init(sls_phrases *phrases, sls_arena *arena)
{
    *phrases = (sls_phrases){ .arena = arena };
    sls_map_init(&phrases->index, arena);
}

/* Keeps a copy of `text` under a copy of `key`. SLS_OK, SLS_ENOMEM. */
static sls_status keep(sls_phrases *phrases, sls_str key, sls_str text)
{
    const size_t index = phrases->texts.len;
    sls_str kept_key, kept;
    sls_status status = sls_arena_copy(phrases->arena, key, &kept_key);
    if (status == SLS_OK)
        status = sls_arena_copy(phrases->arena, text, &kept);
    if (status != SLS_OK)
        return status;
    sls_str *const slot = sls_vec_push(&phrases->texts, phrases->arena);
    if (!slot)
        return SLS_ENOMEM;
    *slot = kept;
    return sls_map_set(&phrases->index, kept_key, (uint32_t)index);
}

sls_status sls_phrases_words(sls_phrases *phrases, sls_lang ui, const sls_arg *arg,
                             sls_arena *arena, sls_str *out)
{
    char id[ID_MOST + 1] = { (char)arg->type };
    const sls_str key = { id, arg->value.len + 1 };
    if (!phrases || arg->type == SLS_ARG_TEXT || arg->value.len == 0 || arg->value.len > ID_MOST)
        return sls_words(ui, arg, arena, out);
    memcpy(id + 1, arg->value.ptr, arg->value.len);
    const uint32_t known = sls_map_get(&phrases->index, key);
    if (known != SLS_MAP_NONE) {
        *out = phrases->texts.at[known];
        return SLS_OK;
    }
    const sls_status status = sls_words(ui, arg, arena, out);
    if (status != SLS_OK || phrases->texts.len >= PHRASES_MOST)
        return status;
    return keep(phrases, key, *out);
}

bool sls_phrases_recall(const sls_phrases *phrases, sls_str key, sls_arg_number *number,
                        sls_template *out)
{
    for (size_t i = 0; i < phrases->templates.len; i++) {
        const sls_kept_template *const kept = &phrases->templates.at[i];
        if (kept->number == number && sls_str_eq(kept->key, key)) {
            *out = kept->parts;
            return true;
        }
    }
    return false;
}

sls_status sls_phrases_keep(sls_phrases *phrases, sls_str key, sls_arg_number *number,
                            const sls_template *parts)
{
    sls_kept_template *const kept = sls_vec_push(&phrases->templates, phrases->arena);
    if (!kept)
        return SLS_ENOMEM;
    *kept = (sls_kept_template){ key, number, *parts };
    return SLS_OK;
}
