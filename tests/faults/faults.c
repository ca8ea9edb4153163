/*
 * faults.c - a library that a command is run with (LD_PRELOAD), in which one call goes wrong.
 *
 *     FAULT_CALLS=alloc FAULT_AT=17 LD_PRELOAD=./libfaults.so selisih check corpus
 *
 * FAULT_CALLS says what is counted: alloc (malloc, calloc, realloc and what is made of them) or
 * one of read, write, open, rename, fsync, close or mkdir. The call of the number FAULT_AT,
 * from 1, fails with FAULT_ERRNO (a number; 0: it is cut short, one byte read or written), and
 * with FAULT_ON=1 all after it too, as on a disk that stays full. At its end the process writes how
 * many calls it made into the file FAULT_COUNT, and behind that, with FAULT_PLACES=1, a line for
 * each call that came from a place not seen before: its number, and a hash of the last DEPTH
 * returns that is the same wherever program and libraries were loaded. Standard error is never made
 * to fail: it is what the test reads. What goes on before main and after it, as libgcov's writing
 * of what was covered, is neither counted nor made to fail.
 */
#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* glibc's own, under the names that it gives to those who stand before them. */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);

typedef enum { ALLOC, READ, WRITE, OPEN, RENAME, FSYNC, CLOSE, MKDIR, CALLS } call;

static const char *const names[CALLS] = { "alloc",  "read",  "write", "open",
                                          "rename", "fsync", "close", "mkdir" };
static int counted = -1;
static unsigned long fails_at;
static int reason;
static bool lasting;
/* Behind the frames of this library: allocator, container, who asks, and who called that. */
enum { DEPTH = 12, SEEN = 1 << 16 };
static bool places;
static uint64_t seen[SEEN]; /* open addressing: hashes of stacks */
static struct {
    unsigned long at;
    uint64_t hash;
} firsts[SEEN];
static size_t place_count;
static atomic_bool within; /* main */
static int (*real_main)(int, char **, char **);
static atomic_ulong calls;

__attribute__((constructor)) static void begin(void)
{
    const char *const what = getenv("FAULT_CALLS"), *const at = getenv("FAULT_AT");
    const char *const number = getenv("FAULT_ERRNO"), *const on = getenv("FAULT_ON");
    for (int i = 0; what && i < CALLS; i++)
        if (strcmp(what, names[i]) == 0)
            counted = i;
    fails_at = at ? strtoul(at, NULL, 10) : 0;
    reason = number ? (int)strtol(number, NULL, 10) : 0;
    lasting = on && *on == '1';
    if (getenv("FAULT_PLACES")) {
        void *warm[1];
        places = backtrace(warm, 1) > 0; /* which loads and allocates the first time */
    }
}

static uint64_t hash_of_stack(void)
{
    void *frames[DEPTH];
    const int count = backtrace(frames, DEPTH);
    uint64_t hash = 1;
    for (int i = 0; i < count; i++) {
        Dl_info about;
        const uintptr_t base = dladdr(frames[i], &about) ? (uintptr_t)about.dli_fbase : 0;
        hash = (hash ^ ((uintptr_t)frames[i] - base)) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
    }
    return hash | 1;
}

/* Notes the place that call `n` comes from. The runs that are asked for places have one thread. */
static void note_place(unsigned long n)
{
    const uint64_t hash = hash_of_stack();
    size_t at = (size_t)hash % SEEN;
    while (seen[at] != 0 && seen[at] != hash)
        at = (at + 1) % SEEN;
    if (seen[at] == hash || place_count == SEEN / 2)
        return;
    seen[at] = hash;
    firsts[place_count].at = n;
    firsts[place_count++].hash = hash;
}

/* Without the calls that are counted. */
__attribute__((destructor)) static void end(void)
{
    const char *const path = getenv("FAULT_COUNT");
    char text[64];
    if (!path)
        return;
    int len = snprintf(text, sizeof text, "%lu\n", (unsigned long)calls);
    const long fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0)
        return;
    syscall(SYS_write, fd, text, (size_t)len);
    for (size_t i = 0; i < place_count; i++) {
        len = snprintf(text, sizeof text, "%lu %llx\n", firsts[i].at,
                       (unsigned long long)firsts[i].hash);
        syscall(SYS_write, fd, text, (size_t)len);
    }
}

