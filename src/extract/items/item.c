#include "extract/items/item.h"

#include "base/map.h"
#include "extract/items/digits.h"
#include "extract/items/named.h"
#include "extract/items/number.h"
#include "extract/items/tape.h"

#define C(name) SLS_BIT(SLS_C_##name)

typedef struct {
    const sls_document *document;
    sls_item *at; /* room for as many items as there are tokens and sentences */
    uint16_t *tape;
    sls_ahead *ahead;
    size_t count;
    const sls_tape_table *table; /* of the current sentence's language */
    const sls_form *forms;
    size_t limit; /* token behind the current sentence */
    sls_lang lang;
    uint16_t sentence;
    bool money; /* the item before is a currency */
    bool paid;  /* the item before is a number behind a currency: "$5" */
} builder;

/* The shapes of a word with the senses `set`, in a form of so many tokens; 0: in none. */
static inline uint32_t word_shapes(const sls_token *t, uint64_t set, size_t tokens)
{
    uint32_t shape;

    if (!(t->flags & SLS_TOKEN_WORD))
        return 0;
    if (!(t->flags & SLS_TOKEN_CAP))
        return SLS_SHAPED(LOWER);
    shape = SLS_SHAPED(CAP);
    if (t->flags & SLS_TOKEN_ALLCAPS)
        shape |= SLS_SHAPED(CAPS);
    else if (t->end - t->start == 1 && tokens <= 2) /* "R&D", "S.Sos" are none */
        shape |= SLS_SHAPED(INITIAL);
    if (sls_named(set, tokens, t->flags & SLS_TOKEN_ALLCAPS))
        shape |= SLS_SHAPED(NAME);
    return shape;
}

static inline uint16_t punct_symbol(const builder *b, size_t i)
{
    const sls_tokens *t = &b->document->tokens;
    const unsigned char c = (unsigned char)t->folded->text.ptr[t->at[i].start];

    if (c >= 127 || t->at[i].end - t->at[i].start != 1)
        return SLS_SYMBOL_OPAQUE;
    if (c == '-' && !(t->at[i].flags & SLS_TOKEN_GLUED && i + 1 < b->limit &&
                      t->at[i + 1].flags & SLS_TOKEN_GLUED))
        return SLS_SYMBOL_DASH;
    return c;
}

/*
 * The form, unless it is a currency whose sign belongs to what follows: "a $ 1 billion deal"
 * has no Australian dollars, "S $ 5" no Singaporean ones.
 */
static const sls_form *settle_currency(const builder *b, size_t i, const sls_form *form)
{
    const sls_token *t = b->document->tokens.at;

    if (form && form->tokens > 1 && sls_form_is(form, SLS_C_CURRENCY) &&
        !(t[i + 1].flags & SLS_TOKEN_GLUED)) {
        const sls_str first = sls_token_text(&b->document->tokens, i);

        if (sls_str_eq(first, SLS_STR("a")) || sls_str_eq(first, SLS_STR("s")))
            return NULL;
    }
    return form;
}

/*
 * "4 oz." at a sentence's end: the unit, not the abbreviation with its stop; in "a .5 share" the
 * point belongs to the number.
 */
static const sls_form *settle_abbreviation(const builder *b, size_t i, const sls_form *form)
{
    const sls_token *t = &b->document->tokens.at[i];
    const sls_form *bare;

    if (!form || form->set != C(ABBREVIATION) || form->tokens != 2)
        return form;
    if (i + 2 < b->limit && !(t[1].flags & SLS_TOKEN_GLUED) && t[1].flags & SLS_TOKEN_PUNCT &&
        t[2].flags & SLS_TOKEN_GLUED && t[2].flags & SLS_TOKEN_DIGITS)
        return sls_lexicon_word(b->lang, &b->document->tokens, i);
    if (i == 0 || !(t[-1].flags & SLS_TOKEN_DIGITS))
        return form;
    bare = sls_lexicon_word(b->lang, &b->document->tokens, i);
    return sls_form_is(bare, SLS_C_UNIT) ? bare : form;
}

