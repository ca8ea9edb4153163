/*
 * title.h - from the groups of a title pattern to an office, its scope and its holder.
 *
 *     office "menlu", scope "rusia", name "Sergei Lavrov" -> foreign-minister@RU, sergei lavrov
 */
#ifndef SLS_EXTRACT_OFFICE_TITLE_H
#define SLS_EXTRACT_OFFICE_TITLE_H

#include "extract/office/cast.h"

typedef struct {
    sls_str office;  /* id */
    sls_str scope;   /* ISO code, body id, place or organisation in kebab-case; "?" when open */
    sls_str person;  /* folded; "" when the office stands without a person */
    sls_state state; /* asserted, former, acting, candidate, deputy */
    bool bare;       /* the person is one unknown word behind an office that many hold */
} sls_title;

/* SLS_OK; SLS_ENOTFOUND: no office after all; SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_title_of(const sls_items *items, const sls_reading *r, sls_arena *arena,
                                     sls_title *out);

/* The same of the second office that a reading tells of; SLS_ENOTFOUND as a rule: of one. */
SLS_MUST_USE sls_status sls_title_second(const sls_items *items, const sls_reading *r,
                                         sls_arena *arena, sls_title *out);

/*
 * The rank that stands between an office and its holder, as a title of `*title`'s person: "Kapolres
 * Wates AKBP Satrio". SLS_OK; SLS_ENOTFOUND: none, `*title` is untouched.
 */
SLS_MUST_USE sls_status sls_title_rank(const sls_items *items, const sls_reading *r,
                                       sls_title *title);

/*
 * Whether the article bears it out: "dokter Milka mengatakan" does; "pejabat Oppo" may be a firm's,
 * unless Oppo is a word of a full name or speaks.
 */
bool sls_title_stands(const sls_items *items, const sls_reading *r, const sls_cast *cast,
                      const sls_title *title);

/*
 * The item that begins the name which reading `r` of kind title or name has: "KNPB" of "Ketua KNPB
 * Steven Itlay", or of "KNPB Steven Itlay" alone, is no part of it.
 */
size_t sls_title_name_begin(const sls_items *items, const sls_reading *r);

/* Items first..last, a name, folded, without what is in brackets: "Budi Jusuf (BJ) Santoso". */
SLS_MUST_USE sls_status sls_title_name(const sls_items *items, size_t first, size_t last,
                                       sls_arena *arena, sls_str *out);

/* The country, body or place that an item names as its id, or "". */
sls_str sls_scope_of(const sls_item *item);

#endif
