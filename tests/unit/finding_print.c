#include "report/finding_csv.h"

#include <criterion/criterion.h>

enum { MANY = 10000, DIGITS = 8 };

static const sls_claim here = { .article = SLS_S("a"),
                                .source = SLS_S("Harian"),
                                .published = SLS_S("2024-03-05"),
                                .surface = SLS_S("31 orang"),
                                .quote = SLS_S("Gempa itu menewaskan 31 orang."),
                                .value = SLS_S("31") };
static char ids[MANY][DIGITS];
static sls_finding findings[MANY];

static sls_str written(sls_out **out, size_t count, size_t jobs)
{
    sls_diag diag;
    for (size_t i = 0; i < count; i++) {
        size_t rest = i;
        for (size_t k = DIGITS; k-- > 0; rest /= 10)
            ids[i][k] = (char)('0' + rest % 10);
        findings[i] = (sls_finding){ .id = { ids[i], DIGITS },
                                     .verdict = SLS_AGREE,
                                     .rule = "number-agree",
                                     .a = &here,
                                     .b = &here };
    }
    cr_assert_eq(sls_out_open(NULL, out, &diag), SLS_OK);
    cr_assert_eq(sls_findings_print(*out, SLS_LANG_ID, findings, count, jobs, NULL), SLS_OK);
    return sls_out_text(*out);
}

Test(finding_print, rows_of_many_threads_stand_in_the_order_of_one)
{
    sls_out *one, *many;
    const sls_str want = written(&one, MANY, 1), got = written(&many, MANY, 7);
    cr_expect(sls_str_eq(want, got));
    sls_str rest = got, row;
    size_t i = 0;
    for (; sls_str_split(&rest, '\n', &row) && row.len > 0; i++)
        cr_assert(sls_str_starts(row, (sls_str){ ids[i], DIGITS }), "row %zu", i);
    cr_expect_eq(i, MANY);
    sls_out_abandon(one);
    sls_out_abandon(many);
}

Test(finding_print, of_no_findings_there_are_no_rows)
{
    sls_out *out;
    cr_expect_eq(written(&out, 0, 3).len, 0);
    sls_out_abandon(out);
}
