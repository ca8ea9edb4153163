#include "check/cache.h"

#include "base/vec.h"
#include "check/kept.h"
#include "check/mix.h"
#include "io/sweep.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* What is not used is forgotten after so many runs that wrote the cache. */
#define AGE_MOST 8

/* An input of this run. */
typedef struct {
    sls_key key;
    sls_file_mark stat; /* all 0: not to be relied on next time */
    uint32_t origin;    /* known as this one of the image, or SLS_CACHE_NONE */
    uint32_t first, count;
    bool complained;
} input_file;

struct sls_cache {
    sls_arena *arena;
    char *folder, *path;
    bool by_stat;
    uint64_t options; /* hash of those of reading */
    uint64_t seed;
    sls_cache_image image;          /* of the run before */
    uint32_t *slots;                /* entry of the image + 1 by its key; 0: free */
    uint32_t *places;               /* origin of the image + 1 by its key; 0: free */
    size_t slot_count, place_count; /* powers of two */
    uint32_t *moved;                /* entry of the image to that of the file being made, or NONE */
    bool *met;                      /* origins whose file is among the inputs */
    bool *used;                     /* entries of the image */
    input_file *inputs;
    size_t input_count;
    SLS_VEC(sls_cache_entry) entries; /* of the file being made */
    SLS_VEC(sls_cache_ref) refs;      /* those of the image by NEW + entry */
    sls_cache_writer *writer;         /* NULL until something is new */
    sls_status failed;                /* of the writer */
    sls_diag diag;
};

/* --- keys --- */

static void begin_key(const sls_cache *c, XXH3_state_t *state, uint64_t kind)
{
    sls_mix_begin(state, c->seed);
    sls_mix_number(state, c->options);
    sls_mix_number(state, kind);
}

static sls_key record_key(const sls_cache *c, const sls_record *r)
{
    XXH3_state_t state;
    begin_key(c, &state, (uint64_t)r->kind * 2 + r->member);
    sls_mix_text(&state, r->bytes);
    sls_mix_text(&state, r->file);
    sls_mix_text(&state, r->id);
    sls_mix_facts(&state, &r->own);
    sls_mix_facts(&state, &r->manifest);
    return sls_mix_key(&state);
}

static sls_key input_key(const sls_cache *c, const sls_input *input)
{
    XXH3_state_t state;
    begin_key(c, &state, (uint64_t)input->container);
    sls_mix_text(&state, sls_str_of(input->path));
    sls_mix_text(&state, input->file);
    sls_mix_facts(&state, &input->facts);
    return sls_mix_key(&state);
}

static uint64_t hash_options(sls_ingest_limits limits)
{
    uint64_t hash = limits.max_bytes;
    for (size_t i = 0; i < SLS_FIELDS; i++) {
        const sls_str name = sls_str_of(limits.fields->at[i]);
        hash = XXH3_64bits_withSeed(name.ptr, name.len, hash);
    }
    return hash;
}

/* Nobody who writes articles can know it, so nobody can make two of one key. */
static uint64_t new_seed(const void *somewhere)
{
    struct timespec now;
    (void)clock_gettime(CLOCK_REALTIME, &now);
    const uint64_t parts[] = { (uint64_t)now.tv_sec, (uint64_t)now.tv_nsec, (uint64_t)getpid(),
                               (uint64_t)(uintptr_t)somewhere };
    return XXH3_64bits(parts, sizeof parts);
}

/* --- the image's indexes --- */

static size_t table_size(size_t count)
{
    size_t size = 64;
    while (size < 2 * count)
        size *= 2;
    return size;
}

