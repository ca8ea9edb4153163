#include "extract/grammar/tool/symbols.h"

#include "extract/grammar/tool/order.h"
#include "extract/items/named.h"

#include <stdlib.h>
#include <string.h>

#define S(name) SLS_SHAPED(name)

/* What a number can look like; each also with GLUED. */
static const uint32_t NUMBER_SHAPES[] = {
    S(NUM) | S(WHOLE) | S(PLAIN),
    S(NUM) | S(WHOLE) | S(PLAIN) | S(DAY),
    S(NUM) | S(WHOLE) | S(PLAIN) | S(DAY) | S(MONTHNUM),
    S(NUM) | S(WHOLE) | S(PLAIN) | S(DAY) | S(TWO),
    S(NUM) | S(WHOLE) | S(PLAIN) | S(DAY) | S(MONTHNUM) | S(TWO),
    S(NUM) | S(WHOLE) | S(PLAIN) | S(TWO),
    S(NUM) | S(WHOLE) | S(PLAIN) | S(YEAR),
    S(NUM) | S(WHOLE),
    S(NUM),
    S(NUM) | S(WHOLE) | S(CLOCKED),
    S(NUM) | S(CLOCKED),
    S(NUM) | S(WHOLE) | S(WORDS),
    S(NUM) | S(WORDS),
};

#define COUNT(a) (sizeof(a) / sizeof(a)[0])

/* A placeholder's name: a concept or a shape. */
static bool bit_of(sls_str name, sls_term *term)
{
    sls_concept concept;

    if (sls_concept_of(name, &concept) == SLS_OK) {
        term->set = SLS_BIT(concept);
        return true;
    }
#define X(name_, number, text)                                                                     \
    if (sls_str_eq(name, SLS_STR(text))) {                                                         \
        term->shape = UINT32_C(1) << (number);                                                     \
        return true;                                                                               \
    }
    SLS_SHAPES(X)
#undef X
    return false;
}

/* A term as it is written: operator (0 at the start), negation, name and value. */
typedef struct {
    char op;
    bool not ;
    sls_str name, value;
} written;

/* Cuts the next term off `*rest`. */
static bool next_term(sls_str *rest, written *t)
{
    size_t end = 0, equals;
    sls_str body;

    if (rest->len == 0)
        return false;
    t->op = 0;
    if (rest->ptr[0] == '&' || rest->ptr[0] == '|') {
        t->op = rest->ptr[0];
        *rest = sls_str_slice(*rest, 1, rest->len);
    }
    t->not = rest->len > 0 && rest->ptr[0] == '!';
    if (t->not )
        *rest = sls_str_slice(*rest, 1, rest->len);
    while (end < rest->len && rest->ptr[end] != '&' && rest->ptr[end] != '|')
        end++;
    body = sls_str_slice(*rest, 0, end);
    *rest = sls_str_slice(*rest, end, rest->len);
    equals = sls_str_find_byte(body, '=');
    t->name = sls_str_slice(body, 0, equals);
    t->value = equals == SIZE_MAX ? (sls_str){ 0 } : sls_str_slice(body, equals + 1, body.len);
    return true;
}

static size_t asked_index(const sls_symbols *s, sls_concept concept, sls_str value)
{
    size_t i = 0;

    while (i < s->asked_count &&
           !(s->asked[i].concept == concept && sls_str_eq(s->asked[i].value, value)))
        i++;
    return i;
}

static sls_status bad(const sls_pattern_row *row, sls_diag *diag, const char *why, sls_str what)
{
    return sls_diag_set(diag, SLS_EPATTERN, NULL, 0, "pattern '%.*s': %s '%.*s'", SLS_FMT(row->id),
                        why, SLS_FMT(what));
}

/* The index of the value that a term asks for, entered if it is new. */
static sls_status ask(sls_symbols *s, const sls_pattern_row *row, const written *w, sls_term *term,
                      sls_diag *diag)
{
    sls_concept concept;
    size_t i;

    if (sls_concept_of(w->name, &concept) != SLS_OK)
        return bad(row, diag, "a value is asked of what is no concept:", w->name);
    i = asked_index(s, concept, w->value);
    if (i == SLS_ASKED_MAX)
        return bad(row, diag, "too many different values are asked for at", w->value);
    if (i == s->asked_count) {
        s->asked[i].concept = concept;
        s->asked[i].value = w->value;
        s->asked_count++;
    }
    term->asked = (int16_t)i;
    return SLS_OK;
}

