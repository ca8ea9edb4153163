#include "lexicon/tool/lexc.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void lexc_error(lexc_run *run, const char *path, size_t line, const char *format, ...)
{
    char text[1024];
    va_list args;

    run->errors++;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    for (char *c = text; *c; c++) /* cells may hold line breaks; an error is one line */
        if ((unsigned char)*c < ' ')
            *c = ' ';
    if (line)
        fprintf(stderr, "%s:%zu: %s\n", path, line, text);
    else
        fprintf(stderr, "%s: %s\n", path, text);
}

void lexc_exhausted(lexc_run *run)
{
    if (!run->exhausted)
        fputs("lexc: out of memory\n", stderr);
    run->exhausted = true;
    run->errors++;
}

int main(int argc, char **argv)
{
    const bool messages = argc == 4 && strcmp(argv[1], "--messages") == 0;
    const bool frequencies = argc == 4 && strcmp(argv[1], "--frequencies") == 0;

    if (!messages && !frequencies && argc != 3 && argc != 4) {
        fputs("usage: lexc DATA_DIR OUT.c [TABLE.csv]\n       lexc --messages MESSAGES_DIR OUT.c\n"
              "       lexc --frequencies TABLE.csv OUT.c\n",
              stderr);
        return 2;
    }
    lexc_run run = { .arena = sls_arena_new(0) };
    if (!run.arena) {
        lexc_exhausted(&run);
    } else if (messages) {
        lexc_write_messages(&run, argv[2], argv[3]);
    } else if (frequencies) {
        lexc_write_frequencies(&run, argv[2], argv[3]);
    } else {
        lexc_data data;
        lexc_read_data(&run, argv[1], &data);
        if (!run.errors)
            lexc_write_tables(&run, &data, argc == 4 ? argv[3] : NULL, argv[2]);
    }
    sls_arena_free(run.arena);
    return run.errors ? 1 : 0;
}
