#include "cli/tool/manual.h"

/* The words that an option's value may be, with spaces between; none where it is free. */
static void values(sls_out *out, const sls_option *row)
{
    const char *words[SLS_OPTION_WORDS_MOST];
    const size_t count = sls_option_words(row, words);
    for (size_t i = 0; i < count; i++) {
        sls_out_add(out, i > 0 ? " " : "");
        sls_out_add(out, words[i]);
    }
}

/* A value that is one of some words, and needs nothing behind it. */
static bool has_values(const sls_option *row)
{
    const char *words[SLS_OPTION_WORDS_MOST];
    return row->type != SLS_OPTION_LEVELS && sls_option_words(row, words) > 0;
}

static void command_names(sls_out *out)
{
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        sls_out_add(out, i > SLS_COMMAND_NONE + 1 ? " " : "");
        sls_out_add(out, sls_command_rows()[i].name);
    }
}

/* --- bash --- */

static void bash_options(sls_out *out, sls_command command)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    sls_out_add(out, "        ");
    sls_out_add(out, sls_command_rows()[command].name);
    sls_out_add(out, ") words='");
    for (size_t i = 0, first = 1; i < count; i++) {
        if (!(rows[i].commands & SLS_COMMAND_BIT(command)))
            continue;
        sls_out_add(out, first ? "--" : " --");
        sls_out_add(out, rows[i].name);
        first = 0;
    }
    sls_out_add(out, "' ;;\n");
}

void completions_bash(sls_out *out, sls_command command)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    (void)command;
    sls_out_add(
        out, "# Completion of selisih for bash.\n"
             "_selisih() {\n"
             "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
             "    COMPREPLY=()\n"
             "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
             "        COMPREPLY=($(compgen -W '");
    command_names(out);
    sls_out_add(out, " --help --version' -- \"$word\"))\n"
                     "        return\n"
                     "    fi\n"
                     "    case $before in\n");
    for (size_t i = 0; i < count; i++) {
        if (!has_values(&rows[i]))
            continue;
        sls_out_add(out, "        --");
        sls_out_add(out, rows[i].name);
        sls_out_add(out, ") COMPREPLY=($(compgen -W '");
        values(out, &rows[i]);
        sls_out_add(out, "' -- \"$word\")); return ;;\n");
    }
    sls_out_add(out, "    esac\n"
                     "    case ${COMP_WORDS[1]} in\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++)
        bash_options(out, (sls_command)i);
    sls_out_add(out, "    esac\n"
                     "    case $word in\n"
                     "        -*) COMPREPLY=($(compgen -W \"$words\" -- \"$word\")) ;;\n"
                     "        *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n"
                     "    esac\n"
                     "}\n"
                     "complete -o filenames -F _selisih selisih\n");
}

/* --- zsh and fish: with a description behind each --- */

/* A description between the quotes of the shell; `special` are bytes that it takes for its own. */
static void described(sls_out *out, const char *help, const char *special)
{
    for (; *help && *help != ';' && *help != ':'; help++) {
        const char c = *help;
        if (c == '\'' && *special)
            sls_out_add(out, "'\\''");
        else if (strchr(special, c))
            sls_out_format(out, "\\%c", c);
        else
            sls_out_format(out, "%c", c);
    }
}

static void zsh_option(sls_out *out, const sls_option *row)
{
    sls_out_add(out, "            '--");
    sls_out_add(out, row->name);
    sls_out_add(out, row->argument ? "=[" : "[");
    described(out, row->help, "[]");
    sls_out_add(out, "]");
    if (row->argument) {
        sls_out_add(out, ":value:");
        if (has_values(row)) {
            sls_out_add(out, "(");
            values(out, row);
            sls_out_add(out, ")");
        } else {
            sls_out_add(out, "_files");
        }
    }
    sls_out_add(out, "' \\\n");
}

void completions_zsh(sls_out *out, sls_command command)
{
    const sls_command_row *commands = sls_command_rows();
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    (void)command;
    sls_out_add(out, "#compdef selisih\n"
                     "# Completion of selisih for zsh.\n"
                     "if (( CURRENT == 2 )); then\n"
                     "    local -a commands=(\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        sls_out_add(out, "        '");
        sls_out_add(out, commands[i].name);
        sls_out_add(out, ":");
        described(out, commands[i].summary, "[]");
        sls_out_add(out, "'\n");
    }
    sls_out_add(out, "    )\n"
                     "    _describe command commands\n"
                     "    return\n"
                     "fi\n"
                     "case $words[2] in\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        sls_out_add(out, "    ");
        sls_out_add(out, commands[i].name);
        sls_out_add(out, ")\n        (( CURRENT-- )); shift words\n        _arguments \\\n");
        for (size_t n = 0; n < count; n++)
            if (rows[n].commands & SLS_COMMAND_BIT(i))
                zsh_option(out, &rows[n]);
        sls_out_add(out, "            '*:path:_files' ;;\n");
    }
    sls_out_add(out, "esac\n");
}

void completions_fish(sls_out *out, sls_command command)
{
    const sls_command_row *commands = sls_command_rows();
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    (void)command;
    sls_out_add(out, "# Completion of selisih for fish.\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        sls_out_add(out, "complete -c selisih -n __fish_use_subcommand -f -a ");
        sls_out_add(out, commands[i].name);
        sls_out_add(out, " -d '");
        described(out, commands[i].summary, "'");
        sls_out_add(out, "'\n");
    }
    for (size_t n = 0; n < count; n++) {
        sls_out_add(out, "complete -c selisih -n '__fish_seen_subcommand_from");
        for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++)
            if (rows[n].commands & SLS_COMMAND_BIT(i)) {
                sls_out_add(out, " ");
                sls_out_add(out, commands[i].name);
            }
        sls_out_add(out, "' -l ");
        sls_out_add(out, rows[n].name);
        if (rows[n].letter)
            sls_out_format(out, " -s %c", rows[n].letter);
        sls_out_add(out, rows[n].argument ? " -r" : "");
        if (has_values(&rows[n])) {
            sls_out_add(out, " -f -a '");
            values(out, &rows[n]);
            sls_out_add(out, "'");
        }
        sls_out_add(out, " -d '");
        described(out, rows[n].help, "'");
        sls_out_add(out, "'\n");
    }
}
