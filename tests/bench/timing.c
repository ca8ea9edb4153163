/*
 * timing.c - runs commands by turns and prints the median time, the processor's time, the speed
 * and the peak memory of each.
 *
 *     timing FILE RUNS COMMAND...
 *
 * Each COMMAND is run by the shell, RUNS times, in turns (A B C A B C ...), so that a change of
 * the machine's clock meets all alike. MB/s counts FILE's bytes; "times" is the time beside
 * the first command's. "cpu" is the median of what the command computed, by itself and in the
 * system's name: that of a stage does not wait for other programs. Peak memory is what the kernel
 * says of the child (this program is too small to add to it).
 */
#define _DEFAULT_SOURCE /* wait4 */

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { COMMANDS_MAX = 16, RUNS_MAX = 99 };

typedef struct {
    double seconds[RUNS_MAX];
    double cpu[RUNS_MAX];
    long peak_kb;
    int status; /* of the last run */
} series;

static double now(void)
{
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static double seconds_of(struct timeval t)
{
    return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

/* One run. 0 when the command could be run at all. */
static int measure(const char *command, series *s, int run)
{
    const double begin = now();
    const pid_t child = fork();
    if (child == 0) {
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
        _exit(127);
    }
    struct rusage usage;
    if (child < 0 || wait4(child, &s->status, 0, &usage) != child)
        return -1;
    s->seconds[run] = now() - begin;
    s->cpu[run] = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
    if (usage.ru_maxrss > s->peak_kb)
        s->peak_kb = usage.ru_maxrss;
    return WIFEXITED(s->status) && WEXITSTATUS(s->status) < 127 ? 0 : -1;
}

static int compare(const void *left, const void *right)
{
    const double a = *(const double *)left, b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(double *values, int runs)
{
    qsort(values, (size_t)runs, sizeof *values, compare);
    return values[runs / 2];
}

int main(int argc, char **argv)
{
    static series all[COMMANDS_MAX];
    struct stat file;
    const int count = argc - 3;
    const int runs = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
    if (count < 1 || count > COMMANDS_MAX || runs < 1 || runs > RUNS_MAX ||
        stat(argv[1], &file) != 0) {
        fprintf(stderr, "usage: timing FILE RUNS COMMAND...\n");
        return 2;
    }
    for (int run = 0; run < runs; run++)
        for (int i = 0; i < count; i++)
            if (measure(argv[3 + i], &all[i], run) != 0) {
                fprintf(stderr, "error: could not run: %s\n", argv[3 + i]);
                return 2;
            }
    const double megabytes = (double)file.st_size / 1e6;
    printf("%.1f MB, median of %d\n", megabytes, runs);
    printf("%9s %9s %8s %7s %9s  %s\n", "seconds", "cpu", "MB/s", "times", "peak MB", "command");
    double first = 0;
    for (int i = 0; i < count; i++) {
        const double seconds = median(all[i].seconds, runs);
        first = i == 0 ? seconds : first;
        printf("%9.3f %9.3f %8.1f %7.2f %9.1f  %s\n", seconds, median(all[i].cpu, runs),
               megabytes / seconds, seconds / first, (double)all[i].peak_kb / 1024, argv[3 + i]);
    }
    return 0;
}
