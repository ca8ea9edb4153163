/*
 * clause.h - what a value is said of: the event, the participants, the place, the time, who says
 * it.
 *
 * A clause reaches from one comma, stop or bracket to the next; readings keep
 * their own commas. A value takes its event from its clause, else from the one
 * behind it when it opens the sentence, else from the nearest; participants
 * from the sentence.
 */
#ifndef SLS_EXTRACT_CLAIM_CLAUSE_H
#define SLS_EXTRACT_CLAIM_CLAUSE_H

#include "extract/office/cast.h"

/*
 * First item of the sentence that item `i` lies in, and the boundary item behind it; no farther
 * away than SLS_SENTENCE_REACH items, which bounds the work on a text without stops.
 */
enum { SLS_SENTENCE_REACH = 160 };
static inline size_t sls_sentence_begin(const sls_items *items, size_t i)
{
    const size_t begin = sls_stretch_of(items, i)->begin;

    return begin + SLS_SENTENCE_REACH < i ? i - SLS_SENTENCE_REACH : begin;
}

static inline size_t sls_sentence_end(const sls_items *items, size_t i)
{
    const size_t end = sls_stretch_of(items, i)->end;

    return end > i + SLS_SENTENCE_REACH ? i + SLS_SENTENCE_REACH : end;
}

/* Whether an item of the sentence of item `i` has one of `concepts`, a set of bits. */
static inline bool sls_sentence_has(const sls_items *items, size_t i, uint64_t concepts)
{
    return (sls_stretch_of(items, i)->set & concepts) != 0;
}

typedef struct {
    size_t from, to; /* items, to exclusive */
} sls_span;

enum { SLS_CLAUSES_KEPT = 8 }; /* a power of two */

/* What was found last, since claims come one after another and ask alike. */
typedef struct {
    size_t begin, end; /* items of the sentence whose claims share these; end 0: none yet */
    sls_str entities, place, context, speaker;
    struct {
        size_t first, last; /* items of a value or an event that lies in ... */
        sls_span clause;    /* ... this clause; to 0: none yet */
    } in[SLS_CLAUSES_KEPT]; /* by the first item */
    struct {
        size_t first, last; /* items of the count */
        sls_str unit;       /* its unit; ptr NULL: none asked yet */
        sls_str role;
    } count;
} sls_surroundings;

typedef struct {
    const sls_items *items;
    const sls_readings *readings;
    const int32_t *reading_of; /* per item: its reading's index, or -1 */
    const sls_cast *cast;
    sls_surroundings *around;
    sls_arena *arena;
} sls_scene;

/* Reads a whole document: items, readings, cast. All in `arena`. SLS_OK or SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_scene_make(sls_reader *reader, const sls_document *document,
                                       sls_arena *arena, sls_scene *out);

/* Traits of verbs that are told of somebody; nouns of doing have neither. */
#define SLS_VOICES (SLS_TRAIT(ACTIVE) | SLS_TRAIT(PASSIVE))

/* The language of the sentence that item `i` stands in. */
static inline sls_lang sls_scene_lang(const sls_scene *s, size_t i)
{
    return (sls_lang)s->items->document->lang_of[s->items->at[i].sentence];
}

/* The reading that item `i` is part of, or NULL. */
static inline const sls_reading *sls_scene_reading(const sls_scene *s, size_t i)
{
    return s->reading_of[i] >= 0 ? &s->readings->at[s->reading_of[i]] : NULL;
}

/* Whether item `i` is part of a reading of one of `kinds`, a bit each: number, title ... */
static inline bool sls_scene_reads(const sls_scene *s, size_t i, uint32_t kinds)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && sls_reading_is(r, kinds);
}

static inline bool sls_scene_is(const sls_scene *s, size_t i, sls_concept concept)
{
    return (s->items->at[i].set >> concept & 1) != 0;
}

/* Whether item `i`, part of no reading, is the word of clauses that `what` names. */
static inline bool sls_scene_is_clausal(const sls_scene *s, size_t i, const char *what)
{
    return s->reading_of[i] < 0 && sls_item_says(&s->items->at[i], SLS_C_CLAUSE, what);
}

