#include "extract/amount/aged.h"
#include "extract/claim/claimer.h"

#include "extract/amount/identifier.h"
#include "extract/claim/role.h"
#include "extract/date/date.h"
#include "extract/grammar/scan.h"
#include "extract/office/title.h"
#include "model/claim_csv.h"

/* The sentence around an item; of one without end (a table, a list), the tokens around it. */
static sls_str sentence_text(const sls_claimer *c, size_t item)
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
sls_claim *sls_claim_begin(sls_claimer *c, const sls_reading *r, sls_kind kind)
{
    const sls_document *d = c->document;
    const sls_article *a = d->article;
    const sls_item *item = &c->scene->items->at[r->first];
    const sls_str surface = sls_items_origin(c->scene->items, r->first, r->last);
    const sls_location at = sls_document_locate(d, surface);
    sls_claim *claim = sls_vec_push(&c->out, c->arena);

    if (!claim)
        return NULL;
    *claim = (sls_claim){
        .article = a->id,
        .source = d->source,
        .published = d->published,
        .lang = d->lang == SLS_LANG_ID ? SLS_STR("id") : SLS_STR("en"),
        .kind = kind,
        .line = at.line,
        .start = at.start,
        .end = at.end,
        .surface = surface,
        .quote = sentence_text(c, r->first),
        .zone = (sls_zone)d->zone_of[item->sentence],
        .credit = d->credit,
        .url = a->url,
        .headline = a->title,
        .subject = c->scene->cast->subject,
        .sentence = (int)item->sentence - (int)d->titled,
        .confidence = SLS_SURE,
        .state = SLS_ASSERTED,
    };
    return claim;
}

sls_status sls_claim_describe(sls_claimer *c, const sls_reading *r, const sls_str *unit,
                              sls_claim *claim)
{
    sls_circumstances k;
    sls_status status = sls_circumstances_of(c->scene, r->first, r->last, unit, &k);

    if (status != SLS_OK)
        return status;
    c->toll = sls_toll_grows(k.role);
    c->titled = k.titled;
    c->background = k.background;
    c->loose = k.loose;
    c->saying = k.said;
    claim->event = k.event;
    claim->object = k.object;
    claim->entities = k.entities;
    claim->place = k.place;
    claim->speaker = k.speaker;
    claim->ordinal = k.ordinal;
    claim->stance = k.stance;
    claim->context = k.context;
    claim->agent = k.agent;
    claim->patient = k.patient;
    if (claim->kind == SLS_KIND_PLACE)
        claim->state = k.state;
    if (claim->kind == SLS_KIND_DATE || claim->kind == SLS_KIND_QUANTITY) {
        claim->state = k.state;
        claim->state_inferred = k.inferred;
        claim->what = k.role.len > 0 ? k.role : k.attribute.len > 0 ? k.attribute : k.event;
        if (claim->what.ptr == k.event.ptr && k.event.len > 0 && k.object.len > 0)
            return sls_arena_concat3(c->arena, k.event, SLS_STR(":"), k.object, &claim->what);
    }
    return SLS_OK;
}

bool sls_claim_dates_itself(sls_str event)
{
    return sls_lexicon_attribute_is(SLS_C_EVENT, event, "recurrence", "once") &&
           sls_lexicon_attribute_is(SLS_C_EVENT, event, "span", "36500");
}

static sls_status add_part(sls_claimer *c, size_t r, const sls_reading *reading);
static sls_status add_amount(sls_claimer *c, const sls_reading *reading);

/* "SEOUL, Sept 3 (Reuters) -": the day of the report, not of what it tells first. */
static bool in_dateline(const sls_claimer *c, const sls_reading *r)
{
    const uint32_t token = c->scene->items->at[r->first].first;

    return token >= c->document->dateline_first && token < c->document->dateline_after;
}

/*
 * What is dated behind the article's own date has not been; what is dated before it, and in a
 * plan only by what is told beside it, has.
 */
