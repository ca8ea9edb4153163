#include "extract/extract.h"

#include "base/vec.h"
#include "extract/clause.h"
#include "extract/date.h"
#include "extract/quantity.h"
#include "extract/role.h"
#include "extract/title.h"
#include "model/claim_csv.h"

typedef SLS_VEC(sls_claim) claim_vec;

/* From where a claim came, per claim. */
typedef struct {
    size_t reading;
    bool toll; /* a count with a role: dead, evacuated */
} source;

typedef SLS_VEC(source) origin_vec;

#define NO_READING SIZE_MAX /* of a claim that holds when its article was written */

typedef struct {
    const sls_document *document;
    const sls_scene *scene;
    sls_arena *arena;
    bool toll;           /* of the claim described last */
    sls_edtf *dated;     /* per reading: the date it reads; grain NONE when it reads none */
    sls_str default_as_of; /* the article's date, marked as inferred: "2024-05~" */
    claim_vec out;
} claimer;

/* How sure a claim of each making is, of 100; a claim's confidence orders mentions of one fact. */
enum { SURE = 90, FAIRLY = 75, GUESSED = 50 };

/* The sentence around an item; of one without end (a table, a list), the tokens around it. */
static sls_str sentence_text(const claimer *c, size_t item)
{
    const size_t REACH = 80;
    const sls_document *d = c->document;
    const sls_item *here = &c->scene->items->at[item];
    const sls_sentence *s = &d->sentences.at[here->sentence];
    size_t first = s->first, last = s->last;

    if (first + REACH < here->first)
        first = here->first - REACH;
    if (last > here->last + REACH)
        last = here->last + REACH;
    return sls_token_origin(&d->tokens, first, last);
}

/* A claim with all that comes from its place; NULL when memory ran out. */
static sls_claim *begin_claim(claimer *c, const sls_reading *r, sls_kind kind)
{
    const sls_document *d = c->document;
    const sls_article *a = d->article;
    const sls_item *item = &c->scene->items->at[r->first];
    const sls_str surface = sls_items_origin(c->scene->items, r->first, r->last);
    const size_t at = (size_t)(surface.ptr - a->text.ptr);
    sls_claim *claim = sls_vec_push(&c->out, c->arena);

    if (!claim)
        return NULL;
    *claim = (sls_claim){
        .article = a->id,
        .source = d->source,
        .published = d->published,
        .lang = d->lang == SLS_LANG_ID ? SLS_STR("id") : SLS_STR("en"),
        .kind = kind,
        .line = sls_document_line(d, at),
        .start = at + a->offset,
        .end = at + surface.len + a->offset,
        .surface = surface,
        .quote = sentence_text(c, r->first),
        .zone = (sls_zone)d->zone_of[item->sentence],
        .credit = d->credit,
        .url = a->url,
        .headline = a->title,
        .subject = c->scene->cast->subject,
        .sentence = item->sentence,
        .confidence = SURE,
        .state = SLS_ASSERTED,
    };
    return claim;
}

static bool same_line(const claimer *c, size_t from, size_t to)
{
    const sls_items *items = c->scene->items;
    const sls_token *t = c->document->tokens.at;

    for (uint32_t k = items->at[from].first + 1; k <= items->at[to].first; k++)
        if (t[k].flags & SLS_TOKEN_BREAK)
            return false;
    return true;
}

/* The date in the sentence of reading `r` that stands nearest to it. */
static const sls_edtf *date_in_sentence(const claimer *c, size_t r)
{
    const sls_reading *all = c->scene->readings->at;
    const size_t begin = sls_sentence_begin(c->scene->items, all[r].first);
    const size_t end = sls_sentence_end(c->scene->items, all[r].first);
    const sls_edtf *best = NULL;
    size_t nearest = SIZE_MAX;

    for (size_t i = r; i-- > 0 && all[i].first >= begin;)
        if (c->dated[i].grain != SLS_GRAIN_NONE) {
            best = &c->dated[i];
            nearest = all[r].first - all[i].last;
            break;
        }
    for (size_t i = r + 1; i < c->scene->readings->count && all[i].first < end; i++)
        if (c->dated[i].grain != SLS_GRAIN_NONE) {
            if (all[i].first - all[r].last < nearest)
                best = &c->dated[i];
            break;
        }
    return best;
}

/*
 * A date of the sentences before, in the same paragraph: a tale goes on in its time, but
 * not into what is still to come, nor from something as wide as a decade.
 */