/* "12 ft 2 in", "in 3 days": a power stands glued to its unit (m2). */
static const sls_form *settle_power(const builder *b, size_t i, const sls_form *form)
{
    const sls_token *t = &b->document->tokens.at[i];

    if (!form || form->tokens != 2 || !sls_form_is(form, SLS_C_UNIT) ||
        !(t[1].flags & SLS_TOKEN_DIGITS) || t[1].flags & SLS_TOKEN_GLUED)
        return form;
    return sls_lexicon_word(b->lang, &b->document->tokens, i);
}

/* The same form without the senses that ask for capitals, which the unit is among, or NULL. */
static const sls_form *without_capitals(const builder *b, const sls_form *form)
{
    size_t count;
    const sls_form *all = sls_lexicon_forms(b->lang, &count), *next = form + 1;

    return next < all + count && sls_str_eq(sls_form_text(next), sls_form_text(form)) &&
                   !sls_form_is(next, SLS_C_UNIT)
               ? next
               : NULL;
}

/*
 * "12V", "150 W", but "Henry V", "601 W. Main": one capital is a unit behind digits only, and
 * apart from them only before no name.
 */
static const sls_form *settle_letter(const builder *b, size_t i, const sls_form *form)
{
    const sls_token *t = &b->document->tokens.at[i];
    const bool last = i + 1 >= b->limit;

    if (!form || form->len != 1 || b->lang != SLS_LANG_EN || !sls_form_is(form, SLS_C_UNIT) ||
        form->set & ~(C(UNIT) | C(ROMAN)) || !(t->flags & SLS_TOKEN_CAP))
        return form;
    if (i == 0 || !(t[-1].flags & SLS_TOKEN_DIGITS))
        return without_capitals(b, form);
    if (t->flags & SLS_TOKEN_GLUED)
        return !last && t[1].flags & SLS_TOKEN_GLUED && t[1].flags & SLS_TOKEN_DIGITS
                   ? without_capitals(b, form)
                   : form;
    if (last)
        return form;
    return t[1].flags & SLS_TOKEN_CAP ||
                   (i + 2 < b->limit && b->document->tokens.folded->text.ptr[t[1].start] == '.')
               ? without_capitals(b, form)
               : form;
}

/* "above 10 and below 20": the hedge of what follows; "18 and over" has nothing behind it. */
static const sls_form *settle_hedge(const builder *b, size_t i, const sls_form *form)
{
    if (!form || form->set != C(HEDGEAFTER) || form->tokens != 2 || i + 2 >= b->limit ||
        !(b->document->tokens.at[i + 2].flags & SLS_TOKEN_DIGITS ||
          sls_form_is(sls_lexicon_at(b->lang, &b->document->tokens, i + 2), SLS_C_NUMBER)))
        return form;
    return sls_lexicon_form(b->lang, sls_token_text(&b->document->tokens, i));
}

/* "is a mile", "was a tenth of": the article belongs to the number or the unit behind it. */
static const sls_form *settle_article(const builder *b, size_t i, const sls_form *form)
{
    const sls_tokens *t = &b->document->tokens;
    const sls_form *article, *unit;

    if (!form || b->lang != SLS_LANG_EN || !sls_form_is(form, SLS_C_APPOSITION) ||
        form->tokens != 2 || i + 2 >= b->limit)
        return form;
    article = sls_lexicon_at(b->lang, t, i + 1);
    unit = sls_lexicon_at(b->lang, t, i + 2);
    if (!(article && article->tokens > 1 &&
          article->set & (C(NUMBER) | C(FRACTION) | C(MAGNITUDE))) &&
        !(unit && unit->set & C(UNIT) && !(unit->set & ~(C(UNIT) | C(DATEWORD) | C(DURATION)))))
        return form;
    return sls_lexicon_form(b->lang, sls_token_text(t, i));
}

static const sls_form *settle_unit(const builder *b, size_t i, const sls_form *form)
{
    return settle_letter(b, i, settle_power(b, i, settle_abbreviation(b, i, form)));
}

/* "9/11" of "Selasa (9/11/2021)", and of "Rabu (9/11)": a day, that is no name. */
static bool is_of_date(const builder *b, size_t i, const sls_form *form)
{
    const sls_tokens *t = &b->document->tokens;
    const size_t next = i + form->tokens;

    if (!(t->at[i].flags & SLS_TOKEN_DIGITS))
        return false;
    if (next + 1 < b->limit && sls_str_eq(sls_token_text(t, next), SLS_STR("/")) &&
        t->at[next + 1].flags & SLS_TOKEN_DIGITS)
        return true;
    return form->tokens == 3 && i > 1 && next < b->limit &&
           sls_str_eq(sls_token_text(t, i - 1), SLS_STR("(")) &&
           sls_str_eq(sls_token_text(t, next), SLS_STR(")")) &&
           sls_form_is(sls_lexicon_at(b->lang, t, i - 2), SLS_C_WEEKDAY);
}

