/*
 * encoding.h - text of other encodings made UTF-8.
 *
 * Told apart are UTF-8, UTF-16 of both orders (by its mark, or by the zeros of Latin text in it)
 * and, where bytes are none of these, Windows-1252, which every byte of Latin-1 text is read
 * rightly by. Text that is UTF-8 but for a few bytes is damaged UTF-8 and is not converted.
 */
#ifndef SLS_IO_ENCODING_H
#define SLS_IO_ENCODING_H

#include <selisih/arena.h>

typedef enum {
    SLS_ENCODING_UTF8, /* or what is taken for it, damaged or not */
    SLS_ENCODING_UTF16LE,
    SLS_ENCODING_UTF16BE,
    SLS_ENCODING_WINDOWS_1252
} sls_encoding;

/* What `bytes` seem to be written in. */
sls_encoding sls_encoding_guess(sls_str bytes);
/* "UTF-8", "UTF-16LE" ...; static storage. */
const char *sls_encoding_name(sls_encoding encoding);
/*
 * `bytes` as UTF-8, in `arena` or as they are. SLS_OK; SLS_EUTF8: they are not of that encoding;
 * SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_encoding_convert(sls_str bytes, sls_encoding from, sls_arena *arena,
                                             sls_str *out);
/*
 * How many characters of UTF-8 `text` look like UTF-8 that was once taken for Windows-1252: the
 * right quote as three letters, e with accent as two. More than a few are no accident.
 */
size_t sls_encoding_mojibake(sls_str text);

#endif