static bool is_special(sls_str text)
{
    return sls_str_eq(text, SLS_STR("dash")) || sls_str_eq(text, SLS_STR("hyphen"));
}

size_t sls_symbols_placeholder(const sls_symbols *s, sls_str text)
{
    size_t i = 0;

    while (i < s->placeholder_count && !sls_str_eq(s->placeholders[i].text, text))
        i++;
    return i;
}

static sls_status enter(sls_symbols *s, const sls_pattern_row *row, sls_str text, sls_arena *arena,
                        sls_diag *diag)
{
    sls_placeholder *p = &s->placeholders[s->placeholder_count];
    sls_str rest = text;
    written w;

    if (s->placeholder_count == SLS_PLACEHOLDER_MAX)
        return bad(row, diag, "too many different placeholders at", text);
    *p = (sls_placeholder){ .text = text };
    p->terms = sls_arena_calloc(arena, SLS_TERM_MAX, sizeof *p->terms);
    if (!p->terms)
        return SLS_ENOMEM;
    while (next_term(&rest, &w)) {
        sls_term *term = &p->terms[p->count];
        sls_status status = SLS_OK;

        if (p->count == SLS_TERM_MAX)
            return bad(row, diag, "too many terms in", text);
        *term = (sls_term){ .asked = -1, .op = w.op, .not = w.not };
        if (!bit_of(w.name, term))
            return bad(row, diag, "no concept or shape is called", w.name);
        if (w.value.len > 0)
            status = ask(s, row, &w, term, diag);
        if (status != SLS_OK)
            return status;
        p->count++;
    }
    s->placeholder_count++;
    return SLS_OK;
}

/* Every placeholder of a pattern; `rest` is its text, macros expanded. */
static sls_status collect_row(sls_symbols *s, const sls_pattern_row *row, sls_str rest,
                              sls_arena *arena, sls_diag *diag)
{
    sls_str name;
    sls_status status = SLS_OK;
    size_t open;

    while (status == SLS_OK && (open = sls_str_find_byte(rest, '%')) != SIZE_MAX) {
        rest = sls_str_slice(rest, open + 1, rest.len);
        name = sls_str_slice(rest, 0, sls_str_find_byte(rest, '%'));
        rest = sls_str_slice(rest, name.len + 1, rest.len);
        if (is_special(name))
            continue;
        if (sls_symbols_placeholder(s, name) == s->placeholder_count)
            status = enter(s, row, name, arena, diag);
        if (status == SLS_OK)
            s->placeholders[sls_symbols_placeholder(s, name)].uses++;
    }
    return status;
}

static sls_asked asked_by_form(const sls_symbols *s, const sls_form *form)
{
    sls_asked asked = { { 0 } };

    for (size_t i = 0; i < form->sense_count; i++) {
        const sls_sense *sense = &sls_form_senses(form)[i];
        size_t a = asked_index(s, (sls_concept)sense->concept, sls_sense_value(sense));

        if (a < s->asked_count)
            asked.bits[a / 64] |= SLS_BIT(a % 64);
    }
    return asked;
}

static bool same_key(const sls_symbol_key *a, const sls_symbol_key *b)
{
    return a->set == b->set && a->shape == b->shape &&
           memcmp(&a->asked, &b->asked, sizeof a->asked) == 0;
}

static size_t slot_of(const sls_symbols *s, sls_symbol_key key)
{
    uint64_t h = key.set ^ (key.shape * UINT64_C(0xc2b2ae3d27d4eb4f));
    size_t slot;

    for (size_t i = 0; i < sizeof key.asked.bits / sizeof key.asked.bits[0]; i++)
        h = (h ^ (h >> 29) ^ key.asked.bits[i]) * UINT64_C(0x9e3779b97f4a7c15);
    slot = (size_t)(h * UINT64_C(0xff51afd7ed558ccd) >> 40) & (s->table_size - 1);
    while (s->table[slot] != 0 && !same_key(&s->keys[s->table[slot] - 1], &key))
        slot = (slot + 1) & (s->table_size - 1);
    return slot;
}