static sls_status index_image(sls_cache *c)
{
    const sls_cache_image *const m = &c->image;
    c->slot_count = table_size(m->entry_count);
    c->place_count = table_size(m->origin_count);
    c->slots = sls_arena_calloc(c->arena, c->slot_count, sizeof *c->slots);
    c->places = sls_arena_calloc(c->arena, c->place_count, sizeof *c->places);
    c->moved = sls_arena_alloc(c->arena, (m->entry_count + 1) * sizeof *c->moved);
    c->used = sls_arena_calloc(c->arena, m->entry_count + 1, sizeof *c->used);
    c->met = sls_arena_calloc(c->arena, m->origin_count + 1, sizeof *c->met);
    if (!c->slots || !c->places || !c->moved || !c->used || !c->met)
        return SLS_ENOMEM;
    memset(c->moved, 0xFF, (m->entry_count + 1) * sizeof *c->moved);
    for (size_t i = 0; i < m->entry_count; i++) {
        size_t at = m->entries[i].key.low & (c->slot_count - 1);
        while (c->slots[at] != 0)
            at = (at + 1) & (c->slot_count - 1);
        c->slots[at] = (uint32_t)i + 1;
    }
    for (size_t i = 0; i < m->origin_count; i++) {
        size_t at = m->origins[i].key.low & (c->place_count - 1);
        while (c->places[at] != 0)
            at = (at + 1) & (c->place_count - 1);
        c->places[at] = (uint32_t)i + 1;
    }
    return SLS_OK;
}

static uint32_t find_origin(const sls_cache *c, sls_key key)
{
    for (size_t at = key.low & (c->place_count - 1); c->places[at] != 0;
         at = (at + 1) & (c->place_count - 1))
        if (sls_key_eq(c->image.origins[c->places[at] - 1].key, key))
            return c->places[at] - 1;
    return SLS_CACHE_NONE;
}

sls_str sls_cache_find(const sls_cache *c, const sls_record *record, sls_cached *out)
{
    *out = (sls_cached){ .key = record_key(c, record), .entry = SLS_CACHE_NONE };
    for (size_t at = out->key.low & (c->slot_count - 1); c->slots[at] != 0;
         at = (at + 1) & (c->slot_count - 1)) {
        const sls_cache_entry *const e = &c->image.entries[c->slots[at] - 1];
        sls_kept_place place;
        if (!sls_key_eq(e->key, out->key) ||
            !sls_kept_place_of(sls_cache_kept(&c->image, e), &place) ||
            (place.placed && place.line != record->line))
            continue;
        out->entry = c->slots[at] - 1;
        return sls_cache_kept(&c->image, e);
    }
    return (sls_str){ 0 };
}

/* --- open and close --- */

void sls_cache_close(sls_cache *c)
{
    if (!c)
        return;
    sls_cache_writer_abandon(c->writer);
    sls_cache_image_free(&c->image);
    sls_arena_free(c->arena);
    free(c);
}

sls_status sls_cache_open(const char *folder, bool by_stat, sls_ingest_limits limits,
                          sls_cache **out, sls_diag *diag)
{
    sls_str path, name;
    sls_cache *const c = calloc(1, sizeof *c);
    if (c)
        c->arena = sls_arena_new(0);
    if (!c || !c->arena || sls_arena_copy(c->arena, sls_str_of(folder), &name) != SLS_OK ||
        sls_arena_format(c->arena, &path, "%s/claims.cache", folder) != SLS_OK) {
        sls_cache_close(c);
        return SLS_ENOMEM;
    }
    c->folder = (char *)(uintptr_t)name.ptr;
    c->path = (char *)(uintptr_t)path.ptr;
    c->by_stat = by_stat;
    c->options = hash_options(limits);
    const sls_status status = sls_cache_image_read(c->path, &c->image, diag);
    c->seed = c->image.bytes ? c->image.seed : new_seed(c);
    if (status == SLS_ENOMEM || index_image(c) != SLS_OK) {
        sls_cache_close(c);
        return SLS_ENOMEM;
    }
    *out = c;
    return status;
}

/* --- input files --- */

/* All 0 for what is no regular file, or was changed within the clock's grain. */
static sls_file_mark look(const char *path, time_t now)
{
    sls_file_mark mark;
    if (strcmp(path, "-") == 0 || !sls_file_mark_of(path, &mark) ||
        sls_file_mark_is_fresh(&mark, now))
        return (sls_file_mark){ 0 };
    return mark;
}

/* Members of an archive have paths of their own, which a file as a whole does not tell. */
static bool can_be_known(const sls_input *input)
{
    return !input->fault && input->container != SLS_CONTAINER_ARCHIVE;
}

