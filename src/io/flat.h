/*
 * flat.h - JSON objects as records of news have them: members that are strings or null.
 *
 *     {"id": "a-1", "title": null, "text": "Rabu (19/6) \"besar\"\nKamis"}
 *
 * For json.c only, which reads everything else, and whatever is wrong, with cJSON: that takes
 * twelve times as long.
 */
#ifndef SLS_IO_FLAT_H
#define SLS_IO_FLAT_H

#include <selisih/arena.h>

/*
 * As sls_json_members where `text` is such an object and all is well. SLS_OK; SLS_ENOTFOUND: it
 * is something else, or not JSON; SLS_ENOMEM. `values` may be partly written on failure.
 */
SLS_MUST_USE sls_status sls_flat_members(sls_str text, const char *const *names, size_t count,
                                         sls_arena *arena, sls_str *values);

#endif
