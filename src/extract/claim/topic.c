#include "extract/claim/topic.h"

#include "extract/claim/attribute.h"
#include "extract/claim/beside.h"
#include "extract/claim/listed.h"
#include "extract/claim/meaning.h"
#include "extract/claim/mood.h"
#include "extract/claim/object.h"
#include "extract/claim/role.h"
#include "extract/claim/ruled.h"
#include "extract/claim/saying.h"
#include "extract/claim/titled.h"
#include "extract/claim/voice.h"
#include "extract/date/date.h"

enum {
    OBJECT_REACH = 6,
    EVENT_REACH = 10, /* items to the event of another clause */
    HEAD = 14,        /* items from "digelar" back to what is held */
    FEW = 3,          /* words of a clause that does not speak for itself */
    RULED = 4,        /* items from a verb to the noun of doing that is its object */
    NAMED = 8,        /* items from "Badan" to the last word of its name */
    SAID_REACH = 2    /* items from a date, or a term, to the verb behind it that tells it */
};

/* "setelah dirawat sejak Senin", "selama tiga hari": what lasts is told of what stands nearest. */
static bool lasts(const sls_scene *s, size_t first, size_t last)
{
    return sls_scene_tells(s, first, SLS_T_PAST) ||
           sls_scene_tells(s, sls_clause_of(s, first, last).from, SLS_T_PAST) ||
           (first > 0 && sls_item_says(&s->items->at[first - 1], SLS_C_LITERAL, "lasting"));
}

/* "ditemukan dalam keadaan terbakar": how something was found, not what happened. */
static bool is_manner(const sls_scene *s, size_t i)
{
    return i > 0 && sls_item_says(&s->items->at[i - 1], SLS_C_CLAUSE, "manner");
}

/* "in March": no march; "4.5 trillion won": nothing was won; "pekan yang akan datang": it comes. */
static bool in_another_sense(const sls_scene *s, size_t i)
{
    return s->reading_of[i] >= 0 &&
           s->items->at[i].set &
               (SLS_BIT(SLS_C_MONTH) | SLS_BIT(SLS_C_CURRENCY) | SLS_BIT(SLS_C_DEICTIC));
}

/* "in 12 states": nobody states it. */
static bool in_a_count(const sls_scene *s, size_t i)
{
    return sls_scene_reads(s, i, SLS_READ(QUANTITY));
}

/* What a value may be said of. */
typedef enum { OF_COUNT, OF_DATE, OF_LONE_DATE } aim; /* lone: all that its clause holds */

/* `near`: a word at most and names stand between. */
static bool is_told(const sls_scene *s, size_t i, aim of, bool near)
{
    if (sls_scene_is(s, i, SLS_C_EVENT))
        return !in_another_sense(s, i) && !sls_ruled_attribute(s, i);
    return of != OF_COUNT && sls_scene_is(s, i, SLS_C_SPEECH) && !in_a_count(s, i) &&
           (of == OF_LONE_DATE || near || !sls_saying_names_source(s, i));
}

/* "UU Pajak Penghasilan", "Forum Keluarga": of a name, unless all words have capitals. */
static bool is_of_a_name(const sls_scene *s, size_t i, size_t last)
{
    const uint32_t cap = SLS_SHAPED(CAP), first = SLS_SHAPED(FIRST);

    return s->items->at[last].shape & SLS_SHAPED(LOWER) && s->items->at[i].shape & cap &&
           !(s->items->at[i].shape & first) && i > 0 &&
           s->items->at[i - 1].symbol >= SLS_SYMBOL_WORDS &&
           (s->items->at[i + 1].shape & cap ||
            (s->items->at[i - 1].shape & cap && !(s->items->at[i - 1].shape & first)));
}

