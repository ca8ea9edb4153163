#include "model/claim_csv.h"

#include <criterion/criterion.h>
#include <selisih/finding.h>
#include <string.h>

static sls_arena *arena;
static sls_diag diag;

static void make(void)
{
    arena = sls_arena_new(0);
    cr_assert_not_null(arena);
}

static void drop(void)
{
    sls_arena_free(arena);
}

TestSuite(claim_csv, .init = make, .fini = drop);

static const sls_claim WORKERS = {
    .id = SLS_S("00c0ffee00c0ffee"),
    .article = SLS_S("warta-1"),
    .source = SLS_S("Warta Contoh"),
    .published = SLS_S("2024-06-19"),
    .lang = SLS_S("id"),
    .kind = SLS_KIND_QUANTITY,
    .line = 3,
    .start = 120,
    .end = 144,
    .surface = SLS_S("lebih dari\n31.000 pekerja"),
    .what = SLS_S("work:worker"),
    .value = SLS_S("31000"),
    .bound = SLS_BOUND_MORE_THAN,
    .unit = SLS_S("worker"),
    .entities = SLS_S("KP;RU"),
    .place = SLS_S("vladivostok@RU"),
    .as_of = SLS_S("2024-06"),
    .state = SLS_ALLEGED,
    .state_inferred = true,
    .speaker = SLS_S("sari dewi"),
    .confidence = 85,
    .quote = SLS_S("Ada \"lebih dari\n31.000 pekerja\", katanya."),
    .zone = SLS_ZONE_CAPTION,
    .credit = SLS_S("Antara"),
    .url = SLS_S("https://example.org/1"),
    .headline = SLS_S("Pekerja, lagi"),
    .event = SLS_S("work"),
    .object = SLS_S("factory"),
    .context = SLS_S("kirim;pabrik"),
    .subject = SLS_S("KP"),
    .scope_hint = SLS_S("RU=sentence"),
    .weekday = 3,
    .sentence = 4,
    .ordinal = SLS_S("first"),
    .stance = SLS_S("rise-"),
    .agent = SLS_S("sergei shoigu"),
    .patient = SLS_S("KP"),
};

static const char HEADER[] =
    "claim_id,article,source,published,lang,kind,line,start,end,surface,what,value,bound,unit,"
    "entities,place,as_of,status,speaker,confidence,quote,zone,credit,url,headline,event,object,"
    "context,subject,scope_hint,weekday,sentence,ordinal,stance,agent,patient\n";

/* A file of `claim`s as text in the arena. */
static sls_str written(const sls_claim *claims, size_t count)
{
    sls_out *out = NULL;
    sls_str text = { NULL, 0 };

    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    sls_claims_header(out);
    for (size_t i = 0; i < count; i++)
        sls_claims_row(out, &claims[i]);
    cr_assert_eq(sls_arena_copy(arena, sls_out_text(out), &text), SLS_OK);
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
    return text;
}

static size_t read(sls_str text, sls_claim **claims)
{
    size_t count = 0;

    cr_assert_eq(sls_claims_read(text, "c.csv", arena, claims, &count, &diag), SLS_OK, "%s",
                 diag.message);
    return count;
}

static void expect_error(sls_str text, size_t line, const char *message)
{
    sls_claim *claims = NULL;
    size_t count = 99;

    memset(&diag, 0, sizeof diag);
    cr_expect_eq(sls_claims_read(text, "c.csv", arena, &claims, &count, &diag), SLS_ESYNTAX, "%.*s",
                 SLS_FMT(text));
    cr_expect_eq(diag.line, line);
    cr_expect_str_eq(diag.path, "c.csv");
    cr_expect_eq(count, 99);
    if (message)
        cr_expect_str_eq(diag.message, message);
}

Test(claim_csv, the_columns_stand_as_the_contract_says)
{
    const sls_str text = written(NULL, 0);

    cr_expect_str_eq(text.ptr, HEADER);
}

Test(claim_csv, a_row_is_a_line_with_bare_numbers)
{
    const sls_str text = written(&WORKERS, 1);

    cr_expect_str_eq(text.ptr + sizeof HEADER - 1,
                     "00c0ffee00c0ffee,warta-1,Warta Contoh,2024-06-19,id,quantity,3,120,144,"
                     "lebih dari 31.000 pekerja,work:worker,31000,more-than,worker,KP;RU,"
                     "vladivostok@RU,2024-06,alleged?,sari dewi,85,"
                     "\"Ada \"\"lebih dari 31.000 pekerja\"\", katanya.\",caption,Antara,"
                     "https://example.org/1,\"Pekerja, lagi\",work,factory,kirim;pabrik,KP,"
                     "RU=sentence,3,4,first,rise-,sergei shoigu,KP\n");
}

