#include "report/markup.h"

#include <criterion/criterion.h>

static void expect(sls_str given, const char *written)
{
    sls_diag diag = { 0 };
    sls_out *out;
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    sls_markup_text(out, given);
    const sls_str text = sls_out_text(out);
    cr_expect(sls_str_eq(text, sls_str_of(written)), "'%.*s', not '%s'", SLS_FMT(text), written);
    sls_out_abandon(out);
}

Test(markup, plain_text_stays_as_it_is)
{
    expect(SLS_STR("1.200 pekerja di Türkiye"), "1.200 pekerja di Türkiye");
    expect((sls_str){ 0 }, "");
}

Test(markup, nothing_of_an_article_opens_an_element_or_ends_an_attribute)
{
    expect(SLS_STR("<script>alert('x')</script>"),
           "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    expect(SLS_STR("\" onload=\"x & y"), "&quot; onload=&quot;x &amp; y");
}

Test(markup, what_a_page_would_obey_is_made_visible)
{
    expect(SLS_STR("a\x1b[31mb\x7f"), "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD");
    expect(SLS_STR("a\xE2\x80\xAE"
                   "b"),
           "a\xEF\xBF\xBD"
           "b"); /* U+202E */
    expect(SLS_STR("a\xFF\xC0\x80"
                   "b"),
           "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
           "b");
    expect(SLS_STR("\xEF\xBF\xBF"), "\xEF\xBF\xBD"); /* U+FFFF */
}

Test(markup, only_the_web_is_linked_to)
{
    cr_expect(sls_markup_is_link(SLS_STR("https://contoh.id/a")));
    cr_expect(sls_markup_is_link(SLS_STR("HTTP://contoh.id/a")));
    cr_expect_not(sls_markup_is_link(SLS_STR("javascript:alert(1)")));
    cr_expect_not(sls_markup_is_link(SLS_STR(" https://contoh.id")));
    cr_expect_not(sls_markup_is_link(SLS_STR("//contoh.id")));
    cr_expect_not(sls_markup_is_link((sls_str){ 0 }));
}
