#include "model/stance.h"

#include "model/sense.h"

#define DENIED SLS_STR("not:")

/* Whether `other` affirms what `part`, "not:dikunjungi" or "not:@visit", denies. */
static bool affirms(const sls_claim *other, sls_str part)
{
    const sls_str word = sls_str_slice(part, DENIED.len, part.len);

    if (sls_str_list_has(other->stance, part))
        return false;
    if (sls_str_starts(word, SLS_STR("@")))
        return sls_str_eq(sls_str_slice(word, 1, word.len), other->event);
    return sls_str_list_has(other->context, word);
}

static bool denies(const sls_claim *a, const sls_claim *b)
{
    sls_str rest = a->stance, part;

    while (sls_str_split(&rest, ';', &part))
        if (sls_str_starts(part, DENIED) && affirms(b, part))
            return true;
    return false;
}

/* The end of the axis of `part` ("rise+") that the stance names: '+', '-', or 0. */
static char end_of(sls_str stance, sls_str axis)
{
    sls_str part;

    while (sls_str_split(&stance, ';', &part))
        if (part.len == axis.len && sls_str_starts(part, sls_str_slice(axis, 0, axis.len - 1)))
            return part.ptr[axis.len - 1];
    return 0;
}

/* "belum" is the denial itself, and "sudah" what it denies. */
static bool is_aspect(sls_str part)
{
    return sls_str_starts(part, SLS_STR("done"));
}

sls_stance_relation sls_stance_compare(const sls_claim *a, const sls_claim *b)
{
    sls_str rest = a->stance, part;
    int other = 0;

    while (sls_str_split(&rest, ';', &part)) {
        char end;

        if (sls_str_starts(part, DENIED) || part.len < 2 || is_aspect(part))
            continue;
        end = end_of(b->stance, part);
        other += end != 0 && end != part.ptr[part.len - 1];
    }
    if (denies(a, b) != denies(b, a))
        return other > 0 ? SLS_STANCE_ALIKE : SLS_STANCE_DENIES;
    return other > 0 ? SLS_STANCE_OPPOSES : SLS_STANCE_ALIKE;
}

bool sls_stance_opposes(const sls_claim *claim, sls_str part)
{
    const char end = sls_str_starts(part, DENIED) || part.len < 2 ? 0 : end_of(claim->stance, part);

    return end != 0 && end != part.ptr[part.len - 1];
}

bool sls_stance_parts(const sls_claim *a, const sls_claim *b)
{
    return sls_claims_say_one_value(a, b) && sls_stance_compare(a, b) != SLS_STANCE_ALIKE;
}

bool sls_stance_denies(const sls_claim *claim)
{
    sls_str rest = claim->stance, part;

    while (sls_str_split(&rest, ';', &part))
        if (sls_str_starts(part, DENIED))
            return true;
    return false;
}

const sls_claim *sls_stance_denier(const sls_claim *a, const sls_claim *b)
{
    const bool left = sls_stance_denies(a);

    if (!sls_claims_say_one_value(a, b) || left == sls_stance_denies(b))
        return NULL;
    return left ? a : b;
}
