#!/usr/bin/env python3
"""Kills selisih while it writes, runs two at once, and takes away what it needs.

    python3 tests/kills/run.py SELISIH [KILLS [SEED]]

The example corpus is checked by turns in two dialects, so that each file of reports differs, and
each run but the last is killed (SIGKILL) at a moment drawn from SEED. Behind each kill every file
of claims and reports must be wholly of one dialect or the other, and a run that is let go on must
leave what a run in an empty folder leaves, with no temporary file. Prints how many runs were
killed, and how many of those had written some files and not yet all. Then: two runs at once, a full
disk, one that may not be written, files that are gone, limits on open files and on their sizes;
and what a run tells on a terminal where its cache or its claims cannot be written.
"""
import hashlib
import os
import pathlib
import random
import resource
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DIALECTS = ("rfc4180", "excel")
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "dumb"}
failures = []


def fail(what, detail=""):
    failures.append(what)
    print("FAIL", what, detail)


def command(selisih, number):
    # Claims know no dialect: another language of messages and other claims need another corpus.
    return [selisih, "check", "--fail-level", "none", "--quiet", "--ui-lang", ("en", "id")[number],
            "--csv-dialect", DIALECTS[number], f"corpus-{number}/corpus"]


def state(folder):
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).digest()
            for top in ("claims", "reports") for p in sorted((folder / top).rglob("*"))
            if p.is_file()}


def leftovers(folder):
    return [p for top in ("claims", "reports", ".selisih-cache") for p in (folder / top).rglob(".selisih-*")]


def make_corpora(scratch):
    for number in (0, 1):
        shutil.copytree(ROOT / "corpus", scratch / f"corpus-{number}" / "corpus")
    for text in (scratch / "corpus-1").rglob("*.txt"):
        text.write_text(text.read_text().replace("5", "6"))


def sound(selisih, scratch):
    """The digests that each corpus leaves in a folder of its own."""
    states = []
    for number in (0, 1):
        folder = scratch / f"sound-{number}"
        folder.mkdir()
        (folder / f"corpus-{number}").symlink_to(scratch / f"corpus-{number}")
        subprocess.run(command(selisih, number), cwd=folder, env=ENVIRONMENT, check=True)
        states.append(state(folder))
    assert set(states[0]) == set(states[1]), "both corpora write the same files"
    return states


def kill_runs(selisih, scratch, states, kills, seed):
    moments = random.Random(seed)
    begun = time.monotonic()
    subprocess.run(command(selisih, 0), cwd=scratch, env=ENVIRONMENT, check=True)
    whole = max(time.monotonic() - begun, 0.05)
    differing = [n for n in states[0] if states[0][n] != states[1][n]]
    killed = halfway = left = tries = 0
    while killed < kills and tries < 4 * kills:
        number = 1 - tries % 2
        tries += 1
        run = subprocess.Popen(command(selisih, number), cwd=scratch, env=ENVIRONMENT,
                               stdin=subprocess.DEVNULL)
        time.sleep(moments.uniform(0, whole * 1.1))
        run.send_signal(signal.SIGKILL)
        if run.wait() != -signal.SIGKILL:
            continue  # it was done before
        killed += 1
        now = {n: d for n, d in state(scratch).items() if "/.selisih-" not in n}
        for name in set(states[0]) - set(now):
            fail(f"{name} is gone", f"kill {killed}")
        for name, digest in now.items():
            if digest not in (states[0].get(name), states[1].get(name)):
                fail(f"{name} is neither old nor new", f"kill {killed}")
        of_each = [sum(now.get(n) == s[n] for n in differing) for s in states]
        halfway += min(of_each) > 0
        left += len(leftovers(scratch))
        if killed % 10 == 0:
            mend(selisih, scratch, states, number)
    mend(selisih, scratch, states, 0)
    print(f"{killed} kills, {halfway} with files of both runs behind them, "
          f"{left} temporary files found and all removed by the next run")
    if killed < kills:
        fail(f"only {killed} of {kills} runs were killed")


def mend(selisih, scratch, states, number):
    done = subprocess.run(command(selisih, number), cwd=scratch, env=ENVIRONMENT)
    if done.returncode != 0 or state(scratch) != states[number] or leftovers(scratch):
        fail("the next run does not mend everything", [str(p) for p in leftovers(scratch)])


def two_at_once(selisih, scratch, states, times=20):
    for _ in range(times):
        runs = [subprocess.Popen(command(selisih, n), cwd=scratch, env=ENVIRONMENT)
                for n in (0, 1)]
        if [run.wait(60) for run in runs] != [0, 0]:
            fail("one of two runs at once fails")
        for name, digest in state(scratch).items():
            if digest not in (states[0].get(name), states[1].get(name)):
                fail(f"{name} is neither's of two runs at once")
    print(f"{2 * times} runs, two at once")


def limited(arguments, scratch, kind=None, most=0):
    """A run under a limit of the system."""
    def limit():
        if kind is not None:
            resource.setrlimit(kind, (most, most))

    return subprocess.run(arguments, cwd=scratch, env=ENVIRONMENT, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=120, preexec_fn=limit)


def expect_trouble(what, arguments, scratch, message, before=None, **limit):
    done = limited(arguments, scratch, **limit)
    if done.returncode != 2 or message not in done.stderr:
        fail(what, (done.returncode, done.stderr[-300:]))
    if before is not None and state(scratch) != before:
        fail(f"{what}: the reports are not as they were")


