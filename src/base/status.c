#include <selisih/status.h>

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

const char *sls_status_text(sls_status status)
{
    switch (status) {
    case SLS_OK:
        return "ok";
    case SLS_ENOMEM:
        return "out of memory";
    case SLS_EIO:
        return "input or output failed";
    case SLS_ENOTFOUND:
        return "not found";
    case SLS_EMPTY:
        return "empty";
    case SLS_EUTF8:
        return "not UTF-8";
    case SLS_ETOOBIG:
        return "too big";
    case SLS_ESYNTAX:
        return "not well formed";
    case SLS_ERANGE:
        return "out of range";
    case SLS_EUSAGE:
        return "wrong usage";
    case SLS_EPATTERN:
        return "pattern failed";
    }
    return "unknown status";
}

/*
 * Diagnostics quote paths and cells that strangers wrote, and go to a terminal:
 * C0 controls, DEL and C1 controls (C2 80..C2 9F in UTF-8) become '?'.
 */
static void defuse(char *text)
{
    for (unsigned char *p = (unsigned char *)text; *p; p++) {
        if (*p < 0x20 || *p == 0x7f) {
            *p = '?';
        } else if (*p == 0xc2 && p[1] >= 0x80 && p[1] <= 0x9f) {
            *p++ = '?';
            *p = '?';
        }
    }
}

/* Cuts a UTF-8 sequence that the end of the buffer has broken off. */
static void trim_broken(char *text)
{
    size_t len = strlen(text);
    size_t back = 0;

    while (back < len && back < 3 && ((unsigned char)text[len - 1 - back] & 0xc0) == 0x80)
        back++;
    if (back == len)
        return;

    const unsigned char lead = (unsigned char)text[len - 1 - back];
    const size_t need = lead >= 0xf0 ? 3 : lead >= 0xe0 ? 2 : lead >= 0xc0 ? 1 : 0;
    if (need > back)
        text[len - 1 - back] = '\0';
}

sls_status sls_diag_set(sls_diag *diag, sls_status status, const char *path, size_t line,
                        const char *format, ...)
{
    if (!diag)
        return status;

    diag->status = status;
    diag->line = line;
    diag->column = 0;
    const int path_len = snprintf(diag->path, sizeof diag->path, "%s", path ? path : "");

    va_list args;
    va_start(args, format);
    const int len = vsnprintf(diag->message, sizeof diag->message, format, args);
    va_end(args);

    if (len < 0)
        diag->message[0] = '\0';
    if (path_len >= (int)sizeof diag->path)
        trim_broken(diag->path);
    if (len >= (int)sizeof diag->message)
        trim_broken(diag->message);
    defuse(diag->path);
    defuse(diag->message);
    return status;
}
