#include "cli/tool/manual.h"
#include "model/rule.h"
#include "report/format.h"
#include "report/message.h"

/* What stands in the program's page beside its commands. */
static const struct {
    const char *name, *text;
} files[] = {
    { "selisih.ini", "Settings, KEY = VALUE with the long options as keys, and a section [severity] "
                     "with RULE = LEVEL. The nearest one at or above the first PATH is read. Paths "
                     "in it are meant from where it lies. A # begins a comment." },
    { "corpus/corpus.csv", "The manifest of a folder: file,source,published,lang,title,url,credit. "
                           "What it leaves open is taken from the article." },
    { "corpus/verified.csv", "Claims that editors vouch for, with the columns of claims." },
    { "corpus/aliases.csv", "Names that are one: alias,name." },
    { "corpus/decisions.csv", "What editors decided on findings: "
                              "finding_id,decision,by,on,expires,note,a_value,b_value, and "
                              "corrected, the day on which a correction was published." },
    { "claims/", "A CSV of claims for each input file, written by check." },
    { "reports/", "conflicts.csv, agreements.csv, facts.csv and articles.csv, written by check." },
}, environment[] = {
    { "NO_COLOR", "When set and not empty, nothing is colored unless --color always asks for it." },
    { "GITHUB_STEP_SUMMARY", "With --output github, the file that the job summary is appended to." },
    { "TERM", "On a dumb terminal nothing is colored." },
};

/* Text as roff: a backslash and a dash are written out, no line begins with a dot. */
static void text(sls_out *out, sls_str s)
{
    for (size_t i = 0; i < s.len; i++) {
        const char c = s.ptr[i];
        if (i == 0 && (c == '.' || c == '\''))
            sls_out_add(out, "\\&");
        if (c == '\\')
            sls_out_add(out, "\\e");
        else if (c == '-')
            sls_out_add(out, "\\-");
        else
            sls_out_write(out, (sls_str){ s.ptr + i, 1 });
    }
}

static void words(sls_out *out, const char *s)
{
    text(out, sls_str_of(s));
}

static void heading(sls_out *out, const char *name)
{
    sls_out_add(out, ".SH ");
    sls_out_add(out, name);
    sls_out_add(out, "\n");
}

static void capitals(sls_out *out, const char *name)
{
    for (; *name; name++) {
        const char c = *name >= 'a' && *name <= 'z' ? (char)(*name - 'a' + 'A') : *name;
        text(out, (sls_str){ &c, 1 });
    }
}

static void paragraphs(sls_out *out, const char *about)
{
    sls_str rest = sls_str_of(about), line;
    while (sls_str_split(&rest, '\n', &line)) {
        if (line.len == 0) {
            sls_out_add(out, ".PP\n");
            continue;
        }
        text(out, line);
        sls_out_add(out, "\n");
    }
}

static void options(sls_out *out, sls_command command)
{
    size_t count;
    const sls_option *rows = sls_option_rows(&count);
    heading(out, "OPTIONS");
    for (size_t i = 0; i < count; i++) {
        if (!(rows[i].commands & SLS_COMMAND_BIT(command)))
            continue;
        const char letter[] = { rows[i].letter, 0 };
        sls_out_add(out, ".TP\n");
        if (rows[i].letter) {
            sls_out_add(out, "\\fB\\-");
            words(out, letter);
            sls_out_add(out, "\\fR, ");
        }
        sls_out_add(out, "\\fB\\-\\-");
        words(out, rows[i].name);
        sls_out_add(out, "\\fR");
        if (rows[i].argument) {
            sls_out_add(out, " \\fI");
            words(out, rows[i].argument);
            sls_out_add(out, "\\fR");
        }
        sls_out_add(out, "\n");
        words(out, rows[i].help);
        sls_out_add(out, ".\n");
    }
}

