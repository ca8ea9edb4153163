#include "cli/neighbours.h"

#include "base/map.h"
#include "base/utf8.h"
#include "ingest/ingest.h"
#include "io/stream.h"
#include "profile/document.h"

enum { NEIGHBOUR_MOST = 280 }; /* bytes of a neighbour; of a longer one what is nearest */

typedef struct {
    const sls_report *report;
    sls_neighbours *at; /* of side i of the findings */
    sls_map wanted;     /* a record to the first side in it; the others follow in `next` */
    uint32_t *next;
    const char **paths; /* each once */
    size_t path_count;
    const sls_ingest_limits *limits;
    sls_arena *arena;
    sls_diag *fault;
} reading;

static const sls_claim *claim_of(const reading *r, size_t side)
{
    const sls_finding *const finding = &r->report->findings[side / 2];
    return side % 2 == 0 ? finding->a : finding->b;
}

/* A record by its line, when the text was made of it; a file that is the text by its path alone. */
static sls_status key_of(sls_str path, size_t line, bool made, sls_arena *arena, sls_str *out)
{
    if (!made)
        return sls_arena_copy(arena, path, out);
    return sls_arena_format(arena, out, "%.*s\n%zu", SLS_FMT(path), line);
}

static sls_status add_path(reading *r, sls_map *known, sls_str path)
{
    uint32_t at;
    bool added;
    sls_str file;
    sls_status status = sls_map_intern(known, path, (uint32_t)r->path_count, &at, &added);
    if (status != SLS_OK || !added)
        return status;
    status = sls_arena_copy(r->arena, path, &file);
    if (status == SLS_OK) /* of a member its archive, which is read once whoever names it */
        status = sls_arena_copy(r->arena, (sls_str){ file.ptr, sls_stream_file(file.ptr) }, &file);
    if (status == SLS_OK)
        r->paths[r->path_count++] = file.ptr;
    return status;
}

static sls_status want_all(reading *r, size_t sides)
{
    sls_map known;
    sls_status status = SLS_OK;
    sls_map_init(&known, r->arena);
    sls_map_init(&r->wanted, r->arena);
    for (size_t i = sides; i-- > 0 && status == SLS_OK;) {
        const sls_spot spot = sls_report_spot(r->report, claim_of(r, i));
        sls_str key;
        r->next[i] = SLS_MAP_NONE;
        if (claim_of(r, i)->zone == SLS_ZONE_VERIFIED || sls_str_eq(spot.path, SLS_STR("-")))
            continue;
        status = add_path(r, &known, spot.path);
        if (status == SLS_OK)
            status = key_of(spot.path, spot.line, spot.column == 0, r->arena, &key);
        if (status == SLS_OK) {
            r->next[i] = sls_map_get(&r->wanted, key);
            status = sls_map_set(&r->wanted, key, (uint32_t)i);
        }
    }
    return status;
}

/* Where in its quote the surface of a claim stands: what is before it in the article is there too.
 */
static size_t place_in_quote(const sls_claim *claim, sls_str text, size_t at)
{
    for (size_t k = 0; k + claim->surface.len <= claim->quote.len && k <= at; k++) {
        const sls_str before = sls_str_slice(claim->quote, 0, k);
        const sls_str here = sls_str_slice(claim->quote, k, k + claim->surface.len);
        if (sls_str_eq(here, claim->surface) && sls_str_eq(before, sls_str_slice(text, at - k, at)))
            return k;
    }
    return SIZE_MAX;
}

static sls_status sentence(const sls_document *document, size_t i, bool before, sls_arena *arena,
                           sls_str *out)
{
    const sls_sentence *const s = &document->sentences.at[i];
    sls_str text = sls_token_origin(&document->tokens, s->first, s->last);
    const bool cut = text.len > NEIGHBOUR_MOST;
    if (cut && before)
        text = sls_str_slice(text, sls_utf8_start(text, text.len - NEIGHBOUR_MOST), SIZE_MAX);
    else if (cut)
        text = sls_str_slice(text, 0, sls_utf8_start(text, NEIGHBOUR_MOST));
    return sls_arena_concat3(arena, cut && before ? SLS_STR("…") : (sls_str){ 0 }, text,
                             cut && !before ? SLS_STR("…") : (sls_str){ 0 }, out);
}

