#include "cli/watch.h"

#include "cli/commands.h"
#include "cli/output.h"

#ifdef __linux__

#include <dirent.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Who saves many files at once, or one in several steps, is waited for, but not forever. */
enum { QUIET_MS = 200, TURNS_MOST = 25, DEPTH_MOST = 64 };

typedef struct {
    const sls_options *options;
    int changes; /* of inotify */
    int signals; /* of signalfd */
    sigset_t before;
    sls_diag diag;
} watch;

static bool same_folder(const struct stat *a, const char *path)
{
    struct stat b;
    return stat(path, &b) == 0 && a->st_dev == b.st_dev && a->st_ino == b.st_ino;
}

static bool failed(watch *w, const char *path)
{
    char text[128];
    if (errno == ENOENT || errno == EACCES) /* gone, or not ours: the check tells of it */
        return true;
    if (strerror_r(errno, text, sizeof text) != 0)
        text[0] = 0;
    (void)sls_diag_set(&w->diag, SLS_EIO, path, 0, "cannot be watched: %s", text);
    return false;
}

static bool watch_file(watch *w, const char *path)
{
    const uint32_t mask = IN_CLOSE_WRITE | IN_MODIFY | IN_ATTRIB | IN_MOVE_SELF | IN_DELETE_SELF;
    return !path || inotify_add_watch(w->changes, path, mask) >= 0 || failed(w, path);
}

/* A folder and those below it; hidden ones are not read, and what a check writes is no change. */
static bool watch_folder(watch *w, const char *path, const struct stat *about, unsigned depth)
{
    const uint32_t mask =
        IN_CLOSE_WRITE | IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_ATTRIB;
    if (depth > DEPTH_MOST || same_folder(about, w->options->claims) ||
        same_folder(about, w->options->reports))
        return true;
    if (inotify_add_watch(w->changes, path, mask) < 0)
        return failed(w, path);
    DIR *const folder = opendir(path);
    if (!folder)
        return failed(w, path);
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(folder)) != NULL;) {
        struct stat below;
        const size_t size = strlen(path) + strlen(entry->d_name) + 2;
        char *const name = entry->d_name[0] == '.' ? NULL : malloc(size);
        if (!name)
            continue;
        snprintf(name, size, "%s/%s", path, entry->d_name);
        if (stat(name, &below) == 0 && S_ISDIR(below.st_mode))
            ok = watch_folder(w, name, &below, depth + 1);
        free(name);
    }
    closedir(folder);
    return ok;
}

/* A new set: folders come and go, and a file that was replaced is another one. */
static bool watch_all(watch *w)
{
    const sls_options *const o = w->options;
    const char *const files[] = { o->aliases, o->verified, o->decisions, o->baseline, o->config };
    if (w->changes >= 0)
        close(w->changes);
    w->changes = inotify_init1(IN_CLOEXEC | IN_NONBLOCK);
    bool ok = w->changes >= 0 || failed(w, NULL);
    for (size_t i = 0; ok && i < o->path_count; i++) {
        struct stat about;
        if (stat(o->paths[i], &about) == 0 && S_ISDIR(about.st_mode))
            ok = watch_folder(w, o->paths[i], &about, 0);
        else
            ok = watch_file(w, o->paths[i]);
    }
    for (size_t i = 0; ok && i < sizeof files / sizeof *files; i++)
        ok = watch_file(w, files[i]);
    return ok;
}

/* Reads what has happened; whether any of it is about what a check reads. */
static bool take_changes(const watch *w)
{
    _Alignas(struct inotify_event) char bytes[8192];
    bool about = false;
    for (ssize_t got; (got = read(w->changes, bytes, sizeof bytes)) > 0;) {
        for (ssize_t at = 0; at < got;) {
            const struct inotify_event *const e = (const void *)(bytes + at);
            about |= e->len == 0 ? (e->mask & IN_IGNORED) == 0 : e->name[0] != '.';
            at += (ssize_t)(sizeof *e + e->len);
        }
    }
    return about;
}

