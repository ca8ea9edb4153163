#include "text/token.h"

#include "base/sixteen.h"
#include "text/letter.h"

#include <assert.h>

/* What a byte of folded text begins: a character that is not ASCII (High), Punctuation, a Space, a
 * line Break, a Digit, or a Letter. Control characters are white space: no page means them. */
enum { H, P, S, B, D, L };
enum { DELETE = 0x7f };

enum { SHORTEST_SEAMED = 5 }; /* bytes of a word in which a seam is looked for */

static const uint8_t class_of[256] = {
    S, S, S, S, S, S, S, S, S, S, B, S, S, S, S, S, /* 00 */
    S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, S, /* 10 */
    S, P, P, P, P, P, P, P, P, P, P, P, P, P, P, P, /* 20 */
    D, D, D, D, D, D, D, D, D, D, P, P, P, P, P, P, /* 30 */
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 40 */
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, P, /* 50 */
    P, L, L, L, L, L, L, L, L, L, L, L, L, L, L, L, /* 60 */
    L, L, L, L, L, L, L, L, L, L, L, P, P, P, P, S, /* 70 */
    H                                               /* to the end */
};

typedef struct {
    const sls_folded *folded;
    const unsigned char *text; /* folded, SLS_FOLD_PAD zero bytes after `len` */
    size_t len;
    sls_str origin;
    size_t step;     /* of folded->steps: the one that holds the last word; follows the scan */
    size_t step_end; /* folded byte at which the next step begins */
    ptrdiff_t shift; /* from a folded byte of the step to its origin */
    bool high;       /* whether the word being read has a character that is not ASCII */
} scanner;

typedef struct {
    sls_token *at;
    uint32_t *marks; /* room for as many */
    size_t cap;
} list;

/* Bytes of the letter at `at`, or 0 when there is no letter. */
static size_t letter_at(const scanner *s, size_t at)
{
    int32_t c;

    if (class_of[s->text[at]] == L)
        return 1;
    if (class_of[s->text[at]] != H)
        return 0;
    const size_t bytes = sls_letter_read(s->text + at, s->len - at, &c);
    return sls_letter_is(c) ? bytes : 0;
}

/* "'s" that ends a word. */
static bool is_possessive(const scanner *s, size_t at)
{
    return s->text[at] == '\'' && s->text[at + 1] == 's' && !letter_at(s, at + 2) &&
           !(s->text[at + 2] == '\'' && letter_at(s, at + 3));
}

/* The first byte from `at` on that is not an ASCII letter: folded, they are all a..z. */
static size_t letters_end(const scanner *s, size_t at)
{
    for (;; at += SLS_SIXTEEN) { /* the padding makes the read safe */
        const unsigned other = sls_sixteen_between(s->text + at, 'a', 'z') ^ SLS_SIXTEEN_ALL;
        if (other)
            return at + (size_t)__builtin_ctz(other);
    }
}

/* The end of the word whose first letter ends at `at`. */
static size_t word_end(scanner *s, size_t at)
{
    for (;;) {
        at = letters_end(s, at);
        size_t bytes = 0;
        if (s->text[at] == '\'') {
            bytes = letter_at(s, at + 1);
            if (!bytes || is_possessive(s, at))
                return at;
            s->high |= s->text[at + 1] >= 0x80;
            bytes++;
        } else if (class_of[s->text[at]] == H) {
            bytes = letter_at(s, at);
            s->high |= bytes != 0;
        }
        if (!bytes)
            return at;
        at += bytes;
    }
}

static void follow_steps(scanner *s, size_t at)
{
    const sls_folded *f = s->folded;

    do {
        s->step++;
        s->step_end = s->step + 1 < f->step_count ? f->steps[s->step + 1].folded : SIZE_MAX;
        s->shift = (ptrdiff_t)f->steps[s->step].origin - (ptrdiff_t)f->steps[s->step].folded;
    } while (at >= s->step_end);
}

/* Words with letters that are not ASCII, or that lie across steps. */
static unsigned any_case_flags(const scanner *s, size_t start, size_t end)
{
    const unsigned char *origin = (const unsigned char *)s->folded->origin.ptr;
    const size_t to = sls_fold_origin_end(s->folded, end);
    size_t letters = 0, capitals = 0;
    unsigned flags = 0;

    for (size_t at = sls_fold_origin(s->folded, start); at < to;) {
        int32_t c;
        at += sls_letter_read(origin + at, to - at, &c);
        if (!sls_letter_is(c))
            continue;
        letters++;
        capitals += sls_letter_is_upper(c);
        if (letters == 1 && capitals)
            flags = SLS_TOKEN_CAP;
    }
    return letters > 1 && capitals == letters ? flags | SLS_TOKEN_ALLCAPS : flags;
}

