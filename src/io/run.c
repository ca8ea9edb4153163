#include "io/run.h"

#include "base/vec.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ; /* POSIX declares it in no header */

enum { OUT, FAULT, PIPES, STEP = 16 << 10 };

typedef struct {
    int read, write; /* -1: closed */
    SLS_VEC(char) text;
} channel;

typedef struct {
    const char *name;
    size_t limit;
    sls_arena *arena;
    sls_diag *diag;
    channel pipes[PIPES];
} run;

static sls_status trouble(const run *r, sls_status status, const char *what, int error)
{
    char reason[128];
    if (strerror_r(error, reason, sizeof reason) != 0)
        reason[0] = 0;
    return sls_diag_set(r->diag, status, NULL, 0, "%s: %s: %s", r->name, what, reason);
}

static void shut(int *descriptor)
{
    if (*descriptor >= 0)
        (void)close(*descriptor);
    *descriptor = -1;
}

/* Neither end may be left open in the program, or its end would never be seen. */
static sls_status open_pipe(const run *r, channel *c)
{
    int ends[2];
    if (pipe(ends) != 0)
        return trouble(r, SLS_EIO, "cannot make a pipe", errno);
    c->read = ends[0];
    c->write = ends[1];
    if (fcntl(c->read, F_SETFD, FD_CLOEXEC) != 0 || fcntl(c->write, F_SETFD, FD_CLOEXEC) != 0)
        return trouble(r, SLS_EIO, "cannot make a pipe", errno);
    return SLS_OK;
}

static bool is_named(const char *variable, const char *name)
{
    const size_t length = strlen(name);
    return strncmp(variable, name, length) == 0 && variable[length] == '=';
}

static bool is_left_out(const char *variable, const char *const *without)
{
    for (; without && *without; without++)
        if (is_named(variable, *without))
            return true;
    return is_named(variable, "LC_ALL") || is_named(variable, "LANGUAGE");
}

/* The environment with LC_ALL=C. */
static char **plain_environment(const char *const *without, sls_arena *arena)
{
    static char plain[] = "LC_ALL=C";
    size_t count = 0, kept = 0;
    while (environ && environ[count])
        count++;
    char **const out = sls_arena_calloc(arena, count + 2, sizeof *out);
    for (size_t i = 0; out && i < count; i++)
        if (!is_left_out(environ[i], without))
            out[kept++] = environ[i];
    if (out)
        out[kept] = plain;
    return out;
}

/* Arguments are const in all but the type that posix_spawn takes. */
static char *const *arguments(const char *const *argv)
{
    union {
        const char *const *given;
        char *const *taken;
    } both = { .given = argv };
    return both.taken;
}

/* posix_spawnp with its outputs in the pipes; its error number. */
static int spawn(const run *r, const char *const *argv, char **environment, pid_t *child)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t usual;
    int error = posix_spawn_file_actions_init(&actions);
    if (error != 0)
        return error;
    error = posix_spawnattr_init(&attributes);
    if (error != 0) {
        (void)posix_spawn_file_actions_destroy(&actions);
        return error;
    }
    (void)sigemptyset(&usual);
    (void)sigaddset(&usual, SIGPIPE); /* ignored here, and not to be there */
    (void)sigaddset(&usual, SIGXFSZ);
    error = posix_spawnattr_setsigdefault(&attributes, &usual);
    if (error == 0)
        error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF);
    if (error == 0)
        error = posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    if (error == 0)
        error = posix_spawn_file_actions_adddup2(&actions, r->pipes[OUT].write, STDOUT_FILENO);
    if (error == 0)
        error = posix_spawn_file_actions_adddup2(&actions, r->pipes[FAULT].write, STDERR_FILENO);
    if (error == 0)
        error = posix_spawnp(child, argv[0], &actions, &attributes, arguments(argv), environment);
    (void)posix_spawnattr_destroy(&attributes);
    (void)posix_spawn_file_actions_destroy(&actions);
    return error;
}

