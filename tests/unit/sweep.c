#include "io/sweep.h"

#include <criterion/criterion.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

Test(sweep, only_the_shape_of_a_temporary_name_tells_of_a_process)
{
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-conflicts.csv-4711-0.tmp")), 4711);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-a-1-2-3-4.tmp")), 3);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-4711-0.tmp")), 0);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-a-4711.tmp")), 0);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-a-4711-.tmp")), 0);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-a-99999999999999999999-0.tmp")), 0);
    cr_expect_eq(sls_sweep_owner(SLS_STR("selisih-a-4711-0.tmp")), 0);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-a-4711-0.tmp~")), 0);
    cr_expect_eq(sls_sweep_owner(SLS_STR(".selisih-.tmp")), 0);
}

static void put(const char *folder, const char *name, long process, char path[256])
{
    snprintf(path, 256, "%s/.selisih-%s-%ld-0.tmp", folder, name, process);
    const int fd = open(path, O_WRONLY | O_CREAT, 0666);
    cr_assert_geq(fd, 0);
    close(fd);
}

Test(sweep, what_dead_processes_left_goes_and_what_is_being_written_stays)
{
    char folder[] = "/tmp/selisih-sweep-XXXXXX", dead[256], living[256], locked[256], other[256];
    cr_assert_not_null(mkdtemp(folder));
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    cr_assert_eq(waitpid(child, NULL, 0), child);
    put(folder, "dead", child, dead);
    put(folder, "living", (long)getppid(), living);
    put(folder, "locked", child, locked);
    snprintf(other, sizeof other, "%s/.selisih-notes.tmp", folder);
    close(open(other, O_WRONLY | O_CREAT, 0666));
    const int fd = open(locked, O_WRONLY);
    cr_expect(sls_sweep_keep(fd));

    sls_sweep_folder(folder);

    cr_expect_neq(access(dead, F_OK), 0);
    cr_expect_eq(access(living, F_OK), 0, "its process may be about to lock it");
    cr_expect_eq(access(locked, F_OK), 0, "of a process that another machine or container knows");
    cr_expect_eq(access(other, F_OK), 0);
    close(fd);
    sls_sweep_beside(other);
    cr_expect_neq(access(locked, F_OK), 0);
    unlink(living);
    unlink(other);
    cr_expect_eq(rmdir(folder), 0);
}

Test(sweep, a_file_that_a_sweep_removed_is_not_kept)
{
    char path[] = "/tmp/selisih-kept-XXXXXX";
    const int fd = mkstemp(path);
    cr_assert_geq(fd, 0);
    unlink(path);
    cr_expect_not(sls_sweep_keep(fd));
    close(fd);
}