/* "Badan Penelitian, Pengembangan dan Inovasi Daerah": what an office is for is no event. */
static bool is_of_an_office(const sls_scene *s, size_t i)
{
    if (!(s->items->at[i].shape & SLS_SHAPED(CAP)) || s->items->at[i].traits & SLS_VOICES)
        return false; /* a verb in a headline */
    for (size_t k = i; k-- > 0 && k + NAMED >= i;) {
        const sls_item *item = &s->items->at[k];

        if (item->shape & SLS_SHAPED(CAP) && !(item->set & SLS_BIT(SLS_C_EVENT)) &&
            (sls_item_says(item, SLS_C_ORGWORD, "org") || sls_scene_is(s, k, SLS_C_OFFICE)))
            return true;
        if (k + 1 == i && item->shape & SLS_SHAPED(LOWER) && s->reading_of[k] < 0 &&
            s->items->at[i + 1].shape & SLS_SHAPED(CAP) &&
            sls_role_lives(sls_scene_value(s, k, SLS_C_NOUN)))
            return true; /* "penyidik Perlindungan Perempuan dan Anak" */
        if (!(item->shape & SLS_SHAPED(CAP)) && item->symbol != ',' &&
            !sls_scene_tells(s, k, SLS_T_AND))
            break;
    }
    return false;
}

/* "Rapat Persiapan Forum Sanksi Adat": of a name's nouns of doing the first is its head. */
static size_t head_of_name(const sls_scene *s, size_t i, size_t from)
{
    const sls_item *at = s->items->at;
    size_t head = i;

    if (!(at[i].shape & SLS_SHAPED(CAP)) || at[i].traits & SLS_VOICES ||
        at[i].shape & SLS_SHAPED(FIRST))
        return i;
    for (size_t k = i; k-- > from && k + NAMED >= i && !sls_scene_is_read(s, k);) {
        if (!(at[k].shape & (SLS_SHAPED(CAP) | SLS_SHAPED(CAPS))) &&
            !sls_scene_tells(s, k, SLS_T_AND))
            break;
        if (sls_scene_is(s, k, SLS_C_EVENT) && !(at[k].traits & SLS_VOICES) &&
            !is_of_an_office(s, k))
            head = k;
    }
    return head;
}

/* "Tahun depan kredit konsumer akan naik": the verb that a noun before it is the subject of. */
static size_t verb_behind(const sls_scene *s, size_t noun, size_t to)
{
    bool planned = false;

    if (s->items->at[noun].traits & SLS_VOICES || sls_scene_is(s, noun, SLS_C_SPEECH))
        return noun;
    for (size_t i = noun + 1; i < to && i <= noun + OBJECT_REACH; i++) {
        if (s->items->at[i].symbol < SLS_SYMBOL_WORDS)
            break;
        planned = planned || sls_scene_tells(s, i, SLS_T_PLANNED);
        if (planned && sls_scene_is(s, i, SLS_C_EVENT))
            return i;
    }
    return noun;
}

/* "has 500 workers"; before a verb it is an auxiliary. */
static bool has_it(const sls_scene *s, size_t i)
{
    return s->reading_of[i] < 0 && sls_str_eq(sls_scene_value(s, i, SLS_C_CLAUSE), SLS_STR("have"));
}

/* "rekor pengiriman senilai Rp 2 miliar pada Maret": what it cost is not dated. */
static bool is_price(const sls_scene *s, size_t i)
{
    return sls_item_says(&s->items->at[i], SLS_C_VOICE, "price");
}

/* "dilaporkan mengalami kerusakan": it is told, of what another verb tells. */
static bool is_only_told(const sls_scene *s, size_t i)
{
    return sls_saying_names_source(s, i) &&
           (s->items->at[i + 1].traits & SLS_VOICES || sls_scene_is(s, i + 1, SLS_C_ROLE) ||
            s->items->at[i + 2].traits & SLS_VOICES);
}

/* "2020", "tahun 1950-an". */
static bool is_year(const sls_scene *s, size_t first, size_t last)
{
    const uint32_t year = SLS_SHAPED(YEAR);

    return s->items->at[first].shape & year ||
           (first < last && s->items->at[first + 1].shape & year);
}

/* "tiga orang yang membantu untuk mencari": behind item `i` the subject's own verb stands no more.
 */
