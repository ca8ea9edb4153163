/*
 * embed.h - a file's bytes as a constant of C, for the tools of the build.
 *
 *     static const char NAME_bytes[] = { 35,32, ... };
 */
#ifndef SLS_IO_EMBED_H
#define SLS_IO_EMBED_H

#include "io/file.h"

/*
 * NAME_bytes with a NUL behind it that its length does not count. As numbers: ISO C lets no string
 * literal be longer than 4,095 bytes.
 */
void sls_embed_bytes(sls_out *out, const char *name, sls_str bytes);

#endif
