/*
 * file.h - whole files in, atomic files out.
 *
 * A file is written beside its target under a temporary name, flushed, synced and renamed,
 * so that a crash or a full disk leaves the old file or the new one. The
 * temporary name starts with ".selisih-" and ends in ".tmp". Through a link the file behind it
 * is replaced; a device or a pipe is written to directly.
 */
#ifndef SLS_IO_FILE_H
#define SLS_IO_FILE_H

#include "io/stream.h"
#include <selisih/arena.h>

/* The folder that a file lies in, with the slash behind it; "" where the path has none. */
static inline sls_str sls_path_folder(sls_str file)
{
    while (file.len > 0 && file.ptr[file.len - 1] != '/')
        file.len--;
    return file;
}

/*
 * The bytes of `path` ("-" is standard input), unpacked, at most `limit` (0: no limit).
 * SLS_OK; SLS_ENOTFOUND; SLS_EIO; SLS_ETOOBIG; SLS_ENOMEM; each failure with `*diag`.
 */
SLS_MUST_USE sls_status sls_file_read(const char *path, size_t limit, sls_arena *arena,
                                      sls_str *out, sls_diag *diag);

/* The same of a stream that is open; its bytes from where it stands. */
SLS_MUST_USE sls_status sls_stream_read_all(sls_stream *stream, size_t limit, sls_arena *arena,
                                            sls_str *out, sls_diag *diag);

/* Lines of a stream of any length, in memory bounded by the longest allowed line. */
typedef struct sls_lines sls_lines;
/* Of a stream that is open, which must outlive them; `max_line` 0: no limit. SLS_OK, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_lines_of(sls_stream *stream, size_t max_line, sls_lines **out,
                                     sls_diag *diag);
/*
 * The next line without \n or \r\n, copied into `arena`; `*number` counts from 1. SLS_OK;
 * SLS_ENOTFOUND at the end; SLS_ETOOBIG (the line is passed over, the next call goes on);
 * SLS_EIO, behind which is the end; SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_lines_next(sls_lines *lines, sls_arena *arena, sls_str *line,
                                       size_t *number, sls_diag *diag);
void sls_lines_close(sls_lines *lines); /* NULL is allowed */

/* A growing output that becomes `path` only when committed. */
typedef struct sls_out sls_out;
/*
 * NULL `path` collects in memory for sls_out_text; "-" writes to standard output as it goes, and a
 * reader that closes it early is no error.
 * SLS_OK; SLS_EIO (a folder that is not there, too); SLS_ENOMEM; with `*diag`.
 */
SLS_MUST_USE sls_status sls_out_open(const char *path, sls_out **out, sls_diag *diag);
/* The same, behind what the file holds, which is made when it is not there. */
SLS_MUST_USE sls_status sls_out_append(const char *path, sls_out **out, sls_diag *diag);
/* Errors are kept and reported by commit; a write after an error does nothing. */
void sls_out_write(sls_out *out, sls_str bytes);
static inline void sls_out_add(sls_out *out, const char *nul_terminated)
{
    sls_out_write(out, sls_str_of(nul_terminated));
}
void sls_out_format(sls_out *out, const char *format, ...) SLS_PRINTF(2, 3);
/*
 * At least `size` bytes to fill in place; sls_out_advance then says how many were. NULL after an
 * error, or when memory ran out. Valid until the next call on `out`.
 */
char *sls_out_room(sls_out *out, size_t size);
void sls_out_advance(sls_out *out, size_t size);
/* A number that what is written by leaves with its output, 0 at first: csv.h keeps its dialect. */
int sls_out_style(const sls_out *out);
void sls_out_set_style(sls_out *out, int style);
/* What it holds can be made again: commit need not wait until the disk has it. */
void sls_out_set_unsynced(sls_out *out);
/*
 * All that goes to standard output goes to `copy` too, an output in memory, up to `most` bytes;
 * what is more is an error of the copy.
 */
void sls_out_set_copy(sls_out *out, sls_out *copy, size_t most);
/* Bytes written so far. */
uint64_t sls_out_size(const sls_out *out);
/* Writes `size` bytes of the open file `from`, from `at` on; that it has fewer is an error. */
void sls_out_copy(sls_out *out, int from, uint64_t at, uint64_t size);
/* Parts of an open file on their way into `out`: those behind each other are copied as one. */
typedef struct {
    sls_out *out;
    int from;
    uint64_t at, size; /* of what waits */
} sls_out_parts;
void sls_out_part(sls_out_parts *parts, uint64_t at, uint64_t size);
/* Copies what waits. To be called before anything else is written, and at the end. */
void sls_out_parts_end(sls_out_parts *parts);
sls_str sls_out_text(const sls_out *out); /* memory outputs only; valid until the next write */
/* Writes what `page`, an output in memory, holds; what went wrong there has gone wrong in both. */
void sls_out_take(sls_out *out, const sls_out *page);
/* Empties a memory output for the next text. SLS_OK, or what went wrong, with `*diag`. */
SLS_MUST_USE sls_status sls_out_empty(sls_out *out, sls_diag *diag);
/* Flushes, syncs, renames and frees. SLS_OK, SLS_EIO, SLS_ENOMEM with `*diag`. */
SLS_MUST_USE sls_status sls_out_commit(sls_out *out, sls_diag *diag);
void sls_out_abandon(sls_out *out); /* removes the temporary file and frees; NULL is allowed */

/* Whether there is a folder at `path`, or a link to one. */
bool sls_is_folder(const char *path);
/* Makes `path` and its parents; what is there already is fine. SLS_OK, SLS_EIO, SLS_ENOMEM. */
SLS_MUST_USE sls_status sls_make_folders(const char *path, sls_diag *diag);
/* Makes the folders above the file `path`. */
SLS_MUST_USE sls_status sls_make_parents(const char *path, sls_diag *diag);

#endif