static bool is_inside(const sls_document *document, size_t i, size_t at)
{
    const sls_sentence *const s = &document->sentences.at[i];
    const sls_str origin = sls_token_origin(&document->tokens, s->first, s->last);
    const size_t begin = (size_t)(origin.ptr - document->text.ptr);
    return at >= begin && at < begin + origin.len;
}

static sls_status look_around(reading *r, size_t side, const sls_document *document)
{
    const sls_claim *const claim = claim_of(r, side);
    const size_t at =
        sls_document_find(document, (sls_location){ claim->line, claim->start, claim->end });
    const int64_t number = (int64_t)claim->sentence + document->titled;
    const size_t i = (size_t)number, count = document->sentences.count;
    sls_neighbours *const n = &r->at[side];
    sls_status status = SLS_OK;
    if (at == SIZE_MAX || number < 0 || i >= count || !is_inside(document, i, at))
        return SLS_OK;
    n->place = place_in_quote(claim, document->text, at);
    if (i > 0)
        status = sentence(document, i - 1, true, r->arena, &n->before);
    if (status == SLS_OK && i + 1 < count)
        status = sentence(document, i + 1, false, r->arena, &n->after);
    return status;
}

static sls_status read_record(reading *r, const sls_record *record, sls_arena *scratch)
{
    sls_article article = { 0 };
    sls_document document;
    sls_diag diag = { 0 };
    sls_str key;
    sls_status status = key_of(record->path, record->line, true, scratch, &key);
    uint32_t first = status == SLS_OK ? sls_map_get(&r->wanted, key) : SLS_MAP_NONE;
    if (first == SLS_MAP_NONE && record->kind == SLS_RECORD_TEXT)
        first = sls_map_get(&r->wanted, record->path);
    if (first == SLS_MAP_NONE)
        return status;
    status = sls_ingest_decode(record, *r->limits, scratch, &article, &diag);
    if (status == SLS_OK)
        status = sls_document_make(&article, scratch, &document);
    if (status != SLS_OK) /* what is wrong with an article was said when it was first read */
        return status == SLS_ENOMEM ? status : SLS_OK;
    for (size_t side = first; side != SLS_MAP_NONE && status == SLS_OK; side = r->next[side])
        status = look_around(r, side, &document);
    return status;
}

static sls_status read_paths(reading *r)
{
    sls_ingest *ingest = NULL;
    sls_arena *scratch = sls_arena_new(0);
    sls_status status =
        scratch ? sls_ingest_open(r->paths, r->path_count, *r->limits, &ingest) : SLS_ENOMEM;
    for (bool more = true; status == SLS_OK && more;) {
        sls_record record;
        sls_diag diag = { 0 };
        const sls_status read = sls_ingest_next(ingest, scratch, &record, &diag);
        more = !(read == SLS_ENOTFOUND && diag.status == SLS_OK);
        if (read == SLS_ENOMEM)
            status = read;
        else if (read != SLS_OK && more && r->fault->status == SLS_OK &&
                 (diag.status == SLS_EIO || diag.status == SLS_ENOTFOUND))
            *r->fault = diag;
        else if (read == SLS_OK)
            status = read_record(r, &record, scratch);
        sls_arena_reset(scratch);
    }
    sls_ingest_close(ingest);
    sls_arena_free(scratch);
    return status;
}

sls_status sls_neighbours_read(const sls_report *report, size_t count,
                               const sls_ingest_limits *limits, sls_arena *arena,
                               sls_neighbours **out, sls_diag *fault)
{
    reading r = { .report = report, .limits = limits, .arena = arena, .fault = fault };
    const size_t sides = 2 * count;
    r.at = sls_arena_calloc(arena, sides + 1, sizeof *r.at);
    r.next = sls_arena_calloc(arena, sides + 1, sizeof *r.next);
    r.paths = sls_arena_calloc(arena, sides + 1, sizeof *r.paths);
    if (!r.at || !r.next || !r.paths)
        return SLS_ENOMEM;
    for (size_t i = 0; i < sides; i++)
        r.at[i].place = SIZE_MAX;
    *out = r.at;
    const sls_status status = want_all(&r, sides);
    return status != SLS_OK || r.path_count == 0 ? status : read_paths(&r);
}
