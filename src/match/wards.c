#include "match/wards.h"

#include "base/ascii.h"
#include "lexicon/lexicon.h"

#include <string.h>

enum {
    WARDS_MOST = 8, /* of one sentence; what comes after is a list */
    NAME_BYTES = 32 /* of a longer word the first ones count */
};

typedef struct {
    sls_str sort; /* "district", "village" */
    char name[NAME_BYTES];
    size_t length;
} ward;

/* The sort of place that a word in small or capital letters is: "Kecamatan", "Desa"; or "". */
static sls_str sort_of(sls_lang lang, sls_str word)
{
    const sls_str noun = sls_form_value(sls_lexicon_form(lang, word), SLS_C_NOUN);
    const bool place =
        sls_str_eq(sls_lexicon_attribute(SLS_C_NOUN, noun, "is_a"), SLS_STR("place"));
    return place ? noun : (sls_str){ 0 };
}

static bool is_capital_ahead(sls_str rest)
{
    return rest.len > 1 && rest.ptr[0] == ' ' && rest.ptr[1] >= 'A' && rest.ptr[1] <= 'Z';
}

/* The named places of a claim's sentence; returns how many. */
static size_t wards_of(const sls_claim *claim, ward out[WARDS_MOST])
{
    char word[NAME_BYTES];
    sls_lang lang;
    size_t n, count = 0;
    sls_str rest = claim->quote;
    if (sls_lang_of(claim->lang, &lang) != SLS_OK)
        return 0;
    while (count < WARDS_MOST && (n = sls_next_word(&rest, word, sizeof word)) > 0) {
        if (!is_capital_ahead(rest))
            continue;
        const sls_str sort = sort_of(lang, (sls_str){ word, n });
        if (sort.len == 0)
            continue;
        sls_str ahead = rest;
        out[count].sort = sort;
        out[count].length = sls_next_word(&ahead, out[count].name, NAME_BYTES);
        count += out[count].length > 0;
    }
    return count;
}

bool sls_wards_part(const sls_claim *a, const sls_claim *b)
{
    ward x[WARDS_MOST], y[WARDS_MOST];
    const size_t m = wards_of(a, x), n = m > 0 ? wards_of(b, y) : 0;
    bool apart = false;
    for (size_t i = 0; i < m; i++) {
        for (size_t j = 0; j < n; j++) {
            if (!sls_str_eq(x[i].sort, y[j].sort))
                continue;
            if (x[i].length == y[j].length && memcmp(x[i].name, y[j].name, x[i].length) == 0)
                return false;
            apart = true;
        }
    }
    return apart;
}