static const sls_edtf *date_before(const claimer *c, size_t r)
{
    const unsigned SENTENCES = 3;
    const size_t READINGS = 24;
    const int64_t WIDEST = 366;
    const sls_reading *all = c->scene->readings->at;
    const sls_items *items = c->scene->items;
    const unsigned here = items->at[all[r].first].sentence;

    for (size_t i = r; i-- > 0 && i + READINGS >= r;) {
        if (items->at[all[i].first].sentence + SENTENCES < here ||
            all[i].first + SLS_SENTENCE_REACH < all[r].first ||
            !same_line(c, all[i].first, all[r].first))
            return NULL;
        if (c->dated[i].grain == SLS_GRAIN_NONE)
            continue;
        if ((int64_t)c->dated[i].days.last - c->dated[i].days.first >= WIDEST ||
            sls_clause_ahead(c->scene, all[r].first, all[r].last))
            return NULL;
        return &c->dated[i];
    }
    return NULL;
}

/*
 * When a claim holds: its sentence's date, else the tale's, else the article's; `~` if inferred.
 * A toll holds when it is reported; the date beside it is the disaster's.
 */
static sls_status as_of(claimer *c, size_t r, bool toll, sls_claim *claim)
{
    const sls_edtf *date = date_in_sentence(c, r);
    char text[SLS_EDTF_TEXT];
    size_t len;

    if (toll && c->default_as_of.len > 0) {
        claim->as_of = c->default_as_of;
        return SLS_OK;
    }
    if (!date) {
        date = date_before(c, r);
        if (!date) {
            claim->as_of = c->default_as_of;
            return SLS_OK;
        }
        len = sls_interval_text(date->days, text);
        return sls_arena_format(c->arena, &claim->as_of, "%.*s~", (int)len, text);
    }
    len = sls_interval_text(date->days, text);
    return sls_arena_copy(c->arena, (sls_str){ text, len }, &claim->as_of);
}

static sls_status describe(claimer *c, const sls_reading *r, const sls_str *unit,
                           sls_claim *claim)
{
    sls_circumstances k;
    sls_status status = sls_circumstances_of(c->scene, r->first, r->last, unit, &k);

    if (status != SLS_OK)
        return status;
    c->toll = k.role.len > 0;
    claim->event = k.event;
    claim->object = k.object;
    claim->entities = k.entities;
    claim->place = k.place;
    claim->speaker = k.speaker;
    claim->ordinal = k.ordinal;
    claim->context = k.context;
    if (claim->kind == SLS_KIND_DATE || claim->kind == SLS_KIND_QUANTITY) {
        claim->state = k.state;
        claim->state_inferred = k.inferred;
        claim->what = k.role.len > 0 ? k.role : k.event;
        if (k.role.len == 0 && k.event.len > 0 && k.object.len > 0)
            return sls_arena_format(c->arena, &claim->what, "%.*s:%.*s", SLS_FMT(k.event),
                                    SLS_FMT(k.object));
    }
    return SLS_OK;
}

static sls_status add_date(claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    sls_dated date;
    sls_status status =
        sls_date_of(c->scene->items, reading,
                    sls_clause_ahead(c->scene, reading->first, reading->last), c->arena, &date);

    if (status == SLS_ENOTFOUND)
        return SLS_OK;
    for (int i = 0; i < 2 && status == SLS_OK; i++) {
        sls_claim *claim;

        if (date.value[i].len == 0)
            continue;
        if (i == 0 && sls_edtf_read(date.value[0], &c->dated[r]) != SLS_OK)
            c->dated[r].grain = SLS_GRAIN_NONE;
        claim = begin_claim(c, reading, SLS_KIND_DATE);
        if (!claim)
            return SLS_ENOMEM;
        claim->value = date.value[i];
        claim->weekday = date.weekday;
        claim->confidence = date.vague ? FAIRLY : SURE;
        claim->as_of = date.value[i];
        status = describe(c, reading, NULL, claim);
    }
    return status;
}

static sls_status add_title(claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    sls_title title;
    sls_claim *claim;
    sls_status status = sls_title_of(c->scene->items, reading, c->arena, &title);

    if (status != SLS_OK)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    claim = begin_claim(c, reading, SLS_KIND_TITLE);
    if (!claim)
        return SLS_ENOMEM;
    claim->value = title.person;
    claim->state = title.state;
    claim->confidence = title.person.len > 0 ? SURE : FAIRLY;
    status = sls_arena_format(c->arena, &claim->what, "%.*s@%.*s", SLS_FMT(title.office),
                              SLS_FMT(title.scope));
    if (status == SLS_OK && sls_str_eq(title.scope, SLS_STR("?")))
        status = sls_cast_hints(c->scene->cast, c->document, title.person, c->arena,
                                &claim->scope_hint);
    return status == SLS_OK ? describe(c, reading, NULL, claim) : status;
}

