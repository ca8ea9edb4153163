#include "cli/option_table.h"
#include "report/draft.h"

enum { WIDTH = 80, TEXT_AT = 28 };

static void add(sls_draft *draft, const char *text)
{
    sls_draft_add(draft, sls_str_of(text));
}

static void space(sls_draft *draft, size_t count)
{
    while (count-- > 0)
        sls_draft_add(draft, SLS_STR(" "));
}

/* The words of `text` in lines of at most WIDTH bytes, of which the first has `column` already. */
static void wrap(sls_draft *draft, sls_str text, size_t column, size_t indent)
{
    sls_str word;
    for (bool first = true; sls_str_split(&text, ' ', &word); first = false) {
        if (!first && column + 1 + word.len > WIDTH) {
            add(draft, "\n");
            space(draft, indent);
            column = indent;
        } else if (!first) {
            add(draft, " ");
            column++;
        }
        sls_draft_add(draft, word);
        column += word.len;
    }
    add(draft, "\n");
}

/* "  -j, --jobs N              work in N threads ..." */
static void option(sls_draft *draft, const sls_option *row)
{
    const size_t name = strlen(row->name), value = row->argument ? 1 + strlen(row->argument) : 0;
    size_t column = 8 + name + value;
    const char letter[] = { '-', row->letter, ',', ' ', 0 };
    add(draft, row->letter ? "  " : "      ");
    if (row->letter)
        add(draft, letter);
    add(draft, "--");
    add(draft, row->name);
    if (row->argument) {
        add(draft, " ");
        add(draft, row->argument);
    }
    if (column + 1 > TEXT_AT) {
        add(draft, "\n");
        column = 0;
    }
    space(draft, TEXT_AT - column);
    wrap(draft, sls_str_of(row->help), TEXT_AT, TEXT_AT);
}

static void program(sls_draft *draft)
{
    const sls_command_row *rows = sls_command_rows();
    add(draft, "Usage: selisih COMMAND [OPTION...] [PATH...]\n");
    wrap(draft, sls_str_of(rows[SLS_COMMAND_NONE].about), 0, 0);
    add(draft, "\nCommands:\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        add(draft, "  ");
        add(draft, rows[i].name);
        space(draft, 11 - strlen(rows[i].name));
        wrap(draft, sls_str_of(rows[i].summary), 13, 13);
    }
    add(draft,
        "\nextract, match and compare in a pipe find what check finds.\n"
        "selisih COMMAND --help tells a command's options; selisih --version the version.\n");
}

static void command(sls_draft *draft, const sls_command_row *row, sls_command which)
{
    size_t count;
    const sls_option *options = sls_option_rows(&count);
    sls_str about = sls_str_of(row->about), paragraph;
    add(draft, "Usage: selisih ");
    add(draft, row->name);
    add(draft, " [OPTION...] ");
    add(draft, row->arguments);
    add(draft, "\n");
    while (sls_str_split(&about, '\n', &paragraph))
        wrap(draft, paragraph, 0, 0);
    add(draft, "\nOptions:\n");
    for (size_t i = 0; i < count; i++)
        if (options[i].commands & SLS_COMMAND_BIT(which))
            option(draft, &options[i]);
    add(draft, "\nExit status: ");
    wrap(draft, sls_str_of(row->exit), 13, 0);
}

sls_status sls_options_help(sls_command which, sls_arena *arena, sls_str *out)
{
    sls_draft draft = { .arena = arena };
    if (which == SLS_COMMAND_NONE)
        program(&draft);
    else
        command(&draft, &sls_command_rows()[which], which);
    return sls_draft_done(&draft, out);
}
