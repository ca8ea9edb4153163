/*
 * api.h - the mark of functions that the shared library gives away.
 */
#ifndef SELISIH_API_H
#define SELISIH_API_H

#if defined(__GNUC__)
#define SLS_API __attribute__((visibility("default")))
#else
#define SLS_API
#endif

#endif
