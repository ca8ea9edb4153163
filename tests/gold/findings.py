#!/usr/bin/env python3
"""findings.py SELISIH SAMPLE.jsonl: how many of the first findings in the sample were judged right by reading.

sample-errors.csv and sample-warnings.csv hold verdicts on the first 100 errors and the first 60 warnings as they
were on 22 and 23 November 2026, and on errors between articles besides (all but date-slip, and 20 of those drawn):
ids, byte offsets, verdict and, for a wrong one, its cause; no text. All but 49 errors and
45 warnings were read by others than those who wrote the rules. A finding among the first today that nobody judged counts as unjudged.
"""
import csv, os, subprocess, sys, tempfile
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
csv.field_size_limit(10 ** 9)


def rows(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.DictReader(f))


def main(binary, sample):
    with tempfile.TemporaryDirectory() as out:
        subprocess.run([binary, 'check', sample, '--reports', out, '--claims', out + '/claims', '--fail-level', 'none',
                        '--quiet'], check=True)
        findings = rows(out + '/conflicts.csv')
    for severity, first in (('error', 100), ('warning', 60)):
        verdicts = {r['finding_id']: r for r in rows(os.path.join(HERE, f'sample-{severity}s.csv'))}
        given = [f['finding_id'] for f in findings if f['severity'] == severity]
        judged = [verdicts[i] for i in given[:first] if i in verdicts]
        right = sum(v['verdict'] == 'right' for v in judged)
        beyond = [verdicts[i]['verdict'] for i in given[first:] if i in verdicts]
        causes = Counter(v['cause'] for v in judged if v['verdict'] == 'wrong')
        print(f'{severity}s: {len(given)}; of the first {first}, {right} right, {len(judged) - right} wrong, '
              f'{min(first, len(given)) - len(judged)} unjudged'
              + ''.join(f'; {cause} {n}' for cause, n in causes.most_common())
              + (f'; of {len(beyond)} others {beyond.count("right")} right' if beyond else ''))


if __name__ == '__main__':
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
