#include "text/fold.h"
#include "text/letter.h"

#include <string.h>
#include <utf8proc.h>

typedef struct {
    char *out;
    size_t len;
    bool gap;   /* a space is due before the next letter */
    bool latin; /* the last letter became ASCII: marks after it are diacritics */
} name;

/* Latin letters that carry no mark to drop. Source: how passports write them (ICAO 9303-3). */
static const char *ascii_letters(int32_t c)
{
    switch (c) {
    case 0xDF:
        return "ss";
    case 0xE6:
        return "ae";
    case 0xF0:
    case 0x111:
        return "d";
    case 0xF8:
        return "o";
    case 0xFE:
        return "th";
    case 0x127:
        return "h";
    case 0x131:
        return "i";
    case 0x138:
        return "q";
    case 0x142:
        return "l";
    case 0x14B:
        return "n";
    case 0x153:
        return "oe";
    case 0x167:
        return "t";
    default:
        return NULL;
    }
}

static void put(name *n, const char *bytes, size_t len)
{
    if (n->gap && n->len)
        n->out[n->len++] = ' ';
    n->gap = false;
    memcpy(n->out + n->len, bytes, len);
    n->len += len;
}

/* The first code point of the canonical decomposition: the letter below its marks. */
static int32_t base_letter(int32_t c)
{
    int32_t pieces[8];
    int bound = 0;
    const utf8proc_ssize_t n = utf8proc_decompose_char(c, pieces, 8, UTF8PROC_DECOMPOSE, &bound);
    return n > 0 ? pieces[0] : c;
}

static void put_foreign(name *n, const char *bytes, size_t len, int32_t c)
{
    const int32_t base = base_letter(c);
    const char *letters = ascii_letters(base);
    const bool is_mark = sls_letter_is(c) && utf8proc_get_property(c)->combining_class;

    if (is_mark && n->latin)
        return;
    n->latin = base < 0x80 || letters;
    if (letters)
        put(n, letters, strlen(letters));
    else if (base >= 'a' && base <= 'z')
        put(n, &(char){ (char)base }, 1);
    else if (sls_letter_is(c) || utf8proc_category(c) == UTF8PROC_CATEGORY_ND)
        put(n, bytes, len);
    else
        n->gap = true;
}

/* Most names: letters and digits kept in lower case, what stands between them one space. */
static bool fold_ascii(sls_str s, name *n)
{
    for (size_t i = 0; i < s.len; i++) {
        const unsigned char c = (unsigned char)s.ptr[i];
        const unsigned char lower = c >= 'A' && c <= 'Z' ? c | 0x20 : c;

        if (c >= 0x80)
            return false;
        if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9')) {
            if (n->gap && n->len)
                n->out[n->len++] = ' ';
            n->gap = false;
            n->out[n->len++] = (char)lower;
        } else if (c != '\'' && c != '`') {
            n->gap = true;
        }
    }
    return true;
}

sls_status sls_fold_name_again(sls_str text, sls_arena *arena, sls_str *out)
{
    /* No character grows: each of two letters above takes two bytes in UTF-8, and a gap's
     * space stands for at least one character. */
    name n = { .out = sls_arena_alloc(arena, text.len + 1) };
    if (!n.out)
        return SLS_ENOMEM;

    for (size_t i = 0; i < text.len;) {
        const unsigned char *at = (const unsigned char *)text.ptr + i;
        const bool letter = (*at >= 'a' && *at <= 'z') || (*at >= '0' && *at <= '9');
        int32_t c = *at;
        const size_t len = *at < 0x80 ? 1 : sls_letter_read(at, text.len - i, &c);
        if (*at >= 0x80) {
            put_foreign(&n, text.ptr + i, len, c);
        } else if (letter) {
            put(&n, text.ptr + i, 1);
            n.latin = true;
        } else if (*at != '\'' && *at != '`') {
            n.gap = true;
            n.latin = false;
        }
        i += len;
    }
    n.out[n.len] = '\0';
    *out = (sls_str){ n.out, n.len };
    return SLS_OK;
}

static sls_status fold_other(sls_str s, sls_arena *arena, sls_str *out)
{
    sls_str text;
    const sls_status status = sls_fold_key(s, arena, &text);

    return status == SLS_OK ? sls_fold_name_again(text, arena, out) : status;
}

sls_status sls_fold_name(sls_str s, sls_arena *arena, sls_str *out)
{
    name n = { .out = sls_arena_alloc(arena, s.len + 1) };

    if (!n.out)
        return SLS_ENOMEM;
    if (!fold_ascii(s, &n))
        return fold_other(s, arena, out);
    n.out[n.len] = '\0';
    *out = (sls_str){ n.out, n.len };
    return SLS_OK;
}