static void settle_ahead(const sls_claimer *c, const sls_reading *r, sls_claim *claim)
{
    const sls_edtf *now = &c->document->published_at;
    sls_edtf date;

    if (claim->event.len == 0 || sls_str_eq(claim->event, SLS_STR("say")) || c->titled ||
        now->grain == SLS_GRAIN_NONE || sls_edtf_read(claim->value, &date) != SLS_OK)
        return;
    const int32_t begin =
        date.days.first == SLS_DAY_OPEN_PAST && date.days.last != SLS_DAY_OPEN_FUTURE
            ? date.days.last
            : date.days.first;
    if (claim->state == SLS_PLANNED && c->loose && date.days.last < now->days.first) {
        claim->state = SLS_ASSERTED;
    } else if (claim->state == SLS_ASSERTED && begin > now->days.last &&
               !(date.days.first == now->days.last + 1 && sls_reading_makes(r, "window"))) {
        /* "enam bulan ke depan" begins now */
        claim->state = SLS_PLANNED;
        claim->state_inferred = true;
    }
}

/* A date, from reading number `r` or a part of it. */
static sls_status add_date(sls_claimer *c, size_t r, const sls_reading *reading)
{
    sls_dated date;
    sls_reading length;
    sls_status status =
        sls_date_of(c->scene->items, reading,
                    sls_clause_ahead(c->scene, reading->first, reading->last), c->arena, &date);

    if (status == SLS_OK && sls_identifier_has_year(c->scene->items, reading->first))
        return SLS_OK;
    if (sls_reading_makes(reading, "now") || sls_reading_makes(reading, "to-now"))
        return SLS_OK; /* "right now" dates nothing that could be told otherwise */
    if (status == SLS_ENOTFOUND && sls_date_amount(c->scene->items, reading, &length))
        return add_amount(c, &length);
    if (status == SLS_ENOTFOUND && sls_date_is_bounded_clock(c->scene->items, reading))
        return SLS_OK;
    if (status == SLS_ENOTFOUND) {
        status = reading->left ? add_part(c, r, reading->left) : SLS_OK;
        return status == SLS_OK && reading->right ? add_part(c, r, reading->right) : status;
    }
    for (int i = 0; i < SLS_DATES_MAX && status == SLS_OK; i++) {
        sls_claim *claim;

        if (date.claimed[i].len == 0)
            continue;
        const bool is_clock = sls_str_starts(date.claimed[i], SLS_STR("XXXX-XX-XXT"));
        if (i == 0 && (is_clock || sls_edtf_read(date.claimed[0], &c->dated[r]) != SLS_OK))
            c->dated[r].grain = SLS_GRAIN_NONE;
        else if (i == 0 && date.apart)
            c->dated[r].days = date.beside;
        claim = sls_claim_begin(c, reading, SLS_KIND_DATE);
        if (!claim)
            return SLS_ENOMEM;
        claim->value = date.claimed[i];
        claim->weekday = date.weekday;
        claim->confidence = date.vague ? SLS_FAIRLY : SLS_SURE;
        claim->as_of = is_clock ? (sls_str){ 0 } : date.claimed[i];
        status = sls_claim_describe(c, reading, NULL, claim);
        if (in_dateline(c, reading))
            claim->what = claim->event = claim->object = (sls_str){ 0 };
        settle_ahead(c, reading, claim);
        c->happened[r] = claim->event;
        if (c->background || sls_claim_dates_itself(claim->event))
            c->told[r] = claim->event.len > 0 ? claim->event : SLS_STR("nothing");
        c->said[r] = sls_str_eq(claim->event, SLS_STR("say")) ? SLS_SAID_ONLY
                     : c->saying                              ? SLS_SAID_TOLD
                                                              : SLS_SAID_NOT;
        if (c->titled)
            c->dated[r].grain = SLS_GRAIN_NONE; /* Piala Dunia 1986 is when nothing happened */
    }
    return status;
}

static sls_status claim_title(sls_claimer *c, const sls_reading *reading, const sls_title *title)
{
    sls_claim *claim = sls_claim_begin(c, reading, SLS_KIND_TITLE);
    sls_status status;

    if (!claim)
        return SLS_ENOMEM;
    claim->value = title->person;
    claim->state = title->state;
    claim->confidence = title->person.len > 0 ? SLS_SURE : SLS_FAIRLY;
    status = sls_arena_concat3(c->arena, title->office, SLS_STR("@"), title->scope, &claim->what);
    if (status == SLS_OK && sls_str_eq(title->scope, SLS_STR("?")))
        status = sls_cast_hints(c->scene->cast, c->document, title->person, c->arena,
                                &claim->scope_hint);
    return status == SLS_OK ? sls_claim_describe(c, reading, NULL, claim) : status;
}

