#include "extract/claim/clause.h"

#include "extract/claim/context.h"
#include "extract/claim/headcount.h"
#include "extract/claim/meaning.h"
#include "extract/claim/mood.h"
#include "extract/claim/pairing.h"
#include "extract/claim/party.h"
#include "extract/claim/role.h"
#include "extract/claim/stance.h"
#include "extract/claim/topic.h"
#include "extract/claim/whose.h"
#include "extract/date/date.h"
#include "extract/office/title.h"
#include "lexicon/counting.h"

#include <string.h>

enum {
    SPEAKER_REACH = 8,
    MAX_SET = 16,
    ELLIPSES = 2 /* clauses without a verb before a date, which share the one before them */
};

/* A small sorted set of strings. */
typedef struct {
    sls_str at[MAX_SET];
    size_t len;
} set;

static void set_add(set *s, sls_str v)
{
    size_t i = 0;

    if (v.len == 0 || s->len == MAX_SET)
        return;
    while (i < s->len && sls_str_cmp(s->at[i], v) < 0)
        i++;
    if (i < s->len && sls_str_eq(s->at[i], v))
        return;
    for (size_t k = s->len; k > i; k--)
        s->at[k] = s->at[k - 1];
    s->at[i] = v;
    s->len++;
}

/* The pieces with ';' between. */
static sls_status join(const sls_str *pieces, size_t count, sls_arena *arena, sls_str *out)
{
    size_t total = 0, n = 0;
    char *bytes;

    *out = (sls_str){ 0 };
    if (count == 0)
        return SLS_OK;
    for (size_t i = 0; i < count; i++)
        total += pieces[i].len + 1;
    bytes = sls_arena_alloc(arena, total);
    if (!bytes)
        return SLS_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        memcpy(bytes + n, pieces[i].ptr, pieces[i].len);
        n += pieces[i].len;
        bytes[n++] = ';';
    }
    *out = (sls_str){ bytes, n - 1 };
    return SLS_OK;
}

static sls_status set_join(const set *s, sls_arena *arena, sls_str *out)
{
    return join(s->at, s->len, arena, out);
}

/* Only function words stand before it: "Pada minggu ini, Korea Utara ..." */
bool sls_opens_sentence(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    for (size_t i = begin; i < first; i++)
        if (!(s->items->at[i].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL))))
            return false;
    return true;
}

/* In, at, di, ke: what follows is where. */
static bool is_locative(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_IN);
}

/*
 * Whether a country or a place is part of what something is called: Plaza Indonesia, Madura
 * United. A word with a capital that the lexicon does not know stands before it, or the last
 * word of a club or a firm behind it.
 */
static bool in_a_name(const sls_scene *s, size_t i)
{
    const sls_item *before = i > 0 ? &s->items->at[i - 1] : NULL;
    const sls_item *after = &s->items->at[i + 1];

    if (!(s->items->at[i].set &
          (SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_CAPITAL))))
        return false;
    return (after->shape & SLS_SHAPED(CAP) && sls_scene_tells(s, i + 1, SLS_T_TAIL)) ||
           (before && before->set == 0 &&
            (s->reading_of[i - 1] < 0 ||
             (sls_reading_is(&s->readings->at[s->reading_of[i - 1]], SLS_READ(NAME)) &&
              !(before->shape & SLS_SHAPED(CAPS)) && !sls_scene_is(s, i, SLS_C_PLACE))) &&
            before->shape & SLS_SHAPED(CAP) && !(before->shape & SLS_SHAPED(FIRST)));
}

/* "S 7190 US": letters of a plate are no country. */
static bool in_a_number(const sls_scene *s, size_t i)
{
    const int32_t r = s->reading_of[i];
    const uint32_t words = SLS_SHAPED(LOWER) | SLS_SHAPED(CAP) | SLS_SHAPED(CAPS);

    return r >= 0 && s->items->at[i].shape & SLS_SHAPED(CAPS) &&
           sls_reading_is(&s->readings->at[r], SLS_READ(IDENTIFIER)) &&
           i > s->readings->at[r].first && !(s->items->at[i - 1].shape & words);
}

