#include "extract/office/cast.h"

#include "base/map.h"
#include "base/sixteen.h"
#include "base/vec.h"
#include "extract/office/title.h"

typedef SLS_VEC(sls_person) person_vec;

enum {
    MAX_CODES = 64,
    NAMED = 4,        /* items from "bernama" back to what is named */
    LONGEST_NAME = 4, /* words of a full name that only a short form vouches for */
    MAX_PERSONS = 512 /* looked through one by one; more names are a list, not a tale */
};

typedef struct {
    sls_str code[MAX_CODES];
    size_t count[MAX_CODES];
    size_t len;
} tally;

static void count_code(tally *t, sls_str code)
{
    size_t i = 0;

    if (code.len == 0)
        return;
    while (i < t->len && !sls_str_eq(t->code[i], code))
        i++;
    if (i == MAX_CODES)
        return;
    if (i == t->len) {
        t->code[i] = code;
        t->count[i] = 0;
        t->len++;
    }
    t->count[i]++;
}

static bool before(const tally *t, size_t a, size_t b)
{
    if (t->count[a] != t->count[b])
        return t->count[a] > t->count[b];
    return sls_str_cmp(t->code[a], t->code[b]) < 0;
}

static sls_str code_of(const sls_form *land)
{
    sls_str code = sls_form_value(land, SLS_C_COUNTRY);

    if (code.len == 0)
        code = sls_form_value(land, SLS_C_DEMONYM);
    return code.len > 0 ? code : sls_form_value(land, SLS_C_CAPITAL);
}

/* Whether item `i` stands in a title that stands apart. */
static bool is_titled(const sls_items *items, size_t i)
{
    return items->at[i].sentence < items->document->titled;
}

static sls_status rank_countries(const sls_items *items, sls_arena *arena, sls_cast *out)
{
    const uint64_t lands = SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_DEMONYM) | SLS_BIT(SLS_C_CAPITAL);
    tally t = { .len = 0 };

    for (size_t k = 0; k < items->stretch_count; k++)
        for (size_t i = items->stretches[k].begin;
             items->stretches[k].set & lands && i < items->stretches[k].end; i++)
            if (items->at[i].set & lands && !is_titled(items, i))
                count_code(&t, code_of(items->at[i].form));
    while (out->country_count < sizeof out->countries / sizeof out->countries[0] && t.len > 0) {
        size_t best = 0;

        for (size_t i = 1; i < t.len; i++)
            if (before(&t, i, best))
                best = i;
        out->countries[out->country_count] = t.code[best];
        out->named[out->country_count++] = t.count[best];
        t.len--;
        t.code[best] = t.code[t.len];
        t.count[best] = t.count[t.len];
    }
    for (size_t i = 0; i < out->country_count && 3 * out->named[i] >= out->named[0]; i++) {
        out->subject_count++;
        if (sls_arena_concat3(arena, out->subject, i > 0 ? SLS_STR(";") : SLS_STR(""),
                              out->countries[i], &out->subject) != SLS_OK)
            return SLS_ENOMEM;
    }
    return SLS_OK;
}

static bool has_word(sls_str name, sls_str word)
{
    sls_str rest = name, piece;

    while (sls_str_split(&rest, ' ', &piece))
        if (sls_str_eq(piece, word))
            return true;
    return false;
}

/* Whether every word of `part` is a word of `whole`. */
static bool words_within(sls_str part, sls_str whole)
{
    sls_str rest = part, piece;

    while (sls_str_split(&rest, ' ', &piece))
        if (!has_word(whole, piece))
            return false;
    return part.len > 0;
}

#define SEVERAL (UINT64_C(1) << 63) /* the name has two words or more */

static uint64_t word_bit(sls_str word)
{
    const unsigned char *at = (const unsigned char *)word.ptr;

    return SLS_BIT((at[0] * 5u + at[word.len - 1] * 3u + word.len) % 63);
}

