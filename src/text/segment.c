#include "text/segment.h"

#include "text/letter.h"

#include <assert.h>
#include <string.h>
#include <utf8proc.h>

/*
 * What stands for a code point that NFKC leaves, or turns into something that nobody types.
 * 0x85 to 0x97 are Windows-1252 that was taken for Latin-1; U+0130 is here so that İstanbul is
 * istanbul, and the trade marks so that they add no letters to a name. In order.
 */
static const struct {
    int32_t first, last;
    const char *plain;
} plain_forms[] = {
    { '\r', '\r', " " },          { 0x85, 0x85, "..." },     { 0x91, 0x92, "'" },
    { 0x93, 0x94, "\"" },         { 0x96, 0x97, "-" },       { 0xAB, 0xAB, "\"" },
    { 0xB4, 0xB4, "'" },          { 0xBB, 0xBB, "\"" },      { 0x130, 0x130, "i" },
    { 0x2B9, 0x2B9, "'" },        { 0x2BB, 0x2BD, "'" },     { 0x2018, 0x201B, "'" },
    { 0x201C, 0x201F, "\"" },     { 0x2026, 0x2026, "..." }, { 0x2028, 0x2029, "\n" },
    { 0x2032, 0x2032, "'" },      { 0x2033, 0x2033, "\"" },  { 0x2039, 0x203A, "'" },
    { 0x2043, 0x2043, "-" },      { 0x2044, 0x2044, "/" },   { 0x2120, 0x2120, "\u2120" },
    { 0x2122, 0x2122, "\u2122" }, { 0x2212, 0x2212, "-" },   { 0x2215, 0x2215, "/" },
    { 0x275B, 0x275C, "'" },      { 0x275D, 0x275E, "\"" },  { 0x301D, 0x301F, "\"" }
};

static const char *plain_form(int32_t c)
{
    for (size_t i = 0; i < sizeof plain_forms / sizeof *plain_forms && c >= plain_forms[i].first;
         i++)
        if (c <= plain_forms[i].last)
            return plain_forms[i].plain;
    if (c < 0x80)
        return NULL;
    switch (utf8proc_category(c)) {
    case UTF8PROC_CATEGORY_PD:
        return "-";
    case UTF8PROC_CATEGORY_ZS:
        return " ";
    default:
        return NULL;
    }
}

static void push(sls_segment *s, int32_t c)
{
    assert(s->count < sizeof s->cps / sizeof *s->cps);
    s->cps[s->count++] = c;
}

static void push_plain(sls_segment *s, const char *plain)
{
    for (size_t i = 0, len = strlen(plain); i < len;) {
        int32_t c;
        i += sls_letter_read((const unsigned char *)plain + i, len - i, &c);
        push(s, c);
    }
}

void sls_segment_add(sls_segment *s, int32_t c)
{
    int32_t pieces[SLS_SEGMENT_EXPANSION];
    int bound = 0;
    const char *plain = plain_form(c);

    if (plain) {
        push_plain(s, plain);
        return;
    }
    const utf8proc_ssize_t n = utf8proc_decompose_char(
        c, pieces, SLS_SEGMENT_EXPANSION, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE, &bound);
    for (utf8proc_ssize_t i = 0; i < n && i < SLS_SEGMENT_EXPANSION; i++) {
        plain = plain_form(pieces[i]);
        if (plain)
            push_plain(s, plain);
        else
            push(s, utf8proc_tolower(pieces[i]));
    }
}

/* Unicode 3.11, D109, then D117. Insertion sort: segments are short. */
void sls_segment_compose(sls_segment *s)
{
    for (size_t i = 1; i < s->count; i++) {
        const int32_t c = s->cps[i];
        const int32_t class = utf8proc_get_property(c)->combining_class;
        size_t k = i;
        for (; class && k && utf8proc_get_property(s->cps[k - 1])->combining_class > class; k--)
            s->cps[k] = s->cps[k - 1];
        s->cps[k] = c;
    }
    const utf8proc_ssize_t n = utf8proc_normalize_utf32(s->cps, (utf8proc_ssize_t)s->count,
                                                        UTF8PROC_COMPOSE | UTF8PROC_STABLE);
    if (n >= 0)
        s->count = (size_t)n;
}

bool sls_segment_joins(int32_t c)
{
    if (c < 0x300)
        return false;
    if ((c >= 0x1160 && c < 0x1200) || (c >= 0x3131 && c < 0x3190) || (c >= 0xFF9E && c < 0xFFDD))
        return true;
    const utf8proc_category_t category = utf8proc_category(c);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}