static void examples(sls_out *out, const char *lines)
{
    sls_str rest = sls_str_of(lines), line;
    heading(out, "EXAMPLES");
    while (sls_str_split(&rest, '\n', &line)) {
        sls_str command = line;
        (void)sls_str_split(&line, '\t', &command);
        sls_out_add(out, ".PP\n");
        text(out, line);
        sls_out_add(out, "\n.PP\n.in +4n\n.nf\n");
        text(out, command);
        sls_out_add(out, "\n.fi\n.in\n");
    }
}

static void commands(sls_out *out)
{
    const sls_command_row *rows = sls_command_rows();
    heading(out, "COMMANDS");
    for (int i = SLS_COMMAND_NONE + 1; i < SLS_COMMANDS; i++) {
        sls_out_add(out, ".TP\n.BR selisih\\-");
        words(out, rows[i].name);
        sls_out_add(out, " (1)\n");
        words(out, rows[i].summary);
        sls_out_add(out, ".\n");
    }
}

static void surroundings(sls_out *out)
{
    heading(out, "FILES");
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        sls_out_add(out, ".TP\n.I ");
        words(out, files[i].name);
        sls_out_add(out, "\n");
        words(out, files[i].text);
        sls_out_add(out, "\n");
    }
    heading(out, "ENVIRONMENT");
    for (size_t i = 0; i < sizeof environment / sizeof *environment; i++) {
        sls_out_add(out, ".TP\n.B ");
        words(out, environment[i].name);
        sls_out_add(out, "\n");
        words(out, environment[i].text);
        sls_out_add(out, "\n");
    }
}

static void named(sls_out *out, const char *name)
{
    sls_out_add(out, ".TP\n.B ");
    words(out, name);
    sls_out_add(out, "\n");
}

static void formats(sls_out *out)
{
    size_t count;
    const sls_format *rows = sls_formats(&count);
    heading(out, "FORMATS");
    for (size_t i = 0; i < count; i++) {
        named(out, rows[i].name);
        words(out, rows[i].help);
        sls_out_add(out, ".\n");
    }
}

/* Rules with their sentences of selisih explain. */
static void rules(sls_out *out)
{
    sls_arena *arena = sls_arena_new(0);
    size_t count;
    const sls_rule *rows = sls_rules(&count);
    heading(out, "RULES");
    for (size_t i = 0; arena && i < count; i++) {
        sls_str key, sentence;
        if (sls_arena_format(arena, &key, "rule-%s", rows[i].name) != SLS_OK ||
            sls_message(SLS_LANG_EN, key, (sls_args){ NULL, 0 }, arena, &sentence) != SLS_OK)
            break;
        named(out, rows[i].name);
        text(out, sentence);
        sls_out_add(out, "\n");
    }
    sls_arena_free(arena);
}

void manual_page(sls_out *out, sls_command command)
{
    const sls_command_row *row = &sls_command_rows()[command];
    const bool program = command == SLS_COMMAND_NONE;
    sls_out_add(out, ".TH ");
    sls_out_add(out, program ? "" : "SELISIH\\-");
    capitals(out, row->name);
    sls_out_add(out, " 1 \"\" \"selisih " SELISIH_VERSION "\" \"User Commands\"\n");
    heading(out, "NAME");
    sls_out_add(out, program ? "" : "selisih\\-");
    words(out, row->name);
    sls_out_add(out, " \\- ");
    words(out, row->summary);
    sls_out_add(out, "\n");
    heading(out, "SYNOPSIS");
    sls_out_add(out, program ? ".B selisih\n.I COMMAND\n" : ".B selisih ");
    if (!program) {
        words(out, row->name);
        sls_out_add(out, "\n");
    }
    sls_out_add(out, "[\\fIOPTION\\fR...] ");
    words(out, program ? "[PATH...]" : row->arguments);
    sls_out_add(out, "\n");
    heading(out, "DESCRIPTION");
    paragraphs(out, row->about);
    if (program) {
        commands(out);
        formats(out);
        rules(out);
        surroundings(out);
    } else {
        options(out, command);
        heading(out, "EXIT STATUS");
        words(out, row->exit);
        sls_out_add(out, "\n");
        examples(out, row->examples);
        heading(out, "SEE ALSO");
        sls_out_add(out, ".BR selisih (1)\n");
    }
}
