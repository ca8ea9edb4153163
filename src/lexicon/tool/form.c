#include "lexicon/tool/lexc.h"

#include <string.h>

enum { FORM_TOKENS_MAX = 24 };

/* Concepts whose shortest names are also common words: "as", "us", "who". */
static bool asks_for_capitals(uint8_t concept)
{
    return concept == SLS_C_COUNTRY || concept == SLS_C_BODY || concept == SLS_C_AGENCY ||
           concept == SLS_C_OUTLET;
}

/* Concepts whose forms are proper names in both languages. */
static bool is_proper(uint8_t concept)
{
    switch (concept) {
    case SLS_C_COUNTRY:
    case SLS_C_CAPITAL:
    case SLS_C_DEMONYM:
    case SLS_C_PLACE:
    case SLS_C_BODY:
    case SLS_C_OUTLET:
    case SLS_C_AGENCY:
    case SLS_C_MONTH:
    case SLS_C_WEEKDAY:
    case SLS_C_GIVEN:
        return true;
    default:
        return false;
    }
}

static size_t letters_of(const sls_tokens *tokens)
{
    size_t letters = 0;

    for (size_t i = 0; i < tokens->count; i++) {
        const sls_str word = sls_token_text(tokens, i);
        for (size_t k = 0; tokens->at[i].flags & SLS_TOKEN_WORD && k < word.len; k++)
            letters += ((unsigned char)word.ptr[k] & 0xC0) != 0x80 && word.ptr[k] != '\'';
    }
    return letters;
}

static bool has_flag(const sls_tokens *tokens, unsigned flag, unsigned without)
{
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->at[i].flags & flag && !(tokens->at[i].flags & without))
            return true;
    return false;
}

/*
 * A short name that the table writes with one capital ("Lao") needs no more in the text. Codes
 * of currencies and signs of units that are something else in small letters ("TRY", "W", "Nm")
 * are written with their capitals in the table.
 */
static uint8_t capitals_needed(uint8_t concept, const sls_tokens *tokens)
{
    if (concept == SLS_C_CURRENCY || concept == SLS_C_UNIT)
        return tokens->count == 1
                   ? (uint8_t)sls_table_capitals(tokens->at[0].flags,
                                                 tokens->at[0].end - tokens->at[0].start)
                   : SLS_CAPITALS_NONE;
    if (!asks_for_capitals(concept) || letters_of(tokens) > 3 || !letters_of(tokens))
        return SLS_CAPITALS_NONE;
    for (size_t i = 0; i < tokens->count; i++)
        if (tokens->at[i].flags & SLS_TOKEN_CAP && !(tokens->at[i].flags & SLS_TOKEN_ALLCAPS) &&
            tokens->at[i].end - tokens->at[i].start > 1)
            return SLS_CAPITALS_FIRST;
    return SLS_CAPITALS_ALL;
}

/* Words that titles leave small inside a name. */
static bool stays_small(sls_str word)
{
    return sls_str_list_has(SLS_STR("dan;of;the;and;di;de;la;les;du;bin;al"), word);
}

/* `form` with capitals where it is a name that the table writes without any. */
static sls_str displayed(lexc_run *run, sls_str form, uint8_t concept, uint8_t capitals,
                         const sls_tokens *tokens)
{
    sls_str copy;

    if (sls_arena_copy(run->arena, form, &copy) != SLS_OK) {
        lexc_exhausted(run);
        return form;
    }
    if (!is_proper(concept) || has_flag(tokens, SLS_TOKEN_CAP, 0))
        return copy;
    char *bytes = (char *)copy.ptr;
    for (size_t i = 0; i < tokens->count; i++) {
        const sls_str word = sls_token_text(tokens, i), origin = sls_token_origin(tokens, i, i);
        const size_t at = (size_t)(origin.ptr - form.ptr);
        if (!(tokens->at[i].flags & SLS_TOKEN_WORD) || word.ptr[0] == '\'' ||
            (i && stays_small(word)))
            continue;
        for (size_t k = 0; k < (capitals == SLS_CAPITALS_ALL ? origin.len : 1); k++)
            if (bytes[at + k] >= 'a' && bytes[at + k] <= 'z')
                bytes[at + k] = (char)(bytes[at + k] - ('a' - 'A'));
    }
    return copy;
}

static bool check_tokens(lexc_run *run, const char *path, size_t line, sls_str form,
                         const sls_tokens *tokens)
{
    const char *wrong = NULL;

    if (!tokens->count)
        wrong = "has no word, digit or mark that a text could show: remove the row";
    else if (tokens->count > FORM_TOKENS_MAX)
        wrong = "has more than 24 words and marks: shorten it";
    for (size_t i = 0; i < tokens->count; i++) {
        if (i && tokens->at[i].flags & SLS_TOKEN_BREAK)
            wrong = "has a line break inside: write it on one line";
        if (tokens->at[i].end - tokens->at[i].start > SLS_TABLE_WORD_MAX)
            wrong = "has a word of over 255 bytes: shorten it";
    }
    if (wrong)
        lexc_error(run, path, line, "the form \"%.*s\" %s", SLS_FMT(form), wrong);
    return !wrong;
}

bool lexc_read_form(lexc_run *run, const char *path, size_t line, sls_str form, lexc_entry *entry)
{
    sls_folded *folded = sls_arena_alloc(run->arena, sizeof *folded);
    sls_tokens tokens;

    if (!folded || sls_fold(form, run->arena, folded) != SLS_OK ||
        sls_tokenise(folded, run->arena, &tokens) != SLS_OK) {
        lexc_exhausted(run);
        return false;
    }
    if (!check_tokens(run, path, line, form, &tokens))
        return false;

    char *text = sls_arena_alloc(run->arena, folded->text.len + tokens.count);
    entry->words = sls_arena_calloc(run->arena, tokens.count, sizeof *entry->words);
    if (!text || !entry->words) {
        lexc_exhausted(run);
        return false;
    }
    size_t len = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        entry->words[i] = sls_token_text(&tokens, i);
        if (i)
            text[len++] = ' ';
        memcpy(text + len, entry->words[i].ptr, entry->words[i].len);
        len += entry->words[i].len;
    }
    entry->text = (sls_str){ text, len };
    entry->word_count = tokens.count;
    entry->capitals = capitals_needed(entry->concept, &tokens);
    entry->display = displayed(run, form, entry->concept, entry->capitals, &tokens);
    return true;
}
