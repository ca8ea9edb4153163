#include "io/csv.h"

#include <csv.h>
#include <string.h>

/* What a byte asks of its cell. */
enum { PLAIN = 0, QUOTE = 1, CONTROL = 2 };

static const unsigned char NEEDS[256] = {
    [0x00] = CONTROL, [0x01] = CONTROL, [0x02] = CONTROL, [0x03] = CONTROL, [0x04] = CONTROL,
    [0x05] = CONTROL, [0x06] = CONTROL, [0x07] = CONTROL, [0x08] = CONTROL, [0x09] = CONTROL,
    [0x0a] = CONTROL, [0x0b] = CONTROL, [0x0c] = CONTROL, [0x0d] = CONTROL, [0x0e] = CONTROL,
    [0x0f] = CONTROL, [0x10] = CONTROL, [0x11] = CONTROL, [0x12] = CONTROL, [0x13] = CONTROL,
    [0x14] = CONTROL, [0x15] = CONTROL, [0x16] = CONTROL, [0x17] = CONTROL, [0x18] = CONTROL,
    [0x19] = CONTROL, [0x1a] = CONTROL, [0x1b] = CONTROL, [0x1c] = CONTROL, [0x1d] = CONTROL,
    [0x1e] = CONTROL, [0x1f] = CONTROL, [0x7f] = CONTROL, ['"'] = QUOTE,    [','] = QUOTE,
};

static bool is_blank(char c)
{
    return c == ' ' || NEEDS[(unsigned char)c] == CONTROL;
}

/* Everything that the bytes of `cell` ask, and quotes too for what will be a space at an end. */
static unsigned needs(sls_str cell)
{
    unsigned all = PLAIN;

    for (size_t i = 0; i < cell.len; i++)
        all |= NEEDS[(unsigned char)cell.ptr[i]];
    if (cell.len && (is_blank(cell.ptr[0]) || is_blank(cell.ptr[cell.len - 1])))
        all |= QUOTE;
    return all;
}

/* Controls become spaces in place, a \r\n one space. Returns the new length. */
static size_t blank_controls(char *text, size_t len)
{
    size_t to = 0;

    for (size_t i = 0; i < len; i++) {
        if (text[i] == '\r' && i + 1 < len && text[i + 1] == '\n')
            continue;
        text[to++] = NEEDS[(unsigned char)text[i]] == CONTROL ? ' ' : text[i];
    }
    return to;
}

static void write_cell(sls_out *out, sls_str cell, bool defused, bool last)
{
    /* a quoted cell may double, and takes its quotes, a mark and a separator */
    const unsigned asked = needs(cell);
    const bool quoted = asked & QUOTE;
    if (cell.len > SIZE_MAX / 2 - 4)
        return;
    char *room = sls_out_room(out, (quoted ? 2 * cell.len : cell.len) + 4);
    if (!room)
        return;

    size_t len;
    if (quoted) {
        len = csv_write2(room, 2 * cell.len + 2, cell.ptr, cell.len, '"');
        if (defused) {
            memmove(room + 2, room + 1, len - 1);
            room[1] = '\'';
            len++;
        }
    } else {
        len = defused ? 1 : 0;
        room[0] = '\'';
        if (cell.len)
            memcpy(room + len, cell.ptr, cell.len);
        len += cell.len;
    }
    if (asked & CONTROL)
        len = blank_controls(room, len);
    room[len++] = last ? '\n' : ',';
    sls_out_advance(out, len);
}

void sls_csv_cell_write(sls_out *out, sls_str cell, bool last)
{
    write_cell(out, cell, false, last);
}

/* The characters: OWASP, "CSV Injection". */
void sls_csv_text_write(sls_out *out, sls_str cell, bool last)
{
    const bool runs = cell.len && memchr("=+-@\t\r", cell.ptr[0], 6);

    write_cell(out, cell, runs, last);
}

void sls_csv_count_write(sls_out *out, size_t number, bool last)
{
    char text[24];
    size_t at = sizeof text;

    do {
        text[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number);
    sls_csv_cell_write(out, (sls_str){ text + at, sizeof text - at }, last);
}