/* Whether item `i` names, or is in the name of, another member of the list that a count is in. */
static bool is_of_another(const sls_scene *s, size_t i, const sls_paired *others)
{
    for (size_t k = 0; k < others->count; k++)
        if (others->at[k] == i ||
            (s->reading_of[i] >= 0 && s->reading_of[i] == s->reading_of[others->at[k]]))
            return true;
    return false;
}

/* Participants and places of the sentence around `at`. */
static sls_status participants(const sls_scene *s, size_t at, const sls_paired *others,
                               bool unnamed, sls_circumstances *out)
{
    const uint64_t named = SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_DEMONYM) |
                           SLS_BIT(SLS_C_CAPITAL) | SLS_BIT(SLS_C_BODY);
    const size_t end = sls_sentence_end(s->items, at);
    set entities, places;
    int32_t seen = -1;
    sls_status status;

    entities.len = places.len = 0;
    for (size_t i = sls_sentence_begin(s->items, at); i < end; i++) {
        const sls_item *item = &s->items->at[i];
        const int32_t r = s->reading_of[i];

        if (((r < 0) | (r == seen)) & !(item->set & named))
            continue; /* most items, and nothing foretells which of the two it is */
        if (is_of_another(s, i, others))
            continue;
        if (r >= 0 && r != seen && !unnamed) {
            const sls_person *known = sls_cast_person(s->cast, (size_t)r);

            seen = r;
            if (known) {
                set_add(&entities, known->name);
                set_add(&entities, known->country);
            }
        }
        if (!(item->set & named))
            continue;
        if (item->shape & SLS_SHAPED(LOWER) && item->set & SLS_BIT(SLS_C_PLACE))
            continue; /* "batu bara" is coal */
        if (in_a_name(s, i) || in_a_number(s, i) ||
            (i > 0 && sls_item_says(&s->items->at[i - 1], SLS_C_LITERAL, "named")))
            continue;
        if (r >= 0 && sls_scene_is(s, i, SLS_C_PLACE) && sls_scene_is_person(s, i) &&
            sls_scene_person(s, &s->readings->at[r]))
            continue; /* Sigit Danang Joyo */
        if (sls_scene_is(s, i, SLS_C_PLACE))
            set_add(&places, sls_scene_value(s, i, SLS_C_PLACE));
        else if (sls_scene_is(s, i, SLS_C_COUNTRY) || sls_scene_is(s, i, SLS_C_DEMONYM) ||
                 sls_scene_is(s, i, SLS_C_CAPITAL))
            set_add(i > 0 && is_locative(s, i - 1) ? &places : &entities, sls_scope_of(item));
        else if (sls_scene_is(s, i, SLS_C_BODY))
            set_add(&entities, sls_scene_value(s, i, SLS_C_BODY));
    }
    status = set_join(&entities, s->arena, &out->entities);
    return status == SLS_OK ? set_join(&places, s->arena, &out->place) : status;
}

/*
 * Who item `k` names as one that can speak: a person (of the cast, when `known`), an agency, a
 * body, a country; "" none.
 */
static sls_status voice_at(const sls_scene *s, size_t k, bool known, sls_str *out)
{
    const sls_reading *r = sls_scene_reading(s, k);

    *out = (sls_str){ 0 };
    if (sls_scene_is_person(s, k) && !(k > 0 && is_locative(s, k - 1)) &&
        !sls_scene_is(s, k, SLS_C_PLACE) &&
        (!known || sls_has(r, SLS_G_name) || sls_scene_person(s, r))) {
        *out = s->cast->whom[s->reading_of[k]].name;
        return SLS_OK;
    }
    /* "antara" is between, Antara the agency */
    if (sls_scene_is(s, k, SLS_C_AGENCY) && s->items->at[k].shape & SLS_SHAPED(CAP))
        return sls_fold_name(sls_scene_value(s, k, SLS_C_AGENCY), s->arena, out);
    if (sls_scene_is(s, k, SLS_C_BODY) || sls_scene_is(s, k, SLS_C_COUNTRY))
        *out = sls_scope_of(&s->items->at[k]);
    return SLS_OK;
}

