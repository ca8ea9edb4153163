#include "report/template.h"

#include <criterion/criterion.h>

static int letters_of(sls_str name)
{
    return (int)name.len;
}

static sls_template read(sls_arena *arena, const char *text)
{
    sls_template out;
    cr_assert_eq(sls_template_read(sls_str_of(text), letters_of, arena, &out), SLS_OK);
    return out;
}

static void expect_part(const sls_template_part *part, sls_template_kind kind, const char *text)
{
    cr_expect_eq(part->kind, kind);
    cr_expect(sls_str_eq(part->text, sls_str_of(text)), "%.*s", SLS_FMT(part->text));
}

Test(template, texts_and_arguments_stand_in_their_order)
{
    sls_arena *arena = sls_arena_new(0);
    const sls_template t = read(arena, "two[, {unit}] in {a?place|places}.");
    cr_assert_eq(t.count, 8);
    expect_part(&t.at[0], SLS_TEMPLATE_TEXT, "two");
    expect_part(&t.at[1], SLS_TEMPLATE_OPEN, "");
    expect_part(&t.at[2], SLS_TEMPLATE_TEXT, ", ");
    expect_part(&t.at[3], SLS_TEMPLATE_ARGUMENT, "unit");
    cr_expect_eq(t.at[3].number, 4);
    expect_part(&t.at[4], SLS_TEMPLATE_CLOSE, "");
    expect_part(&t.at[6], SLS_TEMPLATE_PLURAL, "a");
    cr_expect(sls_str_eq(t.at[6].one, SLS_STR("place")));
    cr_expect(sls_str_eq(t.at[6].other, SLS_STR("places")));
    expect_part(&t.at[7], SLS_TEMPLATE_TEXT, ".");
    sls_arena_free(arena);
}

Test(template, what_is_left_open_ends_with_the_text)
{
    sls_arena *arena = sls_arena_new(0);
    const sls_template t = read(arena, "a[b{c");
    cr_assert_eq(t.count, 5);
    expect_part(&t.at[3], SLS_TEMPLATE_ARGUMENT, "c");
    expect_part(&t.at[4], SLS_TEMPLATE_CLOSE, "");
    cr_expect_eq(read(arena, "").count, 0);
    sls_arena_free(arena);
}

Test(template, memory_that_ends_is_a_status)
{
    sls_arena *arena = sls_arena_new(32);
    sls_template t;
    cr_expect_eq(sls_template_read(SLS_STR("{a}{b}{c}"), NULL, arena, &t), SLS_ENOMEM);
    sls_arena_free(arena);
}
