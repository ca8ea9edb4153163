/*
 * json_write.h - JSON written as it comes: no tree in memory, commas by themselves.
 *
 *     sls_json json = sls_json_begin(out, 2);
 *     sls_json_open_object(&json);
 *     sls_json_put_str(&json, "source", claim->source);
 *     sls_json_key(&json, "lines");
 *     sls_json_open_array(&json);
 *     sls_json_int(&json, 12);
 *     sls_json_close(&json);
 *     sls_json_close(&json);
 *     sls_json_end(&json);
 *
 * Any bytes may be written as a string: what is not UTF-8 becomes U+FFFD; quotes, backslashes,
 * `<`, and everything that a terminal or a page would obey (base/utf8.h) are escaped, so that the
 * document may stand in an HTML script and in a terminal. Errors of writing are kept by `out`.
 * A value where none may stand is a programmer's error. One writer, one thread.
 */
#ifndef SLS_IO_JSON_WRITE_H
#define SLS_IO_JSON_WRITE_H

#include "io/file.h"

enum { SLS_JSON_DEPTH = 24 };

typedef struct {
    sls_out *out;
    int indent; /* spaces a level; 0: all in one line, without spaces */
    int depth;  /* open objects and arrays */
    bool after_key;
    bool array[SLS_JSON_DEPTH + 1]; /* whether that level is an array; 0 is outside of all */
    bool filled[SLS_JSON_DEPTH + 1];
} sls_json;

/* A writer of one value, or of several one behind the other, each ended with sls_json_end. */
sls_json sls_json_begin(sls_out *out, int indent);
/* Ends the value with a line break; all that was opened must be closed. */
void sls_json_end(sls_json *json);

void sls_json_open_object(sls_json *json);
void sls_json_open_array(sls_json *json);
void sls_json_close(sls_json *json); /* what was opened last */

void sls_json_key(sls_json *json, const char *key); /* plain ASCII without quotes */
void sls_json_str(sls_json *json, sls_str s);
void sls_json_int(sls_json *json, int64_t number);
void sls_json_bool(sls_json *json, bool value);
void sls_json_null(sls_json *json);
/* `text` as it stands: a whole JSON value, such as a decimal number. */
void sls_json_raw(sls_json *json, sls_str text);

/* A key with its value. */
void sls_json_put_str(sls_json *json, const char *key, sls_str s);
void sls_json_put_text(sls_json *json, const char *key, const char *nul_terminated);
void sls_json_put_int(sls_json *json, const char *key, int64_t number);
void sls_json_put_bool(sls_json *json, const char *key, bool value);

/* What stands between the quotes of a JSON string, for those who write the rest themselves. */
void sls_json_escape(sls_out *out, sls_str s);

#endif
