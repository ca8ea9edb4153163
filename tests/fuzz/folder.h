/*
 * folder.h - a folder for the files of one fuzzer, in memory where there is such a file system.
 * tests/fuzz/run.sh removes it.
 */
#ifndef SLS_TESTS_FUZZ_FOLDER_H
#define SLS_TESTS_FUZZ_FOLDER_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FOLDER_PATH = 64 };

static inline void make_folder(char folder[FOLDER_PATH])
{
    struct stat about;
    const char *const top = stat("/dev/shm", &about) == 0 ? "/dev/shm" : "/tmp";
    snprintf(folder, FOLDER_PATH, "%s/selisih-fuzz-%ld", top, (long)getpid());
    mkdir(folder, 0777);
}

static inline void put_file(const char *path, const void *bytes, size_t size)
{
    const int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0666);
    if (fd < 0 || write(fd, bytes, size) != (ssize_t)size || close(fd) != 0)
        abort();
}

#endif