static bool turns(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return s->items->at[i].traits & (SLS_TRAIT(AFTER) | SLS_TRAIT(BEFORE)) ||
           (r ? !sls_reading_is(r, SLS_READ(NAME) | SLS_READ(TITLE))
              : sls_item_says(&s->items->at[i], SLS_C_LITERAL, "for"));
}

/* "Pada 1976 pria kelahiran 25 Juni 1936 itu mendirikan": noun `i` has the date behind it. */
static bool is_birth_of_its_own(const sls_scene *s, size_t i)
{
    return !(s->items->at[i].traits & SLS_VOICES) && sls_scene_is(s, i, SLS_C_EVENT) &&
           sls_scene_reads(s, i + 1, SLS_READ(DATE)) &&
           sls_lexicon_attribute_is(SLS_C_EVENT, sls_scene_value(s, i, SLS_C_EVENT), "recurrence",
                                    "once");
}

/* The event nearest behind first..last inside `in`; SIZE_MAX none. */
static size_t event_behind(const sls_scene *s, sls_span in, size_t first, size_t last, aim of)
{
    /* "tiga hari menjelang pemilu" is told of that, "tiga poin setelah menang" is not */
    const bool length = sls_scene_reads(s, first, SLS_READ(DURATION));
    size_t relative = SIZE_MAX, aside = SIZE_MAX, limit = last + HEAD;
    bool listed = false;

    for (size_t i = last + 1; i < in.to && !(of == OF_COUNT && i > limit); i++) {
        const size_t close = sls_beside_end(s, i, in.to);

        if (close > i) {
            aside = aside == SIZE_MAX ? sls_beside_verb(s, i, close) : aside;
            limit += close - i;
            i = close;
            continue;
        }
        if (s->reading_of[i] < 0 &&
            (s->items->at[i].symbol == ':' || s->items->at[i].symbol == ';'))
            break;
        listed = listed || sls_item_says(&s->items->at[i], SLS_C_APPOSITION, "namely");
        limit += listed && sls_scene_is_person(s, i); /* "empat calon, yakni Andi dan Budi" */
        if (of == OF_COUNT &&
            (sls_scene_clausal(s, i, SLS_T_TOPIC) || (relative != SIZE_MAX && turns(s, i))))
            break; /* "7 aturan soal membawa tas" */
        if (i > last + 1 && sls_scene_closes(s, i) && s->items->at[i - 1].symbol == '"')
            break; /* what its speaker did is not told of in a quotation */
        if ((of == OF_COUNT && (is_of_a_name(s, i, last) ||
                                (sls_beside_is_background(s, i) && !(length && i == last + 2)))) ||
            is_of_an_office(s, i) || is_only_told(s, i) || in_another_sense(s, i) ||
            is_birth_of_its_own(s, i) ||
            (of == OF_DATE && sls_beside_is_background(s, i) && sls_ruled_behind(s, first)))
            continue; /* "died in Gambia, Kenya and Chad in 2022 after taking syrups" */
        if (of == OF_COUNT && sls_beside_is_of_another(s, i, last))
            break;
        if (sls_scene_is(s, i, SLS_C_EVENT) && sls_beside_is_relative(s, i)) {
            relative = relative == SIZE_MAX ? i : relative;
            continue;
        }
        if (relative != SIZE_MAX &&
            !(s->items->at[i].traits & (SLS_VOICES | SLS_TRAIT(HELD) | SLS_TRAIT(HOLDS))))
            continue;
        if (sls_scene_is(s, i, SLS_C_EVENT) ||
            (is_told(s, i, of, false) && !sls_scene_closes(s, i) &&
             !sls_saying_names_source(s, i) &&
             (i <= last + SAID_REACH || sls_opens_sentence(s, first) ||
              sls_ruled_day(s, first, last, i))))
            return of == OF_COUNT ? i : verb_behind(s, sls_ruled_light(s, i, in.to), in.to);
    }
    return relative != SIZE_MAX ? relative : aside;
}