static void add_key(sls_symbols *s, sls_symbol_key key)
{
    size_t slot = slot_of(s, key);

    if (s->table[slot] != 0)
        return;
    s->keys[s->key_count++] = key;
    s->table[slot] = (uint16_t)s->key_count;
}

static int by_key(const void *x, const void *y)
{
    const sls_symbol_key *a = x, *b = y;

    if (a->set != b->set)
        return a->set < b->set ? -1 : 1;
    if (a->shape != b->shape)
        return a->shape < b->shape ? -1 : 1;
    return memcmp(&a->asked, &b->asked, sizeof a->asked);
}

/* The distinct (concepts, asked) of all forms. */
static size_t form_keys(const sls_symbols *s, sls_symbol_key *out)
{
    size_t count = 0;

    for (size_t i = 0; i < s->form_count; i++)
        out[count++] = (sls_symbol_key){ .set = s->forms[i].set, .asked = s->asked_of[i] };
    qsort(out, count, sizeof *out, by_key);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || by_key(&out[kept - 1], &out[i]) != 0)
            out[kept++] = out[i];
    return kept;
}

/*
 * Whether a word of `form` can have a look at all: that of a name may be lost in a headline. What
 * no item can be needs no symbol, and classes without those have fewer ranges.
 */
static bool can_look(const sls_form *form, unsigned look)
{
    const sls_str text = sls_form_text(form);
    const size_t first = sls_str_find_byte(text, ' '), bytes = first < text.len ? first : text.len;
    const unsigned char c = (unsigned char)text.ptr[0];
    const uint32_t shape = sls_look_shapes(look);

    if (!shape)
        return c < 'a' || c > 'z'; /* of ASCII only its letters are sure to be words */
    if (c >= '0' && c <= '9')
        return false;
    if (shape & SLS_SHAPED(NAME) && !sls_named(form->set, form->tokens, shape & SLS_SHAPED(CAPS)))
        return false;
    return !(shape & SLS_SHAPED(INITIAL)) || (bytes == 1 && form->tokens <= 2);
}

static sls_status enumerate(sls_symbols *s, sls_arena *arena, sls_diag *diag)
{
    sls_symbol_key *base = sls_arena_calloc(arena, s->form_count + 1, sizeof *base);
    size_t bases, room;

    s->asked_of = sls_arena_calloc(arena, s->form_count + 1, sizeof *s->asked_of);
    if (!base || !s->asked_of)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s->form_count; i++)
        s->asked_of[i] = asked_by_form(s, &s->forms[i]);
    bases = form_keys(s, base);
    room = (bases + 1) * SLS_LOOKS + 2 * COUNT(NUMBER_SHAPES);
    if (room > UINT16_MAX - SLS_SYMBOL_WORDS)
        return sls_diag_set(diag, SLS_EPATTERN, NULL, 0,
                            "the lexicon has too many combinations of concepts: %zu", room);
    for (s->table_size = 64; s->table_size < 2 * room; s->table_size *= 2)
        ;
    s->keys = sls_arena_calloc(arena, room, sizeof *s->keys);
    s->table = sls_arena_calloc(arena, s->table_size, sizeof *s->table);
    if (!s->keys || !s->table)
        return SLS_ENOMEM;
    for (size_t i = 0; i < s->form_count; i++)
        for (unsigned k = 0; k < SLS_LOOKS; k++)
            if (can_look(&s->forms[i], k))
                add_key(s, (sls_symbol_key){ s->forms[i].set, sls_look_shapes(k), s->asked_of[i] });
    for (unsigned k = 1; k < SLS_LOOKS; k++) /* words that the lexicon does not know */
        add_key(s, (sls_symbol_key){ .shape = sls_look_shapes(k) });
    for (size_t k = 0; k < COUNT(NUMBER_SHAPES); k++) {
        add_key(s, (sls_symbol_key){ .shape = NUMBER_SHAPES[k] });
        add_key(s, (sls_symbol_key){ .shape = NUMBER_SHAPES[k] | S(GLUED) });
    }
    return SLS_OK;
}

