/*
 * starter.h - the files of selisih init, embedded at build from src/cli/starter.
 */
#ifndef SLS_CLI_STARTER_H
#define SLS_CLI_STARTER_H

#include <selisih/str.h>

typedef struct {
    const char *path; /* below the folder that init is given */
    const char *ci;   /* of which --ci; NULL: of every init */
    sls_str text;
} sls_starter;

/* Ends with a NULL path; made by src/cli/starter/tool. */
extern const sls_starter sls_starters[];

#endif