static inline sls_str sls_scene_value(const sls_scene *s, size_t i, sls_concept concept)
{
    return sls_scene_is(s, i, concept) ? sls_form_value(s->items->at[i].form, concept)
                                       : (sls_str){ 0 };
}

/* Whether item `i` means what the trait says. */
static inline bool sls_scene_tells(const sls_scene *s, size_t i, sls_trait trait)
{
    return (s->items->at[i].traits >> trait & 1) != 0;
}

/* ... and is no part of a reading: "that" of a clause, none of a name. */
static inline bool sls_scene_clausal(const sls_scene *s, size_t i, sls_trait trait)
{
    return sls_scene_tells(s, i, trait) && s->reading_of[i] < 0;
}

/* Whether an item of the sentence of item `i` has one of `traits`, a set of bits. */
static inline bool sls_sentence_tells(const sls_items *items, size_t i, uint32_t traits)
{
    return (sls_stretch_of(items, i)->traits & traits) != 0;
}

/* Whether verb `i` closes a quotation and has its speaker behind it: "ujar Basuki". */
static inline bool sls_scene_closes(const sls_scene *s, size_t i)
{
    return sls_scene_tells(s, i, SLS_T_CLOSING);
}

/* Whether item `i` is in a reading with a person's name. */
static inline bool sls_scene_is_person(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && (sls_reading_is(r, SLS_READ(NAME)) ||
                 (sls_reading_is(r, SLS_READ(TITLE)) && sls_has(r, SLS_G_name)));
}

/* The person of the cast whom reading `r` of the scene names, or NULL. */
static inline const sls_person *sls_scene_person(const sls_scene *scene, const sls_reading *r)
{
    return sls_cast_person(scene->cast, (size_t)(r - scene->readings->at));
}

/* Whether item `i` is in a reading that is more than a name of nobody. */
static inline bool sls_scene_is_read(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && (!sls_reading_is(r, SLS_READ(NAME)) ||
                 sls_cast_person(s->cast, (size_t)s->reading_of[i]) != NULL);
}

typedef struct {
    sls_str event;     /* id, "" when the clause names none */
    sls_str object;    /* treaty, satellite ... */
    sls_str role;      /* dead, injured ...: of a count */
    sls_str attribute; /* price, height ...: of what is measured */
    sls_str entities;  /* sorted, ';' between */
    sls_str place;
    sls_str speaker;
    sls_str ordinal;
    sls_str context;        /* content words, sorted, ';' between */
    sls_str agent, patient; /* who did it, whom it befell, see party.h */
    sls_str stance;         /* which way the clause speaks, see stance.h */
    sls_state state;
    bool inferred;
    bool said;       /* of a saying, or of what a word of saying tells: mengumumkan */
    bool loose;      /* planned only if ahead, see mood.h */
    bool titled;     /* a year that is part of a name: Piala Dunia 1986 */
    bool background; /* of an event that the sentence tells another by: sejak diluncurkan */
} sls_circumstances;

/*
 * Of the value at items first..last; of a count, `unit` is what it counts ("" bare), else it is
 * NULL. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_circumstances_of(const sls_scene *scene, size_t first, size_t last,
                                             const sls_str *unit, sls_circumstances *out);

/* The clause that items first..last lie in, with the word that opens it: karena, because. */
sls_span sls_clause_of(const sls_scene *scene, size_t first, size_t last);

/* Whether item `i` ends a clause: punctuation that no reading owns. */
bool sls_ends_clause(const sls_scene *scene, size_t i);

/* Whether only function words stand before item `first`: "Pada minggu ini, Korea Utara ..." */
bool sls_opens_sentence(const sls_scene *scene, size_t first);

/* Whether the clause of items first..last looks ahead: akan, berencana, will. */
bool sls_clause_ahead(const sls_scene *scene, size_t first, size_t last);

#endif
