#include "names/transliterate.h"

#include <string.h>

/*
 * Spellings that differ only by the romanisation in use, each written as the
 * variant on the right. Longer ones stand first. Both spellings of a name pass through the
 * table, so what matters is that variants meet, not that the result looks right.
 *
 * Russian: BGN/PCGN, GOST, ISO 9 and the German and French habits of wire copy
 *          (Sergey/Sergei, Mikhail/Mihail, Aleksandr/Alexandr, Gorbatchev/Gorbachev).
 * Korean:  Revised Romanization and McCune-Reischauer without its marks (eo/o, eu/u, oo/u,
 * choi/choe). Arabic:  Mahmoud/Mahmud, Abdullah/Abdulla, Khalid/Halid. Indonesian: the spelling
 * before 1972 (oe/u, dj/j, tj/c, nj/ny, sj/sy; Soekarno/Sukarno, Tjahjo/Cahyo).
 */
static const struct {
    sls_str from, to;
} variants[] = {
    { SLS_S("tsch"), SLS_S("ch") }, { SLS_S("sch"), SLS_S("sh") }, { SLS_S("tch"), SLS_S("ch") },
    { SLS_S("dzh"), SLS_S("j") },   { SLS_S("kh"), SLS_S("h") },   { SLS_S("dh"), SLS_S("d") },
    { SLS_S("th"), SLS_S("t") },    { SLS_S("ph"), SLS_S("f") },   { SLS_S("gh"), SLS_S("g") },
    { SLS_S("ck"), SLS_S("k") },    { SLS_S("dj"), SLS_S("j") },   { SLS_S("tj"), SLS_S("c") },
    { SLS_S("nj"), SLS_S("ni") },   { SLS_S("sj"), SLS_S("sh") },  { SLS_S("sy"), SLS_S("sh") },
    { SLS_S("ts"), SLS_S("c") },    { SLS_S("tz"), SLS_S("c") },   { SLS_S("ou"), SLS_S("u") },
    { SLS_S("oo"), SLS_S("u") },    { SLS_S("ee"), SLS_S("i") },   { SLS_S("eo"), SLS_S("o") },
    { SLS_S("eu"), SLS_S("u") },    { SLS_S("ej"), SLS_S("ei") },  { SLS_S("ij"), SLS_S("i") },
    { SLS_S("iy"), SLS_S("i") },    { SLS_S("yi"), SLS_S("i") },   { SLS_S("q"), SLS_S("k") },
    { SLS_S("x"), SLS_S("ks") },    { SLS_S("w"), SLS_S("v") },    { SLS_S("y"), SLS_S("i") },
};

static bool is_vowel(char c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

/* How many bytes of `rest` the rewriting takes, and what they become. */
static size_t step(sls_str rest, bool first, sls_str *to)
{
    if (sls_str_starts(rest, SLS_STR("oe")) && rest.len > 2 && !is_vowel(rest.ptr[2])) {
        *to = SLS_STR("u");
        return 2;
    }
    for (size_t i = 0; i < sizeof variants / sizeof *variants; i++) {
        if (variants[i].from.ptr[0] == rest.ptr[0] && sls_str_starts(rest, variants[i].from)) {
            *to = variants[i].to;
            return variants[i].from.len;
        }
    }
    /* A mute h ends Abdullah and Fatimah, but not a word of one letter. */
    const bool mute = rest.len == 1 && rest.ptr[0] == 'h' && !first;
    *to = mute ? (sls_str){ 0 } : sls_str_slice(rest, 0, 1);
    return 1;
}

size_t sls_transliterate(sls_str word, char *out)
{
    size_t len = 0;
    for (sls_str rest = word; rest.len > 0;) {
        sls_str to;
        const size_t taken = step(rest, len == 0, &to);
        for (size_t i = 0; i < to.len; i++)
            if (len == 0 || out[len - 1] != to.ptr[i] || (unsigned char)to.ptr[i] >= 0x80)
                out[len++] = to.ptr[i];
        rest = sls_str_slice(rest, taken, rest.len);
    }
    /* Choi and Choe; Tolstoy is Tolstoi by now. */
    if (len >= 3 && out[len - 2] == 'o' && out[len - 1] == 'i')
        out[len - 1] = 'e';
    return len;
}
