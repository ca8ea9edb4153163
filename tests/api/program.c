/*
 * A program against the installed library: articles held in memory, a callback per finding, and
 * the articles that cannot be read told one by one. What it prints is tests/api/expected.
 */
#include <selisih/checker.h>

#include <stdio.h>

static bool on_finding(void *context, const sls_finding *finding, sls_str message)
{
    size_t *const count = context;
    if (!sls_verdict_is_conflict(finding->verdict))
        return false; /* conflicts come first */
    ++*count;
    printf("%s [%s] %.*s\n", sls_severity_name(finding->severity), finding->rule,
           SLS_FMT(message));
    printf("  a %.*s: %.*s\n", SLS_FMT(finding->a->article), SLS_FMT(finding->a->surface));
    printf("  b %.*s: %.*s\n", SLS_FMT(finding->b->article), SLS_FMT(finding->b->surface));
    return true;
}

int main(void)
{
    static const sls_article articles[] = {
        { .id = SLS_S("satu"),
          .source = SLS_S("Harian Satu"),
          .published = SLS_S("2024-03-02"),
          .text = SLS_S("Gempa bermagnitudo 5,6 mengguncang Cianjur pada Jumat, 1 Maret 2024. "
                        "Gempa itu menewaskan 12 orang.") },
        { .id = SLS_S("dua"),
          .source = SLS_S("Harian Dua"),
          .published = SLS_S("2024-03-02"),
          .text = SLS_S("Gempa bermagnitudo 5,6 mengguncang Cianjur pada Kamis, 1 Maret 2024. "
                        "Gempa itu menewaskan 21 orang.") },
        { .id = SLS_S("kosong"), .text = SLS_S("  ") },
        { .id = SLS_S("rusak"), .text = SLS_S("\xFF\xFE") },
        { .id = SLS_S("satu"), .text = SLS_S("Nomor yang sama, 3 orang.") },
        { .id = SLS_S("tanggal"), .published = SLS_S("kemarin"), .text = SLS_S("3 orang.") },
        { .text = SLS_S("Tanpa nama.") },
    };
    sls_checker *checker;
    sls_diag diag = { 0 };
    size_t claims, findings = 0;
    const sls_checker_options wrong = { .ui_lang = "fr" };
    if (sls_checker_new(&wrong, &checker, &diag) != SLS_EUSAGE)
        return 1;
    printf("refused: %s\n", diag.message);
    if (sls_checker_new(NULL, &checker, &diag) != SLS_OK)
        return 1;
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        if (sls_checker_add(checker, &articles[i], &diag) != SLS_OK)
            printf("left out: %s: %s\n", diag.path, diag.message);
    if (sls_checker_run(checker, on_finding, &findings, &diag) != SLS_OK)
        return 1;
    (void)sls_checker_claims(checker, &claims);
    printf("selisih %s: %zu claims, %zu conflicts\n", sls_version(), claims, findings);
    if (sls_checker_add(checker, &articles[0], &diag) != SLS_EUSAGE ||
        sls_checker_run(checker, on_finding, &findings, &diag) != SLS_EUSAGE)
        return 1;
    sls_checker_free(checker);
    return 0;
}