static sls_status add_title(sls_claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    sls_title title;
    sls_status status = sls_title_of(c->scene->items, reading, c->arena, &title);

    if (status == SLS_OK && !sls_title_stands(c->scene->items, reading, c->scene->cast, &title))
        return SLS_OK;
    if (status == SLS_OK)
        status = claim_title(c, reading, &title);
    if (status == SLS_OK && sls_title_rank(c->scene->items, reading, &title) == SLS_OK)
        status = claim_title(c, reading, &title);
    if (status == SLS_OK)
        status = sls_title_second(c->scene->items, reading, c->arena, &title);
    if (status == SLS_OK)
        status = claim_title(c, reading, &title);
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

/* "terbesar ketiga", "third-largest". */
static bool is_of_superlative(const sls_claimer *c, const sls_reading *r)
{
    const size_t behind =
        r->last + 1 + (c->scene->items->at[r->last + 1].symbol == '-'); /* a hyphen is an item */

    return sls_reading_is(r, SLS_READ(ORDINAL)) &&
           (sls_scene_is_clausal(c->scene, behind, "superlative") ||
            (r->first > 0 && sls_scene_is_clausal(c->scene, r->first - 1, "superlative")));
}

/* What a bare number, an ordinal word or an unknown vague count says is too little for a claim. */
static bool claims_amount(const sls_claimer *c, const sls_reading *r, const sls_amount *a)
{
    if (a->unit.len == 0 || (sls_has(r, SLS_G_ord) && !is_of_superlative(c, r)))
        return false;
    if (sls_reading_makes(r, "one") && !sls_has(r, SLS_G_n2))
        return false; /* "an hour", "sehari" are articles */
    if (sls_reading_is(r, SLS_READ(DURATION)) && sls_has(r, SLS_G_magnitude))
        return false; /* "several hours" contradict nothing */
    if (a->guessed && sls_str_eq(a->value, SLS_STR("1")) &&
        !sls_role_is_of_the_living(sls_role_of(c->scene, r->first, r->last, a->unit)))
        return false; /* "satu situasi" is an article, not a count */
    return !(a->guessed && a->bound == SLS_BOUND_MAGNITUDE);
}

/* An age, with its word or as "pemuda 33 tahun", "Sri Lestari, 22 tahun,". */
static bool is_age(const sls_claimer *c, const sls_reading *r, const sls_amount *a)
{
    const sls_item *at = c->scene->items->at;
    const size_t n = r->first;

    if (sls_reading_is(r, SLS_READ(AGE)))
        return true;
    if (!sls_str_eq(a->unit, SLS_STR("year")) || n < 2)
        return false;
    if (at[n - 1].symbol == ',' && at[r->last + 1].symbol < SLS_SYMBOL_WORDS)
        return sls_scene_is_person(c->scene, n - 2) ||
               at[n - 2].shape & (SLS_SHAPED(CAPS) | SLS_SHAPED(INITIAL));
    return sls_role_lives(sls_scene_value(c->scene, n - 1, SLS_C_NOUN));
}

/* "2-3" of who lost is "3-2" of who won. */
static sls_status higher_first(sls_str score, sls_arena *arena, sls_str *out)
{
    const size_t dash = sls_str_find_byte(score, '-');
    const sls_str left = sls_str_slice(score, 0, dash),
                  right = sls_str_slice(score, dash + 1, score.len);
    sls_decimal a, b;

    *out = score;
    if (sls_decimal_read(left, &a) != SLS_OK || sls_decimal_read(right, &b) != SLS_OK ||
        sls_decimal_cmp(a, b) >= 0)
        return SLS_OK;
    return sls_arena_concat3(arena, right, SLS_STR("-"), left, out);
}

/* Whether the score is of a half or a set: "imbang 0-0 pada babak pertama". */
static bool is_interim(const sls_items *items, const sls_reading *r)
{
    const size_t REACH = 6;

    for (size_t i = r->last + 1; i <= r->last + REACH; i++) {
        if (items->at[i].symbol == SLS_SYMBOL_BOUNDARY)
            break;
        if (sls_item_says(&items->at[i], SLS_C_LITERAL, "interim"))
            return true;
    }
    return sls_told_by(items, r->first, "interim");
}

/* "opened with a 3-0 home win": how it ended stands behind the score; "" where nothing does. */
static sls_str ended_behind(const sls_claimer *c, const sls_reading *r)
{
    const size_t REACH = 2, end = sls_sentence_end(c->scene->items, r->last);

    for (size_t i = r->last + 1; i < end && i <= r->last + REACH; i++) {
        const sls_str event = sls_scene_value(c->scene, i, SLS_C_EVENT);

        if (sls_lexicon_attribute_is(SLS_C_EVENT, event, "tie", "sides"))
            return event;
    }
    return (sls_str){ 0 };
}

/* "opened the season with a 3-1 win": "kemenangan 3-1" has it right before the score. */
static sls_str ended_before(const sls_claimer *c, const sls_reading *r)
{
    const sls_str event =
        r->first > 0 ? sls_scene_value(c->scene, r->first - 1, SLS_C_EVENT) : (sls_str){ 0 };

    return sls_lexicon_attribute_is(SLS_C_EVENT, event, "tie", "sides") ? event : (sls_str){ 0 };
}

/*
 * How a match ended: a score whose clause tells who won or lost. One that a goal made, of one half
 * or of a player's career is no claim.
 */
static sls_status add_score(sls_claimer *c, const sls_reading *reading, sls_str score)
{
    sls_claim *claim;
    sls_status status;

    if (is_interim(c->scene->items, reading))
        return SLS_OK;
    claim = sls_claim_begin(c, reading, SLS_KIND_SCORE);
    status = claim ? higher_first(score, c->arena, &claim->value) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = sls_claim_describe(c, reading, NULL, claim);
    if (status != SLS_OK)
        return status;
    const sls_str before = ended_before(c, reading);
    const sls_str ended = before.len > 0 ? before : ended_behind(c, reading);

    claim->event = ended.len > 0 ? ended : claim->event;
    if (sls_str_eq(claim->event, SLS_STR("beat")))
        claim->event = SLS_STR("win"); /* by a score, not with a stick */
    if (!sls_lexicon_attribute_is(SLS_C_EVENT, claim->event, "tie", "sides")) {
        c->out.len--;
        return SLS_OK;
    }
    claim->what = SLS_STR("result");
    claim->object = claim->stance = (sls_str){ 0 };
    return SLS_OK;
}

/* "meluas hingga 12,5 hektare", "naik sampai Rp75.000": where it came to, not what it stays below.
 */
static bool is_reached(const sls_claimer *c, const sls_reading *r, const sls_amount *a)
{
    if (a->bound != SLS_BOUND_AT_MOST || r->first == 0 || !sls_has(r, SLS_G_hedge) ||
        sls_str_eq(a->unit, SLS_STR("percent")) ||
        !sls_item_is(&c->scene->items->at[r->from[SLS_G_hedge]], SLS_C_TO))
        return false;
    const sls_str stance = sls_scene_value(c->scene, r->first - 1, SLS_C_STANCE);

    return sls_str_eq(stance, SLS_STR("rise+")) || sls_str_eq(stance, SLS_STR("rise-")) ||
           sls_str_eq(sls_scene_value(c->scene, r->first - 1, SLS_C_EVENT), SLS_STR("spread"));
}

/* "hari jadi ke-277", "its 50th anniversary": how old what is celebrated is. */
static bool is_anniversary(const sls_claimer *c, const sls_reading *r)
{
    const sls_str celebrate = SLS_STR("celebrate");

    return sls_reading_is(r, SLS_READ(ORDINAL)) &&
           ((r->first > 0 &&
             sls_str_eq(sls_scene_value(c->scene, r->first - 1, SLS_C_EVENT), celebrate)) ||
            sls_str_eq(sls_scene_value(c->scene, r->last + 1, SLS_C_EVENT), celebrate));
}

/* "Peringkat 145", "peringkat ke-145", "terbesar ketiga": where in a ranking. */
static bool is_rank(const sls_claimer *c, const sls_reading *r)
{
    const sls_item *const at = c->scene->items->at;

    return sls_reading_is(r, SLS_READ(ORDINAL)) &&
           (sls_item_says(&at[r->first], SLS_C_LITERAL, "rank") ||
            (r->first > 0 && sls_item_says(&at[r->first - 1], SLS_C_LITERAL, "rank")) ||
            is_of_superlative(c, r));
}

static sls_status add_amount(sls_claimer *c, const sls_reading *reading)
{
    sls_reading whole;
    sls_amount amount;
    sls_claim *claim;
    sls_status status = sls_amount_of(c->scene->items, reading, c->arena, &amount);

    if (status != SLS_OK)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    if (sls_str_eq(sls_str_of(amount.type), SLS_STR("score")))
        return add_score(c, reading, amount.value);
    if (amount.unit.len == 0 && is_anniversary(c, reading))
        amount.unit = SLS_STR("anniversary");
    else if (amount.unit.len == 0 && is_rank(c, reading))
        amount.unit = SLS_STR("rank");
    status = sls_toll_unit(c, reading, &amount);
    if (status != SLS_OK || !claims_amount(c, reading, &amount))
        return status;
    whole = *reading;
    status = sls_toll_add_up(c, &whole, &amount);
    if (status != SLS_OK)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    claim = sls_claim_begin(c, &whole, SLS_KIND_QUANTITY);
    if (!claim)
        return SLS_ENOMEM;
    claim->value = amount.value;
    claim->unit = amount.unit;
    claim->bound = is_reached(c, reading, &amount) ? SLS_BOUND_EXACT : amount.bound;
    claim->confidence = amount.guessed ? SLS_GUESSED : SLS_SURE;
    status = sls_claim_describe(c, reading, &claim->unit, claim);
    if (is_age(c, reading, &amount) && !sls_role_is_of_the_living(claim->event)) {
        claim->event = claim->object = claim->what = (sls_str){ 0 }; /* how old, not at what */
        claim->state = SLS_ASSERTED;
    }
    return status;
}

/* Plates, flights, laws, cases: what two articles on one event can give differently. */
static sls_status add_identifier(sls_claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    sls_claim *claim;
    sls_str what, value;
    sls_status status = sls_identifier_of(c->scene->items, reading, c->arena, &what, &value);

    if (status == SLS_OK && reading->pattern->make.len == 0)
        status = sls_identifier_document(c->scene->items, reading, c->arena, &what);
    if (status != SLS_OK || what.len == 0)
        return status == SLS_ENOTFOUND ? SLS_OK : status;
    claim = sls_claim_begin(c, reading, SLS_KIND_IDENTIFIER);
    if (!claim)
        return SLS_ENOMEM;
    claim->what = what;
    claim->value = value;
    status = sls_claim_describe(c, reading, NULL, claim);
    claim->stance = (sls_str){ 0 }; /* a law is cited, whatever is to become of it */
    return status;
}

static sls_status add_name(sls_claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];
    const size_t first = sls_title_name_begin(c->scene->items, reading);
    sls_reading own;
    sls_claim *claim;

    if (first == reading->last || !sls_cast_person(c->scene->cast, r))
        return SLS_OK;
    own = *reading;
    own.first = first;
    claim = sls_claim_begin(c, &own, SLS_KIND_NAME);
    if (!claim)
        return SLS_ENOMEM;
    claim->what = SLS_STR("person");
    claim->value = c->scene->cast->whom[r].name;
    return sls_claim_describe(c, &own, NULL, claim);
}