/* Behind the word of saying at `i`, up to `reach` items and no farther than its clause. */
static sls_status speaker_behind(const sls_scene *s, size_t i, size_t reach, sls_str *out)
{
    const size_t end = sls_sentence_end(s->items, i);
    sls_status status = SLS_OK;

    *out = (sls_str){ 0 };
    for (size_t k = i + 1; k < end && k <= i + reach && !sls_ends_clause(s, k) && out->len == 0 &&
                           status == SLS_OK && !is_locative(s, k);
         k++)
        status = voice_at(s, k, false, out);
    return status;
}

/* Before it: the subject, over the commas of what is said of it, up to another verb of saying. */
static sls_status speaker_before(const sls_scene *s, size_t i, sls_str *out)
{
    const size_t begin = sls_sentence_begin(s->items, i);
    /* a comma at the verb closes an apposition, which the subject stands before */
    const bool apposed = i > begin && sls_ends_clause(s, i - 1);
    sls_status status = SLS_OK;

    *out = (sls_str){ 0 };
    for (size_t k = i; k-- > begin && k + 2 * SPEAKER_REACH >= i && out->len == 0 &&
                       status == SLS_OK && !sls_scene_is(s, k, SLS_C_SPEECH);) {
        if (sls_ends_clause(s, k) && !apposed)
            break;
        status = k > begin && is_locative(s, k - 1) ? SLS_OK : voice_at(s, k, true, out);
    }
    return status;
}

/* The person or body beside a word of saying. */
static sls_status speaker(const sls_scene *s, size_t at, sls_circumstances *out)
{
    const size_t begin = sls_sentence_begin(s->items, at), end = sls_sentence_end(s->items, at);
    const bool english = sls_scene_lang(s, at) == SLS_LANG_EN;
    sls_status status = SLS_OK;

    if (!sls_sentence_has(s->items, at, SLS_BIT(SLS_C_SPEECH)))
        return SLS_OK;
    /* who closes a quotation says what is said in it, by whomever */
    if (sls_sentence_tells(s->items, at, SLS_TRAIT(CLOSING)))
        for (size_t i = begin + 1; i < end && out->speaker.len == 0 && status == SLS_OK; i++)
            if (sls_scene_closes(s, i) && s->items->at[i - 1].symbol == '"')
                status = speaker_behind(s, i, SPEAKER_REACH, &out->speaker);
    for (size_t i = begin; i < end && out->speaker.len == 0 && status == SLS_OK; i++) {
        if (!sls_scene_is(s, i, SLS_C_SPEECH))
            continue;
        if (sls_scene_closes(s, i) || sls_scene_tells(s, i, SLS_T_SOURCE)) {
            status = speaker_behind(s, i, SPEAKER_REACH, &out->speaker);
            continue;
        }
        if (english && !(i > begin && sls_scene_is_person(s, i - 1)))
            status = speaker_behind(s, i, 1, &out->speaker); /* said John Doe */
        if (status == SLS_OK && out->speaker.len == 0)
            status = speaker_before(s, i, &out->speaker);
        if (status == SLS_OK && out->speaker.len == 0)
            status = speaker_behind(s, i, SPEAKER_REACH / 2, &out->speaker);
    }
    return status;
}

/* IDR, USD: a currency, with what it is paid for or without. */
static bool is_money(sls_str unit)
{
    return unit.len >= 3 && unit.ptr[0] >= 'A' && unit.ptr[0] <= 'Z' && unit.ptr[1] >= 'A' &&
           unit.ptr[1] <= 'Z';
}

/* What the sentence around `at` gives all its claims, which come one after another. */
static sls_status surroundings(const sls_scene *s, size_t at, sls_circumstances *out)
{
    sls_surroundings *kept = s->around;
    const size_t begin = sls_sentence_begin(s->items, at), end = sls_sentence_end(s->items, at);

    if (kept->end != end || kept->begin != begin) {
        const sls_paired nobody = { .count = 0 };
        sls_status status = participants(s, at, &nobody, false, out);

        if (status == SLS_OK)
            status = sls_context_of(s, begin, end, &out->context);
        if (status == SLS_OK)
            status = speaker(s, at, out);
        if (status != SLS_OK)
            return status;
        kept->begin = begin;
        kept->end = end;
        kept->entities = out->entities;
        kept->place = out->place;
        kept->context = out->context;
        kept->speaker = out->speaker;
    }
    out->entities = kept->entities;
    out->place = kept->place;
    out->context = kept->context;
    out->speaker = kept->speaker;
    return SLS_OK;
}

