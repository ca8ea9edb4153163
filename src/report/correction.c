#include "report/correction.h"

#include "base/utf8.h"
#include "io/json_write.h"
#include "model/sense.h"
#include "report/draft.h"
#include "report/finding_message.h"
#include "report/terminal.h"
#include "report/words.h"

/* A finding and the side of it that was decided to be wrong. */
typedef struct {
    const sls_finding *finding;
    const sls_claim *wrong, *other; /* other: NULL when it is wrong too, or the same claim */
} wrong_side;

/* The wrong sides of a finding; how many. */
static size_t sides_of(const sls_finding *f, wrong_side out[2])
{
    const sls_decision *const made = f->decision;
    const bool both = made && made->word == SLS_DECIDED_BOTH_WRONG;
    size_t count = 0;
    if (!made || made->expired)
        return 0;
    if (both || made->word == SLS_DECIDED_A_WRONG)
        out[count++] = (wrong_side){ f, f->a, both || f->a == f->b ? NULL : f->b };
    if ((both && f->a != f->b) || made->word == SLS_DECIDED_B_WRONG)
        out[count++] = (wrong_side){ f, f->b, both || f->a == f->b ? NULL : f->a };
    return count;
}

/* What the claim says, in a sentence: "Sergei Shoigu is foreign minister of Russia". */
static sls_status assertion(sls_lang ui, const sls_finding *f, const sls_claim *claim,
                            sls_arena *arena, sls_str *out)
{
    const bool office = claim->kind == SLS_KIND_TITLE;
    sls_str value, bound, key;
    if (f->a == f->b) { /* at odds with itself: what was written says it best */
        *out = claim->surface;
        return SLS_OK;
    }
    sls_status status = sls_words_value(ui, claim, arena, &value);
    if (status == SLS_OK)
        status = sls_arena_format(arena, &bound, "bound-%s", sls_bound_name(claim->bound));
    if (status == SLS_OK)
        status = sls_arena_format(arena, &key, "claim-%s", sls_kind_name(claim->kind));
    if (status != SLS_OK)
        return status;
    const sls_arg args[] = { { "about", office ? SLS_ARG_OFFICE : SLS_ARG_EVENT,
                               office ? f->what : claim->what },
                             { "bound", SLS_ARG_MESSAGE, bound },
                             { "value", SLS_ARG_TEXT, value },
                             { "unit", SLS_ARG_UNIT, claim->unit },
                             { "as_of", SLS_ARG_DATE, claim->as_of },
                             { "surface", SLS_ARG_TEXT, claim->surface } };
    return sls_message(ui, key, (sls_args){ args, 6 }, arena, out);
}

/* At most `most` characters, cut between words, with an ellipsis where it is. */
static sls_status shorten(sls_str text, size_t most, sls_arena *arena, sls_str *out)
{
    size_t count = 0, cut = 0, limit = 0;
    uint32_t code;
    for (size_t at = 0; at < text.len; at += sls_utf8_next(text, at, &code), count++) {
        if (text.ptr[at] == ' ' && count < most)
            cut = at;
        if (count + 1 == most)
            limit = at;
    }
    if (count <= most) {
        *out = text;
        return SLS_OK;
    }
    return sls_arena_format(arena, out, "%.*s\xE2\x80\xA6", (int)(cut > 0 ? cut : limit), text.ptr);
}

static void put_known(sls_json *json, const char *key, sls_str value)
{
    if (value.len > 0)
        sls_json_put_str(json, key, value);
}

static void put_thing(sls_json *json, const char *key, const char *type, sls_str name)
{
    sls_json_key(json, key);
    sls_json_open_object(json);
    sls_json_put_text(json, "@type", type);
    put_known(json, "name", name);
    sls_json_close(json);
}

/* Who said what was reviewed, when, and where. */
static void item(sls_json *json, const sls_claim *claim)
{
    sls_json_key(json, "itemReviewed");
    sls_json_open_object(json);
    sls_json_put_text(json, "@type", "Claim");
    put_thing(json, "author", "Organization", sls_claim_outlet(claim));
    put_known(json, "datePublished", claim->published);
    sls_json_key(json, "appearance");
    sls_json_open_object(json);
    sls_json_put_text(json, "@type", "NewsArticle");
    put_known(json, "headline", claim->headline);
    put_known(json, "url", claim->url);
    put_known(json, "text", claim->quote);
    sls_json_close(json);
    sls_json_close(json);
}

/* The lowest of five: the editor said that it is wrong, and no more. */
static sls_status rating(sls_json *json, sls_lang ui, sls_arena *arena)
{
    sls_str word;
    const sls_status status =
        sls_message(ui, SLS_STR("rating-wrong"), (sls_args){ NULL, 0 }, arena, &word);
    if (status != SLS_OK)
        return status;
    sls_json_key(json, "reviewRating");
    sls_json_open_object(json);
    sls_json_put_text(json, "@type", "Rating");
    sls_json_put_int(json, "ratingValue", 1);
    sls_json_put_int(json, "worstRating", 1);
    sls_json_put_int(json, "bestRating", 5);
    sls_json_put_str(json, "alternateName", word);
    sls_json_close(json);
    return SLS_OK;
}

