#include "io/sweep.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* The number that `s` ends in, behind a '-', which are cut off; -1: there is none. */
static long cut_number(sls_str *s)
{
    size_t first = s->len;
    long number = 0;
    while (first > 0 && s->ptr[first - 1] >= '0' && s->ptr[first - 1] <= '9')
        first--;
    if (first == s->len || first == 0 || s->ptr[first - 1] != '-')
        return -1;
    for (size_t i = first; i < s->len; i++) {
        if (number > (INT_MAX - 9) / 10)
            return -1;
        number = 10 * number + (s->ptr[i] - '0');
    }
    *s = sls_str_slice(*s, 0, first - 1);
    return number;
}

long sls_sweep_owner(sls_str name)
{
    const sls_str begin = SLS_STR(".selisih-"), end = SLS_STR(".tmp");
    if (!sls_str_starts(name, begin) || !sls_str_ends(name, end))
        return 0;
    sls_str rest = sls_str_slice(name, begin.len, name.len - end.len);
    if (cut_number(&rest) < 0)
        return 0;
    const long owner = cut_number(&rest);
    return owner > 0 && rest.len > 0 ? owner : 0;
}

bool sls_sweep_keep(int fd)
{
    struct stat about;
    if (flock(fd, LOCK_EX | LOCK_NB) != 0)
        return errno != EWOULDBLOCK;
    return fstat(fd, &about) != 0 || about.st_nlink > 0; /* removed before it was locked */
}

static bool is_alive(long process)
{
    return process != (long)getpid() && (kill((pid_t)process, 0) == 0 || errno != ESRCH);
}

static void sweep(int folder, const char *name)
{
    const int fd = openat(folder, name, O_WRONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat about;
    if (fd < 0)
        return;
    if (fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && flock(fd, LOCK_EX | LOCK_NB) == 0)
        (void)unlinkat(folder, name, 0);
    close(fd);
}

void sls_sweep_folder(const char *folder)
{
    DIR *const dir = opendir(folder);
    if (!dir)
        return;
    for (const struct dirent *entry; (entry = readdir(dir)) != NULL;) {
        const long owner = entry->d_name[0] == '.' ? sls_sweep_owner(sls_str_of(entry->d_name)) : 0;
        if (owner > 0 && !is_alive(owner))
            sweep(dirfd(dir), entry->d_name);
    }
    closedir(dir);
}

void sls_sweep_beside(const char *file)
{
    const char *const slash = strrchr(file, '/');
    char *const folder = slash ? strndup(file, (size_t)(slash - file) + 1) : NULL;
    if (folder || !slash)
        sls_sweep_folder(folder ? folder : ".");
    free(folder);
}
