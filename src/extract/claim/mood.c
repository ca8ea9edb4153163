#include "extract/claim/mood.h"

#include "extract/date/date.h"

enum {
    PHRASE = 2,    /* items from "dugaan" to what it speaks of ... */
    AIM = 8,       /* ... and from "target penerimaan pajak tahun ini", which has a longer name */
    ESTIMATED = 4, /* items from "diperkirakan" to what something is thought to measure */
    NEGATED = 3    /* items from "tidak" to what it denies: "tidak akan lagi menerima" */
};

/* What a word says by which somebody comes to harm. */
static const uint32_t HARM =
    SLS_TRAIT(DEAD) | SLS_TRAIT(INJURED) | SLS_TRAIT(SHOT) | SLS_TRAIT(DIE);

/* Events and words of saying among items from..to, `to` exclusive. */
static size_t verbs_between(const sls_scene *s, size_t from, size_t to)
{
    size_t n = 0;

    for (size_t i = from; i < to; i++)
        n += sls_scene_is(s, i, SLS_C_EVENT) || sls_scene_is(s, i, SLS_C_SPEECH);
    return n;
}

bool sls_mood_asks(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (sls_scene_is_clausal(s, k, "asks"))
            return true;
    return false;
}

/* "bisa berlangsung setelah Trump memecat": what was before is another matter. */
static bool stops(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (sls_scene_clausal(s, k, SLS_T_AFTER))
            return true;
    return sls_mood_asks(s, from, to);
}

/* "diduga mendapat obat yang habis masa berlakunya": a verb and then "yang" stand between. */
static bool opens_relative(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (sls_scene_clausal(s, k, SLS_T_THAT) && verbs_between(s, from, k) > 0)
            return true;
    return false;
}

/* "biasanya akan", "umumnya bisa": what is the rule is no plan. */
static bool is_usual(const sls_scene *s, size_t i)
{
    for (size_t k = i; k-- > 0 && k + PHRASE >= i && s->items->at[k].symbol >= SLS_SYMBOL_WORDS;)
        if (sls_scene_is_clausal(s, k, "usual"))
            return true;
    return false;
}

/* "mengaku jika pabriknya tutup": behind a word of saying it opens what is said. */
static bool opens_saying(const sls_scene *s, size_t i)
{
    const size_t end = sls_sentence_end(s->items, i);

    if (i == 0 || !sls_scene_is(s, i - 1, SLS_C_SPEECH) || sls_scene_closes(s, i - 1) ||
        !sls_item_says(&s->items->at[i], SLS_C_MODAL, "conditional"))
        return false;
    for (size_t k = i + 1; k < end; k++)
        if (sls_scene_is_clausal(s, k, "then"))
            return false; /* "mengatakan jika ..., maka ..." */
    return true;
}

/* "telah dapat mengenali dua pelaku": that was done. */
static bool is_done(const sls_scene *s, size_t i)
{
    return i > 0 && sls_item_says(&s->items->at[i - 1], SLS_C_STANCE, "done+");
}

/* "dapat waktu sehari": it was got. */
static bool gets(const sls_scene *s, size_t i)
{
    const sls_item *behind = &s->items->at[i + 1];

    return behind->set & (SLS_BIT(SLS_C_NOUN) | SLS_BIT(SLS_C_UNIT)) &&
           !(behind->traits & SLS_VOICES) &&
           !(behind->set & (SLS_BIT(SLS_C_EVENT) | SLS_BIT(SLS_C_SPEECH)));
}

/*
 * What one can do is open as far as its own verb goes: "bisa melihat gedung yang dibangun pada
 * 1920" and "siap 100 persen" leave no doubt of the value, nor does what one can hold.
 */
