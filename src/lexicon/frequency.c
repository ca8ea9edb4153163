#include "lexicon/frequency.h"

int sls_word_rarity(sls_lang lang, sls_str word)
{
    const uint64_t key = sls_frequency_key(lang, word);
    const size_t bucket = (size_t)(key >> (64 - SLS_FREQUENCY_BITS));
    size_t low = sls_frequency_first[bucket], high = sls_frequency_first[bucket + 1];
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (sls_frequency_rows[middle].hash < key)
            low = middle + 1;
        else
            high = middle;
    }
    const bool known = low < sls_frequency_row_count && sls_frequency_rows[low].hash == key;
    return known ? sls_frequency_rows[low].rarity : SLS_RARITY_MOST;
}