static bool holds(const sls_placeholder *p, const sls_symbol_key *key)
{
    bool result = false;

    for (size_t i = 0; i < p->count; i++) {
        const sls_term *t = &p->terms[i];
        bool is = key->set & t->set || key->shape & t->shape;

        if (t->asked >= 0)
            is = is && (key->asked.bits[t->asked / 64] >> (t->asked % 64) & 1);
        is = is != t->not ;
        result = t->op == '&' ? result && is : t->op == '|' ? result || is : is;
    }
    return result;
}

static sls_signature signature_of(const sls_symbols *s, const sls_symbol_key *key)
{
    sls_signature signature = { { 0 } };

    for (size_t p = 0; p < s->placeholder_count; p++)
        if (holds(&s->placeholders[p], key))
            signature.bits[p / 64] |= SLS_BIT(p % 64);
    return signature;
}

typedef struct {
    sls_signature signature;
    sls_signature rank; /* see rank_of */
    uint32_t key;
} signed_key;

static int by_rank(const void *x, const void *y)
{
    const signed_key *a = x, *b = y;

    for (size_t i = 0; i < COUNT(a->rank.bits); i++)
        if (a->rank.bits[i] != b->rank.bits[i])
            return a->rank.bits[i] < b->rank.bits[i] ? -1 : 1;
    return a->key < b->key ? -1 : a->key > b->key;
}

