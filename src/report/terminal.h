/*
 * terminal.h - findings as a compiler prints them.
 *
 *     corpus/tempo.txt:1:92: error: ... [title-conflict]
 *         ... the sentence ...
 *     corpus/orf.txt:7:301: note: the other side: ORF, May 2024: "..."
 *
 * What comes from articles may hold anything: control characters, escape sequences and marks
 * that turn the writing direction are shown as U+FFFD, so that no article can write to the
 * reader's terminal, nor give commands to a CI that reads what is printed. Pure; lines go into a
 * draft.
 */
#ifndef SLS_REPORT_TERMINAL_H
#define SLS_REPORT_TERMINAL_H

#include "lexicon/lexicon.h"
#include "model/spot.h"
#include "report/draft.h"
#include "report/leftover.h"
#include <selisih/finding.h>

typedef struct {
    sls_lang ui;
    bool color;
} sls_terminal;

typedef struct {
    size_t articles, skipped, claims;
    size_t errors, warnings, notes; /* new ones */
    size_t known, unused;           /* of the baseline */
    size_t waived, idle;            /* findings waived by decisions; decisions that none used */
    size_t aside;                   /* new ones in articles that did not change */
    size_t held;                    /* findings that were not printed: over --max-findings */
    sls_str path;                   /* of conflicts.csv */
} sls_summary;

/* `s` with everything that a terminal would obey made visible. */
void sls_terminal_text(sls_draft *draft, sls_str s);

/* "file:line:column", as far as it is known. */
void sls_terminal_spot(sls_draft *draft, sls_spot spot);
/* The escape sequence of a color, "1" bold, "0" none; nothing on a terminal without. */
void sls_terminal_paint(const sls_terminal *terminal, sls_draft *draft, const char *code);
/* A line with the claim's sentence, its surface in bold; of a long one what stands around it. */
void sls_terminal_quote(const sls_terminal *terminal, sls_draft *draft, const sls_claim *claim);
/* "file:line:column: severity: message [rule]", of its likely wrong side. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_terminal_line(const sls_terminal *terminal, sls_draft *draft,
                                          const sls_finding *finding, sls_spot a, sls_spot b);
/* That line with both quotes. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_terminal_finding(const sls_terminal *terminal, sls_draft *draft,
                                             const sls_finding *finding, sls_spot a, sls_spot b);
/* "FILE:LINE: note: ..." of a row that nothing used. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_terminal_leftover(const sls_terminal *terminal, sls_draft *draft,
                                              const sls_leftover *row);
/* A count that a message tells; one of nothing is left out unless it is told always. */
typedef struct {
    const char *name;
    size_t count;
    bool always;
} sls_counted;

/* The message `key` with `path` and the counts as arguments, and a line's end. SLS_OK,
 * SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_terminal_counts(sls_lang ui, sls_draft *draft, sls_str key,
                                            sls_str path, const sls_counted *counts, size_t count);
/* One line at the end of a check. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_terminal_summary(const sls_terminal *terminal, sls_draft *draft,
                                             const sls_summary *summary);

#endif
