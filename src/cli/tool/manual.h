/* manual.h - writers of the manual's pages and of completions, of cli/option_table.h. */
#ifndef SLS_CLI_TOOL_MANUAL_H
#define SLS_CLI_TOOL_MANUAL_H

#include "cli/option_table.h"
#include "io/file.h"

/* `command` is the page's; completions are of all commands and ignore it. */
typedef void manual_writer(sls_out *out, sls_command command);

/* man(7), section 1. */
manual_writer manual_page;
manual_writer completions_bash, completions_zsh, completions_fish;

#endif
