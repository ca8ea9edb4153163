#include "extract/grammar/tool/sieve.h"

#include "base/ascii.h"

#include <string.h>

/*
 * A set of lengths, in items, that the part read so far can have: bit n for n, the top bit for
 * that many or more. Reading a part of a pattern takes the lengths before it to those behind it;
 * on the way each atom is entered at every length that it can stand behind.
 */
typedef uint32_t lengths;

enum { MANY = 24, NEST_MAX = 64, NEEDS_MAX = 32, ATOMS_MAX = 50000 };
#define MANY_BIT ((lengths)1 << MANY)

/* What every match that gets there has an item of. */
typedef struct {
    sls_tape_need traits;
    size_t symbols; /* that have one of them: the fewer, the more it tells; SIZE_MAX: chosen */
} need;

typedef struct {
    const sls_symbols *symbols;
    sls_sieve *out;
    sls_str text;
    size_t at;
    int nest;
    int atoms;    /* read, again and again where one may come often */
    bool unknown; /* a construct that this module does not know, or more than ATOMS_MAX of them */
    int again;    /* the part has been read before: it needs nothing new */
    int ahead;    /* in so many parts that only look ahead */
    need needs[NEEDS_MAX];
    size_t need_count;
} walk;

static lengths alternatives(walk *w, lengths before);

static char peek(const walk *w, size_t ahead)
{
    return w->at + ahead < w->text.len ? w->text.ptr[w->at + ahead] : 0;
}

static void skip_space(walk *w)
{
    while (peek(w, 0) == ' ' || (peek(w, 0) >= '\t' && peek(w, 0) <= '\r')) /* as PCRE2 does */
        w->at++;
}

static bool skip(walk *w, const char *what)
{
    const size_t len = strlen(what);

    if (!sls_str_starts(sls_str_slice(w->text, w->at, w->text.len), (sls_str){ what, len }))
        return false;
    w->at += len;
    return true;
}

static void add_mark(sls_sieve_item *item, unsigned char c)
{
    item->marks[c / 64] |= SLS_BIT(c % 64);
}

/*
 * What an item that a placeholder means is sure to be, one of; {0, 0}: nothing is sure. Terms are
 * read from left to right.
 */
static sls_ahead traits_of(const sls_placeholder *p)
{
    sls_ahead sure = { 0, 0 };

    for (size_t i = 0; i < p->count; i++) {
        const sls_term *t = &p->terms[i];
        sls_ahead one = { t->set, (uint64_t)t->shape << 32 };

        if (t->not )
            one = (sls_ahead){ 0, 0 };
        if (t->op == '|' && ((!one.set && !one.other) || (!sure.set && !sure.other)))
            sure = (sls_ahead){ 0, 0 };
        else if (t->op == '|')
            sure = (sls_ahead){ sure.set | one.set, sure.other | one.other };
        else if (!sure.set && !sure.other) /* the first, or & behind what says nothing */
            sure = one;
        else if (one.set && !sure.set) /* concepts are rarer than shapes */
            sure = one;
    }
    return sure;
}

/* The fewest items that may stand before what is behind `before`. */
static uint32_t least_of(lengths before)
{
    return before ? (uint32_t)__builtin_ctz(before) : 0;
}

/* Notes what every match that gets here has, and how rare that is. */
static void add_need(walk *w, const sls_sieve_item *atom, lengths before)
{
    sls_ahead traits = { 0, 0 };
    size_t symbols = 0;

    if (w->again || w->need_count == NEEDS_MAX || atom->any)
        return;
    for (size_t p = 0; p < w->symbols->placeholder_count; p++)
        if (atom->classes[p / 64] >> (p % 64) & 1) {
            traits = traits_of(&w->symbols->placeholders[p]);
            for (size_t s = 0; s < w->symbols->count; s++)
                symbols += sls_symbols_means(w->symbols, p, s);
        }
    for (uint16_t c = 0; c < SLS_SYMBOL_WORDS; c++)
        if (atom->marks[c / 64] >> (c % 64) & 1) {
            traits.other |= sls_looks_of(0, c);
            symbols++;
        }
    if (!traits.set && !traits.other)
        return;
    w->needs[w->need_count++] = (need){ { traits, least_of(before) }, symbols };
}

