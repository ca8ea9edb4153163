#include "check/columns.h"

#include "base/utf8.h"

/* Where a claim of the title begins in the line that holds it, if any. */
static sls_column title_column(const sls_article *article, const sls_claim *claim)
{
    if (claim->line == 0)
        return (sls_column){ 0, 0 };
    const size_t at = claim->start - article->title_at;
    const size_t characters = sls_utf8_count(sls_str_slice(article->title, 0, at));
    return (sls_column){ (uint32_t)(article->title_column + at),
                         (uint32_t)(article->title_column + characters) };
}

/* Those of one line are counted on from each other: a line may be a megabyte. */
sls_column *sls_columns_of(const sls_document *document, const sls_claim *claims, size_t count,
                           sls_arena *arena)
{
    sls_column *columns = sls_arena_calloc(arena, count + 1, sizeof *columns);
    size_t counted = 0, line_begin = SIZE_MAX, so_far = 0;
    for (size_t i = 0; columns && i < count; i++) {
        if (claims[i].line < document->article->line) {
            columns[i] = title_column(document->article, &claims[i]);
            continue;
        }
        const size_t line = claims[i].line - document->article->line;
        const size_t begin = line < document->line_count ? document->lines[line] : 0;
        const size_t at = claims[i].start - document->article->offset;
        if (begin != line_begin || at < counted) {
            line_begin = counted = begin;
            so_far = 0;
        }
        so_far += sls_utf8_count(sls_str_slice(document->article->text, counted, at));
        counted = at;
        columns[i] = (sls_column){ (uint32_t)(at - begin + 1), (uint32_t)(so_far + 1) };
    }
    return columns;
}