/* "menyebut dirinya bulan lalu bertemu Budi": the verb behind the date, in what is said at `i`. */
static size_t told_behind(const sls_scene *s, size_t i, size_t last, size_t to)
{
    const uint32_t verbs = SLS_VOICES | SLS_TRAIT(HELD) | SLS_TRAIT(HOLDS);

    if (!sls_saying_tells(s, i))
        return SIZE_MAX;
    for (size_t k = last + 1; k < to && k <= last + RULED; k++) {
        if (s->items->at[k].symbol < SLS_SYMBOL_WORDS || sls_scene_tells(s, k, SLS_T_THAT) ||
            sls_beside_is_background(s, k))
            break;
        if (sls_scene_is(s, k, SLS_C_EVENT) && s->items->at[k].traits & verbs)
            return k;
    }
    return SIZE_MAX;
}

/* "lahir pada 1943 yang populer di era 1960-an": what stands before a date behind "yang" has it. */
static bool is_dated(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && sls_reads_date(r) && !sls_titled(s, r->first);
}

/* "jelang balapan akhir pekan nanti": noun of doing `i` stands right before its date. */
static bool is_of_the_noun(const sls_scene *s, size_t i, size_t first)
{
    return i + 1 == first && !(s->items->at[i].traits & SLS_VOICES) &&
           !sls_scene_is(s, i, SLS_C_SPEECH);
}

/* "its growth forecast": a noun of saying, behind what it says, ends no tale. */
static bool is_said_by_noun(const sls_scene *s, size_t i)
{
    return i > 0 && sls_scene_is(s, i - 1, SLS_C_EVENT) &&
           !(s->items->at[i - 1].traits & SLS_VOICES);
}

/* "added 5,000 jobs": a verb of saying that has the count itself behind it says nothing. */
static bool is_done_to(const sls_scene *s, size_t i, size_t first)
{
    return i + 1 == first && sls_scene_is(s, i, SLS_C_EVENT);
}

#define NO_EVENT (SIZE_MAX - 1) /* the clause itself tells of none */

/*
 * The event nearest to first..last inside `in`, before it rather than behind; background
 * events only when there is no other, saying only of dates. SIZE_MAX none, or NO_EVENT.
 */