Test(claim_csv, every_field_comes_back)
{
    sls_claim *claims;
    const sls_str text = written(&WORKERS, 1);

    cr_assert_eq(read(text, &claims), 1);
    const sls_claim *c = &claims[0];
    cr_expect_eq(c->kind, SLS_KIND_QUANTITY);
    cr_expect_eq(c->line, 3);
    cr_expect_eq(c->start, 120);
    cr_expect_eq(c->end, 144);
    cr_expect_eq(c->bound, SLS_BOUND_MORE_THAN);
    cr_expect_eq(c->state, SLS_ALLEGED);
    cr_expect(c->state_inferred);
    cr_expect_eq(c->confidence, 85);
    cr_expect_eq(c->zone, SLS_ZONE_CAPTION);
    cr_expect_eq(c->weekday, 3);
    cr_expect_eq(c->sentence, 4);
    cr_expect(sls_str_eq(c->surface, SLS_STR("lebih dari 31.000 pekerja")));
    cr_expect(sls_str_eq(c->ordinal, SLS_STR("first")));
    cr_expect(sls_str_eq(c->stance, SLS_STR("rise-")));
    const sls_str again = written(claims, 1);
    cr_expect_str_eq(again.ptr, text.ptr);
}

Test(claim_csv, numbers_of_any_size_survive)
{
    sls_claim *claims, huge = WORKERS;

    huge.start = SIZE_MAX - 1;
    huge.end = SIZE_MAX;
    huge.line = 0;
    huge.sentence = 2147483647;
    cr_assert_eq(read(written(&huge, 1), &claims), 1);
    cr_expect_eq(claims[0].start, SIZE_MAX - 1);
    cr_expect_eq(claims[0].end, SIZE_MAX);
    cr_expect_eq(claims[0].line, 0);
    cr_expect_eq(claims[0].sentence, 2147483647);
}

Test(claim_csv, what_stands_in_a_title_has_a_sentence_below_the_first_and_an_id_of_its_own)
{
    sls_claim *claims, both[] = { WORKERS, WORKERS };

    both[1].sentence = -2147483647;
    cr_assert_eq(read(written(both, 2), &claims), 2);
    cr_expect_eq(claims[1].sentence, -2147483647);
    cr_expect_gt(sls_claim_order(&claims[0], &claims[1]), 0, "a title stands before the text");
    cr_assert_eq(sls_claims_identify(claims, 2, arena), SLS_OK);
    cr_expect_not(sls_str_eq(claims[0].id, claims[1].id));
    expect_error(SLS_STR("kind,sentence\ndate,-\n"), 2, NULL);
    expect_error(SLS_STR("kind,weekday\ndate,-1\n"), 2, NULL);
}

Test(claim_csv, an_editor_may_write_few_columns_in_any_order)
{
    sls_claim *claims;
    const sls_str text = SLS_STR("value,kind,remark,what\n"
                                 "sergey lavrov,title,by hand,foreign-minister@RU\n");

    cr_assert_eq(read(text, &claims), 1);
    cr_expect_eq(claims[0].kind, SLS_KIND_TITLE);
    cr_expect(sls_str_eq(claims[0].what, SLS_STR("foreign-minister@RU")));
    cr_expect(sls_str_eq(claims[0].value, SLS_STR("sergey lavrov")));
    cr_expect_eq(claims[0].state, SLS_ASSERTED);
    cr_expect_not(claims[0].state_inferred);
    cr_expect_eq(claims[0].bound, SLS_BOUND_EXACT);
    cr_expect_eq(claims[0].zone, SLS_ZONE_BODY);
    cr_expect_eq(claims[0].confidence, 100);
    cr_expect_eq(claims[0].weekday, 0);
    cr_expect_eq(claims[0].id.len, 16);
    cr_expect_eq(claims[0].article.len, 0);
}

