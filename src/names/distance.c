#include "names/person.h"

#include <string.h>

#define DISTANCE_MAX 64

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* Optimal string alignment, R. A. Wagner and R. Lowrance 1975: a letter is edited once only. */
int sls_edit_distance(sls_str a, sls_str b, int limit)
{
    if (sls_str_eq(a, b))
        return 0;
    if (a.len > DISTANCE_MAX || b.len > DISTANCE_MAX)
        return limit + 1;

    int rows[3][DISTANCE_MAX + 1];
    int *before = rows[0], *above = rows[1], *here = rows[2];
    for (size_t j = 0; j <= b.len; j++)
        above[j] = before[j] = (int)j;
    for (size_t i = 1; i <= a.len; i++) {
        here[0] = (int)i;
        for (size_t j = 1; j <= b.len; j++) {
            const int edit = above[j - 1] + (a.ptr[i - 1] != b.ptr[j - 1]);
            here[j] = least(edit, least(above[j], here[j - 1]) + 1);
            if (i > 1 && j > 1 && a.ptr[i - 1] == b.ptr[j - 2] && a.ptr[i - 2] == b.ptr[j - 1])
                here[j] = least(here[j], before[j - 2] + 1);
        }
        int *const oldest = before;
        before = above;
        above = here;
        here = oldest;
    }
    return least(above[b.len], limit + 1);
}
