/*
 * published.h - publication dates as archives write them, made EDTF.
 *
 *     "2024-06-19 14:30:05"        ->  2024-06-19T14:30
 *     "2024-06-19T14:30:05.250Z"   ->  2024-06-19T14:30+00:00
 *     "2024-06-19T14:30:05+0700"   ->  2024-06-19T14:30+07:00
 *     "Wed, 19 Jun 2024 14:30:05 +0700" -> 2024-06-19T14:30+07:00
 *     "2024-06", "2024-06~", ...   ->  as they are: any EDTF of base/edtf.h
 *
 * Seconds and their fractions are checked and dropped: no claim is finer than a minute.
 */
#ifndef SLS_INGEST_PUBLISHED_H
#define SLS_INGEST_PUBLISHED_H

#include <selisih/arena.h>

/*
 * SLS_OK; SLS_ESYNTAX: none of these forms; SLS_ERANGE: a day or an hour that cannot be;
 * SLS_ENOMEM. `*out`, written on SLS_OK, is `s` itself or in `arena`.
 */
SLS_MUST_USE sls_status sls_published_read(sls_str s, sls_arena *arena, sls_str *out);

#endif
