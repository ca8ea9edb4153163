#include "profile/page.h"

#include "base/vec.h"

#include <string.h>

const sls_form *sls_page_form(const sls_document *document, size_t i, sls_concept concept)
{
    const sls_lang langs[] = { document->lang, sls_lang_other(document->lang) };

    for (size_t l = 0; l < SLS_LANGS && i < document->tokens.count; l++) {
        const sls_form *form =
            sls_lexicon_among(langs[l], &document->tokens, i, UINT64_C(1) << concept);

        if (form)
            return form;
    }
    return NULL;
}

sls_page_forms sls_page_forms_at(const sls_document *document, size_t i)
{
    if (i >= document->tokens.count)
        return (sls_page_forms){ NULL, NULL };
    return (sls_page_forms){ sls_lexicon_at(document->lang, &document->tokens, i),
                             sls_lexicon_at(sls_lang_other(document->lang), &document->tokens, i) };
}

bool sls_page_is_marker(const sls_document *document, size_t i, const char *value)
{
    const sls_str wanted = sls_str_of(value);

    for (int lang = 0; lang < SLS_LANGS; lang++) {
        const sls_form *form;

        if (!sls_lexicon_begins((sls_lang)lang, &document->tokens, i,
                                UINT64_C(1) << SLS_C_BOILERPLATE))
            continue; /* as nearly all; the form itself is seldom in the cache */
        form = sls_lexicon_word((sls_lang)lang, &document->tokens, i);
        if (sls_form_is(form, SLS_C_BOILERPLATE) &&
            sls_str_eq(sls_form_value(form, SLS_C_BOILERPLATE), wanted))
            return true;
    }
    return false;
}

void sls_page_mask(uint8_t *masked, size_t first, size_t after)
{
    if (after > first)
        memset(masked + first, 1, after - first);
}

/* How the paragraph's last sentence ends. */
static void read_end(const sls_document *document, sls_paragraph *p)
{
    size_t i = p->last;

    while (i > p->first && memchr("\"')]}", sls_page_mark(document, i), 5) &&
           sls_page_mark(document, i))
        i--;
    const char c = sls_page_mark(document, i);
    p->full = c == '.';
    p->ended = c == '.' || c == '!' || c == '?';
}

size_t sls_page_capitals(const sls_document *document, const sls_paragraph *p)
{
    size_t capitals = 0;

    for (size_t i = p->first; i <= p->last; i++)
        capitals += sls_page_has(document, i, SLS_TOKEN_CAP);
    return capitals;
}

/* All tokens are words but some of the marks; `*mark` is the first one from the paragraph on, and
 * then the first behind it.
 */
static void count_words(const sls_tokens *tokens, size_t *mark, sls_paragraph *p)
{
    p->words = p->last - p->first + 1;
    for (; *mark < tokens->mark_count && tokens->marks[*mark] <= p->last; ++*mark)
        p->words -= !(tokens->at[tokens->marks[*mark]].flags & SLS_TOKEN_WORD);
}

sls_status sls_page_make(const sls_document *document, uint8_t *masked, sls_arena *arena,
                         sls_page *out)
{
    SLS_VEC(sls_paragraph) list = { NULL, 0, 0 };
    size_t mark = 0;

    for (size_t s = 0; s < document->sentences.count; s++) {
        const sls_sentence *sentence = &document->sentences.at[s];

        if (list.len == 0 || document->tokens.at[sentence->first].flags & SLS_TOKEN_BREAK) {
            sls_paragraph *p = sls_vec_push(&list, arena);

            if (!p)
                return SLS_ENOMEM;
            *p = (sls_paragraph){ .first = sentence->first, .sentence = (uint32_t)s };
        }
        list.at[list.len - 1].last = sentence->last;
        list.at[list.len - 1].sentences++;
    }
    for (size_t i = 0; i < list.len; i++) {
        count_words(&document->tokens, &mark, &list.at[i]);
        read_end(document, &list.at[i]);
    }
    *out = (sls_page){ document, list.at, list.len, masked };
    return SLS_OK;
}