sls_status sls_cache_begin(sls_cache *c, sls_ingest *ingest)
{
    const sls_inputs *const inputs = sls_ingest_inputs(ingest);
    const time_t now = time(NULL);
    bool *const known = sls_arena_calloc(c->arena, inputs->count + 1, sizeof *known);
    c->inputs = sls_arena_calloc(c->arena, inputs->count + 1, sizeof *c->inputs);
    c->input_count = inputs->count;
    if (!c->inputs || !known)
        return SLS_ENOMEM;
    for (size_t i = 0; i < inputs->count; i++) {
        input_file *const file = &c->inputs[i];
        file->origin = SLS_CACHE_NONE;
        if (!can_be_known(&inputs->at[i]))
            continue;
        file->key = input_key(c, &inputs->at[i]);
        if (c->by_stat)
            file->stat = look(inputs->at[i].path, now);
        const uint32_t origin = find_origin(c, file->key);
        if (origin == SLS_CACHE_NONE)
            continue;
        c->met[origin] = true;
        known[i] = file->stat.inode != 0 &&
                   memcmp(&file->stat, &c->image.origins[origin].stat, sizeof file->stat) == 0;
        if (known[i])
            file->origin = origin;
    }
    sls_ingest_pass_over(ingest, known);
    return SLS_OK;
}

size_t sls_cache_articles(const sls_cache *c, size_t input)
{
    return c->image.origins[c->inputs[input].origin].count;
}

sls_cache_article sls_cache_article_at(const sls_cache *c, size_t input, size_t i)
{
    const sls_cache_ref ref = c->image.refs[c->image.origins[c->inputs[input].origin].first + i];
    const sls_cache_entry *const entry = &c->image.entries[ref.entry];
    return (sls_cache_article){ entry->key, ref.entry, ref.line, sls_cache_kept(&c->image, entry) };
}

/* --- what is kept of this run --- */

/* The file for the next run; what goes wrong is told at its end. */
static sls_cache_writer *writer_of(sls_cache *c)
{
    static const char ignore[] = "*\n";
    sls_str path;
    sls_out *out;
    if (c->writer || c->failed != SLS_OK)
        return c->writer;
    c->failed = sls_make_folders(c->folder, &c->diag);
    sls_sweep_folder(c->folder);
    /* git leaves the folder alone by itself */
    if (c->failed == SLS_OK)
        c->failed = sls_arena_format(c->arena, &path, "%s/.gitignore", c->folder);
    if (c->failed == SLS_OK && access(path.ptr, F_OK) != 0) {
        c->failed = sls_out_open(path.ptr, &out, &c->diag);
        if (c->failed == SLS_OK) {
            sls_out_write(out, SLS_STR(ignore));
            c->failed = sls_out_commit(out, &c->diag);
        }
    }
    if (c->failed == SLS_OK)
        c->failed = sls_cache_writer_open(c->path, c->seed, &c->writer, &c->diag);
    return c->writer;
}

static sls_status put_entry(sls_cache *c, sls_key key, sls_str kept, uint32_t age, uint32_t *index)
{
    sls_cache_entry *const e = sls_vec_push(&c->entries, c->arena);
    if (!e || c->entries.len >= SLS_CACHE_NONE)
        return SLS_ENOMEM;
    *e = (sls_cache_entry){ .key = key,
                            .offset = sls_cache_writer_put(c->writer, kept),
                            .len = (uint32_t)kept.len,
                            .age = age };
    *index = (uint32_t)(c->entries.len - 1);
    return SLS_OK;
}

/* A new entry is named in refs by its number, one of the image by its number from the end. */
static uint32_t old_ref(uint32_t entry)
{
    return SLS_CACHE_NONE - 1 - entry;
}

sls_status sls_cache_take(sls_cache *c, size_t input, size_t line, const sls_cached *cached)
{
    input_file *const file = &c->inputs[input];
    uint32_t entry = 0;
    if (!cached || line > UINT32_MAX ||
        (cached->entry == SLS_CACHE_NONE && cached->kept.len == 0)) {
        file->complained = true;
        return SLS_OK;
    }
    if (cached->entry != SLS_CACHE_NONE) {
        c->used[cached->entry] = true;
        entry = old_ref(cached->entry);
    } else if (!writer_of(c)) {
        return SLS_OK;
    } else if (put_entry(c, cached->key, cached->kept, 0, &entry) != SLS_OK) {
        return SLS_ENOMEM;
    }
    sls_cache_ref *const ref = sls_vec_push(&c->refs, c->arena);
    if (!ref)
        return SLS_ENOMEM;
    *ref = (sls_cache_ref){ entry, (uint32_t)line };
    if (file->count++ == 0)
        file->first = (uint32_t)(c->refs.len - 1);
    return SLS_OK;
}

