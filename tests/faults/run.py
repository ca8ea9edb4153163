#!/usr/bin/env python3
"""Makes one call after another go wrong while selisih runs, and looks at what is left.

    python3 tests/faults/run.py SELISIH LIBFAULTS [STRIDE | places]

The example corpus is checked in a folder that holds the reports of an earlier run, one article is
extracted from each format of input, and every command and format of output is run over a desk's
few articles with its decisions, aliases and verified claims. A run is repeated for every
allocation (malloc, calloc, realloc) and for every read, write, open, rename, fsync, close and
mkdir that it makes, with that one call failing, or it and all after it; with STRIDE above 1 for
every STRIDE-th of them; with `places` for the first call from each place of the program, told by
its last callers, that no run before came to.

It must end by itself, with 0 or 1 and all that a sound run gives, or with 2 and a message; every
file of claims and reports must be the earlier one or the new one, byte for byte, or, where the run
says that it could not read an article, complete without it; no temporary file may be left.
tests/faults/faults.c is the library that fails the calls.
"""
import csv
import errno
import gzip
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import xml.etree.ElementTree

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUTS = ROOT / "tests/cli/inputs/files"
SECONDS = 20  # a run takes 0.05 s
SHORT = 0
# What the call fails with, and whether the run may succeed, must, or must not.
ERRORS = {
    "read": [(errno.EIO, False), (errno.EINTR, True), (SHORT, True)],
    "write": [(errno.ENOSPC, False), (errno.EDQUOT, False), (errno.EIO, False),
              (errno.EINTR, True), (SHORT, True)],
    "open": [(errno.EMFILE, False), (errno.EIO, False)],
    "rename": [(errno.ENOSPC, False), (errno.EIO, False)],
    "fsync": [(errno.ENOSPC, False), (errno.EIO, False)],
    "close": [(errno.EIO, False)],
    "mkdir": [(errno.ENOSPC, False)],
}
LASTING = {("write", errno.ENOSPC), ("open", errno.EMFILE), ("alloc", 0), ("rename", errno.EIO)}


class Suite:
    def __init__(self, selisih, library, stride):
        self.selisih, self.library, self.stride = selisih, library, stride
        self.places, self.known = stride == "places", set()
        self.counts, self.failures = {}, []
        self.scratch = pathlib.Path(tempfile.mkdtemp(prefix="selisih-faults-"))

    def run(self, arguments, folder, call=None, at=0, reason=0, lasting=False):
        """(status, stdout, stderr); a status below 0 is a signal, None a run that hung."""
        environment = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TERM": "dumb"}
        if call:
            environment |= {"LD_PRELOAD": str(self.library), "FAULT_CALLS": call,
                            "FAULT_AT": str(at), "FAULT_ERRNO": str(reason),
                            "FAULT_ON": "1" if lasting else "0",
                            "FAULT_COUNT": str(self.scratch / "count")}
            if self.places and not at:
                environment["FAULT_PLACES"] = "1"
        try:
            done = subprocess.run([self.selisih, *arguments], cwd=folder, env=environment,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return None, b"", b""
        return done.returncode, done.stdout, done.stderr

    def calls(self, arguments, folder, call, salt):
        """The numbers of the calls that are to fail, and of those from which on all are to."""
        self.run(arguments, folder, call)
        first, *lines = (self.scratch / "count").read_text().splitlines()
        count = int(first)
        if self.places:
            places = [line.split() for line in lines]
            fresh = [int(at) for at, place in places if (call, place) not in self.known]
            self.known |= {(call, place) for _, place in places}
            return fresh, fresh[::50]
        return (range(1 + salt % self.stride, count + 1, self.stride),
                range(1, count + 1, self.stride * 7))

    def fail(self, what, where, detail=b""):
        self.failures.append(where)
        print(f"FAIL {where}: {what}", *detail.decode(errors="replace").splitlines()[:3],
              sep="\n    ")


CACHE = ".selisih-cache"


def state(folder):
    """The digest of each file below the folder, but of the cache and git's, which nobody reads."""
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).digest()
            for p in sorted(folder.rglob("*"))
            if p.is_file() and (not {CACHE, ".git"} & set(p.parts) or p.suffix == ".tmp")}