/* A bit for each word: of names that differ in one, few have all bits of the other. */
static uint64_t words_of(sls_str name)
{
    size_t begin = 0;
    uint64_t words = 0;

    for (size_t i = 0; i < name.len; i++)
        if (name.ptr[i] == ' ') {
            words |= SEVERAL | word_bit(sls_str_slice(name, begin, i));
            begin = i + 1;
        }
    return name.len > 0 ? words | word_bit(sls_str_slice(name, begin, name.len)) : 0;
}

/* "bj habibie" of "bacharuddin jusuf habibie": two initials, then words of the name behind them. */
static bool is_short_for(sls_str name, sls_str whole)
{
    const size_t second = sls_str_find_byte(whole, ' ') + 1;

    if (second == 0 || second + 1 >= whole.len || name.ptr[0] != whole.ptr[0] ||
        name.ptr[1] != whole.ptr[second])
        return false;
    const sls_str rest = sls_str_slice(whole, second, whole.len);
    const size_t third = sls_str_find_byte(rest, ' ');
    return third != SIZE_MAX &&
           words_within(sls_str_slice(name, 3, name.len), sls_str_slice(rest, third + 1, rest.len));
}

static bool has_initials(sls_str name)
{
    return name.len > 3 && name.ptr[2] == ' ' && name.ptr[1] != ' ';
}

/* `words` are those of `name`; `*tied`: two fit equally, and none is given. */
static const sls_person *find_or_tie(const sls_cast *cast, sls_str name, uint64_t words, bool *tied)
{
    const sls_person *best = NULL;

    *tied = false;
    for (size_t i = 0; i < cast->person_count; i++) {
        const sls_person *p = &cast->persons[i];

        if (sls_str_eq(p->name, name))
            return p;
        if ((words & ~p->words || !words_within(name, p->name)) &&
            !(p->words && has_initials(name) && is_short_for(name, p->name)))
            continue;
        *tied = best && best->mentions == p->mentions;
        if (!best || p->mentions > best->mentions)
            best = p;
    }
    return *tied ? NULL : best;
}

static const sls_person *find(const sls_cast *cast, sls_str name, uint64_t words)
{
    bool tied;

    return find_or_tie(cast, name, words, &tied);
}

const sls_person *sls_cast_find(const sls_cast *cast, sls_str name)
{
    return find(cast, name, words_of(name));
}

const sls_person *sls_cast_person(const sls_cast *cast, size_t r)
{
    sls_whom *whom = &cast->whom[r];

    if (!whom->looked_up) {
        whom->person = whom->name.len > 0 ? find(cast, whom->name, whom->words) : NULL;
        whom->looked_up = true;
    }
    return whom->person;
}

/* "BJ Habibie": item `first` are the initials of a name that goes on to `last`. */
static bool begins_with_initials(const sls_items *items, size_t first, size_t last)
{
    return first < last && items->at[first].shape & SLS_SHAPED(CAPS) && items->at[first].set == 0 &&
           sls_items_origin(items, first, first).len == 2 &&
           !(items->at[last].shape & SLS_SHAPED(CAPS));
}

/* Whether the reading is a name of some words, none of which names what is no person. */
static bool is_plain_name(const sls_items *items, const sls_reading *r)
{
    const uint64_t others = SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_ORGWORD) | SLS_BIT(SLS_C_BODY) |
                            SLS_BIT(SLS_C_COUNTRY) | SLS_BIT(SLS_C_OUTLET);

    if (r->last - r->first >= LONGEST_NAME)
        return false;
    for (size_t i = r->first; i <= r->last; i++)
        if (items->at[i].set & others ||
            (items->at[i].shape & SLS_SHAPED(CAPS) &&
             !(i == r->first && begins_with_initials(items, i, r->last))))
            return false;
    return true;
}

