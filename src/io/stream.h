/*
 * stream.h - bytes of a file, of standard input or of an archive's member, in order.
 *
 *     berita.jsonl   berita.jsonl.gz   cadangan.tar.zst: 2024/06/pelabuhan.html
 *
 * What is packed by gzip, bzip2, xz or zstd is unpacked as it comes, told by its first bytes and
 * not by its name. stream.c is the only user of libarchive. Not shared between threads.
 */
#ifndef SLS_IO_STREAM_H
#define SLS_IO_STREAM_H

#include <selisih/status.h>
#include <selisih/str.h>

typedef struct sls_stream sls_stream;

/* "-" is standard input. SLS_OK, SLS_ENOTFOUND, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_stream_open(const char *path, sls_stream **out, sls_diag *diag);
void sls_stream_close(sls_stream *stream); /* NULL is allowed */
/*
 * Up to `size` bytes; `*got` 0 at the end. SLS_OK; SLS_EIO: the system refused, or packed bytes
 * are damaged; SLS_ENOMEM; with `*diag`.
 */
SLS_MUST_USE sls_status sls_stream_read(sls_stream *stream, char *to, size_t size, size_t *got,
                                        sls_diag *diag);
/* Bytes that it will give, when that is known; else 0. */
size_t sls_stream_size(const sls_stream *stream);
/* As messages name it, valid until it is closed. */
const char *sls_stream_path(const sls_stream *stream);

/*
 * Of a path as messages name it, how many bytes name the file that is there: "a.tar" of
 * "a.tar:2024/b.txt", else all of it.
 */
size_t sls_stream_file(const char *path);

/* The members of a tar or zip file, one after the other, packed or not. */
typedef struct sls_archive sls_archive;

/* As sls_stream_open, and SLS_ESYNTAX for a file that is no archive. */
SLS_MUST_USE sls_status sls_archive_open(const char *path, sls_archive **out, sls_diag *diag);
void sls_archive_close(sls_archive *archive); /* NULL is allowed */
/*
 * The next member that is a file: its stream, which the archive owns and the next call ends, and
 * its name in it, a path with slashes, valid as long. SLS_OK; SLS_ENOTFOUND at the end; SLS_EIO:
 * the archive is damaged from here on; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_archive_next(sls_archive *archive, sls_stream **member, sls_str *name,
                                         sls_diag *diag);

#endif