static void add_atom(sls_sieve_item *item, const sls_sieve_item *atom)
{
    item->any |= atom->any;
    for (size_t i = 0; i < SLS_PLACEHOLDER_MAX / 64; i++)
        item->classes[i] |= atom->classes[i];
    for (size_t i = 0; i < 4; i++)
        item->marks[i] |= atom->marks[i];
}

/* Enters an atom at every length before it; returns the lengths behind it. */
static lengths enter(walk *w, const sls_sieve_item *atom, lengths before)
{
    const lengths further = before >> SLS_SIEVE_DEPTH;

    if (!w->ahead)
        add_need(w, atom, before);
    for (size_t d = 0; d < SLS_SIEVE_DEPTH && !w->ahead; d++)
        if (before >> d & 1)
            add_atom(&w->out->at[d], atom);
    for (size_t d = 1; d <= SLS_SIEVE_DEPTH && (d == 1 || !w->ahead); d++)
        if (before >> d & 1 || (d == SLS_SIEVE_DEPTH && further))
            add_atom(&w->out->on[d - 1], atom);
    return ((before << 1) & (MANY_BIT * 2 - 1)) | (before & MANY_BIT);
}

/* "[-/]", "[^\n]": behind the bracket. */
static lengths set(walk *w, lengths before)
{
    sls_sieve_item atom = { .any = false };
    bool first = true;

    if (skip(w, "^"))
        atom.any = true;
    for (; peek(w, 0) && (first || peek(w, 0) != ']'); w->at++, first = false) {
        if (peek(w, 0) == '\\') {
            w->at++;
            atom.any |= sls_is_lower(peek(w, 0)); /* \n: which it is does not matter: it is rare */
        }
        atom.any |= peek(w, 0) == '[' && peek(w, 1) == ':';
        atom.any |= !first && peek(w, 0) == '-' && peek(w, 1) != ']'; /* a range */
        add_mark(&atom, (unsigned char)peek(w, 0));
    }
    w->unknown |= !skip(w, "]");
    return enter(w, &atom, before);
}

/* "%month%": behind the first sign. */
static lengths placeholder(walk *w, lengths before)
{
    const sls_str rest = sls_str_slice(w->text, w->at, w->text.len);
    const sls_str name = sls_str_slice(rest, 0, sls_str_find_byte(rest, '%'));
    const size_t index = sls_symbols_placeholder(w->symbols, name);
    sls_sieve_item atom = { .any = false };

    w->at += name.len + 1;
    if (sls_str_eq(name, SLS_STR("dash")) || sls_str_eq(name, SLS_STR("hyphen"))) {
        add_mark(&atom, SLS_SYMBOL_DASH);
        if (name.len > 4)
            add_mark(&atom, '-');
    } else if (index < w->symbols->placeholder_count) {
        atom.classes[index / 64] = SLS_BIT(index % 64);
    } else {
        w->unknown = true;
    }
    return enter(w, &atom, before);
}

/* Whether what stands next is an item that must be there: no group, nothing that may be left out.
 */
static bool is_item_next(const walk *w)
{
    walk next = *w;

    skip_space(&next);
    if (!peek(&next, 0) || strchr("()|[", peek(&next, 0)))
        return false;
    if (skip(&next, "%"))
        while (peek(&next, 0) && peek(&next, 0) != '%')
            next.at++;
    else
        (void)skip(&next, "\\");
    next.at++;
    skip_space(&next);
    return !peek(&next, 0) || !strchr("?*{", peek(&next, 0));
}

/*
 * Whether it hangs on what stands before a match of one item, the part just read, which looks back
 * from behind `before`: not where it only lets the second item be one of the match.
 */
static bool hangs_on_before(const walk *w, lengths before)
{
    return before & 1 || (before & 2 && !is_item_next(w));
}

