#include "io/csv.h"

#include "base/ascii.h"

#include <string.h>

/* What a byte asks of its cell. */
enum { PLAIN = 0, QUOTE = 1, CONTROL = 2, DOUBLE = 4 };

static const unsigned char NEEDS[256] = {
    [0x00] = CONTROL, [0x01] = CONTROL, [0x02] = CONTROL, [0x03] = CONTROL,       [0x04] = CONTROL,
    [0x05] = CONTROL, [0x06] = CONTROL, [0x07] = CONTROL, [0x08] = CONTROL,       [0x09] = CONTROL,
    [0x0a] = CONTROL, [0x0b] = CONTROL, [0x0c] = CONTROL, [0x0d] = CONTROL,       [0x0e] = CONTROL,
    [0x0f] = CONTROL, [0x10] = CONTROL, [0x11] = CONTROL, [0x12] = CONTROL,       [0x13] = CONTROL,
    [0x14] = CONTROL, [0x15] = CONTROL, [0x16] = CONTROL, [0x17] = CONTROL,       [0x18] = CONTROL,
    [0x19] = CONTROL, [0x1a] = CONTROL, [0x1b] = CONTROL, [0x1c] = CONTROL,       [0x1d] = CONTROL,
    [0x1e] = CONTROL, [0x1f] = CONTROL, [0x7f] = CONTROL, ['"'] = QUOTE | DOUBLE, [','] = QUOTE,
};

static bool is_blank(char c)
{
    return c == ' ' || NEEDS[(unsigned char)c] == CONTROL;
}

enum { MANY = 16 };

/*
 * The same as NEEDS in comparisons, which compilers make of many bytes at once. `blocks` of MANY
 * bytes: a length that is no multiple would have its rest looked at byte by byte.
 */
static inline unsigned needs_of_blocks(const char *bytes, size_t blocks)
{
    const size_t len = blocks * MANY;
    unsigned char comma = 0, mark = 0, control = 0;

    for (size_t i = 0; i < len; i++) {
        const unsigned char c = (unsigned char)bytes[i];

        comma = (unsigned char)(comma | (c == ','));
        mark = (unsigned char)(mark | (c == '"'));
        control = (unsigned char)(control | (c < ' ') | (c == 0x7f));
    }
    return (comma ? QUOTE : PLAIN) | (mark ? QUOTE | DOUBLE : PLAIN) | (control ? CONTROL : PLAIN);
}

/* Everything that the bytes of `cell` ask, and quotes too for what will be a space at an end. */
static unsigned needs(sls_str cell)
{
    unsigned all = PLAIN;

    if (cell.len >= MANY)
        all = needs_of_blocks(cell.ptr, cell.len / MANY) |
              needs_of_blocks(cell.ptr + cell.len - MANY, 1);
    else
        for (size_t i = 0; i < cell.len; i++)
            all |= NEEDS[(unsigned char)cell.ptr[i]];
    if (is_blank(cell.ptr[0]) || is_blank(cell.ptr[cell.len - 1]))
        all |= QUOTE;
    return all;
}

/* Controls become spaces in place, a \r\n one space. Returns the new end. */
static char *blank_controls(char *text, const char *end)
{
    char *to = text;

    for (; text < end; text++) {
        if (*text == '\r' && text + 1 < end && text[1] == '\n')
            continue;
        *to++ = NEEDS[(unsigned char)*text] == CONTROL ? ' ' : *text;
    }
    return to;
}

static char *put_doubled(char *to, sls_str cell)
{
    sls_str rest = cell, piece;

    while (sls_str_split(&rest, '"', &piece)) {
        if (piece.len)
            memcpy(to, piece.ptr, piece.len);
        to += piece.len;
        if (piece.ptr + piece.len < cell.ptr + cell.len) {
            *to++ = '"';
            *to++ = '"';
        }
    }
    return to;
}

/* 0x80 at least in the lowest byte of `x` that is none of PLAIN's, 0 where all are. */
static uint64_t asks(uint64_t x)
{
    const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
    const uint64_t comma = x ^ ones * ',', mark = x ^ ones * '"', del = x ^ ones * 0x7f;

    return (((x - ones * ' ') & ~x) | ((comma - ones) & ~comma) | ((mark - ones) & ~mark) |
            ((del - ones) & ~del)) &
           tops;
}

/*
 * A cell of four to sixteen bytes that asks nothing, as most do: as two words that may overlap.
 * False: it asks something, or has another length, and nothing was written.
 */
static inline bool put_plain(char *to, sls_str cell)
{
    const char *const last = cell.ptr + cell.len - 1;

    if (cell.len < 4 || cell.len > 16 || *cell.ptr == ' ' || *last == ' ')
        return false;
    if (cell.len < 8) {
        uint32_t a, b;

        memcpy(&a, cell.ptr, sizeof a);
        memcpy(&b, last + 1 - sizeof b, sizeof b);
        if (asks(a | (uint64_t)b << 32))
            return false;
        memcpy(to, &a, sizeof a);
        memcpy(to + cell.len - sizeof b, &b, sizeof b);
    } else {
        uint64_t a, b;

        memcpy(&a, cell.ptr, sizeof a);
        memcpy(&b, last + 1 - sizeof b, sizeof b);
        if (asks(a) | asks(b))
            return false;
        memcpy(to, &a, sizeof a);
        memcpy(to + cell.len - sizeof b, &b, sizeof b);
    }
    return true;
}