static sls_status review(sls_json *json, const wrong_side *side, sls_lang ui, const char *page,
                         sls_arena *arena)
{
    const sls_decision *const made = side->finding->decision;
    sls_str text, claimed, url = { 0 };
    sls_status status = assertion(ui, side->finding, side->wrong, arena, &text);
    if (status == SLS_OK)
        status = shorten(text, SLS_CLAIM_REVIEWED_MAX, arena, &claimed);
    if (status == SLS_OK && page)
        status = sls_arena_format(arena, &url, "%s%.*s", page, SLS_FMT(side->finding->id));
    if (status != SLS_OK)
        return status;
    sls_json_open_object(json);
    sls_json_put_text(json, "@context", "https://schema.org");
    sls_json_put_text(json, "@type", "ClaimReview");
    put_known(json, "url", url);
    sls_json_put_str(json, "identifier", side->finding->id);
    sls_json_put_text(json, "creativeWorkStatus", "Draft");
    sls_json_put_text(json, "inLanguage", ui == SLS_LANG_ID ? "id" : "en");
    put_known(json, "datePublished", made->on);
    if (made->by.len > 0)
        put_thing(json, "author", "Person", made->by);
    sls_json_put_str(json, "claimReviewed", claimed);
    item(json, side->wrong);
    status = rating(json, ui, arena);
    put_known(json, "reviewBody", made->note);
    sls_json_close(json);
    return status;
}

sls_status sls_claim_reviews_write(const sls_finding *findings, size_t count, sls_lang ui,
                                   const char *page, sls_out *out, sls_arena *scratch)
{
    sls_json json = sls_json_begin(out, 2);
    sls_status status = SLS_OK;
    sls_json_open_array(&json);
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        wrong_side sides[2];
        const size_t wrong = sides_of(&findings[i], sides);
        for (size_t n = 0; n < wrong && status == SLS_OK; n++)
            status = review(&json, &sides[n], ui, page, scratch);
        sls_arena_reset(scratch);
    }
    if (status != SLS_OK)
        return status;
    sls_json_close(&json);
    sls_json_end(&json);
    return SLS_OK;
}

/* "ORF (May 2024)" */
static sls_status outlet(sls_lang ui, const sls_claim *claim, sls_arena *arena, sls_str *out)
{
    *out = (sls_str){ 0 };
    if (!claim)
        return SLS_OK;
    const sls_arg args[] = { { "source", SLS_ARG_TEXT, sls_claim_outlet(claim) },
                             { "published", SLS_ARG_DATE, claim->published } };
    return sls_message(ui, SLS_STR("outlet-dated"), (sls_args){ args, 2 }, arena, out);
}

static sls_status correction(const wrong_side *side, sls_lang ui, sls_draft *draft)
{
    const sls_claim *const w = side->wrong;
    const sls_decision *const made = side->finding->decision;
    sls_str reason = { 0 }, source, other, text;
    sls_status status = SLS_OK;
    if (side->finding->a == side->finding->b) /* at odds with itself: the finding says why */
        status = sls_finding_message(ui, side->finding, draft->arena, &reason);
    if (status == SLS_OK)
        status = outlet(ui, w, draft->arena, &source);
    if (status == SLS_OK)
        status = outlet(ui, side->other, draft->arena, &other);
    if (status != SLS_OK)
        return status;
    const sls_arg args[] = {
        { "id", SLS_ARG_TEXT, side->finding->id },
        { "source", SLS_ARG_TEXT, source },
        { "headline", SLS_ARG_TEXT, w->headline },
        { "quote", SLS_ARG_TEXT, w->quote },
        { "surface", SLS_ARG_TEXT, w->surface },
        { "reason", SLS_ARG_TEXT, reason },
        { "other", SLS_ARG_TEXT, other },
        { "other_quote", SLS_ARG_TEXT, side->other ? side->other->quote : (sls_str){ 0 } },
        { "note", SLS_ARG_TEXT, made->note },
        { "corrected", SLS_ARG_DATE, made->corrected },
    };
    status = sls_message(ui, SLS_STR("correction"), (sls_args){ args, sizeof args / sizeof *args },
                         draft->arena, &text);
    if (status != SLS_OK)
        return status;
    sls_draft_add(draft, ui == SLS_LANG_ID ? SLS_STR("[id] ") : SLS_STR("[en] "));
    sls_terminal_text(draft, text);
    sls_draft_add(draft, SLS_STR("\n"));
    return SLS_OK;
}

sls_status sls_corrections_write(const sls_finding *findings, size_t count, sls_out *out,
                                 sls_arena *scratch)
{
    sls_status status = SLS_OK;
    bool any = false;
    for (size_t i = 0; i < count && status == SLS_OK; i++) {
        wrong_side sides[2];
        sls_draft draft = { .arena = scratch };
        const size_t wrong = sides_of(&findings[i], sides);
        sls_str text;
        for (size_t n = 0; n < wrong && status == SLS_OK; n++) {
            sls_draft_add(&draft, any ? SLS_STR("\n") : SLS_STR(""));
            any = true;
            status = correction(&sides[n], SLS_LANG_ID, &draft);
            if (status == SLS_OK)
                status = correction(&sides[n], SLS_LANG_EN, &draft);
        }
        if (status == SLS_OK && wrong > 0)
            status = sls_draft_done(&draft, &text);
        if (status == SLS_OK && wrong > 0)
            sls_out_write(out, text);
        sls_arena_reset(scratch);
    }
    return status;
}
