#include "report/format.h"

#include <criterion/criterion.h>

/* Findings of one pair of claims, as many as asked for. */
enum { MANY = 2000 };

static const sls_claim side_a = { .article = SLS_S("a"),
                                  .source = SLS_S("Harian <b>"),
                                  .published = SLS_S("2024-03-05"),
                                  .surface = SLS_S("31 orang"),
                                  .quote = SLS_S("Gempa itu menewaskan 31 orang."),
                                  .value = SLS_S("31") };
static const sls_claim side_b = { .article = SLS_S("b"),
                                  .source = SLS_S("Kabar"),
                                  .surface = SLS_S("13 orang"),
                                  .quote = SLS_S("Gempa itu menewaskan 13 orang."),
                                  .value = SLS_S("13") };
static sls_finding findings[MANY];
static bool fails[MANY];

static sls_spot spot_of(const void *store, const sls_claim *claim)
{
    (void)store;
    return claim == &side_a ? (sls_spot){ SLS_S("a.txt"), 1, 22, 22 }
                            : (sls_spot){ .path = SLS_S("b.jsonl"), .line = 2 };
}

static sls_report report_of(size_t count)
{
    for (size_t i = 0; i < count; i++) {
        findings[i] = (sls_finding){ .id = SLS_S("06b5f71dbe70c0c6"),
                                     .severity = SLS_ERROR,
                                     .rule = "number-conflict",
                                     .a = &side_a,
                                     .b = &side_b,
                                     .support = "support-equal",
                                     .sources_a = 1,
                                     .sources_b = 1,
                                     .state = i % 2 ? SLS_KNOWN : SLS_NEW };
        fails[i] = findings[i].state == SLS_NEW;
    }
    return (sls_report){ .findings = findings,
                         .count = count,
                         .spot = spot_of,
                         .least = SLS_WARNING,
                         .version = "1.0",
                         .fails = fails,
                         .statistics = true };
}

static sls_status write_with(const sls_format *format, size_t count, size_t limit, size_t *length)
{
    const sls_report report = report_of(count);
    sls_arena *scratch = sls_arena_new(limit);
    sls_out *out = NULL;
    cr_assert_not_null(scratch);
    cr_assert_eq(sls_out_open(NULL, &out, NULL), SLS_OK);
    const sls_status status = format->write(&report, out, scratch);
    *length = sls_out_text(out).len;
    sls_out_abandon(out);
    sls_arena_free(scratch);
    return status;
}

/* Formats that are a stream; the page has files of its own. */
static bool is_stream(const sls_format *format)
{
    return format->write && !sls_str_starts(sls_str_of(format->name), SLS_STR("html"));
}

Test(format, memory_that_ends_anywhere_is_a_status)
{
    size_t count, length;
    const sls_format *formats = sls_formats(&count);
    for (size_t i = 0; i < count; i++) {
        int refused = 0;
        if (!is_stream(&formats[i]))
            continue;
        for (size_t limit = 16; limit < 16384; limit += 48) {
            const sls_status status = write_with(&formats[i], 2, limit, &length);
            cr_assert(status == SLS_OK || status == SLS_ENOMEM, "%s", formats[i].name);
            refused += status == SLS_ENOMEM;
        }
        cr_expect_gt(refused, 0, "%s", formats[i].name);
    }
}

Test(format, memory_does_not_grow_with_the_findings)
{
    size_t count, few, many;
    const sls_format *formats = sls_formats(&count);
    for (size_t i = 0; i < count; i++) {
        if (!is_stream(&formats[i]))
            continue;
        cr_expect_eq(write_with(&formats[i], 20, 65536, &few), SLS_OK, "%s", formats[i].name);
        cr_expect_eq(write_with(&formats[i], MANY, 65536, &many), SLS_OK, "%s", formats[i].name);
        cr_expect_gt(many, few / 2, "%s", formats[i].name);
    }
}

Test(format, is_found_by_its_whole_name)
{
    size_t count;
    const sls_format *formats = sls_formats(&count);
    for (size_t i = 0; i < count; i++)
        cr_expect_eq(sls_format_named(sls_str_of(formats[i].name)), &formats[i]);
    cr_expect_null(sls_format_named(SLS_STR("jso")));
    cr_expect_null(sls_format_named(SLS_STR("")));
}
