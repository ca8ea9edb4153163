/*
 * option_table.h - the commands and their options: one row each.
 *
 *     { "reports", .type = SLS_OPTION_PATH, .at = AT(reports), .help = "write reports here; ..." }
 *
 * Static storage, read only.
 */
#ifndef SLS_CLI_OPTION_TABLE_H
#define SLS_CLI_OPTION_TABLE_H

#include "cli/options.h"

typedef enum {
    SLS_OPTION_FLAG,   /* bool; in selisih.ini yes or no */
    SLS_OPTION_TEXT,   /* const char * */
    SLS_OPTION_PATH,   /* the same; in selisih.ini below the folder of that file */
    SLS_OPTION_CHOICE, /* an int-sized enum: the index among `words` */
    SLS_OPTION_NUMBER, /* size_t within min..max */
    SLS_OPTION_DAY,    /* int32_t, days since 1970-01-01; with `max` 1 and 2 the first and the last
                          day of any span */
    SLS_OPTION_MAP,    /* sls_fields: MEMBER=NAME with commas between */
    SLS_OPTION_LIST,   /* sls_values; in selisih.ini with commas between */
    SLS_OPTION_RULES,  /* the same, each the name of a rule */
    SLS_OPTION_OUTPUTS, /* the same, each FORMAT or FORMAT:FILE */
    SLS_OPTION_LEVELS  /* the same, each RULE=LEVEL; in selisih.ini the section of that name */
} sls_option_type;

#define SLS_COMMAND_BIT(command) (1U << (command))

typedef struct {
    const char *name; /* the long name, and the key in selisih.ini */
    char letter;      /* 0: none */
    bool line_only;   /* of the command line alone */
    sls_option_type type;
    unsigned commands;    /* SLS_COMMAND_BITs of those that have it */
    size_t at;            /* offset of its field in sls_options */
    const char *argument; /* what --help calls its value; NULL: a flag */
    const char *help;
    const char *const *words; /* of a choice, or of a list that takes no others; NULL ends */
    size_t min, max;          /* of a number */
} sls_option;

static inline bool sls_option_is_list(const sls_option *row)
{
    return row->type >= SLS_OPTION_LIST;
}

enum { SLS_OPTION_WORDS_MOST = 64 };

/*
 * The words that a value of the option is, or begins with: its own, names of formats, names of
 * rules. Returns how many; 0: it is free. `words` takes SLS_OPTION_WORDS_MOST.
 */
size_t sls_option_words(const sls_option *row, const char **words);

/* In the order of --help. */
const sls_option *sls_option_rows(size_t *count);

typedef struct {
    const char *name;
    const char *summary;   /* one line of the list of commands, no capital, no full stop */
    const char *arguments; /* behind [OPTION...] in the usage */
    const char *about;     /* paragraphs with an empty line between; a paragraph is one line */
    const char *exit;      /* what its exit status says */
    const char *examples;  /* "command line\twhat it does\n" each */
} sls_command_row;

/* By sls_command; SLS_COMMAND_NONE is the program itself. */
const sls_command_row *sls_command_rows(void);

#endif
