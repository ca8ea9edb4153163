/*
 * order.h - in which order symbols are numbered, so that PCRE2 has little to ask of one.
 *
 * A class of characters under 256 is a table of bits to it, of others a list of ranges that it
 * tries one by one. So the commonest symbols come first, as many as have such numbers, and the
 * rest in an order that makes few ranges of the classes that patterns use.
 */
#ifndef SLS_EXTRACT_GRAMMAR_TOOL_ORDER_H
#define SLS_EXTRACT_GRAMMAR_TOOL_ORDER_H

#include "extract/grammar/tool/symbols.h"

/*
 * Writes to at[i] which of the symbols, numbered behind SLS_SYMBOL_WORDS, shall be the i-th;
 * weight[k] is how common the k-th is. SLS_OK or SLS_ENOMEM.
 */
SLS_MUST_USE sls_status sls_order_symbols(const sls_symbols *symbols, const uint64_t *weight,
                                          sls_arena *arena, uint16_t *at);

#endif