static bool enables(const sls_scene *s, size_t i, size_t target, bool event)
{
    const bool noun = event && !(s->items->at[target].traits & SLS_VOICES);

    if ((!event && target <= i + 1) || sls_scene_tells(s, i + 1, SLS_T_STATE) || is_done(s, i) ||
        gets(s, i))
        return false;
    for (size_t k = i + 2; k < target; k++)
        if (s->reading_of[k] < 0 &&
            (sls_scene_tells(s, k, SLS_T_THAT) ||
             (!event && sls_item_says(&s->items->at[k], SLS_C_LITERAL, "with"))))
            return false; /* "bisa dipakai sebagai tas dengan berat 700 gram": that it weighs */
    /* "bisa mendapat penghasilan": the verb's own object is a noun of doing */
    return verbs_between(s, i + 1, noun && target <= i + 1 + PHRASE ? i + 1 : target) == 0;
}

/* "belum dipastikan": what would settle it has not come. */
static bool is_open(const sls_scene *s, size_t i, sls_str mood)
{
    return sls_str_eq(mood, SLS_STR("asserted")) && i > 0 &&
           (sls_scene_is(s, i - 1, SLS_C_NEGATION) ||
            (i > 1 && sls_scene_is(s, i - 2, SLS_C_NEGATION)));
}

/* Whether item `i` is part of a date. */
static bool is_date(const sls_scene *s, size_t i)
{
    const sls_reading *r = sls_scene_reading(s, i);

    return r && sls_reads_date(r);
}

/* "tujuh cara yang bisa menurunkan berat badan": they are seven, whatever they can do. */
static bool is_of_an_amount(const sls_scene *s, size_t i, size_t first)
{
    return (sls_scene_is_clausal(s, i, "able") || (i > 0 && sls_scene_tells(s, i - 1, SLS_T_THAT) &&
                                                   sls_scene_is_clausal(s, i, "ready"))) &&
           !is_date(s, first);
}

/*
 * "Bulan depan penjualan akan naik": whether the word of mood at `i` behind the value speaks of it.
 * "Pada Senin ia mengumumkan rencana" is no plan: the verb is done.
 */
static bool comes_behind(const sls_scene *s, size_t i, size_t event, size_t first, size_t last)
{
    const bool done =
        event != SIZE_MAX && event > last && event < i && s->items->at[event].traits & SLS_VOICES;

    return !done && !stops(s, last + 1, i) && !is_of_an_amount(s, i, first);
}

/* "jenazah yang diduga perempuan itu ditemukan": what "yang" tells ends with the demonstrative. */
static bool ends(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from + 1; k < to; k++)
        if (s->reading_of[k] < 0 && sls_item_says(&s->items->at[k], SLS_C_VOICE, "demonstrative"))
            return true;
    return false;
}

/*
 * Whether the word of mood at `i` speaks of the value, or of its event at `event`; `*loose` when
 * only a plan that the event is told of in does: "akan hadir di pesta yang digelar pada Juni".
 */
static bool reaches(const sls_scene *s, size_t i, size_t event, size_t first, bool *loose)
{
    const bool relative = i > 0 && sls_scene_tells(s, i - 1, SLS_T_THAT);
    const bool before = event != SIZE_MAX && i <= event;
    const size_t target = before ? event : first;

    *loose = false;
    if (sls_scene_tells(s, i, SLS_T_PHRASE) && target > i + PHRASE)
        return false; /* as is most often so, and soon told */
    if (stops(s, i + 1, target) || opens_saying(s, i) || is_usual(s, i))
        return false;
    if ((sls_scene_is_clausal(s, i, "able") || sls_scene_is_clausal(s, i, "ready")) &&
        !enables(s, i, target, before))
        return false;
    if (sls_scene_tells(s, i, SLS_T_PHRASE))
        return verbs_between(s, i + 1, target) == 0;
    if (before && !relative) {
        const bool apart = opens_relative(s, i + 1, target);

        if (apart && sls_item_says(&s->items->at[target - 1], SLS_C_STANCE, "done+"))
            return false; /* "dapat melengkapi inovasi yang telah diterapkan" */
        *loose = sls_scene_tells(s, i, SLS_T_PLANNED) &&
                 (apart || (is_date(s, first) &&
                            sls_scene_is_clausal(s, i, "estimate"))); /* what is past is no plan */
        return *loose || !apart;
    }
    return i < target && verbs_between(s, i + 1, target) == 0 && !(relative && ends(s, i, target));
}