/* What a bare number, an ordinal word or an unknown vague count says is too little for a claim. */
static bool claims_amount(const sls_reading *r, const sls_amount *a)
{
    if (a->unit.len == 0 || sls_has(r, SLS_G_ord))
        return false;
    if (a->guessed && sls_str_eq(a->value, SLS_STR("1")))
        return false; /* "satu situasi" is an article, not a count */
    return !(a->guessed && a->bound == SLS_BOUND_MAGNITUDE);
}

/* Whether a bare number counts people by what befell them: "3 dead, 26 wounded". */
static bool counts_people(const claimer *c, const sls_reading *r, const sls_amount *a)
{
    const uint32_t shape = sls_has(r, SLS_G_n) ? c->scene->items->at[r->from[SLS_G_n]].shape : 0;

    return a->unit.len == 0 && sls_reading_is(r, "number") && shape & SLS_SHAPED(WHOLE) &&
           !(shape & (SLS_SHAPED(YEAR) | SLS_SHAPED(GLUED))) &&
           sls_role_is_of_the_living(sls_role_of(c->scene, r->first, r->last, a->unit));
}

/*
 * "Two women and one man were shot dead" tells of three dead: parts that one word rules are
 * one claim, of their sum, which the first part makes. SLS_ENOTFOUND for the other parts.
 */
static sls_status add_up(claimer *c, sls_reading *r, sls_amount *a)
{
    const sls_str role = sls_role_of(c->scene, r->first, r->last, a->unit);
    sls_decimal sum;
    sls_chain chain;
    size_t earliest;
    char text[SLS_DECIMAL_TEXT];

    if (!sls_role_is_of_the_living(role) || a->bound != SLS_BOUND_EXACT ||
        !sls_role_chain(c->scene, r->first, r->last, &chain))
        return SLS_OK;
    sum = sls_decimal_of((int64_t)chain.singles);
    earliest = chain.reading[0];
    for (size_t i = 0; i < chain.count; i++) {
        const sls_reading *part = &c->scene->readings->at[chain.reading[i]];
        sls_amount amount;
        sls_decimal value;
        sls_status status = sls_amount_of(c->scene->items, part, c->arena, &amount);

        if (status == SLS_ENOTFOUND || (status == SLS_OK && amount.bound != SLS_BOUND_EXACT))
            return SLS_OK;
        if (status != SLS_OK)
            return status;
        if (!sls_str_eq(sls_role_of(c->scene, part->first, part->last, amount.unit), role) ||
            sls_decimal_read(amount.value, &value) != SLS_OK ||
            sls_decimal_add(sum, value, &sum) != SLS_OK)
            return SLS_OK;
        earliest = chain.reading[i] < earliest ? chain.reading[i] : earliest;
    }
    if (earliest != chain.reading[0])
        return SLS_ENOTFOUND;
    r->first = chain.first;
    r->last = chain.last;
    a->unit = SLS_STR("person");
    return sls_arena_copy(c->arena, (sls_str){ text, sls_decimal_text(sum, text) }, &a->value);
}

static sls_status add_amount(claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    sls_reading whole = *reading;
    sls_amount amount;
    sls_claim *claim;
    sls_status status = sls_amount_of(c->scene->items, reading, c->arena, &amount);

    if (status != SLS_OK)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    if (counts_people(c, reading, &amount))
        amount.unit = SLS_STR("person"); /* "killing two and wounding three" */
    if (!claims_amount(reading, &amount))
        return SLS_OK;
    status = add_up(c, &whole, &amount);
    if (status != SLS_OK)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    reading = &whole;
    claim = begin_claim(c, reading, SLS_KIND_QUANTITY);
    if (!claim)
        return SLS_ENOMEM;
    claim->value = amount.value;
    claim->unit = amount.unit;
    claim->bound = amount.bound;
    claim->confidence = amount.guessed ? GUESSED : SURE;
    return describe(c, reading, &claim->unit, claim);
}

static sls_status add_name(claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    sls_claim *claim;
    sls_str name;
    sls_status status;

    if (reading->first == reading->last)
        return SLS_OK;
    status = sls_fold_name(sls_items_origin(c->scene->items, reading->first, reading->last),
                           c->arena, &name);
    if (status != SLS_OK || !sls_cast_find(c->scene->cast, name))
        return status;
    claim = begin_claim(c, reading, SLS_KIND_NAME);
    if (!claim)
        return SLS_ENOMEM;
    claim->what = SLS_STR("person");
    claim->value = name;
    return describe(c, reading, NULL, claim);
}