/* "5G" and "3M" are names when glued; "5 g" is a mass, "Rp 3M" and "3 m" amounts. */
static const sls_form *settle_idiom(const builder *b, size_t i, const sls_form *form)
{
    const sls_token *t = b->document->tokens.at;

    if (sls_form_is(form, SLS_C_IDIOM) && form->tokens > 2 && is_of_date(b, i, form))
        return NULL;
    if (!sls_form_is(form, SLS_C_IDIOM) || form->tokens != 2 || !(t[i].flags & SLS_TOKEN_DIGITS) ||
        t[i + 1].end - t[i + 1].start != 1)
        return form;
    return b->money || !(t[i + 1].flags & SLS_TOKEN_GLUED) ? NULL : form;
}

/* "31T12:00": the T of ISO 8601 is no scale. */
static void drop_time_mark(const builder *b, size_t i, sls_item *item)
{
    const sls_tokens *t = &b->document->tokens;
    const size_t last = item->last;

    if (last == i + 1 && last + 1 < b->limit && t->at[last + 1].flags & SLS_TOKEN_DIGITS &&
        t->at[last + 1].flags & SLS_TOKEN_GLUED &&
        sls_str_eq(sls_token_text(t, last), SLS_STR("t")) &&
        sls_decimal_read(sls_token_text(t, i), &item->value) == SLS_OK) {
        item->last = (uint32_t)i;
        item->shape = SLS_SHAPED(NUM) | SLS_SHAPED(WHOLE) | SLS_SHAPED(PLAIN) | SLS_SHAPED(DAY) |
                      SLS_SHAPED(TWO);
    }
}

/* Whether a number begins at `i`, where the lexicon knows `form`. */
static bool number_item(const builder *b, size_t i, const sls_form *form, sls_item *item)
{
    if (!sls_number_may_begin(&b->document->tokens, i, form))
        return false;
    if (sls_form_is(form, SLS_C_IDIOM) || !sls_number_at(b->document, i, b->money, item))
        return false;
    drop_time_mark(b, i, item);
    /* a longer form that is not a number wins: "dua pertiga", "38 north" */
    return !form || item->last + 1 >= i + form->tokens;
}

/* The senses of words that a number may begin with: sls_number_may_begin. */
static const uint64_t NUMERIC = C(NUMBER) | C(FRACTION) | C(ORDINAL);

/* A form of a text; what it is, is told by its sort, as its own row is seldom in the cache. */
typedef struct {
    const sls_form *form; /* or NULL */
    const sls_tape_sort *sort;
    uint32_t tokens; /* 0 without a form */
} found;

static found found_of(const builder *b, uint32_t number, uint32_t tokens)
{
    return (found){ number ? &b->forms[number - 1] : NULL, sls_sort_of(b->table, number),
                    number ? tokens : 0 };
}

/* The form at token `i`, within its sentence. */
static found form_at(const builder *b, size_t i)
{
    uint32_t length = 0;
    uint32_t number = sls_lexicon_number_at(b->lang, &b->document->tokens, i, &length);
    const found first = found_of(b, i + length > b->limit ? 0 : number, length);
    const sls_form *form = first.form;

    if (!form || !(first.sort->set & SLS_SETTLED || first.tokens == 2))
        return first;
    form = settle_unit(b, i, settle_currency(b, i, settle_idiom(b, i, form)));
    form = settle_article(b, i, settle_hedge(b, i, form));
    form = sls_settle_stop(b->lang, &b->document->tokens, i, b->limit, form);
    if (form == first.form)
        return first;
    number = form ? (uint32_t)(form - b->forms) + 1 : 0;
    return found_of(b, number, form ? form->tokens : 0);
}

/* The item that token `i` is by itself, of which nothing else is known. */
static inline sls_item item_of(const builder *b, size_t i, uint16_t symbol)
{
    const sls_token *token = &b->document->tokens.at[i];

    return (sls_item){ .first = (uint32_t)i,
                       .last = (uint32_t)i,
                       .symbol = symbol,
                       .sentence = b->sentence,
                       .start = token->start,
                       .end = token->end };
}

