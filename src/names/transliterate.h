/*
 * transliterate.h - one spelling for the regular variants of a romanised word.
 *
 *     sergey, sergei -> sergei    soeharto, suharto -> suharto    choi, choe -> choe
 *
 * Pure; words come folded (sls_fold_name) and without spaces.
 */
#ifndef SLS_NAMES_TRANSLITERATE_H
#define SLS_NAMES_TRANSLITERATE_H

#include <selisih/str.h>

/*
 * Writes the key of `word` behind `out`, which has room for 2 * word.len
 * bytes, and returns its length: at most 2 * word.len, not 0 for a word that is not empty.
 */
size_t sls_transliterate(sls_str word, char *out);

#endif