static sls_status add_claim(claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];

    if (sls_reading_is(reading, "date"))
        return add_date(c, r);
    if (sls_reading_is(reading, "title"))
        return add_title(c, r);
    if (sls_reading_is(reading, "name"))
        return add_name(c, r);
    return sls_reading_is(reading, "guard") ? SLS_OK : add_amount(c, r);
}

static bool in_boilerplate(const claimer *c, size_t r)
{
    const uint16_t s = c->scene->items->at[c->scene->readings->at[r].first].sentence;

    return c->document->zone_of[s] == SLS_ZONE_BOILERPLATE;
}

/* Claims that hold as of some time get it once every date of the article is read. */
static sls_status settle_times(claimer *c, const source *sources)
{
    sls_status status = SLS_OK;

    if (c->document->published.len > 0)
        status = sls_arena_format(c->arena, &c->default_as_of, "%.*s%s",
                                  SLS_FMT(c->document->published),
                                  sls_str_ends(c->document->published, SLS_STR("~")) ? "" : "~");
    for (size_t i = 0; i < c->out.len && status == SLS_OK; i++)
        if (sources[i].reading == NO_READING)
            c->out.at[i].as_of = c->default_as_of;
        else if (c->out.at[i].kind != SLS_KIND_DATE)
            status = as_of(c, sources[i].reading, sources[i].toll, &c->out.at[i]);
    return status;
}

/* Whether the article counts those of `role`: then it need not be told of one alone. */
static bool is_counted(const claimer *c, sls_str role)
{
    for (size_t i = 0; i < c->out.len; i++)
        if (c->out.at[i].kind == SLS_KIND_QUANTITY && sls_str_eq(c->out.at[i].what, role))
            return true;
    return false;
}

/* The first claim that begins behind `start`. */
static size_t place_of(const claimer *c, size_t start)
{
    size_t at = c->out.len - 1;

    while (at > 0 && c->out.at[at - 1].start > start)
        at--;
    return at;
}

/* A claim of at least one, of whom items first..last tell: "a man was killed". */
static sls_status add_one(claimer *c, origin_vec *origin, size_t first, size_t last, sls_str role)
{
    const sls_reading told = { .first = first, .last = last };
    sls_claim *claim = begin_claim(c, &told, SLS_KIND_QUANTITY);
    source *slot = sls_vec_push(origin, c->arena);
    sls_status status;
    size_t at;

    if (!claim || !slot)
        return SLS_ENOMEM;
    claim->value = SLS_STR("1");
    claim->unit = SLS_STR("person");
    claim->bound = SLS_BOUND_AT_LEAST;
    claim->confidence = GUESSED;
    status = describe(c, &told, &claim->unit, claim);
    claim->what = role;
    at = place_of(c, claim->start);
    const sls_claim moved = *claim;
    for (size_t i = c->out.len - 1; i > at; i--) {
        c->out.at[i] = c->out.at[i - 1];
        origin->at[i] = origin->at[i - 1];
    }
    c->out.at[at] = moved;
    origin->at[at] = (source){ NO_READING, true };
    return status;
}

/* Whether two who are told of cannot be one: "he" and "she", two names without a common word. */
static bool differ(sls_str a, sls_str b)
{
    sls_str rest = a, word, other;

    while (sls_str_split(&rest, ' ', &word))
        for (sls_str left = b; sls_str_split(&left, ' ', &other);)
            if (sls_str_eq(word, other))
                return false;
    return true;
}

/* What the noun among items from..to counts: "man" of "a young man". */
static sls_str noun_before(const claimer *c, size_t from, size_t to)
{
    const size_t REACH = 6;

    for (size_t i = from; i < c->scene->items->count && i <= from + REACH && i != to; i++)
        if (sls_scene_is(c->scene, i, SLS_C_NOUN))
            return sls_scene_value(c->scene, i, SLS_C_NOUN);
    return (sls_str){ 0 };
}

