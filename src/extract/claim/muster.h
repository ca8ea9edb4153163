/*
 * muster.h - persons told of one by one, of whom one thing is said: how many they are.
 *
 *     "Dimas Ardi, 33, and Sari Wulan, 28, were killed", "killing a man, his wife and their son"
 *
 * Who may be an apposition to the one before ("the victim, Dimas Ardi, and ...") makes a list of
 * unknown length, which is none.
 */
#ifndef SLS_EXTRACT_CLAIM_MUSTER_H
#define SLS_EXTRACT_CLAIM_MUSTER_H

#include "extract/claim/chain.h"

/*
 * How many are listed right before verb `at`, in items *first..*last; 0 when they are not several,
 * and `*first` and `*last` are not set.
 */
size_t sls_muster_before(const sls_scene *scene, size_t at, size_t *first, size_t *last);
/* The same from item `from` on, which is the first behind a verb that has them as its object. */
size_t sls_muster_behind(const sls_scene *scene, size_t from, size_t *first, size_t *last);

#endif
