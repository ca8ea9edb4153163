#include "text/sentence.h"

#include "base/vec.h"
#include "text/letter.h"

typedef struct {
    const sls_token *at;
    size_t count;
    const sls_tokens *tokens;
    sls_is_abbreviation *is_abbreviation;
    void *context;
    size_t quotes; /* '"' since the last line break: an odd one opens, an even one closes */
} splitter;

/* A run of stops with the closing marks after it. */
typedef struct {
    size_t first, after; /* tokens; `after` is the first that no longer belongs to it */
    size_t stops;        /* how many stops it begins with */
    bool quoted;         /* a closing quote is among the marks */
} ending;

static bool has(const splitter *s, size_t i, unsigned flags)
{
    return i < s->count && (s->at[i].flags & flags);
}

/* The punctuation mark that token `i` is, or 0: something else, or not ASCII. */
static char mark(const splitter *s, size_t i)
{
    if (!has(s, i, SLS_TOKEN_PUNCT) || s->at[i].end - s->at[i].start != 1)
        return 0;
    return s->tokens->folded->text.ptr[s->at[i].start];
}

static bool is_one_of(char c, const char *marks)
{
    for (; c && *marks; marks++)
        if (*marks == c)
            return true;
    return false;
}

static size_t width(const splitter *s, size_t i)
{
    return s->at[i].end - s->at[i].start;
}

/* "J", "U" in "U.S.", "m" in "p.m.". */
static bool is_letter(const splitter *s, size_t i)
{
    return has(s, i, SLS_TOKEN_WORD) && width(s, i) == 1;
}

static bool is_capital(const splitter *s, size_t i)
{
    if (!has(s, i, SLS_TOKEN_WORD) || has(s, i, SLS_TOKEN_CAP))
        return has(s, i, SLS_TOKEN_CAP);
    /* Scripts without case: all but a lower-case letter may begin a sentence. */
    const sls_str origin = sls_token_origin(s->tokens, i, i);
    int32_t c = 0;
    if (origin.len && (unsigned char)origin.ptr[0] >= 0x80)
        sls_letter_read((const unsigned char *)origin.ptr, origin.len, &c);
    return c && !sls_letter_is_lower(c);
}

/* A quote glued to a stop closes, unless none is open and a sentence is glued to it. */
static bool closes(const splitter *s, size_t i)
{
    const char c = mark(s, i);
    if (c == '"' && s->quotes % 2 == 0 && has(s, i + 1, SLS_TOKEN_GLUED) && is_capital(s, i + 1))
        return false;
    return is_one_of(c, "\"')]}");
}

static ending read_ending(const splitter *s, size_t first)
{
    ending e = { .first = first, .after = first + 1, .stops = 1 };

    for (; has(s, e.after, SLS_TOKEN_GLUED); e.after++) {
        if (is_one_of(mark(s, e.after), ".!?"))
            e.stops += e.after == first + e.stops;
        else if (closes(s, e.after))
            e.quoted |= mark(s, e.after) == '"' || mark(s, e.after) == '\'';
        else
            break;
    }
    return e;
}

/* Endings of domain names that pages write with a capital: "Kompas.Com", "Detik.Com". */
static bool is_domain(const splitter *s, size_t i)
{
    static const sls_str endings[] = { SLS_S("com"), SLS_S("co"),  SLS_S("id"),   SLS_S("net"),
                                       SLS_S("org"), SLS_S("tv"),  SLS_S("info"), SLS_S("news"),
                                       SLS_S("gov"), SLS_S("edu"), SLS_S("js") };
    const sls_str word = sls_token_text(s->tokens, i);

    for (size_t k = 0; k < sizeof endings / sizeof *endings; k++)
        if (sls_str_eq(word, endings[k]))
            return true;
    return false;
}

static bool is_abbreviation(const splitter *s, size_t i)
{
    return s->is_abbreviation && has(s, i, SLS_TOKEN_WORD) && s->is_abbreviation(s->context, i);
}

/* "selesai.Kim", with `next` the token glued to the ending. */
static bool ends_before_glued(const splitter *s, const ending *e, size_t next)
{
    const size_t last = e->first - 1;
    /* "10.WIB", "(19).A" */
    const bool named = has(s, next, SLS_TOKEN_ALLCAPS) || width(s, next) < 3;

    if (!is_capital(s, next) || is_domain(s, next))
        return false;
    if (e->stops > 1 || e->quoted || mark(s, e->first) != '.')
        return true;
    if (has(s, last, SLS_TOKEN_DIGITS) || is_one_of(mark(s, last), "\"')]") ||
        e->after > e->first + 1)
        return !named;
    return has(s, last, SLS_TOKEN_WORD) && !has(s, last, SLS_TOKEN_ALLCAPS) &&
           !is_letter(s, last) && !is_abbreviation(s, last);
}

/* Whether a sentence may begin at `i`, which white space precedes. */
static bool opens(const splitter *s, size_t i)
{
    const char c = mark(s, i);

    if (c == '"' || c == '\'') /* `datang. " kata` closes, with a space that is an error */
        return s->quotes % 2 == 0 || has(s, i + 1, SLS_TOKEN_GLUED);
    if (is_one_of(c, "([{-*<>|#@$+"))
        return is_capital(s, i + 1) || has(s, i + 1, SLS_TOKEN_DIGITS) || mark(s, i + 1) == '"';
    return is_capital(s, i) || has(s, i, SLS_TOKEN_DIGITS) || (has(s, i, SLS_TOKEN_PUNCT) && !c);
}