Test(claim_csv, an_empty_file_holds_no_claims)
{
    sls_claim *claims;

    cr_expect_eq(read(SLS_STR(""), &claims), 0);
    cr_expect_eq(read(SLS_STR("claim_id,kind\n\n"), &claims), 0);
}

Test(claim_csv, a_cell_that_its_column_does_not_allow_is_named)
{
    expect_error(SLS_STR("kind\ndate\nnumber\n"), 3,
                 "column kind cannot be 'number': see the claims format");
    expect_error(SLS_STR("kind,line\ndate,-1\n"), 2, NULL);
    expect_error(SLS_STR("kind,start\ndate,12x\n"), 2, NULL);
    expect_error(SLS_STR("kind,start\ndate, 12\n"), 2, NULL);
    expect_error(SLS_STR("kind,start\ndate,99999999999999999999\n"), 2, NULL);
    expect_error(SLS_STR("kind,confidence\ndate,101\n"), 2, NULL);
    expect_error(SLS_STR("kind,weekday\ndate,8\n"), 2, NULL);
    expect_error(SLS_STR("kind,weekday\ndate,9\n"), 2, NULL);
    expect_error(SLS_STR("kind,sentence\ndate,2147483648\n"), 2, NULL);
    expect_error(SLS_STR("kind,bound\ndate,roughly\n"), 2, NULL);
    expect_error(SLS_STR("kind,status\ndate,?\n"), 2, NULL);
    expect_error(SLS_STR("kind,status\ndate,planned??\n"), 2, NULL);
    expect_error(SLS_STR("kind,zone\ndate,Body\n"), 2, NULL);
    expect_error(SLS_STR("kind,start,end\ndate,12,11\n"), 2, "column end is before start");
    expect_error(SLS_STR("article,kind\na,date\nb,\n"), 3, NULL);
    expect_error(SLS_STR("article\na\n"), 2, NULL);
    expect_error(SLS_STR("kind,quote\ndate,\"open\n"), 2, NULL);
}

Test(claim_csv, without_memory_it_says_so_at_any_size)
{
    const sls_str text = written(&WORKERS, 1);
    size_t refused = 0, tried = 0;

    for (size_t limit = 256; limit < 8192; limit += 128, tried++) {
        sls_arena *small = sls_arena_new(limit);
        sls_claim *claims;
        size_t count;
        const sls_status status = sls_claims_read(text, "c.csv", small, &claims, &count, NULL);
        cr_expect(status == SLS_ENOMEM || status == SLS_OK);
        refused += status == SLS_ENOMEM;
        sls_arena_free(small);
    }
    cr_expect_gt(refused, 5);
    cr_expect_lt(refused, tried);
}

Test(claim_csv, an_id_depends_on_the_fact_and_its_place_alone)
{
    sls_claim a = WORKERS, b = WORKERS;

    b.quote = SLS_STR("edited");
    b.confidence = 1;
    cr_assert_eq(sls_claim_identify(&a, arena), SLS_OK);
    cr_assert_eq(sls_claim_identify(&b, arena), SLS_OK);
    cr_expect(sls_str_eq(a.id, b.id));
    cr_expect_eq(a.id.len, 16);
    for (size_t i = 0; i < a.id.len; i++)
        cr_expect_not_null(memchr("0123456789abcdef", a.id.ptr[i], 16));

    sls_claim changed[5] = { WORKERS, WORKERS, WORKERS, WORKERS, WORKERS };
    changed[0].article = SLS_STR("warta-2");
    changed[1].kind = SLS_KIND_DATE;
    changed[2].what = SLS_STR("work:worker3");
    changed[2].value = SLS_STR("1000");
    changed[3].value = SLS_STR("31001");
    changed[4].start = 121;
    for (size_t i = 0; i < 5; i++) {
        cr_assert_eq(sls_claim_identify(&changed[i], arena), SLS_OK);
        cr_expect_not(sls_str_eq(changed[i].id, a.id), "%zu", i);
    }
}

Test(claim_csv, claims_go_by_article_then_place_then_meaning)
{
    sls_claim rising[7] = { WORKERS, WORKERS, WORKERS, WORKERS, WORKERS, WORKERS, WORKERS };

    rising[1].value = SLS_STR("31001");
    rising[2].what = SLS_STR("work:x");
    rising[3].kind = SLS_KIND_DATE;
    rising[4].end = 145;
    rising[5].start = 121;
    rising[6].article = SLS_STR("warta-10");
    rising[6].start = 0;
    for (size_t i = 0; i < 7; i++) {
        for (size_t j = 0; j < 7; j++) {
            const int order = sls_claim_order(&rising[i], &rising[j]);
            cr_expect_eq((order > 0) - (order < 0), (i > j) - (i < j), "%zu %zu", i, j);
        }
    }
}

