/*
 * spot.h - where a claim stands: corpus/tempo.txt, line 1, column 92.
 */
#ifndef SLS_MODEL_SPOT_H
#define SLS_MODEL_SPOT_H

#include <selisih/str.h>

typedef struct {
    sls_str path;  /* as the user names the file */
    size_t line;      /* from 1; 0: not known */
    size_t column;    /* byte in the line, from 1; 0: not known */
    size_t character; /* the same in characters */
} sls_spot;

#endif