/* A word that is an item of its own whatever stands around it, which most of a text is. */
static inline void add_word(builder *b, size_t i, const sls_word_first *word,
                            const sls_tape_sort *sort)
{
    const sls_form *form = word->form ? &b->forms[word->form - 1] : NULL;
    const sls_token *token = &b->document->tokens.at[i];
    const uint32_t shape = word_shapes(token, sort->set, form != NULL);

    b->at[b->count++] = (sls_item){ .first = (uint32_t)i,
                                    .last = (uint32_t)i,
                                    .set = sort->set,
                                    .shape = shape,
                                    .traits = sort->traits,
                                    .form = form,
                                    .symbol = sort->symbol[sls_look_of(shape)],
                                    .sentence = b->sentence,
                                    .start = token->start,
                                    .end = token->end };
    b->money = b->paid && sort->set & C(TO); /* $5 to 10m */
    b->paid = false;
}

static bool ranges(uint16_t symbol)
{
    return symbol == '-' || symbol == SLS_SYMBOL_DASH;
}

/* A mark that is an item of its own: of no form, and no number begins with it. */
static void add_mark(builder *b, size_t i)
{
    b->at[b->count++] = item_of(b, i, punct_symbol(b, i));
    b->money = b->paid && ranges(b->at[b->count - 1].symbol); /* $5-10m */
    b->paid = false;
}

/* Anything else that begins at token `i`. */
static void add_other(builder *b, size_t i)
{
    const sls_token *token = &b->document->tokens.at[i];
    const sls_item blank = item_of(b, i, 0);
    sls_item *item = &b->at[b->count++];
    const found f = form_at(b, i);

    *item = blank;
    if ((!(token->flags & SLS_TOKEN_WORD) || f.sort->set & NUMERIC) &&
        number_item(b, i, f.form, item)) {
        b->paid = b->money;
        b->money = false;
        item->symbol = sls_tape_symbol(b->table, b->forms, item);
        item->start = token->start;
        item->end = b->document->tokens.at[item->last].end;
        return;
    }
    *item = blank;
    item->form = f.form;
    item->set = f.sort->set;
    item->traits = f.sort->traits;
    item->shape = word_shapes(token, item->set, f.tokens);
    if (f.form)
        item->last = (uint32_t)i + f.tokens - 1;
    item->end = b->document->tokens.at[item->last].end;
    item->symbol = !f.form && token->flags & SLS_TOKEN_PUNCT
                       ? punct_symbol(b, i)
                       : f.sort->symbol[sls_look_of(item->shape)];
    b->money = item->set & C(CURRENCY) || (b->paid && (ranges(item->symbol) || item->set & C(TO)));
    b->paid = false;
}

/* The item that begins at token `i`; returns the token behind it. */
static inline size_t add_item(builder *b, size_t i)
{
    const sls_tokens *tokens = &b->document->tokens;
    const sls_token *token = &tokens->at[i];
    const sls_word_first *word = &sls_lexicon_words[token->word].first[b->lang];
    const unsigned way = b->table->way_of[token->word];

    if (b->document->masked[i]) {
        b->at[b->count++] = item_of(b, i, SLS_SYMBOL_OPAQUE);
        b->money = b->paid = false;
        return i + 1;
    }
    if (!(way & SLS_WAY_ASKS) &&
        !(way & SLS_WAY_GOES && sls_lexicon_goes_on(word->follow, tokens, i + 1))) {
        if (token->flags & SLS_TOKEN_WORD) {
            add_word(b, i, word, &b->table->sorts[way & SLS_WAY_SORT]);
            return i + 1;
        }
        if (!word->form && !sls_number_may_begin(tokens, i, NULL)) {
            add_mark(b, i);
            return i + 1;
        }
    }
    add_other(b, i);
    return b->at[b->count - 1].last + 1u;
}

/* Senses whose words have a capital in running text too: they tell nothing of a headline. */
static const uint64_t PROPER = C(COUNTRY) | C(CAPITAL) | C(DEMONYM) | C(PLACE) | C(BODY) |
                               C(MONTH) | C(WEEKDAY) | C(GIVEN) | C(OUTLET) | C(AGENCY) |
                               C(OFFICE) | C(OFFICEMOD) | C(HONORIFIC) | C(CURRENCY) | C(ZONE) |
                               C(SURNAME);