/* Whether one of the reading's words names somebody alone elsewhere: "Song Hye Kyo ... Hye Kyo". */
static bool is_called_briefly(const sls_items *items, const sls_reading *r, const sls_map *brief)
{
    if (!is_plain_name(items, r))
        return false;
    return sls_map_get(brief, sls_items_folded(items, r->first, r->first)) != SLS_MAP_NONE ||
           sls_map_get(brief, sls_items_folded(items, r->last, r->last)) != SLS_MAP_NONE;
}

/* Whether an honorific or "ujar" stands before item `first`. */
static bool is_addressed(const sls_items *items, size_t first)
{
    const sls_item *before = first > 0 ? &items->at[first - 1] : NULL;

    return before &&
           (before->set & SLS_BIT(SLS_C_HONORIFIC) || before->traits & SLS_TRAIT(CLOSING));
}

/* "warga yang bernama", not "toko bernama": whether what is named at item `i` may be somebody. */
static bool names_somebody(const sls_items *items, size_t i)
{
    const uint64_t others = SLS_BIT(SLS_C_PLACE) | SLS_BIT(SLS_C_ORGWORD) | SLS_BIT(SLS_C_OBJECT);

    for (size_t k = i; k-- > 0 && k + NAMED >= i && items->at[k].symbol >= SLS_SYMBOL_WORDS;) {
        const sls_str noun = sls_item_value(&items->at[k], SLS_C_NOUN);

        if (noun.len > 0)
            return sls_lexicon_is_a(noun, SLS_STR("person"));
        if (items->at[k].set & SLS_BIT(SLS_C_PLACE) && items->at[k].shape & SLS_SHAPED(CAP))
            continue; /* "warga Papua Barat bernama" */
        if (items->at[k].set & others)
            return false;
    }
    return true;
}

/* "ibu mertua Andi, Savira Lestari, merayakan": comma `i` stands behind whose relative it is. */
static bool is_behind_relative(const sls_items *items, size_t i)
{
    for (size_t k = i; k-- > 0 && k + NAMED >= i && items->at[k].symbol >= SLS_SYMBOL_WORDS;) {
        if (sls_item_says(&items->at[k], SLS_C_VOICE, "kin"))
            return true;
        if (!(items->at[k].shape & SLS_SHAPED(NAME)) &&
            !(items->at[k].set & SLS_BIT(SLS_C_ORDINAL)))
            break;
    }
    return false;
}

/*
 * Whether the words around a full name say that somebody bears it: "bernama", "tersangka",
 * "alias" before it, an age in brackets or between commas behind it, "menggantikan" where an office
 * is told of.
 */
static bool is_introduced(const sls_items *items, const sls_reading *r)
{
    const sls_item *before = r->first > 0 ? &items->at[r->first - 1] : NULL;
    const sls_item *behind = &items->at[r->last + 1];

    if (r->first == r->last)
        return false;
    if (before && sls_item_says(before, SLS_C_LITERAL, "named") &&
        r->last - r->first < LONGEST_NAME && names_somebody(items, r->first - 1))
        return true; /* "perempuan bernama Rani Kaur", whatever place Kaur is */
    if (!is_plain_name(items, r))
        return false;
    if (behind->symbol == '(' && behind[1].shape & SLS_SHAPED(TWO) && behind[2].symbol == ')')
        return true;
    if (behind->symbol == ',' && behind[1].shape & SLS_SHAPED(TWO) &&
        (behind[2].symbol == ',' || behind[2].symbol == '.'))
        return true;
    if (behind->symbol == ',' && behind[1].traits & SLS_TRAIT(ARTICLE_ONE) &&
        behind[2].shape & SLS_SHAPED(TWO) && behind[3].symbol == '-') /* ", a 37-year-old" */
        return true;
    if (!before)
        return false;
    if (before->symbol == ',' && behind->symbol == ',')
        return is_behind_relative(items, r->first - 1);
    return sls_item_says(before, SLS_C_VOICE, "bearer") ||
           sls_item_says(before, SLS_C_LITERAL, "old") || /* 22-year-old Ann Lee */
           (before->set & SLS_BIT(SLS_C_SUCCESSION) && before->shape & SLS_SHAPED(LOWER) &&
            sls_stretch_of(items, r->first)->set & SLS_BIT(SLS_C_OFFICE));
}