def check_run(suite, where, sound, result, may):
    """What holds of every run: it ends by itself, and says so when it could not do its work."""
    status, out, err = result
    if status is None:
        suite.fail("hangs", where)
    elif status < 0 or status > 2:
        suite.fail(f"ends with {status}", where, err)
    elif status == 2 and not err.strip():
        suite.fail("fails without a message", where)
    elif status != 2 and (status, out) != (sound[0], sound[1]):
        suite.fail(f"ends with {status} and other output", where, out[-300:])
    elif status == 2 and may is True:
        suite.fail("does not get over it", where, err)
    elif status != 2 and may is False and b"error" not in err and b"cannot write" not in err:
        suite.fail("does not notice", where, err)
    else:
        return True
    return False


def is_whole(path):
    """Of a run that could not read all articles and says so: a report that is complete in itself."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".html":
        return text.endswith("</html>\n")
    if path.suffix in (".json", ".sarif"):
        return bool(json.loads(text))
    if path.suffix in (".jsonl", ".rdjsonl"):
        return all(json.loads(line) for line in text.splitlines())
    if path.suffix == ".xml":
        return xml.etree.ElementTree.fromstring(text) is not None
    if path.suffix != ".csv":
        return text.endswith("\n")
    mark = ";" if text.count(";", 0, text.find("\n")) > 3 else ","
    rows = list(csv.reader(text.splitlines(), delimiter=mark))
    return text.endswith("\n") and len({len(row) for row in rows}) == 1


def judge_files(target, suite, where, result):
    """Each file is as it was, or as it was to be; a run that did not fail wrote all."""
    now = state(target.folder)
    for name, digest in now.items():
        if name.endswith(".tmp"):
            suite.fail(f"leaves {name}", where)
        elif digest not in (target.before.get(name), target.after.get(name)) and (
                result[0] != 2 or not is_whole(target.folder / name)):
            suite.fail(f"{name} is neither old nor new", where)
    for name in set(target.before) - set(now):
        suite.fail(f"{name} is gone", where)
    if result[0] not in (2, None) and now != target.after:
        suite.fail("ends well without having written all", where)


class Corpus:
    """selisih check over the example corpus, with the reports of an earlier run in place."""

    def __init__(self, suite, name, *options):
        self.name, self.cached = name, not options
        top = suite.scratch / name
        self.folder, self.old, self.new = top / "work", top / "old", top / "new"
        self.arguments = ["check", "-j1", "--fail-level", "note", *options, "corpus"]
        for folder in (self.old, self.new):
            shutil.copytree(ROOT / "corpus", folder / "corpus")
        for text in sorted((self.old / "corpus").rglob("*.txt"))[::2]:
            text.write_text(text.read_text().replace("2023", "2022").replace("5", "6"))
        suite.run([*self.arguments, "--csv-dialect", "excel"], self.old)
        self.sound = suite.run(self.arguments, self.new)
        shutil.rmtree(self.old / "corpus")
        shutil.copytree(self.new / "corpus", self.old / "corpus")
        self.before, self.after = state(self.old), state(self.new)
        assert self.before != self.after and set(self.before) == set(self.after)
        shutil.copytree(self.old, self.folder)

    def begin(self):
        now = state(self.folder)
        shutil.rmtree(self.folder / CACHE, ignore_errors=True)
        if self.cached:
            shutil.copytree(self.old / CACHE, self.folder / CACHE)
        for name in set(now) - set(self.before):
            (self.folder / name).unlink()
        for name, digest in self.before.items():
            if now.get(name) != digest:
                (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(self.old / name, self.folder / name)

    def judge(self, suite, where, result):
        judge_files(self, suite, where, result)
        if self.cached:  # whatever became of the cache, it tells the next run nothing wrong
            suite.run(self.arguments, self.folder)
            if state(self.folder) != self.after:
                suite.fail("the next run does not mend it", where)


class Input:
    """selisih extract of one small file."""

    def __init__(self, suite, name, make, *options):
        self.name, self.folder = name, suite.scratch / "inputs"
        self.folder.mkdir(exist_ok=True)
        make(self.folder / name)
        self.arguments = ["extract", "-j1", *options, name]
        self.sound = suite.run(self.arguments, self.folder)
        assert self.sound[0] == 0 and self.sound[1].count(b"\n") > 3, self.sound

    def begin(self):
        pass

    def judge(self, suite, where, result):
        pass


class Command:
    """One command over a desk's folder; every file that it writes is as it was, or new."""

    def __init__(self, suite, name, make, *arguments):
        top = suite.scratch / "commands" / name
        self.name, self.arguments = name, list(arguments)
        self.folder, self.old, new = top / "work", top / "old", top / "new"
        self.old.mkdir(parents=True)
        make(self.old)
        shutil.copytree(self.old, new)
        self.sound = suite.run(self.arguments, new)
        assert self.sound[0] in (0, 1) and not self.sound[2], (name, self.sound)
        self.before, self.after = state(self.old), state(new)
        shutil.copytree(self.old, self.folder)

    def begin(self):
        if state(self.folder) != self.before or (self.folder / CACHE).exists():
            shutil.rmtree(self.folder)
            shutil.copytree(self.old, self.folder)

    def judge(self, suite, where, result):
        judge_files(self, suite, where, result)