/* The signal that came, 0: none. */
static int take_signal(const watch *w)
{
    struct signalfd_siginfo info;
    return read(w->signals, &info, sizeof info) == (ssize_t)sizeof info ? (int)info.ssi_signo : 0;
}

/* False: the watch is over. */
static bool wait_for_change(const watch *w)
{
    struct pollfd fds[] = { { .fd = w->signals, .events = POLLIN },
                            { .fd = w->changes, .events = POLLIN } };
    bool changed = false;
    for (unsigned turns = 0; turns < TURNS_MOST;) {
        const int ready = poll(fds, 2, changed ? QUIET_MS : -1);
        if (ready < 0 && errno != EINTR)
            return false;
        if (ready == 0)
            return true;
        if (fds[0].revents != 0) {
            const int signal = take_signal(w);
            if (signal == SIGINT || signal == SIGTERM)
                return false;
        }
        if (fds[1].revents != 0)
            changed |= take_changes(w);
        turns += changed;
    }
    return true;
}

/* False: a signal ended the watch, and with it the check. */
static bool check_once(const watch *w, int (*check)(const sls_options *options))
{
    const pid_t child = fork();
    if (child == 0) {
        (void)sigprocmask(SIG_SETMASK, &w->before, NULL);
        _exit(check(w->options));
    }
    while (child > 0) {
        struct pollfd fd = { .fd = w->signals, .events = POLLIN };
        (void)poll(&fd, 1, -1);
        const int signal = take_signal(w);
        if (signal == SIGINT || signal == SIGTERM) {
            (void)kill(child, SIGTERM);
            (void)waitpid(child, NULL, 0);
            return false;
        }
        if (waitpid(child, NULL, WNOHANG) == child)
            return true;
    }
    return false;
}

static bool begin(watch *w)
{
    sigset_t caught;
    for (size_t i = 0; i < w->options->path_count; i++)
        if (strcmp(w->options->paths[i], "-") == 0)
            return sls_diag_set(&w->diag, SLS_EUSAGE, NULL, 0,
                                "standard input cannot be watched: give files or folders") ==
                   SLS_OK;
    sigemptyset(&caught);
    sigaddset(&caught, SIGINT);
    sigaddset(&caught, SIGTERM);
    sigaddset(&caught, SIGCHLD);
    if (sigprocmask(SIG_BLOCK, &caught, &w->before) != 0)
        return failed(w, NULL);
    w->signals = signalfd(-1, &caught, SFD_CLOEXEC | SFD_NONBLOCK);
    return w->signals >= 0 || failed(w, NULL);
}

int sls_watch(const sls_options *options, int (*check)(const sls_options *options))
{
    watch w = { .options = options, .changes = -1, .signals = -1 };
    bool ok = begin(&w);
    do {
        ok = ok && watch_all(&w); /* before the check: nothing that happens during it is missed */
        if (ok && !check_once(&w, check))
            break;
        if (ok && !options->quiet) {
            sls_diag note = { 0 };
            (void)sls_diag_set(&note, SLS_OK, NULL, 0, "watching; Ctrl-C ends it");
            sls_complain("note", &note);
        }
    } while (ok && wait_for_change(&w));
    if (w.changes >= 0)
        close(w.changes);
    if (w.signals >= 0)
        close(w.signals);
    if (!ok)
        sls_complain("error", &w.diag);
    return ok ? SLS_EXIT_OK : SLS_EXIT_TROUBLE;
}

#else

int sls_watch(const sls_options *options, int (*check)(const sls_options *options))
{
    sls_diag diag = { 0 };
    (void)options;
    (void)check;
    (void)sls_diag_set(
        &diag, SLS_EUSAGE, NULL, 0,
        "--watch needs inotify, which Linux alone has: check again when you need to");
    sls_complain("error", &diag);
    return SLS_EXIT_TROUBLE;
}

#endif