/* The one of whom alone the article says `role`; false when it says so of two. */
static bool find_single(const claimer *c, sls_str role, size_t *first, size_t *last)
{
    const sls_items *items = c->scene->items;
    sls_str named = { 0 }, meant = { 0 }, kind = { 0 };
    bool found = false;

    for (size_t i = 0; i < items->count; i++) {
        size_t from, to;

        if (sls_str_eq(sls_scene_value(c->scene, i, SLS_C_VOICE), SLS_STR("several")))
            return false; /* a murder-suicide, a double homicide */
        if (!sls_str_eq(sls_scene_value(c->scene, i, SLS_C_ROLE), role) ||
            c->document->zone_of[items->at[i].sentence] == SLS_ZONE_BOILERPLATE ||
            !sls_role_single(c->scene, i, &from, &to))
            continue;
        const sls_str text = sls_items_folded(items, from, to);
        const bool name = sls_scene_is_person(c->scene, from);
        sls_str *known = name ? &named : from == to ? &meant : &kind;
        const sls_str told = name || from == to ? text : noun_before(c, from, i);

        if (known->len > 0 && told.len > 0 && differ(*known, told))
            return false;
        *known = told.len > 0 ? told : *known;
        *first = found ? *first : from;
        *last = found ? *last : to;
        found = true;
    }
    return found;
}

/* Whether the article tells of anybody's death. */
static bool tells_of_death(const claimer *c)
{
    for (size_t i = 0; i < c->scene->items->count; i++)
        if (sls_str_eq(sls_scene_value(c->scene, i, SLS_C_ROLE), SLS_STR("dead")) ||
            sls_str_eq(sls_scene_value(c->scene, i, SLS_C_EVENT), SLS_STR("die")))
            return true;
    return false;
}

/*
 * Whoever is shot is wounded or killed; where nobody died, the shot are the injured, unless
 * those are counted for themselves.
 */
static void settle_shot(claimer *c)
{
    if (is_counted(c, SLS_STR("injured")))
        return;
    for (size_t i = 0; i < c->out.len; i++)
        if (c->out.at[i].kind == SLS_KIND_QUANTITY &&
            sls_str_eq(c->out.at[i].what, SLS_STR("shot"))) {
            c->out.at[i].what = SLS_STR("injured");
            c->out.at[i].state_inferred = true;
        }
}

/* Who alone died or was hurt, where the article gives no count of the dead or the injured. */
static sls_status add_singles(claimer *c, origin_vec *origin)
{
    const bool death = tells_of_death(c);
    const bool several = is_counted(c, SLS_STR("shot")) || is_counted(c, SLS_STR("treated")) ||
                         is_counted(c, SLS_STR("critical")) || is_counted(c, SLS_STR("stable"));
    const struct {
        sls_str told, role;
        bool holds;
    } ROLES[] = {
        { SLS_S("dead"), SLS_S("dead"), true },
        { SLS_S("injured"), SLS_S("injured"), !several },
        { SLS_S("shot"), SLS_S("injured"), !death && !several },
    };
    sls_status status = SLS_OK;

    if (!death)
        settle_shot(c);
    for (size_t k = 0; k < sizeof ROLES / sizeof ROLES[0] && status == SLS_OK; k++) {
        size_t first, last;

        if (!ROLES[k].holds || is_counted(c, ROLES[k].role))
            continue; /* of several that were shot, one that is called injured is a part */
        if (find_single(c, ROLES[k].told, &first, &last))
            status = add_one(c, origin, first, last, ROLES[k].role);
    }
    return status;
}

sls_status sls_extract(sls_reader *reader, const sls_document *document, sls_arena *arena,
                       sls_claim **claims, size_t *count)
{
    sls_scene scene;
    claimer c = { .document = document, .scene = &scene, .arena = arena };
    origin_vec origin = { 0 };
    sls_status status = sls_scene_make(reader, document, arena, &scene);

    if (status != SLS_OK)
        return status;
    c.dated = sls_arena_calloc(arena, scene.readings->count + 1, sizeof *c.dated);
    if (!c.dated)
        return SLS_ENOMEM;
    for (size_t r = 0; r < scene.readings->count && status == SLS_OK; r++) {
        if (in_boilerplate(&c, r))
            continue;
        c.toll = false;
        status = add_claim(&c, r);
        while (status == SLS_OK && origin.len < c.out.len) {
            source *slot = sls_vec_push(&origin, arena);

            if (!slot)
                return SLS_ENOMEM;
            *slot = (source){ r, c.toll };
        }
    }
    if (status == SLS_OK)
        status = add_singles(&c, &origin);
    if (status == SLS_OK)
        status = settle_times(&c, origin.at);
    for (size_t i = 0; i < c.out.len && status == SLS_OK; i++)
        status = sls_claim_identify(&c.out.at[i], arena);
    if (status != SLS_OK)
        return status;
    *claims = c.out.at;
    *count = c.out.len;
    return SLS_OK;
}
