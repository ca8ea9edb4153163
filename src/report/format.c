#include "report/format.h"

#include "report/review_page.h"

static const sls_format formats[] = {
    { "text", "findings as a compiler prints them, with both quotes", sls_write_text, NULL, false },
    { "concise", "a line per finding", sls_write_concise, NULL, false },
    { "csv", "every finding, in the columns of conflicts.csv", sls_write_csv, NULL, true },
    { "json", "every finding, in one JSON document", sls_write_json, NULL, true },
    { "jsonl", "every finding, a JSON object a line", sls_write_jsonl, NULL, true },
    { "sarif", "conflicts as SARIF 2.1.0, for code scanning and editors", sls_write_sarif, NULL,
      false },
    { "junit", "conflicts as test results in JUnit's XML, by rule", sls_write_junit, NULL, false },
    { "rdjsonl", "new conflicts as reviewdog's diagnostics", sls_write_rdjsonl, NULL, false },
    { "github", "annotations of GitHub Actions, and a job summary", sls_write_github, NULL, false },
    { "gitlab", "new conflicts as a Code Quality report of GitLab", sls_write_gitlab, NULL, false },
    { "markdown", "tables of findings with both quotes", sls_write_markdown, NULL, false },
    { "html", "one page to decide the findings on, which needs no network", sls_write_html, NULL,
      false },
    { "html-split", "the same as a folder, for many findings and hosts that forbid inline script",
      NULL, sls_write_html_split, false },
};

const sls_format *sls_formats(size_t *count)
{
    *count = sizeof formats / sizeof *formats;
    return formats;
}

const sls_format *sls_format_named(sls_str name)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (sls_str_eq(sls_str_of(formats[i].name), name))
            return &formats[i];
    return NULL;
}
