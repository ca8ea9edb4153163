#include "profile/headline.h"

#include "base/ascii.h"
#include "text/fold.h"

#include <string.h>

enum {
    LINES = 6,        /* of a text, among which its headline stands */
    TITLE_MOST = 512, /* bytes; the longest of 8,597 in the news sample has 130 */
    LINE_LEAST = 12,  /* letters; fewer may begin a title by chance */
    SUFFIX_MOST = 24  /* letters behind a headline that name the outlet: "Judul | Kabar Uji" */
};

/* The first letter or digit from `i` on; s.len: none. Letters beyond ASCII tell no titles apart. */
static size_t next_sign(sls_str s, size_t i)
{
    while (i < s.len && !sls_is_digit(s.ptr[i]) && !sls_is_lower(sls_lower(s.ptr[i])))
        i++;
    return i;
}

static size_t count_signs(sls_str s, size_t i)
{
    size_t count = 0;
    for (i = next_sign(s, i); i < s.len; i = next_sign(s, i + 1))
        count++;
    return count;
}

/* Whether a line is the title, whatever their case and marks; each may go on behind the other. */
static bool says(sls_str line, sls_str title)
{
    size_t at = next_sign(line, 0), t = next_sign(title, 0), alike = 0;

    while (at < line.len && t < title.len && sls_lower(line.ptr[at]) == sls_lower(title.ptr[t])) {
        at = next_sign(line, at + 1);
        t = next_sign(title, t + 1);
        alike++;
    }
    if (t == title.len)
        return true;
    return at == line.len && alike >= LINE_LEAST && count_signs(title, t) <= SUFFIX_MOST;
}

static bool is_at_head(sls_str text, sls_str title)
{
    for (int lines = 0; lines < LINES && text.len > 0;) {
        const size_t end = sls_str_find_byte(text, '\n');
        const sls_str line = sls_str_slice(text, 0, end);

        if (says(line, title))
            return true;
        lines += next_sign(line, 0) < line.len;
        text = end == SIZE_MAX ? (sls_str){ NULL, 0 } : sls_str_slice(text, end + 1, text.len);
    }
    return false;
}

sls_status sls_headline_join(const sls_article *article, sls_arena *arena, sls_str *text,
                             size_t *head)
{
    const sls_str title = article->title;
    const size_t size = title.len + 1 + article->text.len;
    char *joined;

    *text = article->text;
    *head = 0;
    if (title.len == 0 || title.len > TITLE_MOST || sls_utf8_bad(title) != SIZE_MAX ||
        is_at_head(article->text, title))
        return SLS_OK;
    joined = sls_arena_alloc(arena, size);
    if (!joined)
        return SLS_ENOMEM;
    for (size_t i = 0; i < title.len; i++) /* it is one line; its offsets stay */
        joined[i] = title.ptr[i] == '\n' ? ' ' : title.ptr[i];
    joined[title.len] = '\n';
    memcpy(joined + title.len + 1, article->text.ptr, article->text.len);
    *text = (sls_str){ joined, size };
    *head = title.len + 1;
    return SLS_OK;
}