/* "tidak hadir dalam rapat, Rabu (12/2/2025)": a date alone behind a comma is of what is before. */
static bool is_appended(const sls_scene *s, sls_span clause, size_t first, size_t last)
{
    const bool ends = clause.to == last + 1 || (clause.to == last + 2 && /* its full stop */
                                                s->items->at[last + 1].symbol < SLS_SYMBOL_WORDS);

    return ends && s->reading_of[first] >= 0 &&
           sls_reads_date(&s->readings->at[s->reading_of[first]]) && clause.from == first &&
           clause.from >= sls_sentence_begin(s->items, first) + 2 &&
           s->items->at[first - 1].symbol == ',';
}

/* The stance of the clause; an adverbial that opens the sentence is told of the clause behind it.
 */
static sls_status stance(const sls_scene *s, size_t first, size_t last, sls_circumstances *out)
{
    const uint64_t telling = SLS_BIT(SLS_C_STANCE) | SLS_BIT(SLS_C_NEGATION);
    sls_span c;

    if (!sls_sentence_has(s->items, first, telling))
        return SLS_OK;
    c = sls_clause_of(s, first, last);
    if (is_appended(s, c, first, last))
        c = sls_clause_of(s, c.from - 2, c.from - 2);
    if (sls_opens_sentence(s, first) && c.to < sls_sentence_end(s->items, last))
        c.to = sls_clause_of(s, c.to + 1, c.to + 1).to;
    return sls_stance_of(s, c.from, c.to, &out->stance);
}

/*
 * "seluas 2 hektare, tempat pengunjung bisa berendam", "bisa dijadikan tas dengan berat 700 gram":
 * so large it is, whatever the event at item `event` tells.
 */
static bool is_apart(const sls_scene *s, size_t event, size_t first, size_t last)
{
    if (event == SIZE_MAX || event > last)
        return event != SIZE_MAX;
    if (event + 2 < first && sls_item_says(&s->items->at[first - 1], SLS_C_VOICE, "describes"))
        return true; /* "akan mengunduh film berdurasi dua jam" */
    for (size_t i = event + 1; i < first; i++)
        if (s->reading_of[i] < 0 && sls_item_says(&s->items->at[i], SLS_C_LITERAL, "with"))
            return true;
    return false;
}

/* "akan tampil setelah dalam tiga laga gagal menang": what was before is no plan. */
static bool is_before_after(const sls_scene *s, size_t event, size_t first)
{
    for (size_t i = event; i < first; i++)
        if (sls_scene_clausal(s, i, SLS_T_AFTER))
            return true;
    return false;
}