/* The stop belongs to the word or number before it: "No. 1718", "J. Smith", "1. Rusia". */
static bool is_part_of_word(const splitter *s, const ending *e)
{
    const size_t last = e->first - 1, next = e->after;

    if (is_letter(s, last))
        return has(s, last, SLS_TOKEN_CAP | SLS_TOKEN_SENTENCE) ||
               (has(s, last, SLS_TOKEN_GLUED) && mark(s, last - 1) == '.');
    if (has(s, last, SLS_TOKEN_DIGITS)) {
        if (has(s, last, SLS_TOKEN_SENTENCE) && width(s, last) <= 2)
            return true; /* an item's number */
        /* a number that the page broke: "Rp 200. 000" */
        return has(s, next, SLS_TOKEN_DIGITS) && width(s, next) == 3 && width(s, last) <= 3;
    }
    return is_abbreviation(s, last);
}

/* "46 . 8 million", "32 . 99 %": texts whose marks stand apart from the words. */
static bool is_parted_number(const splitter *s, const ending *e)
{
    return e->stops == 1 && has(s, e->first - 1, SLS_TOKEN_DIGITS) && width(s, e->first - 1) <= 3 &&
           has(s, e->after, SLS_TOKEN_DIGITS) && width(s, e->after) <= 3;
}

/* "(10/9/2019)., Ia pun": the comma of a page that joined two lines. */
static bool ends_before_comma(const splitter *s, const ending *e)
{
    const size_t next = e->after + 1, last = e->first - 1;

    return mark(s, e->after) == ',' && mark(s, e->first) == '.' && e->stops == 1 &&
           next < s->count && !has(s, next, SLS_TOKEN_GLUED) &&
           (is_capital(s, next) || mark(s, next) == '"') &&
           (has(s, last, SLS_TOKEN_PUNCT) ||
            (width(s, last) > 3 && !has(s, last, SLS_TOKEN_CAP) && !is_abbreviation(s, last)));
}

static bool ends_sentence(const splitter *s, const ending *e)
{
    const bool glued = has(s, e->first, SLS_TOKEN_GLUED);

    if (e->after >= s->count)
        return false;
    if (ends_before_comma(s, e))
        return true;
    if (has(s, e->after, SLS_TOKEN_GLUED)) {
        const size_t next = e->after + is_one_of(mark(s, e->after), "\"([");
        return glued && has(s, next, SLS_TOKEN_GLUED) && ends_before_glued(s, e, next);
    }
    if (!opens(s, e->after))
        return false;
    if (mark(s, e->first) != '.' || e->quoted)
        return true;
    if (e->stops > 2) /* an ellipsis that stands alone leaves words out: "Kim ... Putin" */
        return glued && !is_one_of(mark(s, e->first - 1), "([");
    return glued ? !is_part_of_word(s, e) : !is_parted_number(s, e);
}

typedef struct {
    sls_token *at;
    SLS_VEC(sls_sentence) list;
} opener;

/* Ends the last sentence before token `i`, and tells its tokens which they belong to. */
static void close_last(opener *o, size_t i)
{
    const size_t number = o->list.len - 1;
    sls_sentence *last = &o->list.at[number];

    last->last = (uint32_t)i - 1;
    for (size_t k = last->first; k < i; k++)
        o->at[k].sentence = (uint16_t)(number < UINT16_MAX ? number : UINT16_MAX);
}

static sls_status open_at(opener *o, size_t i, sls_arena *arena)
{
    sls_sentence *sentence;

    if (o->list.len > 0 && o->list.at[o->list.len - 1].first == i)
        return SLS_OK;
    if (o->list.len > 0)
        close_last(o, i);
    sentence = sls_vec_push(&o->list, arena);
    if (!sentence)
        return SLS_ENOMEM;
    *sentence = (sls_sentence){ .first = (uint32_t)i };
    o->at[i].flags |= SLS_TOKEN_SENTENCE;
    return SLS_OK;
}

/* Only marks end sentences, and words that begin a line are among them. */
sls_status sls_sentences(sls_tokens *tokens, sls_is_abbreviation *is_abbreviation_of, void *context,
                         sls_arena *arena, sls_sentences_list *out)
{
    splitter s = { tokens->at, tokens->count, tokens, is_abbreviation_of, context, 0 };
    opener o = { .at = tokens->at };
    size_t next = 0;   /* the token at which the next sentence is known to begin */
    size_t passed = 0; /* tokens before it belong to an ending already read */
    sls_status status = SLS_OK;

    for (size_t m = 0; m < tokens->mark_count && status == SLS_OK; m++) {
        const size_t i = tokens->marks[m];

        if (next <= i)
            status = open_at(&o, next, arena);
        next = next <= i ? SIZE_MAX : next;
        if (status == SLS_OK && tokens->at[i].flags & SLS_TOKEN_BREAK) {
            s.quotes = 0;
            status = open_at(&o, i, arena);
        }
        if (status != SLS_OK || !(tokens->at[i].flags & SLS_TOKEN_PUNCT))
            continue;

        const char c = mark(&s, i);
        if (i >= passed && is_one_of(c, ".!?")) {
            const ending e = read_ending(&s, i);
            passed = e.after;
            if (ends_sentence(&s, &e))
                next = e.after + (mark(&s, e.after) == ',');
        }
        s.quotes += c == '"';
    }
    if (status == SLS_OK && next < tokens->count)
        status = open_at(&o, next, arena);
    if (status == SLS_OK && o.list.len > 0)
        close_last(&o, tokens->count);
    *out = (sls_sentences_list){ o.list.at, o.list.len };
    return status;
}
