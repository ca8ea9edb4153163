/*
 * selisih - finds where news articles contradict each other in numbers, dates and offices.
 */
#include "cli/commands.h"
#include "cli/output.h"

static int print(const char *text)
{
    sls_output output = { 0 };
    sls_diag diag = { 0 };
    (void)sls_output_write(&output, sls_str_of(text));
    if (sls_output_end(&output, &diag) == SLS_OK)
        return SLS_EXIT_OK;
    sls_complain("error", &diag);
    return SLS_EXIT_TROUBLE;
}

int main(int argc, char **argv)
{
    sls_options options;
    sls_diag diag = { 0 };
    sls_output_begin();
    if (sls_options_read(argc, argv, &options, &diag) != SLS_OK) {
        sls_complain("error", &diag);
        return SLS_EXIT_TROUBLE;
    }
    if (options.help)
        return print(sls_options_help(options.command));
    if (options.version)
        return print("selisih " SELISIH_VERSION "\n");
    if (options.command == SLS_COMMAND_EXPLAIN)
        return sls_run_explain(&options);
    if (options.command == SLS_COMMAND_CHECK)
        return sls_run_check(&options);
    if (options.command == SLS_COMMAND_MATCH || options.command == SLS_COMMAND_COMPARE)
        return sls_run_stage(&options);
    return sls_run_filter(&options);
}