static size_t nearest_event(const sls_scene *s, sls_span in, size_t first, size_t last, aim of)
{
    /* in brackets, a date belongs to what stands right before them */
    const bool aside = first > 0 && s->items->at[first - 1].symbol == '(';
    /* "setelah krisis Asia pada 1997": a year is of what stands right before it */
    const bool year = of == OF_DATE && s->items->at[first].shape & SLS_SHAPED(YEAR);
    const bool lasting = lasts(s, first, last);
    const bool english = sls_scene_lang(s, first) == SLS_LANG_EN;
    /* "menghentikan audisi mulai 2020" */
    const bool onward = sls_scene_is(s, first, SLS_C_SINCE);
    size_t background = SIZE_MAX;
    size_t words = 0;
    bool relative = false;
    bool happened = false; /* "mengatakan peristiwa itu terjadi pada Senin": it is not told then */

    for (size_t i = first; i-- > in.from;) {
        if (sls_ruled_plain(s, i)) { /* as most are */
            words += sls_ruled_word(s, i);
            continue;
        }
        if (happened && sls_scene_is(s, i, SLS_C_SPEECH) && !sls_scene_is(s, i, SLS_C_EVENT))
            return background != SIZE_MAX ? background : NO_EVENT;
        happened = happened || (of != OF_COUNT && sls_scene_clausal(s, i, SLS_T_HELD));
        if (relative && of != OF_COUNT && is_dated(s, i))
            return background != SIZE_MAX ? background : NO_EVENT;
        relative = relative || sls_scene_clausal(s, i, SLS_T_THAT);
        if (sls_scene_clausal(s, i, SLS_T_STATE) && sls_ruled_instrument(s, i, in.from))
            continue;
        if (sls_scene_clausal(s, i, SLS_T_STATE) ||
            (i + 1 == first && has_it(s, i))) /* its subject has it, and did nothing */
            return background != SIZE_MAX ? background : NO_EVENT;
        if (of == OF_COUNT && is_of_a_name(s, i, last))
            continue;
        if (of == OF_COUNT && sls_saying_tells(s, i) && !sls_scene_clausal(s, i, SLS_T_PASSIVE) &&
            !(english && (is_said_by_noun(s, i) || is_done_to(s, i, first))))
            break; /* "yang memimpin rapat menjelaskan tiga hal" */
        if (!is_told(s, i, of, words <= 1 && i + SLS_SAYING_REACH >= first)) {
            words += sls_ends_clause(s, i) ? 2 : sls_ruled_word(s, i);
            continue;
        }
        if (is_of_an_office(s, i) || is_manner(s, i) || (of != OF_COUNT && is_price(s, i)))
            continue;
        if (of != OF_COUNT)
            i = head_of_name(s, i, in.from);
        if (of != OF_COUNT && !lasting && (onward || !is_year(s, first, last)))
            i = sls_ruling_verb(s, i, in.from);
        const size_t behind = words > 0 ? told_behind(s, i, last, in.to) : SIZE_MAX;
        if (behind != SIZE_MAX)
            return behind;
        if (of == OF_COUNT)
            i = is_price(s, i) ? sls_ruled_priced(s, i, in.from)
                               : sls_ruled_change(s, i, in.from, first);
        if (background != SIZE_MAX && sls_beside_is_relative(s, i))
            continue; /* "soal rumor yang melibatkan klub setelah latihan, Senin" */
        if (aside || lasting || (year && words <= 1) || is_of_the_noun(s, i, first) ||
            (english && of == OF_COUNT && words == 0) || /* "after killing three" */
            !(sls_beside_is_background(s, i) ||
              (of == OF_LONE_DATE && (sls_beside_is_meanwhile(s, i) || sls_beside_is_told(s, i)))))
            return i;
        if (background == SIZE_MAX)
            background = i;
    }
    if (background == SIZE_MAX && of == OF_COUNT && sls_ruled_oblique(s, in.from, first))
        return NO_EVENT;
    return background != SIZE_MAX ? background : event_behind(s, in, first, last, of);
}

/* How many words a clause holds beside its readings, up to FEW + 1. */
static size_t words_of(const sls_scene *s, sls_span clause)
{
    size_t n = 0;

    for (size_t i = clause.from; i < clause.to && n <= FEW; i++)
        n += sls_ruled_word(s, i);
    return n;
}

/* The subject's first event is its head; "yang" speaks of the nearest. */
size_t sls_topic_held(const sls_scene *s, size_t event)
{
    const sls_span clause = sls_clause_of(s, event, event);
    const bool relative = event > clause.from &&
                          (sls_scene_tells(s, event - 1, SLS_T_THAT) ||
                           sls_item_says(&s->items->at[event - 1], SLS_C_LITERAL, "rel") ||
                           (event > clause.from + 1 && sls_scene_tells(s, event - 2, SLS_T_THAT)));
    size_t found = event;

    if (sls_scene_clausal(s, event, SLS_T_HELD))
        for (size_t i = event; i-- > clause.from && i + HEAD >= event;) {
            if (sls_scene_is(s, i, SLS_C_SPEECH))
                break;
            if (sls_scene_is(s, i, SLS_C_EVENT) && !is_of_a_name(s, i, event) &&
                !sls_beside_is_background(s, i) && !(s->items->at[i].traits & SLS_VOICES)) {
                found = i;
                if (relative)
                    break;
            }
        }
    if (sls_scene_clausal(s, event, SLS_T_HOLDS))
        for (size_t i = event + 1; i < clause.to && i <= event + HEAD; i++)
            if (sls_scene_is(s, i, SLS_C_EVENT))
                return i;
    return found;
}

/* "Neymar yang pada 2017 pindah": what stands before "yang" is not dated. */
static size_t behind_that(const sls_scene *s, size_t from, size_t first)
{
    size_t i = first;

    while (i > from && s->items->at[i - 1].set & SLS_BIT(SLS_C_LITERAL) &&
           !sls_scene_tells(s, i - 1, SLS_T_THAT))
        i--;
    return i > from && sls_scene_tells(s, i - 1, SLS_T_THAT) ? i : from;
}

