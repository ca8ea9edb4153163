#!/usr/bin/env python3
"""Has selisih read more than memory holds, through a pipe, and fails when its memory grows with it.

    python3 tests/bench/stream.py SELISIH [LINES [BYTES]]

LINES articles of a line each as JSON Lines (10,000,000 unless told), then BYTES (2 GB) of longer
ones, then one file of claims as long as that for mentions to print. What comes out is counted and
thrown away. Peak memory may be LIMIT, of any length of input; it takes minutes, so CI has it not.
"""
import os
import resource
import subprocess
import sys
import threading
import time

LIMIT = 128 << 20  # 53 MB were measured at 2 GB, of articles of 20 KB
SHORT = '{"id":"a%d","source":"Harian","published":"2023-07-28","text":"Banjir menewaskan %d orang."}\n'
SENTENCE = ("Gempa itu merusak %d rumah di Kendal pada Kamis, 27 Juli 2023, kata Bupati Dico "
            "Ganinduto kepada wartawan di posko. ")


def short_lines(count):
    for begin in range(0, count, 10000):
        yield "".join(SHORT % (n, n % 90 + 2)
                      for n in range(begin, min(begin + 10000, count))).encode()


def long_lines(size):
    made = n = 0
    while made < size:
        text = "".join(SENTENCE % (n % 900 + 2 + k) for k in range(200))
        line = f'{{"id":"b{n}","source":"Warta","text":"{text}"}}\n'.encode()
        made, n = made + len(line), n + 1
        yield line


def count_lines(stream, into):
    while chunk := stream.read(1 << 20):
        into[0] += chunk.count(b"\n")


def run(what, selisih, arguments, pieces):
    begun, given, rows = time.monotonic(), 0, [0]
    process = subprocess.Popen([selisih, *arguments], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE)
    counting = threading.Thread(target=count_lines, args=(process.stdout, rows))
    counting.start()
    for piece in pieces:
        process.stdin.write(piece)
        given += len(piece)
    process.stdin.close()
    counting.join()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    peak = usage.ru_maxrss << 10
    print(f"{what}: {given / 1e6:,.0f} MB in {time.monotonic() - begun:.0f} s, "
          f"{rows[0] - 1:,} rows, peak {peak / 1e6:.0f} MB", flush=True)
    return process.returncode == 0 and peak <= LIMIT and rows[0] > 1


def main():
    if len(sys.argv) not in (2, 3, 4):
        sys.exit(__doc__)
    selisih = os.path.abspath(sys.argv[1])
    lines = int(sys.argv[2]) if len(sys.argv) > 2 else 10_000_000
    size = int(sys.argv[3]) if len(sys.argv) > 3 else 2_000_000_000
    sound = run(f"extract, {lines:,} lines", selisih, ["extract", "-"], short_lines(lines))
    sound &= run("extract, long lines", selisih, ["extract", "-"], long_lines(size))
    sound &= run("mentions, long lines", selisih, ["mentions", "-"], long_lines(size // 4))
    if not sound:
        sys.exit(f"FAIL: over {LIMIT / 1e6:.0f} MB, no rows, or another status than 0")


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
