#include "names/person.h"

#include "base/ascii.h"
#include "names/transliterate.h"

#include <string.h>

#define NAME_MAX_BYTES   256
#define NAME_MAX_WORDS   16
#define MISSPELT_LETTERS 4 /* in shorter words a letter makes another name: Un, Il; Kim, Kum */
/* Lahadalia, Ladahalia: two slips in a word this long leave it recognisable, if it begins alike. */
#define TWICE_MISSPELT_LETTERS 7

typedef struct {
    char bytes[2 * NAME_MAX_BYTES]; /* keys of the words, one behind the other */
    char glued[2 * NAME_MAX_BYTES]; /* key of the name written in one word */
    sls_str key[NAME_MAX_WORDS];
    sls_str raw[NAME_MAX_WORDS];
    size_t count;
    size_t glued_len;
} name_words;

static void split(sls_str name, name_words *out)
{
    char together[NAME_MAX_BYTES];
    sls_str rest = sls_str_slice(name, 0, NAME_MAX_BYTES), word;
    size_t len = 0, raw = 0;
    out->count = 0;
    while (out->count < NAME_MAX_WORDS && sls_str_split(&rest, ' ', &word)) {
        if (word.len == 0)
            continue;
        const size_t key = sls_transliterate(word, out->bytes + len);
        out->raw[out->count] = word;
        out->key[out->count++] = (sls_str){ out->bytes + len, key };
        len += key;
        memcpy(together + raw, word.ptr, word.len);
        raw += word.len;
    }
    /* Written apart, "yong hwan" has no "gh" to rewrite; written together both have. */
    out->glued_len = sls_transliterate((sls_str){ together, raw }, out->glued);
}

static bool is_initial(sls_str word)
{
    return word.len == 1 && sls_is_lower(word.ptr[0]);
}

/* Whether two words can stand for one: equal keys, or an initial of the other. */
static bool fits(const name_words *a, size_t i, const name_words *b, size_t j)
{
    if (sls_str_eq(a->key[i], b->key[j]))
        return true;
    if (!is_initial(a->raw[i]) && !is_initial(b->raw[j]))
        return false;
    return a->raw[i].ptr[0] == b->raw[j].ptr[0];
}

/* Whether the words of `a` occur in `b` in their order, one at least written out. */
static bool is_part(const name_words *a, const name_words *b)
{
    size_t i = 0;
    bool written_out = false;
    for (size_t j = 0; j < b->count && i < a->count; j++) {
        if (!fits(a, i, b, j))
            continue;
        written_out |= !is_initial(a->raw[i]) && !is_initial(b->raw[j]);
        i++;
    }
    return i == a->count && written_out;
}

/* The same words in another order: "jong un kim", "kim jong un". */
static bool is_permutation(const name_words *a, const name_words *b)
{
    bool taken[NAME_MAX_WORDS] = { false };
    for (size_t i = 0; i < a->count; i++) {
        size_t j = 0;
        while (j < b->count && (taken[j] || !sls_str_eq(a->key[i], b->key[j])))
            j++;
        if (j == b->count)
            return false;
        taken[j] = true;
    }
    return true;
}

static bool is_misspelt(const name_words *a, const name_words *b)
{
    size_t apart = 0, at = 0;
    for (size_t i = 0; i < a->count; i++) {
        if (!sls_str_eq(a->key[i], b->key[i])) {
            apart++;
            at = i;
        }
    }
    if (apart != 1 || a->count < 2)
        return false;
    const sls_str x = a->raw[at], y = b->raw[at];
    if (x.len < MISSPELT_LETTERS || y.len < MISSPELT_LETTERS)
        return false;
    const int distance = sls_edit_distance(x, y, 2);
    const bool alike = x.ptr[0] == y.ptr[0];
    if (distance == 2)
        return alike && x.len >= TWICE_MISSPELT_LETTERS && y.len >= TWICE_MISSPELT_LETTERS;
    /* Two equal words hold the name together; one alone needs the first letter as well. */
    return distance == 1 && (a->count > 2 || alike);
}

sls_person_relation sls_person_relate(sls_str a, sls_str b)
{
    if (a.len == 0 || b.len == 0)
        return SLS_PERSON_OTHER;
    if (sls_str_eq(a, b))
        return SLS_PERSON_SAME;
    if (a.len > NAME_MAX_BYTES || b.len > NAME_MAX_BYTES)
        return SLS_PERSON_OTHER;

    name_words x, y;
    split(a, &x);
    split(b, &y);
    if (x.count == 0 || y.count == 0)
        return SLS_PERSON_OTHER;
    if (x.glued_len == y.glued_len && memcmp(x.glued, y.glued, x.glued_len) == 0)
        return SLS_PERSON_SAME;
    if (x.count == y.count) {
        if (is_part(&x, &y) || is_permutation(&x, &y))
            return SLS_PERSON_SAME;
        return is_misspelt(&x, &y) ? SLS_PERSON_MISSPELT : SLS_PERSON_OTHER;
    }
    if (x.count < y.count)
        return is_part(&x, &y) ? SLS_PERSON_SHORTER : SLS_PERSON_OTHER;
    return is_part(&y, &x) ? SLS_PERSON_LONGER : SLS_PERSON_OTHER;
}

sls_status sls_person_key(sls_str folded, sls_arena *arena, sls_str *out)
{
    char *const key = sls_arena_alloc(arena, 2 * folded.len + 1);
    if (!key)
        return SLS_ENOMEM;
    size_t len = 0;
    sls_str rest = folded, word;
    while (sls_str_split(&rest, ' ', &word)) {
        if (word.len == 0)
            continue;
        if (len > 0)
            key[len++] = ' ';
        len += sls_transliterate(word, key + len);
    }
    key[len] = '\0';
    *out = (sls_str){ key, len };
    return SLS_OK;
}