/* What is there to be read now; closes the channel at its end. */
static sls_status drain(const run *r, channel *c)
{
    char bytes[STEP];
    const ssize_t got = read(c->read, bytes, sizeof bytes);
    if (got < 0 && errno == EINTR)
        return SLS_OK;
    if (got < 0)
        return trouble(r, SLS_EIO, "cannot read what it prints", errno);
    if (got == 0) {
        shut(&c->read);
        return SLS_OK;
    }
    if (r->limit > 0 && c->text.len + (size_t)got > r->limit)
        return sls_diag_set(r->diag, SLS_ETOOBIG, NULL, 0, "%s prints more than %zu bytes", r->name,
                            r->limit);
    for (ssize_t i = 0; i < got; i++) {
        char *const slot = sls_vec_push(&c->text, r->arena);
        if (!slot)
            return SLS_ENOMEM;
        *slot = bytes[i];
    }
    return SLS_OK;
}

/* Both outputs, as they come: a program that fills one pipe waits for its reader. */
static sls_status listen_to(run *r)
{
    sls_status status = SLS_OK;
    while (status == SLS_OK && (r->pipes[OUT].read >= 0 || r->pipes[FAULT].read >= 0)) {
        struct pollfd wait[PIPES];
        for (int i = 0; i < PIPES; i++)
            wait[i] = (struct pollfd){ .fd = r->pipes[i].read, .events = POLLIN };
        if (poll(wait, PIPES, -1) < 0 && errno != EINTR)
            return trouble(r, SLS_EIO, "cannot wait for it", errno);
        for (int i = 0; i < PIPES && status == SLS_OK; i++)
            if (r->pipes[i].read >= 0 && wait[i].revents != 0)
                status = drain(r, &r->pipes[i]);
    }
    return status;
}

static sls_status wait_for(const run *r, pid_t child, int *out)
{
    enum { BY_SIGNAL = 128 };
    int state;
    while (waitpid(child, &state, 0) < 0)
        if (errno != EINTR)
            return trouble(r, SLS_EIO, "cannot wait for it", errno);
    *out = WIFEXITED(state) ? WEXITSTATUS(state) : BY_SIGNAL + WTERMSIG(state);
    return SLS_OK;
}

static sls_status run_it(run *r, const char *const *argv, const char *const *without, sls_ran *out)
{
    char **const environment = plain_environment(without, r->arena);
    pid_t child;
    sls_status status = environment ? open_pipe(r, &r->pipes[OUT]) : SLS_ENOMEM;
    if (status == SLS_OK)
        status = open_pipe(r, &r->pipes[FAULT]);
    if (status != SLS_OK)
        return status;
    const int error = spawn(r, argv, environment, &child);
    if (error == ENOENT)
        return sls_diag_set(r->diag, SLS_ENOTFOUND, NULL, 0, "no program %s is installed", r->name);
    if (error != 0)
        return trouble(r, SLS_EIO, "cannot be run", error);
    for (int i = 0; i < PIPES; i++)
        shut(&r->pipes[i].write);
    status = listen_to(r);
    for (int i = 0; i < PIPES; i++)
        shut(&r->pipes[i].read); /* a program that is not listened to ends at its next write */
    const sls_status ended = wait_for(r, child, &out->exit);
    return status != SLS_OK ? status : ended;
}

sls_status sls_run_program(const char *const *argv, const char *const *without, size_t limit,
                           sls_arena *arena, sls_ran *out, sls_diag *diag)
{
    run r = { .name = argv[0], .limit = limit, .arena = arena, .diag = diag };
    for (int i = 0; i < PIPES; i++)
        r.pipes[i].read = r.pipes[i].write = -1;
    *out = (sls_ran){ 0 };
    const sls_status status = run_it(&r, argv, without, out);
    for (int i = 0; i < PIPES; i++) {
        shut(&r.pipes[i].read);
        shut(&r.pipes[i].write);
    }
    out->out = (sls_str){ r.pipes[OUT].text.at, r.pipes[OUT].text.len };
    out->fault = (sls_str){ r.pipes[FAULT].text.at, r.pipes[FAULT].text.len };
    return status;
}
