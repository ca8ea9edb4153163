#include "ingest/markdown.h"

#include "base/ascii.h"

typedef struct {
    char *at;
    size_t len;
} writing;

static void put(writing *w, char c)
{
    w->at[w->len++] = c;
}

/* Bytes of `line` that only mark its block: "## ", "> ", "- ". A list's number is said, and stays.
 */
static size_t block_mark(sls_str line)
{
    size_t at = 0;
    for (;;) {
        const size_t before = at;
        while (at < line.len && (line.ptr[at] == ' ' || line.ptr[at] == '\t'))
            at++;
        const char c = at < line.len ? line.ptr[at] : 0;
        size_t marks = 0;
        if (c == '#')
            while (at + marks < line.len && marks < 6 && line.ptr[at + marks] == '#')
                marks++;
        else if (c == '>' || c == '-' || c == '*' || c == '+')
            marks = 1;
        const size_t behind = at + marks;
        if (marks == 0 || (c != '>' && behind < line.len && line.ptr[behind] != ' '))
            return before == 0 && marks == 0 ? 0 : at;
        at = behind;
    }
}

/* A line of nothing but dashes, stars, underscores, equals signs, pipes and colons. */
static bool is_rule(sls_str line)
{
    size_t marks = 0;
    for (size_t i = 0; i < line.len; i++) {
        const char c = line.ptr[i];
        if (c != '-' && c != '*' && c != '_' && c != '=' && c != '|' && c != ':' && c != ' ')
            return false;
        marks += c != ' ';
    }
    return marks >= 3;
}

/*
 * Bytes of a link's text or target, and brackets open in it: both bound the search for its end, so
 * that a line of brackets takes time linear in its length (CommonMark allows 32 to nest, too).
 */
enum { LINK_MOST = 2000, NESTED_MOST = 32 };

/* Index behind the bracket that closes the one at `at`, on this line and not far; 0: none does. */
static size_t closing(sls_str line, size_t at, char open, char close)
{
    size_t depth = 0;
    for (size_t i = at; i < line.len && i - at < LINK_MOST && depth <= NESTED_MOST; i++) {
        depth += line.ptr[i] == open;
        if (line.ptr[i] == close && --depth == 0)
            return i + 1;
    }
    return 0;
}

/* Behind a link's target, "(https://..)" or "[ref]", that begins at `at`; else `at`. */
static size_t behind_target(sls_str line, size_t at)
{
    size_t end = 0;
    if (at < line.len && line.ptr[at] == '(')
        end = closing(line, at, '(', ')');
    else if (at < line.len && line.ptr[at] == '[')
        end = closing(line, at, '[', ']');
    return end > 0 ? end : at;
}

static bool is_word(sls_str line, size_t at)
{
    return at < line.len && (sls_is_lower(line.ptr[at]) || sls_is_upper(line.ptr[at]) ||
                             sls_is_digit(line.ptr[at]) || (line.ptr[at] & 0x80));
}

/* An asterisk that emphasises touches a word on one side; an underscore stands between words. */
static bool emphasises(sls_str line, size_t at)
{
    const char c = line.ptr[at];
    const bool before = at > 0 && line.ptr[at - 1] != ' ',
               after = at + 1 < line.len && line.ptr[at + 1] != ' ';
    if (c == '*' || c == '~')
        return before || after;
    return (before || after) && !(at > 0 && is_word(line, at - 1) && is_word(line, at + 1));
}

static void spans(writing *w, sls_str line)
{
    for (size_t i = 0; i < line.len; i++) {
        const char c = line.ptr[i];
        const size_t text = c == '[' ? closing(line, i, '[', ']') : 0;
        const size_t image = c == '!' && i + 1 < line.len && line.ptr[i + 1] == '['
                                 ? closing(line, i + 1, '[', ']')
                                 : 0;
        if (c == '\\' && i + 1 < line.len && !is_word(line, i + 1)) {
            put(w, line.ptr[++i]);
        } else if (image > 0 && behind_target(line, image) > image) {
            i = behind_target(line, image) - 1;
        } else if (text > 0 && behind_target(line, text) > text) {
            spans(w, sls_str_slice(line, i + 1, text - 1)); /* NESTED_MOST deep at most */
            i = behind_target(line, text) - 1;
        } else if (c == '`' || ((c == '*' || c == '_' || c == '~') && emphasises(line, i))) {
            continue;
        } else {
            put(w, c);
        }
    }
}

sls_status sls_markdown_plain(sls_str source, sls_arena *arena, sls_str *out)
{
    /* marks are only taken away; a line break is added at the end */
    writing w = { sls_arena_alloc(arena, source.len + 1), 0 };
    sls_str line;
    bool code = false;
    if (!w.at)
        return SLS_ENOMEM;
    while (sls_str_split(&source, '\n', &line)) {
        const sls_str trimmed = sls_str_trim(line);
        if (sls_str_starts(trimmed, SLS_STR("```")) || sls_str_starts(trimmed, SLS_STR("~~~"))) {
            code = !code;
            continue;
        }
        if (!code && !is_rule(trimmed))
            spans(&w, sls_str_slice(line, block_mark(line), SIZE_MAX));
        put(&w, '\n');
    }
    *out = (sls_str){ w.at, w.len };
    return SLS_OK;
}