sls_status sls_cache_refuse(sls_status status, sls_diag *diag)
{
    return sls_diag_set(diag, status, NULL, 0,
                        "the cache of claims cannot be used: see --no-cache");
}

uint64_t sls_cache_seed(const sls_cache *c)
{
    return c->seed;
}

/* Whether the next run may know this one's file as a whole, as it does not yet. */
static bool is_news(const input_file *file)
{
    return file->origin == SLS_CACHE_NONE && file->stat.inode != 0 && !file->complained &&
           file->count > 0;
}

static bool has_news(const sls_cache *c)
{
    for (size_t i = 0; i < c->input_count; i++)
        if (is_news(&c->inputs[i]))
            return true;
    return c->writer != NULL;
}

/* What this run used of the image, and what is not too old. */
static sls_status carry_entries(sls_cache *c)
{
    for (size_t i = 0; i < c->image.entry_count; i++) {
        const sls_cache_entry *const e = &c->image.entries[i];
        const uint32_t age = c->used[i] ? 0 : e->age + 1;
        if (age < AGE_MOST &&
            put_entry(c, e->key, sls_cache_kept(&c->image, e), age, &c->moved[i]) != SLS_OK)
            return SLS_ENOMEM;
    }
    for (size_t i = 0; i < c->refs.len; i++)
        if (c->refs.at[i].entry >= c->entries.len)
            c->refs.at[i].entry = c->moved[old_ref(c->refs.at[i].entry)];
    return SLS_OK;
}

/* Files that this run did not meet, as when another path is checked. */
static bool carry_origin(sls_cache *c, const sls_cache_origin *old, sls_cache_origin *out)
{
    const sls_cache_ref *const refs = c->image.refs + old->first;
    *out = *old;
    out->age++;
    out->first = (uint32_t)c->refs.len;
    for (uint32_t i = 0; i < old->count; i++)
        if (out->age >= AGE_MOST || c->moved[refs[i].entry] == SLS_CACHE_NONE)
            return false;
    for (uint32_t i = 0; i < old->count; i++) {
        sls_cache_ref *const ref = sls_vec_push(&c->refs, c->arena);
        if (!ref) {
            c->refs.len = out->first;
            return false;
        }
        *ref = (sls_cache_ref){ c->moved[refs[i].entry], refs[i].line };
    }
    return true;
}

static sls_status list_origins(sls_cache *c, sls_cache_image *next)
{
    sls_cache_origin *const all =
        sls_arena_calloc(c->arena, c->input_count + c->image.origin_count + 1, sizeof *all);
    if (!all)
        return SLS_ENOMEM;
    for (size_t i = 0; i < c->input_count; i++) {
        const input_file *const file = &c->inputs[i];
        if (file->origin != SLS_CACHE_NONE || is_news(file))
            all[next->origin_count++] = (sls_cache_origin){
                .key = file->key, .stat = file->stat, .first = file->first, .count = file->count
            };
    }
    for (size_t i = 0; i < c->image.origin_count; i++)
        if (!c->met[i] && carry_origin(c, &c->image.origins[i], &all[next->origin_count]))
            next->origin_count++;
    next->origins = all;
    return SLS_OK;
}

sls_status sls_cache_save(sls_cache *c, sls_diag *diag)
{
    sls_cache_image next = { 0 };
    sls_status status;
    if (c->failed == SLS_OK && !has_news(c))
        return SLS_OK;
    if (!writer_of(c)) {
        *diag = c->diag;
        return c->failed;
    }
    status = carry_entries(c);
    if (status == SLS_OK)
        status = list_origins(c, &next);
    if (status != SLS_OK)
        return sls_diag_set(diag, status, c->path, 0, "no memory for the cache of claims");
    next.entries = c->entries.at;
    next.entry_count = c->entries.len;
    next.refs = c->refs.at;
    next.ref_count = c->refs.len;
    sls_cache_writer *const writer = c->writer;
    c->writer = NULL;
    return sls_cache_writer_close(writer, &next, diag);
}