static int watched_main(int count, char **arguments, char **environment)
{
    within = true;
    const int status = real_main(count, arguments, environment);
    within = false;
    return status;
}

/* What every program begins with, in glibc. */
typedef int begin_call(int (*)(int, char **, char **), int, char **, void (*)(void), void (*)(void),
                       void (*)(void), void *);
int __libc_start_main(int (*main)(int, char **, char **), int count, char **arguments,
                      void (*init)(void), void (*fini)(void), void (*rtld_fini)(void),
                      void *stack_end);
int __libc_start_main(int (*main)(int, char **, char **), int count, char **arguments,
                      void (*init)(void), void (*fini)(void), void (*rtld_fini)(void),
                      void *stack_end)
{
    begin_call *real;
    void *const found = dlsym(RTLD_NEXT, "__libc_start_main");
    memcpy(&real, &found, sizeof real);
    real_main = main;
    return real(watched_main, count, arguments, init, fini, rtld_fini, stack_end);
}

static bool fails(call which)
{
    if (!within || counted != (int)which)
        return false;
    const unsigned long n = atomic_fetch_add(&calls, 1) + 1;
    if (places)
        note_place(n);
    return fails_at > 0 && (n == fails_at || (lasting && n > fails_at));
}

void *malloc(size_t size)
{
    if (fails(ALLOC)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    if (fails(ALLOC)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    if (size > 0 && fails(ALLOC)) {
        errno = ENOMEM;
        return NULL;
    }
    return __libc_realloc(old, size);
}

ssize_t read(int fd, void *to, size_t size)
{
    if (size > 0 && fails(READ)) {
        if (reason == 0)
            return syscall(SYS_read, fd, to, (size_t)1);
        errno = reason;
        return -1;
    }
    return syscall(SYS_read, fd, to, size);
}

ssize_t write(int fd, const void *from, size_t size)
{
    if (fd != STDERR_FILENO && size > 0 && fails(WRITE)) {
        if (reason == 0)
            return syscall(SYS_write, fd, from, (size_t)1);
        errno = reason;
        return -1;
    }
    return syscall(SYS_write, fd, from, size);
}

static int open_at(const char *path, int flags, va_list rest)
{
    const int mode = flags & O_CREAT ? va_arg(rest, int) : 0;
    if (fails(OPEN)) {
        errno = reason ? reason : EINTR;
        return -1;
    }
    return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int open(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int fd = open_at(path, flags, rest);
    va_end(rest);
    return fd;
}

int open64(const char *path, int flags, ...)
{
    va_list rest;
    va_start(rest, flags);
    const int fd = open_at(path, flags, rest);
    va_end(rest);
    return fd;
}

/* What _FORTIFY_SOURCE makes of an open without a mode. */
int __open_2(const char *path, int flags);
int __open_2(const char *path, int flags)
{
    return open(path, flags, 0);
}

int rename(const char *from, const char *to)
{
    if (fails(RENAME)) {
        errno = reason ? reason : EINTR;
        return -1;
    }
    return (int)syscall(SYS_rename, from, to);
}

int mkdir(const char *path, mode_t mode)
{
    if (fails(MKDIR)) {
        errno = reason ? reason : EINTR;
        return -1;
    }
    return (int)syscall(SYS_mkdir, path, mode);
}

int fsync(int fd)
{
    (void)fd;
    if (fails(FSYNC)) {
        errno = reason ? reason : EINTR;
        return -1;
    }
    return 0; /* thousands of runs: what the disk has is not asked */
}

/* The file is closed all the same, as Linux does when close says that it failed. */
int close(int fd)
{
    const bool failed = fd > STDERR_FILENO && fails(CLOSE);
    const int result = (int)syscall(SYS_close, fd);
    if (failed) {
        errno = reason ? reason : EINTR;
        return -1;
    }
    return result;
}