/*
 * Whether reading `r` names a person by more than its capitals: an office, a given name, an
 * honorific or "ujar" before it, a shorter form of it in the article.
 */
static bool is_person(const sls_items *items, const sls_reading *r, const sls_map *brief)
{
    if (!sls_reading_is(r, SLS_READ(NAME)))
        return sls_has(r, SLS_G_name);
    if (r->first > 0 && items->at[r->first - 1].shape & SLS_SHAPED(CAPS) &&
        (sls_item_says(&items->at[r->first - 1], SLS_C_OBJECT, "company") ||
         sls_item_says(&items->at[r->first - 1], SLS_C_VOICE, "house")))
        return false; /* "CV Surya Prima" */
    const size_t given = r->first + begins_with_initials(items, r->first, r->last);

    return items->at[given].set & SLS_BIT(SLS_C_GIVEN) || is_called_briefly(items, r, brief) ||
           is_addressed(items, r->first) || is_introduced(items, r);
}

/* Whether items first..last say something: "ujar Budi", "Budi mengatakan", "Pak Budi". */
static bool speaks(const sls_items *items, size_t first, size_t last)
{
    return items->at[last + 1].set & SLS_BIT(SLS_C_SPEECH) || is_addressed(items, first);
}

/* A name of one word that speaks: the short form of somebody who has a full name too. */
static bool is_brief(const sls_items *items, const sls_reading *r)
{
    return r->first == r->last && sls_reading_is(r, SLS_READ(NAME)) &&
           speaks(items, r->first, r->last);
}

static bool is_full(uint64_t words)
{
    return words & SEVERAL;
}