def commands(suite):
    """Of a desk that has decided on one finding, and is about to decide on the others."""
    desk = suite.scratch / "desk"
    desk.mkdir()
    shutil.copytree(ROOT / "tests/cli/table/files/berita", desk / "berita")
    suite.run(["check", "--quiet", "--no-cache", "berita"], desk)
    with open(desk / "reports/conflicts.csv", encoding="utf-8") as file:
        ids = [row["finding_id"] for row in csv.DictReader(file)]
    assert len(ids) > 2, ids
    head = "finding_id,decision,by,on,note\n"
    (desk / "berita/decisions.csv").write_text(
        head + f"{ids[0]},a-wrong,sari,2023-08-03,called back\n")
    (desk / "export.csv").write_text(
        head + "".join(f"{name},b-wrong,budi,2023-08-04,\n" for name in ids[:2]))
    (desk / "berita/aliases.csv").write_text("alias,name\nSergey Viktorovich,Sergey Lavrov\n")
    (desk / "berita/verified.csv").write_text(
        "kind,what,value,as_of\ntitle,foreign-minister@RU,sergey lavrov,2004-03-09/2024-12-31\n")
    (desk / "selisih.ini").write_text("max-findings = 100\n[severity]\ndate-conflict = warning\n")
    claims = suite.run(["extract", "berita"], desk)[1]
    (desk / "claims.csv").write_bytes(claims)
    groups = suite.run(["match", "claims.csv"], desk)[1]
    (desk / "groups.csv").write_bytes(groups)
    assert claims.count(b"\n") > 5 and groups.count(b"\n") > 5
    shutil.rmtree(desk / "reports")

    def make(folder):
        shutil.copytree(desk, folder, dirs_exist_ok=True)

    def archive(folder):
        """Of two commits, with a baseline of which a row is used no more."""
        make(folder)
        suite.run(["check", "--quiet", "--no-cache", "--write-baseline=known.csv", "berita"],
                  folder)
        shutil.rmtree(folder / "reports")
        shutil.rmtree(folder / "claims")
        with open(folder / "known.csv", "a", encoding="utf-8") as file:
            file.write("0123456789abcdef,title-conflict,x,,a,,b,error,gone\n")
        git = ["git", "-c", "user.name=sari", "-c", "user.email=sari@contoh.example"]
        for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "awal"],
                          ["mv", "berita/warta.txt", "berita/warta-2.txt"],
                          ["commit", "-q", "-m", "pindah"]):
            subprocess.run([*git, *arguments], cwd=folder, check=True)

    formats = [f"--output={name}:out.{name}" for name in (
        "json", "jsonl", "sarif", "rdjsonl", "csv", "html", "text", "concise", "markdown",
        "github", "gitlab")]
    yield Command(suite, "formats", make, "check", "-j1", "--no-cache", "--statistics", *formats,
                  "--output=junit:out.xml", "--output=html-split:pages",
                  "--write-baseline=known.csv", "berita")
    yield Command(suite, "indonesian", make, "check", "-j1", "--no-cache", "--ui-lang=id",
                  "--csv-dialect=excel-id", "--changed=berita/warta.txt", "berita")
    yield Command(suite, "since", archive, "check", "-j1", "--no-cache", "--since=HEAD~1",
                  "--baseline=known.csv", "--prune-baseline", "berita")
    for name in ("csv", "markdown", "html", "claimreview", "ralat"):
        yield Command(suite, f"table-{name}", make, "table", "-j1", "--format", name, "berita")
    yield Command(suite, "about", make, "table", "-j1", "--about=shoigu", "berita")
    yield Command(suite, "explain", make, "explain", "-j1", ids[0], "berita")
    yield Command(suite, "review", make, "review", "-j1", "--promote", "export.csv", "berita")
    yield Command(suite, "mentions", make, "mentions", "-j1", "berita")
    yield Command(suite, "match", make, "match", "claims.csv")
    yield Command(suite, "compare", make, "compare", "groups.csv")
    yield Command(suite, "settings", make, "check", "--show-settings", "berita")
    yield Command(suite, "help", make, "check", "--help")
    yield Command(suite, "init", lambda folder: None, "init", "--ci=github", "arsip")


