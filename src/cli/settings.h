/*
 * settings.h - the values of options, checked as they come, and selisih.ini, where some of them
 * come from.
 *
 *     # selisih.ini
 *     fail-level = warning
 *     baseline = corpus/baseline.csv      below the folder of this file
 *     ignore = name-spelling, title-change
 *     [severity]
 *     date-conflict = warning
 *
 * The command line wins over selisih.ini and that over the defaults, in whatever order they are
 * put; a list is taken as a whole from the strongest that gives one.
 */
#ifndef SLS_CLI_SETTINGS_H
#define SLS_CLI_SETTINGS_H

#include "cli/option_table.h"

typedef enum { SLS_FROM_DEFAULT, SLS_FROM_FILE, SLS_FROM_LINE } sls_origin;

enum { SLS_OPTIONS_MOST = 64 };

typedef struct {
    sls_options *options;
    sls_arena *arena;
    sls_origin origin[SLS_OPTIONS_MOST]; /* of each row of the option table */
    const char *file;                    /* the settings file that was read, or NULL */
    size_t line[SLS_OPTIONS_MOST];       /* of that file, for rows of SLS_FROM_FILE */
} sls_settings;

/* Where a value stands: messages begin with "--name" or with FILE:LINE. */
typedef struct {
    sls_origin origin;
    size_t line; /* of settings->file */
} sls_setting_place;

/*
 * Checks `value` ("" for a flag means yes) and stores it, unless a stronger origin has been put.
 * SLS_OK; SLS_EUSAGE, SLS_ENOMEM with `*diag`.
 */
SLS_MUST_USE sls_status sls_setting_put(sls_settings *settings, const sls_option *row,
                                        const char *value, sls_setting_place place,
                                        sls_diag *diag);
/*
 * Reads the file that --config names, else the nearest selisih.ini at or above the first path;
 * none is no error. SLS_OK; SLS_EUSAGE: a key that there is not, or a bad value; SLS_ESYNTAX,
 * SLS_ENOTFOUND, SLS_EIO, SLS_ENOMEM; with `*diag`.
 */
SLS_MUST_USE sls_status sls_settings_load(sls_settings *settings, sls_diag *diag);
/* Every setting of the command, a line each, with its origin as a comment. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_settings_show(const sls_settings *settings, sls_str *out);

/* The word that `word` is likely a slip of, at most two letters away, or NULL. */
const char *sls_nearest(const char *const *words, size_t count, const char *word);

#endif
