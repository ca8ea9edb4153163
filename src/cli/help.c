#include "cli/options.h"

#define SHARED                                                                                     \
    "  -j, --jobs N              work in N threads, 1 to 64; default: one for each processor.\n"   \
    "                            The output is the same for any N\n"                               \
    "      --max-article-bytes N skip an article over N bytes; default: 10485760\n"                \
    "      --quiet               print nothing but errors\n"                                       \
    "  -h, --help                print this help\n"

#define PATHS                                                                                      \
    "PATH is a text file, a JSON Lines file (.jsonl), a folder of both, or - for JSON Lines\n"     \
    "on standard input; default: corpus\n"

static const char *const helps[SLS_COMMANDS] = {
    [SLS_COMMAND_NONE] =
        "Usage: selisih COMMAND [OPTION...] [PATH...]\n"
        "Find where news articles contradict each other in numbers, dates and offices.\n"
        "\n"
        "Commands:\n"
        "  check      compare articles, write claims/ and reports/, print the findings\n"
        "  extract    print the claims of articles as CSV\n"
        "  mentions   print the numbers, dates and names found in articles as CSV\n"
        "  match      group the claims that extract printed\n"
        "  compare    print the findings on the groups that match printed\n"
        "  explain    tell why a finding was made\n"
        "\n"
        "extract, match and compare in a pipe find what check finds.\n"
        "selisih COMMAND --help tells a command's options; selisih --version the version.\n",
    [SLS_COMMAND_CHECK] =
        "Usage: selisih check [OPTION...] [PATH...]\n"
        "Compare articles, write claims and reports as CSV, and print the findings.\n"
        "\n" PATHS "\n"
        "Options:\n"
        "      --claims DIR          write claims here; default: claims\n"
        "      --reports DIR         write reports here; default: reports\n"
        "      --fail-level LEVEL    none, note, warning or error: exit with 1 when a new finding\n"
        "                            is at or above LEVEL; default: error\n"
        "      --baseline FILE       findings in FILE are known and do not fail\n"
        "      --write-baseline FILE write the findings of this run to FILE\n"
        "      --aliases FILE        CSV with the columns alias,name: names that are one; "
        "default:\n"
        "                            aliases.csv in the folders that are checked\n"
        "      --verified FILE       claims that editors vouch for, with the columns of claims;\n"
        "                            default: verified.csv in the folders that are checked\n"
        "      --ui-lang LANG        en or id: language of messages; default: en\n"
        "      --color WHEN          auto, always or never; default: auto\n"
        "      --verbose             print notes too\n" SHARED "\n"
        "Exit status: 0 nothing new at or above the fail level, 1 such findings,\n"
        "2 bad options, bad input or an internal error.\n",
    [SLS_COMMAND_EXTRACT] = "Usage: selisih extract [OPTION...] [PATH...]\n"
                            "Print the claims of articles as CSV.\n"
                            "\n" PATHS "\n"
                            "Options:\n"
                            "      --aliases FILE        as for check\n" SHARED "\n"
                            "Exit status: 0, or 2 for bad options, bad input or an internal "
                            "error.\n",
    [SLS_COMMAND_MENTIONS] = "Usage: selisih mentions [OPTION...] [PATH...]\n"
                             "Print the numbers, dates and names found in articles as CSV.\n"
                             "\n" PATHS "\n"
                             "Options:\n" SHARED "\n"
                             "Exit status: 0, or 2 for bad options, bad input or an internal "
                             "error.\n",
    [SLS_COMMAND_MATCH] = "Usage: selisih match [OPTION...] [FILE...]\n"
                          "Group claims that speak of the same thing. FILE is claims as selisih\n"
                          "extract prints them; default: -, standard input. Prints groups as CSV.\n"
                          "\n"
                          "Options:\n"
                          "  -h, --help                print this help\n"
                          "\n"
                          "Exit status: 0, or 2 for bad options, bad input or an internal "
                          "error.\n",
    [SLS_COMMAND_COMPARE] =
        "Usage: selisih compare [OPTION...] [FILE]\n"
        "Compare the values of groups. FILE is groups as selisih match prints them;\n"
        "default: -, standard input. Prints findings as CSV: conflicts worst first, then\n"
        "agreements.\n"
        "\n"
        "Options:\n"
        "      --ui-lang LANG        en or id: language of messages; default: en\n"
        "  -h, --help                print this help\n"
        "\n"
        "Exit status: 0, or 2 for bad options, bad input or an internal error.\n",
    [SLS_COMMAND_EXPLAIN] =
        "Usage: selisih explain [OPTION...] ID [PATH...]\n"
        "Tell why a finding was made: both quotes, how each value was read, what the\n"
        "alignment is made of, the sources, and what would have made them agree. ID is the\n"
        "first column of reports/conflicts.csv or agreements.csv, or the beginning of one.\n"
        "The articles are read again; nothing is written.\n"
        "\n" PATHS "\n"
        "Options:\n"
        "      --aliases FILE        as for check\n"
        "      --verified FILE       as for check\n"
        "      --ui-lang LANG        en or id: language of messages; default: en\n"
        "      --color WHEN          auto, always or never; default: auto\n" SHARED "\n"
        "Exit status: 0, or 2 for bad options, bad input, an id that no finding has, or an\n"
        "internal error.\n",
};

const char *sls_options_help(sls_command command)
{
    return helps[command];
}