/* "belum menerima pembayaran": the verb that has the noun of doing at `event` for its object. */
static size_t governor(const sls_scene *s, size_t event)
{
    const bool noun = !(s->items->at[event].traits & SLS_VOICES);

    return noun && event > 0 && s->items->at[event - 1].traits & SLS_VOICES ? event - 1 : event;
}

/* "tidak berkaitan dengan terpilihnya lima orang": the denial is spent on the word before it. */
static bool is_spent(const sls_scene *s, size_t i, size_t target)
{
    return i + 2 < target && s->reading_of[i + 1] < 0 &&
           !(s->items->at[i + 1].set & (SLS_BIT(SLS_C_STOP) | SLS_BIT(SLS_C_MODAL))) &&
           sls_item_says(&s->items->at[i + 2], SLS_C_LITERAL, "with");
}

bool sls_mood_is_nearly(const sls_scene *s, size_t i)
{
    return s->items->at[i + 1].traits & HARM && s->reading_of[i] < 0 &&
           sls_item_says(&s->items->at[i], SLS_C_HEDGE, "nearly");
}

/* "tidak menerima", "bukan 5 orang", "nyaris tewas"; not "tidak hanya 5 orang". */
static bool denies(const sls_scene *s, size_t i, size_t event, size_t first)
{
    const size_t target = event != SIZE_MAX && i < event ? governor(s, event) : first;

    if (sls_item_says(&s->items->at[i], SLS_C_NEGATION, "without") && first > i + 2)
        return false; /* "without power for three days": so long it was */
    return ((sls_scene_is(s, i, SLS_C_NEGATION) && s->reading_of[i] < 0) ||
            sls_mood_is_nearly(s, i)) &&
           i < target && target <= i + NEGATED && !sls_scene_tells(s, i + 1, SLS_T_ONLY) &&
           !is_spent(s, i, target) &&
           !(target > i + 2 && i > 0 && sls_scene_tells(s, i - 1, SLS_T_THAT)) &&
           verbs_between(s, i + 1, target) == 0 && !stops(s, i + 1, target);
}

/* "menahan tangis saat", "berhenti sampai": what follows is another clause. */
static bool opens_another(const sls_scene *s, size_t from, size_t to)
{
    for (size_t k = from; k < to; k++)
        if (s->reading_of[k] < 0 &&
            (sls_scene_is(s, k, SLS_C_SINCE) || sls_scene_clausal(s, k, SLS_T_OPENS) ||
             sls_scene_is_clausal(s, k, "while")))
            return true;
    return false;
}

/* "belum bisa", "tidak akan": what one cannot or will not do. */
static bool is_ruled_out(const sls_scene *s, size_t i)
{
    return i > 0 && s->reading_of[i - 1] < 0 && sls_scene_is(s, i - 1, SLS_C_NEGATION) &&
           (sls_scene_is_clausal(s, i, "able") || sls_scene_tells(s, i, SLS_T_PLANNED)) &&
           !sls_scene_tells(s, i + 1, SLS_T_ONLY);
}

/* "tidak dapat menahan tangis saat 3 anaknya tewas": they died, whatever he cannot do. */
static bool is_ruled_apart(const sls_scene *s, size_t i, size_t event, size_t first)
{
    const size_t target = event != SIZE_MAX && i < event ? governor(s, event) : first;

    return verbs_between(s, i + 1, target) > 1 || opens_another(s, i + 1, target);
}

/* "sore nanti", "Selasa (10/9) malam nanti": still to come. */
static bool is_later(const sls_scene *s, size_t first, size_t last)
{
    const bool date = is_date(s, first);

    if (date && is_date(s, last + 1) && s->reading_of[last + 1] != s->reading_of[first])
        last = sls_scene_reading(s, last + 1)->last;
    for (size_t i = first; i <= last; i++)
        if (sls_item_says(&s->items->at[i], SLS_C_CLAUSE, "later"))
            return true;
    return date && sls_scene_is_clausal(s, last + 1, "later");
}

bool sls_mood_aims(const sls_scene *s, size_t i)
{
    return sls_scene_clausal(s, i, SLS_T_PHRASE) && !sls_scene_is(s, i, SLS_C_MODAL);
}