/* Behind "(": a group of any kind, up to its closing bracket. */
static lengths group(walk *w, lengths before)
{
    const size_t needs = w->need_count;
    bool ahead = false, back = false; /* it wants items that are matched elsewhere or not */
    lengths behind;

    if (skip(w, "?<=") || skip(w, "?<!")) {
        back = true;
    } else if (skip(w, "?=") || skip(w, "?!")) {
        ahead = true;
    } else if (skip(w, "?<")) {
        while (peek(w, 0) && peek(w, 0) != '>')
            w->at++;
        w->at++;
    } else if (!skip(w, "?:") && !skip(w, "?|") && !skip(w, "?>")) {
        w->unknown |= peek(w, 0) == '?' || peek(w, 0) == '*';
    }
    if (++w->nest > NEST_MAX)
        w->unknown = true;
    w->ahead += ahead;
    behind = w->unknown ? before : alternatives(w, back ? 0 : before);
    w->ahead -= ahead;
    w->nest--;
    w->unknown |= !skip(w, ")");
    if (ahead || back)
        w->need_count = needs;
    w->out->looks |= back && hangs_on_before(w, before);
    return ahead || back ? before : behind;
}

static lengths escape(walk *w, lengths before)
{
    sls_sieve_item atom = { .any = false };
    const char c = peek(w, 0);

    w->at++;
    if (c == 'K') {
        w->out->looks = true; /* and begins elsewhere */
        return before;
    }
    if (c == 'k' && skip(w, "{")) {
        while (peek(w, 0) && !skip(w, "}"))
            w->at++;
        atom.any = true; /* what one item matched: groups that are named again hold one */
        return enter(w, &atom, before);
    }
    w->unknown |= c != 'n' && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
                               (c >= '0' && c <= '9') || c == 0);
    add_mark(&atom, c == 'n' ? '\n' : (unsigned char)c);
    return enter(w, &atom, before);
}

static lengths atom(walk *w, lengths before)
{
    sls_sieve_item one = { .any = false };
    const char c = peek(w, 0);

    w->unknown |= ++w->atoms > ATOMS_MAX;
    w->at++;
    switch (c) {
    case '(':
        return group(w, before);
    case '[':
        return set(w, before);
    case '%':
        return placeholder(w, before);
    case '\\':
        return escape(w, before);
    case '^':
    case '$':
    case '#':
        w->unknown = true;
        return before;
    case '.':
        one.any = true;
        break;
    default:
        add_mark(&one, (unsigned char)c);
    }
    return enter(w, &one, before);
}

static unsigned number(walk *w)
{
    unsigned n = 0;

    for (; peek(w, 0) >= '0' && peek(w, 0) <= '9' && n < 1000; w->at++)
        n = n * 10 + (unsigned)(peek(w, 0) - '0');
    return n;
}

/* A quantifier, if one stands here: how often the atom before it may come. */
static void quantifier(walk *w, unsigned *least, unsigned *most)
{
    *least = *most = 1;
    if (skip(w, "?")) {
        *least = 0;
    } else if (skip(w, "*")) {
        *least = 0;
        *most = MANY;
    } else if (skip(w, "+")) {
        *most = MANY;
    } else if (peek(w, 0) == '{' && peek(w, 1) >= '0' && peek(w, 1) <= '9') {
        w->at++;
        *least = *most = number(w);
        if (skip(w, ","))
            *most = peek(w, 0) == '}' ? MANY : number(w);
        w->unknown |= !skip(w, "}");
    } else {
        return;
    }
    if (!skip(w, "+"))
        (void)skip(w, "?");
}

/* An atom with its quantifier: read again for each time it may come. */
static lengths repeated(walk *w, lengths before)
{
    const size_t begin = w->at, needs = w->need_count;
    lengths behind = atom(w, before), all;
    size_t end;
    unsigned least, most;

    skip_space(w);
    quantifier(w, &least, &most);
    end = w->at;
    all = least == 0 ? before : 0;
    if (least == 0)
        w->need_count = needs;
    w->again++;
    for (unsigned times = 1; times <= most && !w->unknown; times++) {
        if (times >= least) {
            if ((all | behind) == all && times > least)
                break;
            all |= behind;
        }
        if (times == most)
            break;
        w->at = begin;
        behind = atom(w, behind);
    }
    w->again--;
    w->at = end;
    return most == 0 ? before : all;
}

static lengths sequence(walk *w, lengths before)
{
    for (;;) {
        skip_space(w);
        if (w->unknown || !peek(w, 0) || peek(w, 0) == '|' || peek(w, 0) == ')')
            return before;
        before = repeated(w, before);
    }
}

