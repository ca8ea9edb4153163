/*
 * dateline.h - the outlet, agency and place with which a body begins.
 *
 *     "KABAR.ID, Jakarta - ", "(KABARWORLD) - ", "SEOUL, Sept 3 (Reuters) - ", "JAKARTA, KABAR.com
 * —"
 */
#ifndef SLS_PROFILE_DATELINE_H
#define SLS_PROFILE_DATELINE_H

#include "profile/page.h"

typedef struct {
    size_t after;   /* the first token behind the dateline; 0: there is none */
    sls_str source; /* outlet: its name in the lexicon, or the domain as written; "" none */
    sls_str credit; /* agency: its name in the lexicon; "" none */
} sls_dateline;

/*
 * Reads a dateline that begins at token `first`, and masks its tokens but those of a date in it.
 * May go on over line breaks: pages set the place on a line of its own.
 */
sls_dateline sls_dateline_read(const sls_page *page, size_t first);

#endif