/* "karena sejak 2014, ...": only the word that opens its clause stands before the date. */
static bool opens(const sls_scene *s, sls_span clause, size_t first)
{
    const uint64_t empty = SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL) | SLS_BIT(SLS_C_CLAUSE);

    for (size_t i = clause.from; i < first; i++)
        if (!(s->items->at[i].set & empty))
            return false;
    return sls_scene_clausal(s, clause.from, SLS_T_OPENS);
}

/* "pendampingnya adalah 1 orang": so many they are, whatever else happens. */
static bool is_copula(const sls_scene *s, size_t first)
{
    return first > 0 && sls_item_says(&s->items->at[first - 1], SLS_C_CLAUSE, "copula");
}

/* "menjadi dua hal yang ...", "adalah tiga orang yang ...": the count is what its subject is. */
static bool is_predicate(const sls_scene *s, size_t first)
{
    return first > 0 && s->reading_of[first - 1] < 0 &&
           sls_scene_is(s, first - 1, SLS_C_APPOSITION) && sls_voice_is(s, first - 1, "reach");
}

/* The verb that "yang" right behind item `last` tells of those counted, or SIZE_MAX. */
static size_t relative_behind(const sls_scene *s, size_t last, size_t to)
{
    size_t i = last + 1;

    i += !(s->items->at[i].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_LITERAL)));
    if (i >= to || !sls_scene_clausal(s, i, SLS_T_THAT))
        return SIZE_MAX;
    for (size_t k = i + 1; k < to && k <= i + RULED && s->items->at[k].symbol >= SLS_SYMBOL_WORDS;
         k++)
        if (sls_scene_is(s, k, SLS_C_EVENT) && s->items->at[k].traits & SLS_VOICES)
            return k;
    return SIZE_MAX;
}

/* "mengaku pernah dua kali menang": what was done so often, `found` or right behind. */
static size_t repeated(const sls_scene *s, size_t first, size_t last, size_t found)
{
    const uint64_t empty = SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_NEGATION) | SLS_BIT(SLS_C_MODAL);

    if (found < first && found + RULED >= first && !sls_scene_is(s, found, SLS_C_SPEECH) &&
        !sls_mood_asks(s, found + 1, first) && !sls_voice_is(s, found, "reach"))
        return found; /* but "tercatat dua kali menang" */
    for (size_t i = last + 1; i <= last + RULED && s->items->at[i].symbol >= SLS_SYMBOL_WORDS;
         i++) {
        if (sls_scene_is(s, i, SLS_C_EVENT) && s->reading_of[i] < 0)
            return i;
        if (!(s->items->at[i].set & empty) || s->items->at[i].traits & SLS_TRAIT(IN))
            break;
    }
    return found;
}

/* "who was mayor for nine years, was found guilty": they are none of the sentence behind them. */
static bool is_verdict_on_years(const sls_scene *s, size_t event, sls_str unit)
{
    return sls_str_list_has(SLS_STR("year;month"), unit) &&
           sls_str_eq(sls_event_meant(s, event), SLS_STR("sentence"));
}

