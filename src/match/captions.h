/*
 * captions.h - a caption's day inside the days that its article's body tells.
 *
 *     "kunjungan Choe di Rusia (dari tanggal 15 sampai 17 Januari)" and, under a picture,
 *     "Lavrov dan Choe pada pembicaraan di Moskow, 16 Januari" -> linked
 *
 * The caption names another happening than the body, a part of it: one person in one country on
 * a day within is enough. A day outside tells nothing, so that these links never conflict.
 */
#ifndef SLS_MATCH_CAPTIONS_H
#define SLS_MATCH_CAPTIONS_H

#include "match/groups.h"

/* Adds the links of all articles. Facts are of SLS_KIND_DATE, with features. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_captions_find(const sls_roll *roll, const sls_facts *facts,
                                          sls_arena *arena, sls_link_list *links);

#endif
