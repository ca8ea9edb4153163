#include "model/rule.h"
#include "report/message.h"

#include <criterion/criterion.h>

Test(rule, has_a_sentence_of_its_own_a_remedy_and_a_short_name_where_it_finds_conflicts)
{
    sls_arena *arena = sls_arena_new(0);
    size_t count;
    const sls_rule *rules = sls_rules(&count);
    for (size_t i = 0; i < count; i++) {
        static const char *const prefixes[] = { "", "rule-", "remedy-", "short-" };
        for (int p = 0; p < (rules[i].conflict ? 4 : 2); p++)
            for (sls_lang ui = 0; ui < SLS_LANGS; ui++) {
                sls_str key, text;
                cr_assert_eq(sls_arena_format(arena, &key, "%s%s", prefixes[p], rules[i].name),
                             SLS_OK);
                cr_assert_eq(sls_message(ui, key, (sls_args){ NULL, 0 }, arena, &text), SLS_OK);
                cr_expect_not(sls_str_eq(key, text), "no message for %s", key.ptr);
            }
    }
    sls_arena_free(arena);
}

Test(rule, is_found_by_its_whole_name_only)
{
    cr_expect_not_null(sls_rule_named(SLS_STR("title-conflict")));
    cr_expect_null(sls_rule_named(SLS_STR("title")));
    cr_expect_null(sls_rule_named(SLS_STR("")));
}