static char *put(char *to, sls_str cell, bool defused)
{
    char *const begin = to;

    if (cell.len == 0)
        return to;
    const unsigned asked = needs(cell);
    if (asked & QUOTE)
        *to++ = '"';
    if (defused)
        *to++ = '\'';
    if (asked & DOUBLE) {
        to = put_doubled(to, cell);
    } else {
        memcpy(to, cell.ptr, cell.len);
        to += cell.len;
    }
    if (asked & QUOTE)
        *to++ = '"';
    return asked & CONTROL ? blank_controls(begin, to) : to;
}

static char *put_separator(char *to, int dialect, bool last)
{
    if (last && dialect != SLS_CSV_RFC4180)
        *to++ = '\r';
    *to++ = last ? '\n' : dialect == SLS_CSV_EXCEL_ID ? ';' : ',';
    return to;
}

sls_csv_pen sls_csv_pen_of(sls_out *out, size_t room)
{
    char *const begin = sls_out_room(out, room);

    return (sls_csv_pen){ begin, begin, sls_out_style(out) };
}

void sls_csv_pen_done(const sls_csv_pen *pen, sls_out *out)
{
    sls_out_advance(out, (size_t)(pen->to - pen->begin));
}

static void put_cell(sls_csv_pen *pen, sls_str cell, bool defused, bool last)
{
    const bool quoted = pen->dialect == SLS_CSV_EXCEL_ID &&
                        sls_str_find_byte(cell, ';') != SIZE_MAX && !(needs(cell) & QUOTE);
    char *end = pen->to;

    if (quoted)
        *end++ = '"';
    end = put(end, cell, defused);
    if (quoted)
        *end++ = '"';
    pen->to = put_separator(end, pen->dialect, last);
}

void sls_csv_pen_cell(sls_csv_pen *pen, sls_str cell, bool last)
{
    put_cell(pen, cell, false, last);
}

void sls_csv_pen_text(sls_csv_pen *pen, sls_str cell, bool last)
{
    put_cell(pen, cell, sls_csv_runs(cell), last);
}

void sls_csv_pen_count(sls_csv_pen *pen, size_t number, bool last)
{
    pen->to = put_separator(sls_csv_count_put(pen->to, number), pen->dialect, last);
}

void sls_csv_pen_number(sls_csv_pen *pen, sls_str number, bool last)
{
    char *const begin = pen->to, *const end = sls_csv_cell_put(begin, number);

    for (char *c = begin + 1; pen->dialect == SLS_CSV_EXCEL_ID && c + 1 < end; c++)
        if (*c == '.' && sls_is_digit(c[-1]) && sls_is_digit(c[1]))
            *c = ',';
    pen->to = put_separator(end, pen->dialect, last);
}

/* One cell by itself. */
static void write_cell(sls_out *out, void (*pen_cell)(sls_csv_pen *, sls_str, bool), sls_str cell,
                       bool last)
{
    if (cell.len > SIZE_MAX / 2 - SLS_CSV_MARKS)
        return;
    sls_csv_pen pen = sls_csv_pen_of(out, sls_csv_room(cell));
    if (!pen.to)
        return;
    pen_cell(&pen, cell, last);
    sls_csv_pen_done(&pen, out);
}

void sls_csv_cell_write(sls_out *out, sls_str cell, bool last)
{
    write_cell(out, sls_csv_pen_cell, cell, last);
}

char *sls_csv_text_put(char *to, sls_str cell)
{
    return put_plain(to, cell) ? to + cell.len : put(to, cell, false);
}

/* The characters: OWASP, "CSV Injection". */
bool sls_csv_runs(sls_str cell)
{
    if (cell.len == 0)
        return false;
    const char c = cell.ptr[0];
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

void sls_csv_text_write(sls_out *out, sls_str cell, bool last)
{
    write_cell(out, sls_csv_pen_text, cell, last);
}

/* From the last digit on, into the place that its first will have. */
char *sls_csv_count_put(char *to, size_t number)
{
    size_t digits = 1;

    for (size_t rest = number; rest >= 10; rest /= 10)
        digits++;
    for (size_t at = digits; at-- > 0; number /= 10)
        to[at] = (char)('0' + number % 10);
    return to + digits;
}

void sls_csv_count_write(sls_out *out, size_t number, bool last)
{
    sls_csv_pen pen = sls_csv_pen_of(out, SLS_CSV_COUNT);

    if (!pen.to)
        return;
    sls_csv_pen_count(&pen, number, last);
    sls_csv_pen_done(&pen, out);
}

void sls_csv_number_write(sls_out *out, sls_str number, bool last)
{
    write_cell(out, sls_csv_pen_number, number, last);
}

void sls_csv_begin(sls_out *out, sls_csv_dialect dialect)
{
    sls_out_set_style(out, (int)dialect);
    if (dialect != SLS_CSV_RFC4180)
        sls_out_write(out, SLS_STR("\xEF\xBB\xBF"));
}

void sls_csv_header_write(sls_out *out, sls_str names)
{
    sls_str name;

    while (sls_str_split(&names, ',', &name))
        sls_csv_cell_write(out, name, names.len == 0);
}