/* Whether an ASCII capital stands behind a small letter. */
static bool has_seam(sls_str word)
{
    for (size_t i = 1; i < word.len; i++)
        if (word.ptr[i] >= 'A' && word.ptr[i] <= 'Z' && word.ptr[i - 1] >= 'a' &&
            word.ptr[i - 1] <= 'z')
            return true;
    return false;
}

/* Of any word. */
static unsigned rare_case_flags(const scanner *s, size_t start, size_t end)
{
    const sls_str word = { s->origin.ptr + ((ptrdiff_t)start + s->shift), end - start };
    unsigned flags = 0;
    size_t i = 0;

    if (s->high || end > s->step_end)
        return any_case_flags(s, start, end) | SLS_TOKEN_SEAM;
    if (word.ptr[0] >= 'A' && word.ptr[0] <= 'Z') {
        flags = SLS_TOKEN_CAP;
        while (i < word.len && ((word.ptr[i] >= 'A' && word.ptr[i] <= 'Z') || word.ptr[i] == '\''))
            i++;
        if (i == word.len && i > 1)
            return flags | SLS_TOKEN_ALLCAPS;
    }
    return word.len >= SHORTEST_SEAMED && has_seam(word) ? flags | SLS_TOKEN_SEAM : flags;
}

/* Of a word of up to sixteen bytes of ASCII, where as many can be read: a bit a byte. */
static inline unsigned short_case_flags(const char *word, size_t len)
{
    const unsigned whole = (1u << len) - 1;
    const unsigned capitals = sls_sixteen_between(word, 'A', 'Z') & whole;
    unsigned flags;

    if (!capitals) /* as most words */
        return 0;
    flags = capitals & 1 ? SLS_TOKEN_CAP : 0;
    if (flags && len > 1 && !(whole & ~(capitals | sls_sixteen_is(word, '\''))))
        return flags | SLS_TOKEN_ALLCAPS;
    return len >= SHORTEST_SEAMED && sls_sixteen_between(word, 'a', 'z') << 1 & capitals
               ? flags | SLS_TOKEN_SEAM
               : flags;
}

static inline unsigned case_flags(scanner *s, size_t start, size_t end)
{
    size_t at;

    if (start >= s->step_end)
        follow_steps(s, start);
    at = (size_t)((ptrdiff_t)start + s->shift);
    if (s->high || end > s->step_end || end - start > SLS_SIXTEEN ||
        s->origin.len < at + SLS_SIXTEEN)
        return rare_case_flags(s, start, end);
    return short_case_flags(s->origin.ptr + at, end - start);
}

/* The end of the word of letters that begins at `start` with one of ASCII; writes its flags. */
static inline size_t read_word(scanner *s, size_t start, unsigned *flags)
{
    size_t end = letters_end(s, start);

    s->high = false;
    if (s->text[end] == '\'' || s->text[end] >= 0x80)
        end = word_end(s, end);
    *flags = SLS_TOKEN_WORD | case_flags(s, start, end);
    return end;
}

/* The end of any other token at `start`, which is no white space; writes its flags. */
static size_t read_other(scanner *s, size_t start, bool after_word, unsigned *flags)
{
    size_t end = start + 1;
    int32_t c;

    s->high = false;
    *flags = SLS_TOKEN_PUNCT;
    switch (class_of[s->text[start]]) {
    case D:
        while (class_of[s->text[end]] == D)
            end++;
        *flags = SLS_TOKEN_DIGITS;
        return end;
    case P:
        /* at the very start it is a form of the lexicon, not a text */
        if (!(after_word || start == 0) || !is_possessive(s, start))
            return end;
        end = start + 2;
        break;
    case H:
        end = start + sls_letter_read(s->text + start, s->len - start, &c);
        if (!sls_letter_is(c))
            return end;
        s->high = true;
        end = word_end(s, end);
        break;
    default:
        break;
    }
    *flags = SLS_TOKEN_WORD | case_flags(s, start, end);
    return end;
}

