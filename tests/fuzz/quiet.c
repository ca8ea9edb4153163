/* quiet.c - the lexicon compiler's complaints, of which nobody reads a million. */
#include "lexicon/tool/lexc.h"

void lexc_error(lexc_run *run, const char *path, size_t line, const char *format, ...)
{
    (void)path;
    (void)line;
    (void)format;
    run->errors++;
}

void lexc_exhausted(lexc_run *run)
{
    run->exhausted = true;
    run->errors++;
}
