/*
 * sort.h - qsort that looks before it moves.
 *
 * Articles and claims come in order as a rule, and are large: a look at each is less than sorting.
 */
#ifndef SLS_BASE_SORT_H
#define SLS_BASE_SORT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* `compare` as in qsort. Whether anything stood out of order; what compares equal stays when not.
 */
static inline bool sls_sort(void *at, size_t count, size_t size,
                            int (*compare)(const void *, const void *))
{
    const char *const bytes = at;
    size_t i = 1;
    while (i < count && compare(bytes + (i - 1) * size, bytes + i * size) <= 0)
        i++;
    if (i >= count)
        return false;
    qsort(at, count, size, compare);
    return true;
}

static inline int sls_sort_by_number(const void *x, const void *y)
{
    const uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;
    return a < b ? -1 : a > b;
}

static inline void sls_sort_numbers(uint64_t *at, size_t count)
{
    (void)sls_sort(at, count, sizeof *at, sls_sort_by_number);
}

/* How many of the ascending `at` are less than `number`: where it stands, or would. */
static inline size_t sls_sorted_place(const uint64_t *at, size_t count, uint64_t number)
{
    size_t low = 0, high = count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (at[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