/*
 * Whether a sentence is a headline with capitals throughout: most of the ordinary words
 * behind its first, which running text writes small, have one. A list of offices has as many
 * ("Menteri Koordinator Bidang Pangan"), but its verb is small, or it ends in a stop and has
 * no verb with a capital.
 */
static bool is_title_case(const sls_item *at, size_t count)
{
    const uint64_t verbs =
        C(EVENT) | C(SPEECH) | C(MODAL) | C(NEGATION) | C(SUCCESSION) | C(APPOSITION);
    const bool stopped = count > 0 && at[count - 1].symbol == '.';
    size_t small = 0, capital = 0;
    bool verb = false;

    for (size_t i = 1; i < count; i++) {
        const bool lower = at[i].shape & SLS_SHAPED(LOWER);
        const bool cap = at[i].shape & SLS_SHAPED(CAP);

        if (lower && at[i].set & verbs)
            return false;
        if (at[i].set & PROPER || (at[i].set & (C(STOP) | C(LITERAL)) && lower))
            continue; /* headlines write "di" and "dan" small as well */
        if (lower && stopped)
            return false;
        small += lower;
        capital += cap && at[i].form;
        verb = verb || (cap && at[i].set & verbs);
    }
    return capital >= 2 && capital > 2 * small && (verb || !stopped);
}

typedef struct {
    sls_items *items;
    const uint8_t *titles; /* per stretch: 1 for a headline */
    uint16_t *tape;
    sls_map seen;  /* the words of headlines that could be names, and whether one is */
    uint64_t bits; /* of those words, one each: most others have another */
} names;

enum { ASKED, NAMED };

static uint64_t word_bit(sls_str word)
{
    return SLS_BIT(((unsigned char)word.ptr[0] * 7u + word.len) & 63);
}

/* The first item of `from` to `end` that may be part of a name, or `end`. */
static inline size_t next_name(const sls_item *at, size_t from, size_t end)
{
    while (from < end && !(at[from].shape & SLS_SHAPED(NAME)))
        from++;
    return from;
}

/* The words of headlines, or those behind the first of other sentences that are among them. */
static sls_status ask_or_tell(names *n, bool title)
{
    const sls_item *at = n->items->at;

    for (size_t s = 0; s < n->items->stretch_count; s++) {
        const size_t begin = n->items->stretches[s].begin + !title;
        const size_t end = n->items->stretches[s].end;

        if (n->titles[s] != title)
            continue;
        for (size_t k = next_name(at, begin, end); k < end; k = next_name(at, k + 1, end)) {
            const sls_str word = sls_items_folded(n->items, k, k);

            n->bits |= title ? word_bit(word) : 0;
            if (!title && !(n->bits & word_bit(word) && sls_map_get(&n->seen, word) == ASKED))
                continue;
            const sls_status status = sls_map_set(&n->seen, word, title ? ASKED : NAMED);
            if (status != SLS_OK)
                return status;
        }
    }
    return SLS_OK;
}

/*
 * In a headline every word has a capital; there only words that are names in running text stay
 * names.
 */
static sls_status settle_names(names *n)
{
    const sls_items *items = n->items;
    sls_status status = ask_or_tell(n, true);

    if (status == SLS_OK && n->bits)
        status = ask_or_tell(n, false);
    for (size_t s = 0; s < items->stretch_count && status == SLS_OK; s++) {
        const sls_lang lang = (sls_lang)items->document->lang_of[s];
        const sls_form *forms = sls_lexicon_forms(lang, &(size_t){ 0 });

        for (size_t k = items->stretches[s].begin; n->titles[s] && k < items->stretches[s].end;
             k++) {
            sls_item *item = &items->at[k];

            if (!(item->shape & SLS_SHAPED(NAME)) ||
                sls_map_get(&n->seen, sls_items_folded(items, k, k)) == NAMED)
                continue;
            item->shape &= ~SLS_SHAPED(NAME);
            item->symbol = sls_tape_symbol(&sls_tape_tables[lang], forms, item);
            n->tape[k] = item->symbol;
        }
    }
    return status;
}