bool sls_mood_estimates(const sls_scene *s, size_t first)
{
    const size_t begin = sls_sentence_begin(s->items, first);

    for (size_t i = first; i-- > begin && i + ESTIMATED >= first;) {
        if (sls_scene_is_clausal(s, i, "estimate"))
            return true;
        if (s->reading_of[i] >= 0 || s->items->at[i].symbol < SLS_SYMBOL_WORDS ||
            s->items->at[i].traits & SLS_VOICES || sls_scene_is(s, i, SLS_C_MODAL))
            break;
    }
    return false;
}

/* "target penerimaan Rp 5 triliun": the noun at `i` names the value or its event behind it. */
static bool aims_at(const sls_scene *s, size_t i, size_t event, size_t first)
{
    const size_t named = event != SIZE_MAX && event > i && event < first ? event : first;

    if (i >= first || named > i + AIM || !sls_mood_aims(s, i) || stops(s, i + 1, named))
        return false;
    for (size_t k = i + 1; k < first; k++)
        if (s->reading_of[k] < 0 && (sls_scene_tells(s, k, SLS_T_THAT) ||
                                     sls_item_says(&s->items->at[k], SLS_C_LITERAL, "or")))
            return false; /* "60 persen dari target atau Rp 5 triliun": that much there is */
    return verbs_between(s, i + 1, named) == 0;
}

sls_mood sls_mood_of(const sls_scene *s, size_t event, size_t first, size_t last, bool counted)
{
    sls_mood mood = { is_later(s, first, last) ? SLS_PLANNED : SLS_ASSERTED, false };

    if (!sls_sentence_has(s->items, first, SLS_BIT(SLS_C_MODAL) | SLS_BIT(SLS_C_NEGATION)) &&
        !sls_sentence_tells(s->items, first, SLS_TRAIT(PHRASE)) &&
        !(sls_sentence_has(s->items, first, SLS_BIT(SLS_C_HEDGE)) &&
          sls_sentence_tells(s->items, first, HARM)))
        return mood;
    const sls_span own = sls_clause_of(s, first, last);
    sls_span look = { own.from, first };

    const size_t begin = sls_sentence_begin(s->items, first);

    if (own.from == begin + 2 && s->items->at[begin + 1].symbol == ',' &&
        sls_scene_is(s, begin, SLS_C_MODAL) &&
        (is_date(s, first) || !sls_scene_is_clausal(s, begin, "estimate")))
        look.from = begin; /* "Konon, 24 aplikasi diretas" */
    if (event != SIZE_MAX && event < look.from)
        look.from = sls_clause_of(s, event, event).from;
    if (event != SIZE_MAX && event > look.to)
        look.to = event;
    if (sls_opens_sentence(s, first)) /* "Bulan depan penjualan akan naik" */
        look.to = own.to;
    for (size_t i = look.from; i < look.to; i++) {
        const sls_str v = sls_scene_value(s, i, SLS_C_MODAL);
        const bool month = s->reading_of[i] >= 0 && sls_scene_is(s, i, SLS_C_MONTH); /* May */

        if ((i >= first && i <= last) || is_open(s, i, v) || month ||
            (i == event && is_date(s, first))) /* "berjanji pada Senin": that was done */
            continue;
        bool loose = false;

        if (v.len > 0 && (i > first ? comes_behind(s, i, event, first, last)
                                    : reaches(s, i, event, first, &loose))) {
            const bool ruled = !loose && is_ruled_out(s, i);
            if (ruled && is_ruled_apart(s, i, event, first))
                continue;
            if (ruled)
                mood.state = SLS_DENIED;
            else if (sls_state_of(v, &mood.state) != SLS_OK)
                mood.state = SLS_PLANNED; /* on a condition */
            mood.loose = loose;
        } else if (aims_at(s, i, event, first)) {
            mood = (sls_mood){ SLS_PLANNED, false };
        } else if (i >= own.from && (i < first || counted) && denies(s, i, event, first)) {
            mood = (sls_mood){ SLS_DENIED, false };
        }
    }
    return mood;
}
