/*
 * sweep.h - temporary files that a killed run left, and how a living one keeps its own.
 *
 * The files that sls_out_open writes are called .selisih-NAME-PID-N.tmp and locked (flock) for as
 * long as they are written; the system gives the lock up when the process ends, however it ends. A
 * file of that shape is left over when its lock is free and its process is not alive: neither alone
 * is enough, for a number is used again, in containers at once, and some network file systems
 * know no locks. Nothing global; any thread.
 */
#ifndef SLS_IO_SWEEP_H
#define SLS_IO_SWEEP_H

#include <selisih/str.h>
#include <stdbool.h>

/* The process that a temporary file's name tells of, or 0 when the name is no such name. */
long sls_sweep_owner(sls_str name);
/*
 * Locks a new temporary file for good. False: a sweep has it already, which is about to remove it.
 * True too where the file system knows no locks.
 */
bool sls_sweep_keep(int fd);
/*
 * Removes what is left over in `folder`, in it alone. What cannot be read or removed stays: a sweep
 * is never why a run fails. To be called before the calling process writes there.
 */
void sls_sweep_folder(const char *folder);
/* The same in the folder that `file` lies in. */
void sls_sweep_beside(const char *file);

#endif
