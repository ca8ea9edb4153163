#include "cli/tool/manual.h"
#include "model/rule.h"
#include "report/format.h"

static void add(sls_out *out, const char *text)
{
    sls_out_write(out, sls_str_of(text));
}

/* The words that an option's value may be, with spaces between; false: it is free. */
static bool values(sls_out *out, const sls_option *row)
{
    size_t count;
    if (row->type == SLS_OPTION_CHOICE) {
        for (size_t i = 0; row->words[i]; i++) {
            add(out, i > 0 ? " " : "");
            add(out, row->words[i]);
        }
        return true;
    }
    if (row->type == SLS_OPTION_OUTPUTS) {
        const sls_format *formats = sls_formats(&count);
        for (size_t i = 0; i < count; i++) {
            add(out, i > 0 ? " " : "");
            add(out, formats[i].name);
        }
        return true;
    }
    if (row->type == SLS_OPTION_RULES) {
        const sls_rule *rules = sls_rules(&count);
        for (size_t i = 0; i < count; i++) {
            add(out, i > 0 ? " " : "");
            add(out, rules[i].name);
        }
        return true;
    }
    return false;
}

static bool has_values(const sls_option *row)
{
    return row->type == SLS_OPTION_CHOICE || row->type == SLS_OPTION_OUTPUTS ||
           row->type == SLS_OPTION_RULES;
}

static void command_names(sls_out *out)
{
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        add(out, i > SLS_COMMAND_NONE + 1 ? " " : "");
        add(out, sls_command_rows()[i].name);
    }
}

/* --- bash --- */

static void bash_options(sls_out *out, sls_command command)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    add(out, "        ");
    add(out, sls_command_rows()[command].name);
    add(out, ") words='");
    for (size_t i = 0, first = 1; i < count; i++) {
        if (!(rows[i].commands & SLS_COMMAND_BIT(command)))
            continue;
        add(out, first ? "--" : " --");
        add(out, rows[i].name);
        first = 0;
    }
    add(out, "' ;;\n");
}

void completions_bash(sls_out *out, sls_command command)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    (void)command;
    add(out, "# Completion of selisih for bash.\n"
             "_selisih() {\n"
             "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=\n"
             "    COMPREPLY=()\n"
             "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
             "        COMPREPLY=($(compgen -W '");
    command_names(out);
    add(out, " --help --version' -- \"$word\"))\n"
             "        return\n"
             "    fi\n"
             "    case $before in\n");
    for (size_t i = 0; i < count; i++) {
        if (!has_values(&rows[i]))
            continue;
        add(out, "        --");
        add(out, rows[i].name);
        add(out, ") COMPREPLY=($(compgen -W '");
        (void)values(out, &rows[i]);
        add(out, "' -- \"$word\")); return ;;\n");
    }
    add(out, "    esac\n"
             "    case ${COMP_WORDS[1]} in\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++)
        bash_options(out, (sls_command)i);
    add(out, "    esac\n"
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
            add(out, "'\\''");
        else if (strchr(special, c))
            sls_out_format(out, "\\%c", c);
        else
            sls_out_format(out, "%c", c);
    }
}

static void zsh_option(sls_out *out, const sls_option *row)
{
    add(out, "            '--");
    add(out, row->name);
    add(out, row->argument ? "=[" : "[");
    described(out, row->help, "[]");
    add(out, "]");
    if (row->argument) {
        add(out, ":value:");
        if (has_values(row)) {
            add(out, "(");
            (void)values(out, row);
            add(out, ")");
        } else {
            add(out, "_files");
        }
    }
    add(out, "' \\\n");
}

void completions_zsh(sls_out *out, sls_command command)
{
    const sls_command_row *commands = sls_command_rows();
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    (void)command;
    add(out, "#compdef selisih\n"
             "# Completion of selisih for zsh.\n"
             "if (( CURRENT == 2 )); then\n"
             "    local -a commands=(\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        add(out, "        '");
        add(out, commands[i].name);
        add(out, ":");
        described(out, commands[i].summary, "[]");
        add(out, "'\n");
    }
    add(out, "    )\n"
             "    _describe command commands\n"
             "    return\n"
             "fi\n"
             "case $words[2] in\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        add(out, "    ");
        add(out, commands[i].name);
        add(out, ")\n        (( CURRENT-- )); shift words\n        _arguments \\\n");
        for (size_t n = 0; n < count; n++)
            if (rows[n].commands & SLS_COMMAND_BIT(i))
                zsh_option(out, &rows[n]);
        add(out, "            '*:path:_files' ;;\n");
    }
    add(out, "esac\n");
}

void completions_fish(sls_out *out, sls_command command)
{
    const sls_command_row *commands = sls_command_rows();
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    (void)command;
    add(out, "# Completion of selisih for fish.\n");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        add(out, "complete -c selisih -n __fish_use_subcommand -f -a ");
        add(out, commands[i].name);
        add(out, " -d '");
        described(out, commands[i].summary, "'");
        add(out, "'\n");
    }
    for (size_t n = 0; n < count; n++) {
        add(out, "complete -c selisih -n '__fish_seen_subcommand_from");
        for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++)
            if (rows[n].commands & SLS_COMMAND_BIT(i)) {
                add(out, " ");
                add(out, commands[i].name);
            }
        add(out, "' -l ");
        add(out, rows[n].name);
        if (rows[n].letter)
            sls_out_format(out, " -s %c", rows[n].letter);
        add(out, rows[n].argument ? " -r" : "");
        if (has_values(&rows[n])) {
            add(out, " -f -a '");
            (void)values(out, &rows[n]);
            add(out, "'");
        }
        add(out, " -d '");
        described(out, rows[n].help, "'");
        add(out, "'\n");
    }
}
