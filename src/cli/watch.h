/*
 * watch.h - check, and check again whenever an article or what editors know of it changes.
 *
 * Changes are what inotify tells of the folders and files that the options name: Linux alone has
 * it. Each check is a process of its own, so that Ctrl-C ends even a long one at once; what it had
 * begun to write is as if it had never been.
 */
#ifndef SLS_CLI_WATCH_H
#define SLS_CLI_WATCH_H

#include "cli/options.h"

/* Runs `check` again and again. The exit status: 0 when a signal ended it, 2 when it cannot watch.
 */
int sls_watch(const sls_options *options, int (*check)(const sls_options *options));

#endif