/*
 * The tape of the items from `begin` on, and what is ahead of each, up to the boundary behind the
 * last. Pointers and sums are kept at hand, as the compiler must take any store for one to them.
 */
static void look_ahead(const builder *b, size_t begin, sls_stretch *stretch)
{
    const sls_item *const at = b->at;
    uint16_t *const tape = b->tape;
    sls_ahead *const ahead = b->ahead;
    sls_ahead all = { 0, sls_looks_of(0, SLS_SYMBOL_BOUNDARY) };
    uint32_t traits = 0;

    tape[b->count] = SLS_SYMBOL_BOUNDARY;
    ahead[b->count] = all;
    for (size_t k = b->count; k-- > begin;) {
        all.set |= at[k].set;
        all.other |= sls_looks_of(at[k].shape, at[k].symbol);
        traits |= at[k].traits;
        ahead[k] = all;
        tape[k] = at[k].symbol;
    }
    stretch->set = all.set;
    stretch->traits = traits;
}

/* The items of sentence `s`, with the boundary behind it. Whether it is a headline. */
static bool add_sentence(builder *b, size_t s, sls_stretch *stretch)
{
    const sls_sentence sentence = b->document->sentences.at[s];
    const sls_lang lang = (sls_lang)b->document->lang_of[s];
    const size_t begin = b->count;

    b->limit = sentence.last + 1u;
    b->lang = lang;
    b->sentence = (uint16_t)(s < UINT16_MAX ? s : UINT16_MAX);
    b->money = b->paid = false;
    b->table = &sls_tape_tables[lang];
    b->forms = sls_lexicon_forms(lang, &(size_t){ 0 });
    *stretch = (sls_stretch){ .begin = (uint32_t)begin };
    for (size_t i = sentence.first; i < b->limit;)
        i = add_item(b, i);
    stretch->end = (uint32_t)b->count;
    look_ahead(b, begin, stretch);
    if (b->count > begin)
        b->at[begin].shape |= SLS_SHAPED(FIRST);
    b->at[b->count++] = item_of(b, sentence.last, SLS_SYMBOL_BOUNDARY);
    return is_title_case(b->at + begin, stretch->end - begin);
}

/*
 * Room for so many items, each in a cache line: with seven in eight across two of them, all of
 * extract took 3 % longer. NULL: out of memory.
 */
static sls_item *make_items(sls_arena *arena, size_t count)
{
    enum { LINE = 64 };
    char *const bytes = sls_arena_alloc(arena, count * sizeof(sls_item) + LINE);

    return bytes ? (sls_item *)(void *)(bytes + (LINE - (uintptr_t)bytes % LINE) % LINE) : NULL;
}

sls_status sls_itemise(const sls_document *document, sls_arena *arena, sls_items *out)
{
    const size_t sentences = document->sentences.count;
    const size_t room = document->tokens.count + sentences;
    builder b = { .document = document,
                  .at = make_items(arena, room),
                  .tape = sls_arena_alloc(arena, (room + SLS_SIEVE_DEPTH) * sizeof *b.tape),
                  .ahead = sls_arena_alloc(arena, room * sizeof *b.ahead) };
    sls_stretch *stretches = sls_arena_alloc(arena, (sentences + 1) * sizeof *stretches);
    uint8_t *titles = sls_arena_alloc(arena, sentences + 1);
    bool headline = false;
    names n = { .items = out, .titles = titles, .tape = b.tape };

    if (!b.at || !b.tape || !b.ahead || !stretches || !titles)
        return SLS_ENOMEM;
    for (size_t s = 0; s < sentences; s++)
        headline |= titles[s] = add_sentence(&b, s, &stretches[s]);
    for (size_t i = 0; i < SLS_SIEVE_DEPTH; i++)
        b.tape[b.count + i] = SLS_SYMBOL_BOUNDARY;
    *out = (sls_items){ .document = document,
                        .at = b.at,
                        .count = b.count,
                        .tape = b.tape,
                        .ahead = b.ahead,
                        .stretches = stretches,
                        .stretch_count = sentences };
    sls_map_init(&n.seen, arena);
    return headline ? settle_names(&n) : SLS_OK;
}

sls_str sls_items_origin(const sls_items *items, size_t first, size_t last)
{
    return sls_token_origin(&items->document->tokens, items->at[first].first, items->at[last].last);
}
