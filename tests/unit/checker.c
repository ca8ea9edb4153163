#include <selisih/checker.h>

#include <criterion/criterion.h>
#include <string.h>

static sls_checker *checker;
static sls_diag diag;

static void make(void)
{
    diag = (sls_diag){ 0 };
    cr_assert_eq(sls_checker_new(NULL, &checker, &diag), SLS_OK);
}

static void drop(void)
{
    sls_checker_free(checker);
}

TestSuite(checker, .init = make, .fini = drop);

static sls_article article(const char *id, const char *source, const char *text)
{
    return (sls_article){ .id = sls_str_of(id),
                          .source = sls_str_of(source),
                          .published = SLS_STR("2023-08-02"),
                          .lang = SLS_STR("id"),
                          .text = sls_str_of(text) };
}

static const char SHOIGU[] = "Menteri Luar Negeri Rusia Sergei Shoigu membuka pameran itu pada "
                             "Kamis, 27 Juli 2023.";
static const char LAVROV[] = "Menteri Luar Negeri Rusia Sergey Lavrov menjamu para tamu di Moskow "
                             "pada Senin, 1 Agustus 2023.";

static void add(const char *id, const char *source, const char *text)
{
    const sls_article a = article(id, source, text);
    cr_assert_eq(sls_checker_add(checker, &a, &diag), SLS_OK, "%s", diag.message);
}

static void refuse(sls_article a, sls_status status, const char *message)
{
    diag = (sls_diag){ 0 };
    cr_expect_eq(sls_checker_add(checker, &a, &diag), status, "%s", diag.message);
    cr_expect_not_null(strstr(diag.message, message), "%s", diag.message);
}

typedef struct {
    size_t count, most;
    bool conflicts_first, said_menteri;
    sls_verdict last;
} heard;

static bool hear(void *context, const sls_finding *finding, sls_str message)
{
    heard *const h = context;
    cr_expect_gt(message.len, 10);
    if (h->count > 0 && sls_verdict_is_conflict(finding->verdict) &&
        !sls_verdict_is_conflict(h->last))
        h->conflicts_first = false;
    h->said_menteri |= sls_str_find(message, SLS_STR("menteri luar negeri")) != SIZE_MAX;
    h->last = finding->verdict;
    return ++h->count < h->most;
}

Test(checker, articles_that_name_two_holders_are_a_finding_and_so_is_a_weekday)
{
    heard h = { .most = 100, .conflicts_first = true };
    size_t claims;
    add("a", "Harian", SHOIGU);
    add("b", "Warta", LAVROV);
    cr_assert_eq(sls_checker_run(checker, hear, &h, &diag), SLS_OK);
    cr_expect_eq(h.count, 2, "%zu: an office, a Monday that was a Tuesday", h.count);
    cr_expect(h.conflicts_first);
    cr_expect(!h.said_menteri);
    (void)sls_checker_claims(checker, &claims);
    cr_expect_geq(claims, 4);
}

Test(checker, messages_are_indonesian_when_they_are_asked_for)
{
    const sls_checker_options options = { .ui_lang = "id" };
    heard h = { .most = 100 };
    sls_checker_free(checker);
    cr_assert_eq(sls_checker_new(&options, &checker, &diag), SLS_OK);
    add("a", "Harian", SHOIGU);
    add("b", "Warta", LAVROV);
    cr_assert_eq(sls_checker_run(checker, hear, &h, &diag), SLS_OK);
    cr_expect(h.said_menteri);
}

Test(checker, a_callback_that_has_enough_ends_the_run)
{
    heard h = { .most = 1 };
    add("a", "Harian", SHOIGU);
    add("b", "Warta", LAVROV);
    cr_assert_eq(sls_checker_run(checker, hear, &h, &diag), SLS_OK);
    cr_expect_eq(h.count, 1);
}

Test(checker, what_is_wrong_with_an_article_leaves_the_others_alone)
{
    heard h = { .most = 100 };
    sls_article bad = article("c", "Kabar", "Isi.");
    add("a", "Harian", SHOIGU);
    refuse(article("a", "Harian", LAVROV), SLS_ESYNTAX, "a");
    refuse(article("d", "Harian", ""), SLS_EMPTY, "");
    refuse(article("e", "Harian", "Dua\xff kapal."), SLS_EUTF8, "");
    bad.published = SLS_STR("2023-13-01");
    refuse(bad, SLS_ERANGE, "");
    add("b", "Warta", LAVROV);
    cr_assert_eq(sls_checker_run(checker, hear, &h, &diag), SLS_OK);
    cr_expect_eq(h.count, 2);
}

Test(checker, an_article_over_the_limit_is_refused)
{
    const sls_checker_options options = { .max_bytes = 40 };
    sls_checker_free(checker);
    cr_assert_eq(sls_checker_new(&options, &checker, &diag), SLS_OK);
    refuse(article("a", "Harian", SHOIGU), SLS_ETOOBIG, "");
    add("b", "Warta", "Tiga kapal tiba.");
}

Test(checker, a_language_without_messages_makes_no_checker)
{
    const sls_checker_options options = { .ui_lang = "fr" };
    sls_checker *none = NULL;
    cr_expect_eq(sls_checker_new(&options, &none, &diag), SLS_EUSAGE);
    cr_expect_null(none);
    cr_expect_not_null(strstr(diag.message, "'fr'"));
    sls_checker_free(NULL);
}

Test(checker, it_runs_once_and_takes_nothing_more_then)
{
    heard h = { .most = 100 };
    cr_assert_eq(sls_checker_run(checker, hear, &h, &diag), SLS_OK);
    cr_expect_eq(h.count, 0, "of no articles");
    refuse(article("a", "Harian", SHOIGU), SLS_EUSAGE, "before the run");
    cr_expect_eq(sls_checker_run(checker, hear, &h, &diag), SLS_EUSAGE);
    cr_expect_str_eq(sls_version(), SELISIH_VERSION);
}