/* The place of the rarest need from `first` on, the farthest of its like, or `need_count`. */
static size_t rarest(const walk *w, size_t first)
{
    const need *best = NULL;

    for (const need *n = w->needs + first; n < w->needs + w->need_count; n++)
        if (n->symbols != SIZE_MAX &&
            (!best || n->symbols < best->symbols ||
             (n->symbols == best->symbols && n->traits.from > best->traits.from)))
            best = n;
    return best ? (size_t)(best - w->needs) : w->need_count;
}

/* What one of several alternatives needs, another may not: all that is left is one of either's. */
static lengths alternatives(walk *w, lengths before)
{
    const size_t needs = w->need_count;
    lengths behind = sequence(w, before);
    need either = { { { 0, 0 }, 0 }, 0 };
    size_t best = rarest(w, needs);
    bool all = best < w->need_count;

    if (w->unknown || peek(w, 0) != '|')
        return behind;
    either = all ? w->needs[best] : either;
    while (!w->unknown && skip(w, "|")) {
        w->need_count = needs;
        behind |= sequence(w, before);
        best = rarest(w, needs);
        all = all && best < w->need_count;
        if (!all)
            continue;
        either.traits.of.set |= w->needs[best].traits.of.set;
        either.traits.of.other |= w->needs[best].traits.of.other;
        either.symbols += w->needs[best].symbols;
        if (w->needs[best].traits.from < either.traits.from)
            either.traits.from = w->needs[best].traits.from;
    }
    w->need_count = needs;
    if (all && needs < NEEDS_MAX)
        w->needs[w->need_count++] = either;
    return behind;
}

/* Keeps the rarest needs. */
static void choose_needs(walk *w)
{
    for (size_t n = 0; n < SLS_NEEDS && !w->unknown; n++) {
        const size_t best = rarest(w, 0);

        if (best == w->need_count)
            return;
        w->out->need[n] = w->needs[best].traits;
        for (size_t i = 0; i < w->need_count; i++) /* the same nearer by is had with it */
            if (w->needs[i].traits.of.set == w->out->need[n].of.set &&
                w->needs[i].traits.of.other == w->out->need[n].of.other)
                w->needs[i].symbols = SIZE_MAX;
    }
}

void sls_sieve_make(const sls_symbols *symbols, sls_str pattern, sls_sieve *out)
{
    walk w = { .symbols = symbols, .out = out, .text = pattern };
    lengths behind;

    memset(out, 0, sizeof *out);
    behind = alternatives(&w, 1);
    w.unknown |= w.at < pattern.len;
    choose_needs(&w);
    out->longest = UINT32_MAX;
    if (!w.unknown && !(behind & MANY_BIT))
        for (out->longest = 0; behind >> (out->longest + 1); out->longest++)
            ;
    out->looks |= w.unknown;
    /* behind the end of a match anything may stand */
    for (size_t d = 0; d < SLS_SIEVE_DEPTH; d++) {
        out->at[d].any |= w.unknown || (behind & (((lengths)2 << d) - 1)) != 0;
        out->on[d].any |= w.unknown;
    }
}

static bool lets(const sls_sieve_item *item, const sls_symbols *symbols, size_t symbol)
{
    if (item->any)
        return true;
    if (symbol < SLS_SYMBOL_WORDS)
        return (item->marks[symbol / 64] >> (symbol % 64) & 1) != 0;
    for (size_t i = 0; i < SLS_PLACEHOLDER_MAX / 64; i++)
        if (item->classes[i] & symbols->signatures[symbol - SLS_SYMBOL_WORDS].bits[i])
            return true;
    return false;
}

bool sls_sieve_lets(const sls_sieve *sieve, const sls_symbols *symbols, size_t depth, size_t symbol)
{
    return lets(&sieve->at[depth], symbols, symbol);
}

bool sls_sieve_goes_on(const sls_sieve *sieve, const sls_symbols *symbols, size_t items,
                       size_t symbol)
{
    return lets(&sieve->on[items < SLS_SIEVE_DEPTH ? items - 1 : SLS_SIEVE_DEPTH - 1], symbols,
                symbol);
}