static bool same_signature(const sls_signature *a, const sls_signature *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

/* The placeholders, those that patterns use most first. */
static void order_placeholders(const sls_symbols *s, uint16_t order[SLS_PLACEHOLDER_MAX])
{
    for (size_t i = 0; i < s->placeholder_count; i++) {
        size_t k = i;

        for (; k > 0 && s->placeholders[order[k - 1]].uses < s->placeholders[i].uses; k--)
            order[k] = order[k - 1];
        order[k] = (uint16_t)i;
    }
}

/*
 * Where a signature stands among all: as a Gray code whose first digit is the placeholder that
 * patterns use most. PCRE2 tries the ranges of a class one by one, and so the symbols of the
 * classes that are asked for most often become few ranges: those of %name% are 3, which were 121.
 */
static sls_signature rank_of(const sls_symbols *s, const uint16_t order[SLS_PLACEHOLDER_MAX],
                             const sls_signature *signature)
{
    sls_signature rank = { { 0 } };
    uint64_t digit = 0;

    for (size_t i = 0; i < s->placeholder_count; i++) {
        digit ^= signature->bits[order[i] / 64] >> (order[i] % 64) & 1;
        rank.bits[i / 64] |= digit << (63 - i % 64);
    }
    return rank;
}

/*
 * How common each symbol is in texts, by that of the forms that have it: Zipf's law. What no form
 * has, a number, a name, is commoner than all of them.
 */
static void weigh(const sls_symbols *s, uint64_t *weight)
{
    enum { FIRST = 20, OFTEN = 1 << 30 };

    for (size_t i = 0; i < s->form_count; i++)
        for (unsigned look = 1; look <= 5; look++) {
            const sls_item item = { .form = &s->forms[i],
                                    .set = s->forms[i].set,
                                    .shape = sls_look_shapes(look) };
            const uint16_t symbol = sls_symbol_of(s, &item);

            if (symbol >= SLS_SYMBOL_WORDS)
                weight[symbol - SLS_SYMBOL_WORDS] += OFTEN / (i + FIRST) / (look > 3 ? 8 : 1);
        }
    for (size_t k = 0; k < s->key_count; k++)
        if (!s->keys[k].set)
            weight[s->symbol_of_key[k] - SLS_SYMBOL_WORDS] += OFTEN;
}

/* Gives the symbols new numbers. */
static sls_status renumber(sls_symbols *s, sls_arena *arena)
{
    uint16_t *at = sls_arena_alloc(arena, s->count * sizeof *at);
    uint16_t *fresh = sls_arena_alloc(arena, s->count * sizeof *fresh);
    sls_signature *signatures = sls_arena_alloc(arena, s->count * sizeof *signatures);
    uint64_t *weight = sls_arena_calloc(arena, s->count + 1, sizeof *weight);
    sls_status status = at && fresh && signatures && weight ? SLS_OK : SLS_ENOMEM;

    if (status == SLS_OK) {
        weigh(s, weight);
        status = sls_order_symbols(s, weight, arena, at);
    }
    if (status != SLS_OK)
        return status;
    for (size_t i = 0; i < s->count; i++) {
        fresh[at[i]] = (uint16_t)i;
        signatures[i] = s->signatures[at[i]];
    }
    s->signatures = signatures;
    for (size_t k = 0; k < s->key_count; k++)
        s->symbol_of_key[k] =
            (uint16_t)(SLS_SYMBOL_WORDS + fresh[s->symbol_of_key[k] - SLS_SYMBOL_WORDS]);
    return SLS_OK;
}

/* Keys that no placeholder tells apart become one symbol; like symbols are neighbours. */
static sls_status merge(sls_symbols *s, sls_arena *arena)
{
    signed_key *keys = sls_arena_calloc(arena, s->key_count, sizeof *keys);
    uint16_t order[SLS_PLACEHOLDER_MAX];

    s->symbol_of_key = sls_arena_calloc(arena, s->key_count, sizeof *s->symbol_of_key);
    s->signatures = sls_arena_calloc(arena, s->key_count, sizeof *s->signatures);
    if (!keys || !s->symbol_of_key || !s->signatures)
        return SLS_ENOMEM;
    order_placeholders(s, order);
    for (size_t i = 0; i < s->key_count; i++) {
        keys[i] = (signed_key){ .signature = signature_of(s, &s->keys[i]), .key = (uint32_t)i };
        keys[i].rank = rank_of(s, order, &keys[i].signature);
    }
    qsort(keys, s->key_count, sizeof *keys, by_rank);
    for (size_t i = 0; i < s->key_count; i++) {
        if (s->count == 0 || !same_signature(&s->signatures[s->count - 1], &keys[i].signature))
            s->signatures[s->count++] = keys[i].signature;
        s->symbol_of_key[keys[i].key] = (uint16_t)(SLS_SYMBOL_WORDS + s->count - 1);
    }
    return renumber(s, arena);
}

sls_status sls_symbols_make(sls_lang lang, const sls_str texts[], sls_arena *arena,
                            sls_symbols *out, sls_diag *diag)
{
    size_t count;
    const sls_pattern_row *rows = sls_lexicon_patterns(lang, &count);
    sls_status status = SLS_OK;

    *out = (sls_symbols){ .lang = lang };
    out->forms = sls_lexicon_forms(lang, &out->form_count);
    for (size_t r = 0; r < count && status == SLS_OK; r++)
        status = collect_row(out, &rows[r], texts[r], arena, diag);
    if (status == SLS_OK)
        status = enumerate(out, arena, diag);
    return status == SLS_OK ? merge(out, arena) : status;
}

uint16_t sls_symbol_of(const sls_symbols *symbols, const sls_item *item)
{
    sls_symbol_key key = { .set = item->set, .shape = item->shape & ~S(FIRST) };
    uint16_t index;

    if (item->form)
        key.asked = symbols->asked_of[item->form - symbols->forms];
    index = symbols->table[slot_of(symbols, key)];
    return index ? symbols->symbol_of_key[index - 1] : SLS_SYMBOL_OPAQUE;
}

bool sls_symbols_means(const sls_symbols *s, size_t placeholder, size_t symbol)
{
    return (s->signatures[symbol].bits[placeholder / 64] >> (placeholder % 64) & 1) != 0;
}

size_t sls_symbols_class(const sls_symbols *s, size_t placeholder, uint16_t *out)
{
    static const char NEVER[] = "(?!)"; /* nothing is like this */
    size_t n = 0;

    out[n++] = '[';
    for (size_t i = 0; i < s->count; i++) {
        size_t end = i;

        if (!sls_symbols_means(s, placeholder, i))
            continue;
        while (end + 1 < s->count && sls_symbols_means(s, placeholder, end + 1))
            end++;
        out[n++] = (uint16_t)(SLS_SYMBOL_WORDS + i);
        if (end > i) {
            out[n++] = '-';
            out[n++] = (uint16_t)(SLS_SYMBOL_WORDS + end);
        }
        i = end;
    }
    if (n > 1) {
        out[n++] = ']';
    } else {
        for (n = 0; NEVER[n]; n++)
            out[n] = (uint16_t)NEVER[n];
    }
    return n;
}