sls_status sls_circumstances_of(const sls_scene *scene, size_t first, size_t last,
                                const sls_str *unit, sls_circumstances *out)
{
    sls_topic topic;

    sls_topic_of(scene, first, last, unit, &topic);
    const bool own = unit && sls_whose_noun(scene, first, *unit);
    if (own) {
        topic.event = SIZE_MAX;
        topic.name = topic.object = (sls_str){ 0 };
    }
    *out = (sls_circumstances){ .state = SLS_ASSERTED,
                                .event = topic.name,
                                .object = topic.object,
                                .ordinal = topic.ordinal,
                                .titled = topic.titled,
                                .said = topic.saying ||
                                        (topic.event != SIZE_MAX &&
                                         sls_scene_is(scene, topic.event, SLS_C_SPEECH)),
                                .background = topic.background };
    /* the age at which somebody died is said of the dying */
    const bool measure = unit && sls_unit_is_measure(*unit);
    const bool told = measure && topic.event < topic.head &&
                      topic.event + 2 >= topic.head; /* "bertambah 0,25 persen ditutup" */
    if (unit && topic.attribute.len == 0 && !told && !own)
        out->role = sls_role_of(scene, first, last, *unit);
    if (out->role.len > 0 && sls_event_of_term(scene, first, last) != SIZE_MAX)
        out->role = (sls_str){ 0 }; /* "15 years in prison for stealing": they were not stolen */
    out->attribute = topic.attribute;
    if (unit && out->role.len == 0 && !measure && sls_role_is_of_the_living(out->event)) {
        /* a killing that the counted neither did nor suffered, by the words between */
        out->event = out->object = (sls_str){ 0 };
    }
    if (unit && out->role.len == 0 && sls_role_is_whole(scene, first, last))
        out->event = out->object = (sls_str){ 0 }; /* it befell the part */
    if (unit && out->role.len == 0 && out->attribute.len == 0 && out->event.len == 0)
        out->attribute = sls_headcount_of(scene, first, last, *unit);
    const bool measured = (topic.attribute.len > 0 && is_apart(scene, topic.event, first, last)) ||
                          (out->role.len > 0 && is_before_after(scene, topic.event, first));

    if (!topic.saying && (!topic.titled || topic.event != SIZE_MAX)) {
        const sls_mood mood = sls_mood_of(scene, measured ? SIZE_MAX : topic.event, first, last,
                                          unit && !measure && !is_money(*unit));

        const bool estimate = mood.state == SLS_PLANNED && unit &&
                              (topic.attribute.len > 0 || is_money(*unit)) &&
                              sls_mood_estimates(scene, first);

        out->loose = mood.loose && !unit;
        out->state = unit && (mood.loose || estimate) ? SLS_ASSERTED : mood.state;
    }
    sls_status status = surroundings(scene, first, out);
    sls_paired others = { .count = 0 };

    const bool unnamed = unit && sls_whose_age_is_unnamed(scene, first, last);

    if (sls_whose_nobody_named(scene, topic.event))
        out->entities = (sls_str){ 0 };
    if (unit)
        sls_paired_others(scene, first, last, &others);
    if (status == SLS_OK && (others.count > 0 || unnamed))
        status = participants(scene, first, &others, unnamed, out);
    if (status == SLS_OK && topic.event != SIZE_MAX) {
        sls_parties parties;

        status = sls_parties_of(scene, topic.event, &parties);
        out->agent = parties.agent;
        out->patient = parties.patient;
    }
    return status == SLS_OK ? stance(scene, first, last, out) : status;
}

/* Whether an event or a word of saying stands among items from..to, `to` exclusive. */
static bool tells(const sls_scene *s, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (sls_scene_is(s, i, SLS_C_EVENT) || sls_scene_is(s, i, SLS_C_SPEECH))
            return true;
    return false;
}

/* "akan memeriksa 5 orang yang telah ditangkap pada Senin": where what is over by now begins. */
static size_t done_from(const sls_scene *scene, size_t from, size_t first)
{
    for (size_t i = first; i-- > from + 1;)
        if (sls_item_says(&scene->items->at[i], SLS_C_STANCE, "done+") &&
            sls_scene_tells(scene, i - 1, SLS_T_THAT))
            return i;
    return from;
}

/* Words of the future before the value; behind it only when it opens its sentence. */
bool sls_clause_ahead(const sls_scene *scene, size_t first, size_t last)
{
    sls_span look;

    if (sls_scene_is_clausal(scene, last + 1, "later"))
        return true; /* "tanggal 13 nanti" */
    if (!sls_sentence_tells(scene->items, first, SLS_TRAIT(PLANNED)))
        return false;
    look = sls_clause_of(scene, first, last);
    if (sls_opens_sentence(scene, first))
        look.to = sls_sentence_end(scene->items, last);
    else
        look.to = first;
    /* "akan digelar, Juni"; "will send 18 tanks, and Norway eight, by the end of March" */
    for (int n = 0; n < ELLIPSES && look.from > sls_sentence_begin(scene->items, first) + 2 &&
                    scene->items->at[look.from - 1].symbol == ',' &&
                    !tells(scene, look.from, first) && !sls_scene_is(scene, first, SLS_C_WEEKDAY);
         n++)
        look.from = sls_clause_of(scene, look.from - 2, look.from - 2).from;
    for (size_t i = done_from(scene, look.from, first); i < look.to; i++) {
        if (sls_scene_is(scene, i, SLS_C_EVENT) || sls_scene_is(scene, i, SLS_C_SPEECH)) {
            if (i > last)
                break; /* told as done: "Pada Selasa, Putin berjanji ..." */
            continue;
        }
        if (scene->reading_of[i] < 0 && /* "may" and May */
            sls_scene_tells(scene, i, SLS_T_PLANNED) && !sls_mood_asks(scene, i + 1, first))
            return true;
    }
    return false;
}