/* The country that an office in reading `r` gives its holder. */
static sls_status office_country(const sls_items *items, const sls_reading *r, sls_arena *arena,
                                 sls_str *out)
{
    sls_title title;
    sls_status status;

    *out = (sls_str){ 0 };
    if (!sls_reading_is(r, SLS_READ(TITLE)))
        return SLS_OK;
    status = sls_title_of(items, r, arena, &title);
    if (status == SLS_OK && title.scope.len == 2)
        *out = title.scope;
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

static bool is_plain_long(sls_str folded)
{
    bool space = true;

    for (size_t i = 0; i < folded.len; i++) {
        const char c = folded.ptr[i];

        if (c == ' ' ? space : !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')))
            return false;
        space = c == ' ';
    }
    return !space;
}

/*
 * Whether folded text is a name as claims write it: letters and digits, single spaces. Most names
 * have up to sixteen bytes, which folded text lets be read, a bit each.
 */
static bool is_plain(sls_str folded)
{
    const unsigned whole = (1u << (folded.len & 31)) - 1;
    unsigned letters, spaces;

    if (folded.len == 0 || folded.len > SLS_SIXTEEN)
        return is_plain_long(folded);
    letters = sls_sixteen_between(folded.ptr, 'a', 'z') | sls_sixteen_between(folded.ptr, '0', '9');
    spaces = sls_sixteen_is(folded.ptr, ' ') & whole;
    /* no space at the start, behind a space, or at the end */
    return !(whole & ~(letters | spaces)) && !(spaces & (spaces << 1 | 1)) &&
           !(spaces >> (folded.len - 1));
}

/* "Jokowi-Ma'ruf": two who stand for election together, each by a single name. */
static bool is_pair(const sls_items *items, const sls_reading *r)
{
    return r->last == r->first + 2 && items->at[r->first + 1].symbol == '-' &&
           items->at[r->last].shape & SLS_SHAPED(CAP);
}

/* The name that reading `r` has, or "". */
static sls_status name_in(const sls_items *items, const sls_reading *r, sls_arena *arena,
                          sls_str *out)
{
    const bool group = sls_has(r, SLS_G_name);
    const size_t to = group ? (size_t)r->to[SLS_G_name] : r->last;

    *out = (sls_str){ 0 };
    if (sls_reading_is(r, SLS_READ(IDENTIFIER)) || (!group && !sls_reading_is(r, SLS_READ(NAME))) ||
        (!group && is_pair(items, r)))
        return SLS_OK; /* what bears a number is nobody */
    const size_t begin = sls_title_name_begin(items, r);

    *out = sls_items_folded(items, begin, to);
    if (begin == to && items->at[to].set & SLS_BIT(SLS_C_GIVEN)) {
        const sls_str full = sls_lexicon_attribute(SLS_C_GIVEN, *out, "full");

        if (full.len > 0)
            *out = full; /* "Jokowi" */
    }
    if (is_plain(*out))
        return SLS_OK;
    if (sls_str_find_byte(*out, '(') == SIZE_MAX)
        return sls_fold_name_again(*out, arena, out);
    return sls_title_name(items, begin, to, arena, out);
}

static sls_status enter(person_vec *persons, sls_map *index, const sls_whom *whom, sls_str country,
                        sls_arena *arena)
{
    uint32_t at = 0;
    bool added = false;
    sls_status status = sls_map_intern(index, whom->name, (uint32_t)persons->len, &at, &added);

    if (status != SLS_OK)
        return status;
    if (added) {
        sls_person *p = sls_vec_push(persons, arena);

        if (!p)
            return SLS_ENOMEM;
        *p = (sls_person){ .name = whom->name, .words = whom->words };
    }
    persons->at[at].mentions++;
    if (persons->at[at].country.len == 0)
        persons->at[at].country = country;
    return SLS_OK;
}

/* The person whose full name reading `r` has. */
static sls_status enter_full(person_vec *persons, sls_map *index, const sls_items *items,
                             const sls_reading *r, const sls_whom *whom, const sls_map *brief,
                             sls_arena *arena)
{
    sls_str country;
    sls_status status;

    if (!is_person(items, r, brief))
        return SLS_OK;
    status = office_country(items, r, arena, &country);
    return status == SLS_OK && persons->len < MAX_PERSONS
               ? enter(persons, index, whom, country, arena)
               : status;
}

/* Who is entered by initials and by the full name is one. */
static void join_initials(person_vec *persons)
{
    for (size_t i = 0; i < persons->len; i++) {
        sls_person *p = &persons->at[i];

        for (size_t k = 0; has_initials(p->name) && k < persons->len; k++) {
            sls_person *whole = &persons->at[k];

            if (k == i || !is_short_for(p->name, whole->name))
                continue;
            whole->mentions += p->mentions;
            *p = (sls_person){ .name = whole->name, .country = whole->country };
        }
    }
}

/* Whether item `i` is a word that means nothing else than a name, as far as is known. */
static bool is_only_name(const sls_items *items, size_t i)
{
    const uint64_t names = SLS_BIT(SLS_C_GIVEN) | SLS_BIT(SLS_C_SURNAME);

    return items->at[i].set & SLS_BIT(SLS_C_GIVEN) ||
           !(items->at[i].set & ~names || items->at[i].shape & SLS_SHAPED(CAPS));
}

/* Whether a name of one word is somebody's by its office, which is no firm's. */
static sls_status vouch_by_title(const sls_items *items, const sls_reading *r, sls_arena *arena,
                                 bool *vouched)
{
    sls_title title;

    *vouched = false;
    if (!sls_has(r, SLS_G_name) || !is_only_name(items, (size_t)r->to[SLS_G_name]))
        return SLS_OK;
    const sls_status status = sls_title_of(items, r, arena, &title);
    *vouched = status == SLS_OK && !title.bare;
    return status == SLS_ENOTFOUND ? SLS_OK : status;
}

/*
 * Whether it is by what stands around it: an age in brackets behind it, "ujar" before it or
 * "mengatakan" behind, where it does not open a sentence.
 */
static bool is_vouched_for(const sls_items *items, const sls_reading *r)
{
    const sls_item *behind = &items->at[r->last + 1];

    if (!is_plain_name(items, r) || !is_only_name(items, r->first) ||
        (r->first > 0 && sls_item_says(&items->at[r->first - 1], SLS_C_LITERAL, "the")))
        return false; /* "the North said" */
    if (behind->symbol == '(' && behind[1].shape & SLS_SHAPED(TWO) && behind[2].symbol == ')')
        return true;
    return is_brief(items, r) && (items->at[r->first].set & SLS_BIT(SLS_C_GIVEN) ||
                                  !(items->at[r->first].shape & SLS_SHAPED(FIRST)));
}

/*
 * Counts names of one word for those whom they fit; who goes by one name throughout is entered with
 * the first that is vouched for: "Menko Polhukam Wiranto".
 */
static sls_status enter_short(person_vec *persons, sls_map *index, const sls_items *items,
                              const sls_readings *readings, sls_arena *arena, sls_cast *out)
{
    sls_status status = SLS_OK;

    for (size_t i = 0; i < readings->count && status == SLS_OK; i++) {
        const sls_reading *r = &readings->at[i];
        const sls_whom *whom = &out->whom[i];
        const sls_person *known;
        bool tied, vouched;

        if (whom->name.len == 0 || is_full(whom->words) || is_titled(items, r->first))
            continue;
        known = find_or_tie(out, whom->name, whom->words, &tied);
        if (known) {
            persons->at[known - persons->at].mentions++;
            continue;
        }
        if (tied || persons->len >= MAX_PERSONS)
            continue;
        if (sls_reading_is(r, SLS_READ(NAME)))
            vouched = is_vouched_for(items, r);
        else
            status = vouch_by_title(items, r, arena, &vouched);
        if (status == SLS_OK && vouched) {
            status = enter(persons, index, whom, (sls_str){ 0 }, arena);
            out->persons = persons->at;
            out->person_count = persons->len;
        }
    }
    return status;
}

sls_status sls_cast_make(const sls_items *items, const sls_readings *readings, sls_arena *arena,
                         sls_cast *out)
{
    person_vec persons = { 0 };
    sls_map index, brief;
    sls_status status;

    *out = (sls_cast){ 0 };
    sls_map_init(&index, arena);
    sls_map_init(&brief, arena);
    status = rank_countries(items, arena, out);
    out->whom = sls_arena_calloc(arena, readings->count + 1, sizeof *out->whom);
    if (!out->whom)
        return SLS_ENOMEM;
    for (size_t i = 0; i < readings->count && status == SLS_OK; i++) {
        sls_whom *whom = &out->whom[i];

        status = name_in(items, &readings->at[i], arena, &whom->name);
        if (status != SLS_OK || whom->name.len == 0)
            continue;
        whom->words = words_of(whom->name);
        if (is_brief(items, &readings->at[i]) && !is_titled(items, readings->at[i].first))
            status = sls_map_set(
                &brief, sls_items_folded(items, readings->at[i].first, readings->at[i].first), 1);
    }
    /* full names first, so that a surname before the full name finds it too */
    for (size_t i = 0; i < readings->count && status == SLS_OK; i++)
        if (is_full(out->whom[i].words) && !is_titled(items, readings->at[i].first))
            status =
                enter_full(&persons, &index, items, &readings->at[i], &out->whom[i], &brief, arena);
    join_initials(&persons);
    out->persons = persons.at;
    out->person_count = persons.len;
    return status == SLS_OK ? enter_short(&persons, &index, items, readings, arena, out) : status;
}