Test(claim_csv, every_name_leads_back_to_its_value)
{
    for (int i = 0; i < SLS_KINDS; i++) {
        sls_kind kind = SLS_KINDS;
        cr_assert_eq(sls_kind_of(sls_str_of(sls_kind_name((sls_kind)i)), &kind), SLS_OK);
        cr_expect_eq((int)kind, i);
    }
    for (int i = 0; i < SLS_BOUNDS; i++) {
        sls_bound bound = SLS_BOUNDS;
        cr_assert_eq(sls_bound_of(sls_str_of(sls_bound_name((sls_bound)i)), &bound), SLS_OK);
        cr_expect_eq((int)bound, i);
    }
    for (int i = 0; i < SLS_STATES; i++) {
        sls_state state = SLS_STATES;
        cr_assert_eq(sls_state_of(sls_str_of(sls_state_name((sls_state)i)), &state), SLS_OK);
        cr_expect_eq((int)state, i);
    }
    for (int i = 0; i < SLS_ZONES; i++) {
        sls_zone zone = SLS_ZONES;
        cr_assert_eq(sls_zone_of(sls_str_of(sls_zone_name((sls_zone)i)), &zone), SLS_OK);
        cr_expect_eq((int)zone, i);
    }
    sls_kind untouched = SLS_KIND_TITLE;
    cr_expect_eq(sls_kind_of(SLS_STR("Title"), &untouched), SLS_ENOTFOUND);
    cr_expect_eq(untouched, SLS_KIND_TITLE);
    cr_expect_str_eq(sls_severity_name(SLS_ERROR), "error");
    cr_expect_str_eq(sls_verdict_name(SLS_SUPERSEDED), "superseded");
    cr_expect_str_eq(sls_finding_state_name(SLS_WAIVED), "waived");
}

/* Rows that share cells in every way: none, some, all but the first, all. */
Test(claim_csv, rows_are_written_together_as_they_are_one_by_one)
{
    sls_claim claims[6] = { WORKERS, WORKERS, WORKERS, WORKERS, WORKERS, WORKERS };
    sls_out *out = NULL;

    claims[1].id = SLS_STR("0123456789abcdef");
    claims[2].quote = SLS_STR("Ia berkata, \"ya\", lalu pergi ke pelabuhan lama di kota itu.");
    claims[2].state_inferred = !claims[2].state_inferred;
    claims[3] = claims[2];
    claims[3].line = claims[3].end = 1234567;
    claims[3].kind = SLS_KIND_NAME;
    claims[3].ordinal = SLS_STR("first");
    claims[5].quote = (sls_str){ 0 };
    claims[5].zone = SLS_ZONE_HEADLINE;
    claims[5].bound = SLS_BOUND_ABOUT;
    claims[5].patient = SLS_STR("a,b");
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    sls_claims_header(out);
    sls_claims_rows(out, claims, 6);
    cr_expect(sls_str_eq(sls_out_text(out), written(claims, 6)));
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
}

/* Past the buffer's end rows move, or are written out, and nothing can be copied from them. */
Test(claim_csv, rows_go_on_over_the_end_of_a_buffer)
{
    enum { MANY = 700 };
    sls_claim *claims = sls_arena_calloc(arena, MANY, sizeof *claims);
    sls_out *out = NULL;

    cr_assert_not_null(claims);
    for (size_t i = 0; i < MANY; i++) {
        claims[i] = WORKERS;
        claims[i].line = i;
    }
    cr_assert_eq(sls_out_open(NULL, &out, &diag), SLS_OK);
    sls_claims_header(out);
    sls_claims_rows(out, claims, MANY);
    cr_expect_gt(sls_out_text(out).len, (size_t)128 << 10);
    cr_expect(sls_str_eq(sls_out_text(out), written(claims, MANY)));
    cr_assert_eq(sls_out_empty(out, &diag), SLS_OK);
    cr_expect_eq(sls_out_text(out).len, 0);
    cr_assert_eq(sls_out_commit(out, &diag), SLS_OK);
}