static bool make_room(list *tokens, sls_arena *arena)
{
    const size_t cap = tokens->cap + tokens->cap / 2;
    sls_token *at = sls_arena_grow(arena, tokens->at, tokens->cap, cap, sizeof *at);
    uint32_t *marks = sls_arena_grow(arena, tokens->marks, tokens->cap, cap, sizeof *marks);

    if (!at || !marks)
        return false;
    tokens->at = at;
    tokens->marks = marks;
    tokens->cap = cap;
    return true;
}

static inline bool is_white(unsigned char c)
{
    return class_of[c] == S || class_of[c] == B;
}

/* Passes white space; returns the flags that it gives the token after it. */
static inline unsigned skip_space(const scanner *s, size_t *at)
{
    unsigned flags = SLS_TOKEN_GLUED;

    if (s->text[*at] == ' ' && s->text[*at + 1] > ' ' &&
        s->text[*at + 1] != DELETE) { /* one space, which the padding ends */
        ++*at;
        return 0;
    }
    if (!is_white(s->text[*at])) /* at the end stands padding, which is white */
        return flags;
    for (; *at < s->len; ++*at) {
        const uint8_t class = class_of[s->text[*at]];
        if (class == B)
            flags =
                flags & SLS_TOKEN_BREAK ? SLS_TOKEN_BREAK | SLS_TOKEN_PARAGRAPH : SLS_TOKEN_BREAK;
        else if (class == S)
            flags &= ~(unsigned)SLS_TOKEN_GLUED;
        else
            break;
    }
    return flags;
}

/* Counts and sums are kept at hand, as the compiler must take any store for one to them. */
sls_status sls_tokenise(const sls_folded *folded, sls_arena *arena, sls_tokens *out)
{
    scanner s = { .folded = folded,
                  .text = (const unsigned char *)folded->text.ptr,
                  .len = folded->text.len,
                  .origin = folded->origin };
    /* News has a token every 5.6 bytes; a table that grows leaves its old copy in the arena. */
    list tokens = { .cap = s.len / 5 + 16 };
    size_t count = 0, mark_count = 0, at = 0;
    unsigned all = 0, kind = 0;

    s.step_end = folded->step_count > 1 ? folded->steps[1].folded : SIZE_MAX;
    tokens.at = sls_arena_alloc(arena, tokens.cap * sizeof *tokens.at);
    tokens.marks = sls_arena_alloc(arena, tokens.cap * sizeof *tokens.marks);
    if (!tokens.at || !tokens.marks)
        return SLS_ENOMEM;

    unsigned space = (skip_space(&s, &at) & ~(unsigned)SLS_TOKEN_GLUED) | SLS_TOKEN_BREAK;
    while (at < s.len) {
        const bool joined = kind & SLS_TOKEN_WORD && space == SLS_TOKEN_GLUED;
        const size_t end = class_of[s.text[at]] == L ? read_word(&s, at, &kind) /* most of a text */
                                                     : read_other(&s, at, joined, &kind);

        if (count == tokens.cap && !make_room(&tokens, arena))
            return SLS_ENOMEM;
        const unsigned flags = kind | space;
        tokens.marks[mark_count] = (uint32_t)count;
        mark_count +=
            (flags & (SLS_TOKEN_WORD | SLS_TOKEN_BREAK)) != SLS_TOKEN_WORD; /* no branch */
        all |= flags;
        tokens.at[count++] = (sls_token){ (uint32_t)at, (uint32_t)end, (uint16_t)flags, 0, 0 };
        at = end;
        space = skip_space(&s, &at);
    }
    *out = (sls_tokens){ folded, tokens.at, count, tokens.marks, mark_count, all };
    return SLS_OK;
}

sls_str sls_token_text(const sls_tokens *tokens, size_t i)
{
    assert(i < tokens->count);
    const sls_token *token = &tokens->at[i];
    return (sls_str){ tokens->folded->text.ptr + token->start, token->end - token->start };
}

sls_str sls_token_origin(const sls_tokens *tokens, size_t first, size_t last)
{
    assert(first <= last && last < tokens->count);
    const size_t start = sls_fold_origin(tokens->folded, tokens->at[first].start);
    const size_t end = sls_fold_origin_end(tokens->folded, tokens->at[last].end);
    return (sls_str){ tokens->folded->origin.ptr + start, end - start };
}
