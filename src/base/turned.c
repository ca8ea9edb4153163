#include "base/turned.h"

#include "base/ascii.h"
#include "base/interval.h"

#include <string.h>

/* The three numbers of a date, in the order in which they stand. */
typedef struct {
    int at[3];
    size_t digits[3];
    char mark; /* between them */
} numbers;

/* Whether `cell` is three numbers of up to four digits with one mark between them. */
static bool take(sls_str cell, numbers *out)
{
    size_t i = 0;
    *out = (numbers){ .mark = 0 };
    for (int n = 0; n < 3; n++) {
        for (; i < cell.len && sls_is_digit(cell.ptr[i]) && out->digits[n] < 4; i++) {
            out->at[n] = 10 * out->at[n] + (cell.ptr[i] - '0');
            out->digits[n]++;
        }
        if (out->digits[n] == 0 || (n == 2 && i < cell.len))
            return false;
        if (n == 2)
            break;
        const char mark = i < cell.len ? cell.ptr[i] : 0;
        if ((mark != '/' && mark != '-' && mark != '.') || (n == 1 && mark != out->mark))
            return false;
        out->mark = mark;
        i++;
    }
    return true;
}

static void put(unsigned number, size_t digits, char *to)
{
    for (size_t i = digits; i-- > 0; number /= 10)
        to[i] = (char)('0' + number % 10);
}

static bool write(int year, int month, int day, char out[static SLS_TURNED_TEXT])
{
    int32_t unused;
    if (sls_day_of(year, month, day, &unused) != SLS_OK)
        return false;
    memcpy(out, "0000-00-00", SLS_TURNED_TEXT);
    put((unsigned)year, 4, out);
    put((unsigned)month, 2, out + 5);
    put((unsigned)day, 2, out + 8);
    return true;
}

/* The days that the numbers may be, day first and month first; false: they are not turned. */
static bool read(sls_str cell, char first[static SLS_TURNED_TEXT],
                 char second[static SLS_TURNED_TEXT])
{
    numbers n;
    first[0] = second[0] = 0;
    if (!take(cell, &n))
        return false;
    if (n.digits[0] == 4 && n.mark != '-' && n.digits[1] <= 2 && n.digits[2] <= 2) {
        (void)write(n.at[0], n.at[1], n.at[2], first);
        return true;
    }
    if (n.digits[0] > 2 || n.digits[1] > 2 || n.digits[2] != 4)
        return false;
    (void)write(n.at[2], n.at[1], n.at[0], first);
    if (n.mark != '.' && n.at[0] != n.at[1])
        (void)write(n.at[2], n.at[0], n.at[1], second);
    return true;
}

sls_status sls_turned_read(sls_str cell, char out[static SLS_TURNED_TEXT])
{
    char first[SLS_TURNED_TEXT], second[SLS_TURNED_TEXT];
    if (!read(cell, first, second))
        return SLS_ENOTFOUND;
    if ((first[0] != 0) == (second[0] != 0))
        return SLS_ERANGE;
    memcpy(out, first[0] ? first : second, SLS_TURNED_TEXT);
    return SLS_OK;
}

bool sls_turned_is(sls_str cell, sls_str date)
{
    char first[SLS_TURNED_TEXT], second[SLS_TURNED_TEXT];
    return date.len == SLS_TURNED_TEXT - 1 && read(cell, first, second) &&
           (sls_str_eq(sls_str_of(first), date) || sls_str_eq(sls_str_of(second), date));
}
