/*
 * digest.h - SHA-256 in base64, as a content security policy names a script or a style.
 *
 *     script-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
 *
 * FIPS 180-4. For the build alone: what is hashed is the project's own. Pure.
 */
#ifndef SLS_REPORT_TOOL_DIGEST_H
#define SLS_REPORT_TOOL_DIGEST_H

#include <selisih/str.h>

enum { DIGEST_TEXT = 45 }; /* 44 characters and NUL */

void digest_base64(sls_str bytes, char out[DIGEST_TEXT]);

#endif