static size_t event_of(const sls_scene *s, size_t first, size_t last, const sls_str *unit)
{
    const size_t begin = sls_sentence_begin(s->items, first);
    const size_t term = unit ? sls_event_of_term(s, first, last) : SIZE_MAX;
    size_t measured;
    const bool count = unit && !sls_str_eq(*unit, SLS_STR("times")); /* "lima kali mengatakan" */

    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)))
        return SIZE_MAX;
    if (term != SIZE_MAX)
        return term;
    if (unit && sls_ruled_measure(s, first, last, &measured))
        return measured;
    const size_t owned = unit ? SIZE_MAX : sls_ruled_owned(s, last);
    if (owned != SIZE_MAX)
        return owned;
    const sls_span clause = sls_clause_of(s, first, last);
    if (sls_ruled_compared(s, clause.from, first) || sls_ruled_bracketed(s, first, last))
        return SIZE_MAX;
    const sls_span sentence = { begin, sls_sentence_end(s->items, last) };
    const sls_span near = { first > begin + EVENT_REACH ? first - EVENT_REACH : begin,
                            last + EVENT_REACH < sentence.to ? last + EVENT_REACH : sentence.to };
    const size_t words = words_of(s, clause);
    const aim of = count ? OF_COUNT : words == 0 ? OF_LONE_DATE : OF_DATE;
    const bool saying = !count && clause.from == first && !is_year(s, first, last) &&
                        !sls_scene_tells(s, first, SLS_T_PAST); /* "Menurut dia, sejak 2017 ..." */
    size_t found = saying ? sls_saying_before(s, clause.from, begin) : SIZE_MAX;

    if (found == SIZE_MAX && count && is_predicate(s, first))
        found = relative_behind(s, last, clause.to);
    if (found == SIZE_MAX)
        found = nearest_event(s, (sls_span){ behind_that(s, clause.from, first), clause.to }, first,
                              last, of);
    if (found == SIZE_MAX && (sls_opens_sentence(s, first) || (!count && opens(s, clause, first))))
        found = nearest_event(s, (sls_span){ last + 1, sentence.to }, first, last, of);
    if (found == SIZE_MAX && words <= (count ? 1 : FEW) &&
        !sls_scene_clausal(s, clause.from, SLS_T_OPENS) &&
        !sls_scene_clausal(s, clause.from, SLS_T_THAT) && !(count && is_copula(s, first)) &&
        !(!count && sls_ruled_held(s, clause.from, first)))
        found = nearest_event(s, count ? near : sentence, first, last, of);
    if (found < clause.from && sls_saying_tells(s, found) && sls_ruled_undayed(s, first))
        found = NO_EVENT; /* "Budi mengatakan, sepanjang 2019 ..." */
    if (found == NO_EVENT || (unit && found != SIZE_MAX && found > last + SAID_REACH &&
                              is_verdict_on_years(s, found, *unit)))
        found = SIZE_MAX;
    return unit && !count ? repeated(s, first, last, found) : found;
}

void sls_topic_of(const sls_scene *s, size_t first, size_t last, const sls_str *unit,
                  sls_topic *out)
{
    const bool titled = !unit && sls_titled(s, first);
    const bool saying = !unit && !titled && sls_saying_is_dated(s, first, last) &&
                        !sls_ruled_bracketed(s, first, last);
    const bool record = !unit && sls_ruled_record(s, first);

    *out = (sls_topic){ .saying = saying,
                        .titled = titled,
                        .background = record,
                        .head = unit ? sls_list_head(s, first) : first };
    out->event = saying || record ? SIZE_MAX
                 : out->titled    ? sls_titled_event(s, first)
                                  : event_of(s, out->head, last, unit);
    if (out->event != SIZE_MAX) {
        const size_t told = out->titled ? out->event : sls_topic_held(s, out->event);

        out->name = sls_event_meant(s, told);
        out->object = sls_object_of(s, told);
        if (sls_list_has_own(s, out->head, first, out->object))
            out->object = (sls_str){ 0 };
        out->ordinal = sls_object_ordinal(s, told);
        out->background =
            sls_beside_is_background(s, out->event) ||
            sls_scene_clausal(s, sls_clause_of(s, out->event, out->event).from, SLS_T_PAST) ||
            (out->event > 0 && sls_scene_clausal(s, out->event - 1, SLS_T_PAST));
    }
    if (saying || (out->event != SIZE_MAX && out->name.len == 0))
        out->name = SLS_STR("say");
    if (unit && unit->len > 0)
        out->attribute = sls_attribute_of(s, first, last, *unit);
    if (unit && unit->len > 0 && out->attribute.len == 0 && out->head != first &&
        sls_list_is_alike(s, out->head, first))
        out->attribute = sls_attribute_of(s, out->head, out->head, *unit);
}
