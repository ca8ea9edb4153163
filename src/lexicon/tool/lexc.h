/*
 * lexc.h - the lexicon compiler: CSV tables in, one C file of constants out.
 *
 *     lexc DATA_DIR OUT.c [TABLE.csv]      src/lexicon/data/{id,en,any}/CONCEPT.csv, pattern-*.csv,
 *                                          put in the order of the frequencies in TABLE.csv
 *     lexc --messages MESSAGES_DIR OUT.c   src/report/messages/{en,id}.csv
 *     lexc --frequencies TABLE.csv OUT.c   src/lexicon/frequency.csv
 *
 * It runs at build, knows the modules base, io and text only, and prints every error as
 * `FILE:LINE: what and what to do` before it gives up. All memory is the run's arena's.
 */
#ifndef SLS_LEXICON_TOOL_LEXC_H
#define SLS_LEXICON_TOOL_LEXC_H

#include "io/csv.h"
#include "lexicon/tables.h"

typedef struct {
    sls_arena *arena;
    size_t errors;  /* printed so far */
    bool exhausted; /* memory ran out: nothing is written */
} lexc_run;

/* Prints one error; `line` 0: the whole file. */
void lexc_error(lexc_run *run, const char *path, size_t line, const char *format, ...)
    SLS_PRINTF(4, 5);
/* Notes that memory ran out, once. */
void lexc_exhausted(lexc_run *run);

/* How a table must look. */
typedef struct {
    const char *header; /* "form,value,source", or NULL: a key, any columns, "source" last */
    const char *filled; /* of those columns, which may not be empty; NULL: the first and the last */
} lexc_shape;

/*
 * Reads the table at `path` and checks its encoding, header, row widths and empty cells.
 * Rows with errors, which are printed, are left out. False when there is nothing to use: no such
 * file (no error), or an error of the whole file.
 */
bool lexc_read_table(lexc_run *run, const char *path, lexc_shape shape, sls_csv *out);
/* "DIR/NAME.csv", or NULL when memory ran out. */
const char *lexc_path(lexc_run *run, const char *folder, const char *name);

/* One row of a concept's table. */
typedef struct {
    sls_str text;   /* folded, tokens by single spaces */
    sls_str *words; /* its tokens; 16 bytes may be read at each */
    size_t word_count;
    sls_str value;
    sls_str display; /* as readers see it */
    uint8_t concept;
    uint8_t capitals; /* that the text must show for this sense: SLS_CAPITALS_ */
    unsigned heat;    /* how common its rarest word is: articles of 10,000 */
} lexc_entry;

typedef struct {
    lexc_entry *entries; /* by concept, then in file order */
    size_t entry_count;
    sls_pattern_row *patterns; /* the language's own, then those of any/ */
    size_t pattern_count;
} lexc_language;

/* A table of data/any, see sls_table_any. */
typedef struct {
    const sls_str *columns, *cells;
    size_t column_count, row_count;
} lexc_any;

typedef struct {
    lexc_language languages[SLS_LANGS];
    lexc_any any[SLS_CONCEPT_COUNT]; /* rows by key */
} lexc_data;

/* Reads and checks the whole data folder. */
void lexc_read_data(lexc_run *run, const char *folder, lexc_data *out);
const char *lexc_concept_name(size_t concept);
const char *lexc_language_name(size_t lang);

/*
 * Folds and splits `form` into `entry`, whose concept is set; false after an error, which was
 * printed under `path` and `line`.
 */
bool lexc_read_form(lexc_run *run, const char *path, size_t line, sls_str form, lexc_entry *entry);

/*
 * Writes the tables of `data`, or nothing after an error; the words that are commonest by the
 * table `frequencies` first, or NULL.
 */
void lexc_write_tables(lexc_run *run, lexc_data *data, const char *frequencies, const char *path);
/* Reads, checks and writes the messages. */
void lexc_write_messages(lexc_run *run, const char *folder, const char *path);
/* How common a word is in its language. */
typedef struct {
    sls_str word;
    sls_lang lang;
    unsigned share; /* articles of 10,000 that have it, 1 to 10,000 */
} lexc_share;

/* Reads and checks the table of frequencies at `path`. False as lexc_read_table, or no memory. */
bool lexc_read_shares(lexc_run *run, const char *path, lexc_share **out, size_t *count);
/* Reads, checks and writes the words' frequencies. */
void lexc_write_frequencies(lexc_run *run, const char *table, const char *path);

#endif