/* What is left of a joined date that means nothing as a whole. */
static sls_status add_part(sls_claimer *c, size_t r, const sls_reading *reading)
{
    return sls_reads_date(reading) ? add_date(c, r, reading) : add_amount(c, reading);
}

static sls_status add_claim(sls_claimer *c, size_t r)
{
    const sls_reading *reading = &c->scene->readings->at[r];

    if (sls_reads_date(reading))
        return add_date(c, r, reading);
    if (sls_reading_is(reading, SLS_READ(TITLE)))
        return add_title(c, r);
    if (sls_reading_is(reading, SLS_READ(NAME)))
        return add_name(c, r);
    if (sls_reading_is(reading, SLS_READ(IDENTIFIER)))
        return add_identifier(c, r);
    return sls_reading_is(reading, SLS_READ(GUARD)) ? SLS_OK : add_amount(c, reading);
}

static bool in_boilerplate(const sls_claimer *c, size_t r)
{
    const uint16_t s = c->scene->items->at[c->scene->readings->at[r].first].sentence;

    return c->document->zone_of[s] == SLS_ZONE_BOILERPLATE;
}

/* Claims that hold as of some time get it once every date of the article is read. */
static sls_status settle_times(sls_claimer *c, const sls_source *sources)
{
    sls_status status = SLS_OK;

    sls_claims_note_dates(c);
    if (c->document->published.len > 0)
        status = sls_arena_concat3(
            c->arena, c->document->published,
            sls_str_ends(c->document->published, SLS_STR("~")) ? SLS_STR("") : SLS_STR("~"),
            SLS_STR(""), &c->default_as_of);
    for (size_t i = 0; i < c->out.len && status == SLS_OK; i++)
        if (sources[i].reading == SLS_NO_READING ||
            (c->out.at[i].kind == SLS_KIND_DATE && c->out.at[i].as_of.len == 0))
            c->out.at[i].as_of = c->default_as_of;
        else if (c->out.at[i].kind != SLS_KIND_DATE)
            status = sls_claim_as_of(c, sources[i].reading, sources[i].toll, &c->out.at[i]);
    return status;
}