def lacking(selisih, scratch, states):
    mend(selisih, scratch, states, 0)
    other = command(selisih, 1)
    if os.geteuid() == 0:
        full_disk(selisih, scratch, states)
    else:
        for top in ("claims", "reports"):
            (scratch / top).chmod(0o555)
        expect_trouble("a folder that is read-only", other, scratch, b"cannot write", states[0])
        for top in ("claims", "reports"):
            (scratch / top).chmod(0o755)
    expect_trouble("a full device", [*other, "--output", "csv:/dev/full"], scratch,
                   b"No space left on device")
    mend(selisih, scratch, states, 0)
    expect_trouble("a vanished file", [*other, "corpus-1/gone.txt"], scratch, b"gone.txt")
    (scratch / "link.txt").symlink_to("nowhere.txt")
    expect_trouble("a link that leads nowhere", [*other, "link.txt"], scratch, b"link.txt")
    mend(selisih, scratch, states, 0)
    reports = scratch / "reports"
    reports.rename(scratch / "kept")
    reports.write_text("a file where the folder should be\n")
    expect_trouble("a file in the folder's place", other, scratch, b"reports")
    reports.unlink()
    (scratch / "kept").rename(reports)
    mend(selisih, scratch, states, 0)
    for most in (512, 50_000):
        expect_trouble(f"files of at most {most} bytes", other, scratch, b"File too large",
                       kind=resource.RLIMIT_FSIZE, most=most)
        for name, digest in state(scratch).items():
            if digest not in (states[0].get(name), states[1].get(name)):
                fail(f"{name} is half-written where files are limited")
    mend(selisih, scratch, states, 0)
    print("full disk, read-only folder, vanished file, small files: told, nothing half-written")


def many_files(selisih, scratch, count=3000):
    """Of thousands of inputs and outputs two are open at a time; the system may allow no more."""
    folder = scratch / "many"
    folder.mkdir()
    for n in range(count):
        (folder / f"{n}.txt").write_text(f"Gempa itu merusak {n + 2} rumah di Kendal.\n")
    for arguments in (["extract", "many"], ["mentions", "many"],
                      ["check", "--quiet", "-j4", "--claims", "many-claims", "--reports",
                       "many-reports", "--output", "json", "many"]):
        free = limited([selisih, *arguments], scratch)
        bound = limited([selisih, *arguments], scratch, resource.RLIMIT_NOFILE, 5)
        if free.returncode != 0 or not free.stdout or \
                (bound.returncode, bound.stdout) != (0, free.stdout):
            fail(f"{arguments[0]} of {count} files with five open at most", bound.stderr[-300:])
    print(f"{count} files with five open at most, standard streams counted: read, and written")


def full_disk(selisih, scratch, states):
    """A file system of 300 KB, where the claims have room and the reports have not."""
    small = scratch / "small"
    small.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=300k", "tmpfs", str(small)],
                      capture_output=True).returncode != 0:
        print("note: no file system can be mounted here: a full disk is left to tests/faults")
        return
    try:
        run = [*command(selisih, 1)[:-1], "--claims", "small/claims", "--reports",
               "small/reports", "corpus-1/corpus"]
        expect_trouble("a full disk", run, scratch, b"No space left on device")
        for path in small.rglob("*"):
            name = str(path.relative_to(small))
            if path.is_file() and hashlib.sha256(path.read_bytes()).digest() != \
                    states[1].get(name):
                fail(f"{name} is half-written on a full disk")
        subprocess.run(["mount", "-o", "remount,ro", str(small)], check=True)
        expect_trouble("a file system that is read-only", run, scratch, b"Read-only file system")
    finally:
        subprocess.run(["umount", str(small)], check=True)


def on_a_terminal(selisih, scratch):
    """The progress line, which comes after half a second, is wiped before anything is told."""
    (scratch / "file").write_text("no folder\n")
    for lacks, word in (("--cache-dir", b"warning:"), ("--claims", b"error:")):
        ours, theirs = os.openpty()
        run = subprocess.Popen([selisih, "check", lacks, "file/below", "-"], cwd=scratch,
                               env=ENVIRONMENT | {"TERM": "xterm"}, stdin=subprocess.PIPE,
                               stdout=subprocess.DEVNULL, stderr=theirs)
        for n in range(80):
            run.stdin.write(b'{"id":"%d","text":"Gempa itu merusak %d rumah di Kendal. %s"}\n'
                            % (n, n + 2, b"Warga mengungsi. " * 60))
            run.stdin.flush()
            time.sleep(0.01)
        run.stdin.close()
        run.wait(60)
        told = b""
        while select.select([ours], [], [], 0.1)[0]:
            told += os.read(ours, 1 << 16)
        if b"MB" not in told or b"\r\033[K" + word not in told:
            fail(f"a progress line runs into what is told of {lacks}", told[-300:])
        os.close(ours)
        os.close(theirs)
    print("a terminal: the progress line is wiped before what is told")


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    selisih = os.path.abspath(sys.argv[1])
    kills = int(sys.argv[2]) if len(sys.argv) > 2 else 300
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 6
    scratch = pathlib.Path(tempfile.mkdtemp(prefix="selisih-kills-"))
    try:
        make_corpora(scratch)
        states = sound(selisih, scratch)
        kill_runs(selisih, scratch, states, kills, seed)
        two_at_once(selisih, scratch, states)
        lacking(selisih, scratch, states)
        many_files(selisih, scratch)
        on_a_terminal(selisih, scratch)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
