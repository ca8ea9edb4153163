#include "profile/link.h"

#include <string.h>

enum {
    NAME = SLS_TOKEN_WORD | SLS_TOKEN_DIGITS,
    LONGEST = 64 /* tokens looked back over: without a bound, "a.com-a.com-..." costs its square */
};

static bool glued(const sls_document *d, size_t i)
{
    return sls_page_has(d, i, SLS_TOKEN_GLUED);
}

static bool is(const sls_document *d, size_t i, sls_str word)
{
    return sls_str_eq(sls_page_word(d, i), word);
}

/* The first token behind the run without white space that goes through `i`, less its stops. */
static size_t run_end(const sls_document *d, size_t i)
{
    size_t last = i;

    while (glued(d, last + 1))
        last++;
    while (last > i && sls_page_mark(d, last) && strchr(".,;:!?)]}\"'", sls_page_mark(d, last)))
        last--;
    return last + 1;
}

/* The first token of the name that token `i` is glued to: letters, digits and `marks`. */
static size_t name_start(const sls_document *d, size_t i, const char *marks)
{
    const size_t bound = i > LONGEST ? i - LONGEST : 0;

    while (i > bound && glued(d, i) &&
           (sls_page_has(d, i - 1, NAME) ||
            (sls_page_mark(d, i - 1) && strchr(marks, sls_page_mark(d, i - 1)))))
        i--;
    return i;
}

/* The first token behind the name that is glued to token `i`; its last token is no mark. */
static size_t name_end(const sls_document *d, size_t i, const char *marks)
{
    size_t after = i + 1;

    for (size_t k = i + 1; glued(d, k); k++) {
        if (sls_page_has(d, k, NAME))
            after = k + 1;
        else if (!sls_page_mark(d, k) || !strchr(marks, sls_page_mark(d, k)))
            break;
    }
    return after;
}

size_t sls_link_scheme(const sls_document *d, size_t i, uint8_t *masked)
{
    if (i == 0 || !sls_page_has(d, i - 1, SLS_TOKEN_WORD) || !glued(d, i) || !glued(d, i + 1) ||
        !glued(d, i + 2) || sls_page_mark(d, i + 1) != '/' || sls_page_mark(d, i + 2) != '/')
        return i + 1;
    const size_t after = run_end(d, i + 2);
    sls_page_mask(masked, i - 1, after);
    return after;
}

/* Endings that are no words of either language, and those that are or could be. */
static bool is_ending(const sls_document *d, size_t i)
{
    static const sls_str plain[] = { SLS_S("com"), SLS_S("net"), SLS_S("org"), SLS_S("info"),
                                     SLS_S("edu"), SLS_S("gov"), SLS_S("html") };
    static const sls_str doubtful[] = { SLS_S("co"),  SLS_S("id"),    SLS_S("go"), SLS_S("ac"),
                                        SLS_S("or"),  SLS_S("tv"),    SLS_S("io"), SLS_S("me"),
                                        SLS_S("us"),  SLS_S("uk"),    SLS_S("vn"), SLS_S("news"),
                                        SLS_S("web"), SLS_S("online") };
    const unsigned before = d->tokens.at[i - 2].flags, here = d->tokens.at[i].flags;

    for (size_t k = 0; k < sizeof plain / sizeof *plain; k++) {
        if (is(d, i, plain[k]))
            return true;
    }
    /* "selesai.Us" begins a sentence; "tempo.co" and "TEMPO.CO" do not. */
    if (here & SLS_TOKEN_CAP && !(before & here & SLS_TOKEN_ALLCAPS))
        return false;
    for (size_t k = 0; k < sizeof doubtful / sizeof *doubtful; k++) {
        if (is(d, i, doubtful[k]))
            return true;
    }
    return false;
}

bool sls_link_is_domain(const sls_document *d, size_t i)
{
    return i > 0 && sls_page_has(d, i - 1, NAME) && glued(d, i) && glued(d, i + 1) &&
           sls_page_has(d, i + 1, SLS_TOKEN_WORD) && is_ending(d, i + 1);
}

size_t sls_link_domain(const sls_document *d, size_t i, uint8_t *masked)
{
    if (i == 0 || !glued(d, i + 1) || !glued(d, i))
        return i + 1;
    if (is(d, i - 1, SLS_STR("www"))) {
        const size_t after = run_end(d, i);
        sls_page_mask(masked, i - 1, after);
        return after;
    }
    if (!sls_link_is_domain(d, i))
        return i + 1;
    const size_t first = name_start(d, i, ".-_");
    size_t after = i + 2;
    while (sls_page_mark(d, after) == '.' && sls_link_is_domain(d, after))
        after += 2;
    if (glued(d, after) && sls_page_mark(d, after) == '/')
        after = run_end(d, after);
    sls_page_mask(masked, first, after);
    return after;
}

size_t sls_link_at(const sls_document *d, size_t i, uint8_t *masked)
{
    const bool address = i > 0 && glued(d, i) && sls_page_has(d, i - 1, NAME);
    const size_t first = address ? name_start(d, i, "._-+") : i;
    const size_t after = name_end(d, i, "._-");

    if (after > i + 1)
        sls_page_mask(masked, first, after);
    return after;
}

/* "#1" is a rank, "#2024Ganti" a tag. */
size_t sls_link_tag(const sls_document *d, size_t i, uint8_t *masked)
{
    const size_t after = name_end(d, i, "_");
    bool word = false;

    for (size_t k = i + 1; k < after; k++)
        word |= sls_page_has(d, k, SLS_TOKEN_WORD);
    if (!word)
        return i + 1;
    sls_page_mask(masked, i, after);
    return after;
}