/* Room for the claims that news has: a claim to two readings and a half, of half a kilobyte. */
static bool expect_claims(sls_claimer *c, sls_source_vec *origin, size_t readings)
{
    c->out.cap = origin->cap = readings / 2 + 8;
    c->out.at = sls_arena_alloc(c->arena, c->out.cap * sizeof *c->out.at);
    origin->at = sls_arena_alloc(c->arena, origin->cap * sizeof *origin->at);
    return c->out.at && origin->at;
}

sls_status sls_extract(sls_reader *reader, const sls_document *document, sls_arena *arena,
                       sls_claim **claims, size_t *count)
{
    sls_scene scene;
    sls_claimer c = { .document = document, .scene = &scene, .arena = arena };
    sls_source_vec origin = { 0 };
    sls_status status = sls_scene_make(reader, document, arena, &scene);

    if (status != SLS_OK)
        return status;
    c.dated = sls_arena_calloc(arena, scene.readings->count + 1, sizeof *c.dated);
    c.told = sls_arena_calloc(arena, scene.readings->count + 1, sizeof *c.told);
    c.said = sls_arena_calloc(arena, scene.readings->count + 1, sizeof *c.said);
    c.happened = sls_arena_calloc(arena, scene.readings->count + 1, sizeof *c.happened);
    c.dated_before = sls_arena_alloc(arena, scene.readings->count * sizeof *c.dated_before);
    c.dated_behind = sls_arena_alloc(arena, scene.readings->count * sizeof *c.dated_behind);
    if (!c.dated || !c.told || !c.said || !c.happened || !c.dated_before || !c.dated_behind ||
        !expect_claims(&c, &origin, scene.readings->count))
        return SLS_ENOMEM;
    for (size_t r = 0; r < scene.readings->count && status == SLS_OK; r++) {
        if (in_boilerplate(&c, r))
            continue;
        c.toll = false;
        status = add_claim(&c, r);
        while (status == SLS_OK && origin.len < c.out.len) {
            sls_source *slot = sls_vec_push(&origin, arena);

            if (!slot)
                return SLS_ENOMEM;
            *slot = (sls_source){ r, c.toll };
        }
    }
    if (status == SLS_OK)
        status = sls_victims_add(&c, &origin);
    if (status == SLS_OK)
        status = settle_times(&c, origin.at);
    if (status == SLS_OK)
        status = sls_claim_places(&c);
    if (status == SLS_OK)
        status = sls_claim_outcomes(&c);
    if (c.cut)
        sls_reader_cut(reader);
    if (status == SLS_OK)
        status = sls_claims_identify(c.out.at, c.out.len, arena);
    if (status != SLS_OK)
        return status;
    sls_claims_sort(c.out.at, c.out.len);
    *claims = c.out.at;
    *count = c.out.len;
    return SLS_OK;
}