def inputs(suite):
    names = "id=_id,text=isi,title=judul,source=meta.media.nama,published=meta.terbit"
    columns = "id=nomor,source=media,published=tanggal,title=judul,text=isi"

    def copy(name):
        return lambda path: shutil.copy(INPUTS / name, path)

    def tar(path):
        with tarfile.open(path, "w:gz") as archive:
            archive.add(INPUTS / "halaman.html", "halaman.html")
            archive.add(INPUTS / "artikel.txt", "artikel.txt")

    def text():
        return (INPUTS / "artikel.txt").read_text()

    yield Input(suite, "artikel.txt", copy("artikel.txt"))
    yield Input(suite, "halaman.html", copy("halaman.html"))
    yield Input(suite, "umpan.rss", copy("umpan.rss"))
    yield Input(suite, "umpan.atom", copy("umpan.atom"))
    yield Input(suite, "tabel.csv", copy("tabel.csv"), "--map", columns)
    yield Input(suite, "catatan.jsonl", copy("catatan.jsonl"), "--map", names)
    yield Input(suite, "artikel.md", copy("artikel.md"))
    yield Input(suite, "arsip.tar.gz", tar)
    yield Input(suite, "padat.txt.gz",
                lambda path: path.write_bytes(gzip.compress(text().encode(), mtime=0)))
    yield Input(suite, "utf16.txt", lambda path: path.write_bytes(text().encode("utf-16")))
    yield Input(suite, "lama.txt", lambda path: path.write_bytes(text().encode("cp1252")))


def faults(suite, job):
    """(call, number, errno, lasting, what is asked of the run) one after the other."""
    for call, errors in {"alloc": [(0, None)], **ERRORS}.items():
        single, onwards = suite.calls(job.arguments, job.folder, call, len(job.name))
        job.begin()
        for reason, may in errors:
            for at in single:
                yield call, at, reason, False, may
            if (call, reason) in LASTING:
                for at in onwards:
                    yield call, at, reason, True, None


def go_over(suite, job):
    for call, at, reason, lasting, may in faults(suite, job):
        where = (f"{job.name}: {call} {at} {errno.errorcode.get(reason, 'short or NULL')}"
                 f"{' and all after' if lasting else ''}")
        result = suite.run(job.arguments, job.folder, call, at, reason, lasting)
        suite.counts[call] = suite.counts.get(call, 0) + 1
        # Closing what was only read, or looking for a file that may be missing, can go wrong
        # without harm; a sound result is asked for in any case.
        if call in ("open", "close", "read", "mkdir"):
            may = may if may is True else None
        check_run(suite, where, job.sound, result, may)
        job.judge(suite, where, result)
        job.begin()


def main():
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    suite = Suite(os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2]),
                  "places" if sys.argv[3:] == ["places"] else int(*sys.argv[3:] or "1"))
    try:
        for job in [*inputs(suite), *commands(suite), Corpus(suite, "corpus", "--no-cache")]:
            go_over(suite, job)
        if not suite.places:
            suite.stride *= 4  # most of it is the same
        go_over(suite, Corpus(suite, "cached"))
    finally:
        shutil.rmtree(suite.scratch, ignore_errors=True)
    for call, count in suite.counts.items():
        print(f"{count} runs with a failed {call}")
    print(f"{sum(suite.counts.values())} faults, {len(suite.failures)} failures")
    sys.exit(1 if suite.failures else 0)


if __name__ == "__main__":
    main()
