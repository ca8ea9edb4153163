#!/usr/bin/env python3
"""slips.py SELISIH SAMPLE.jsonl [TRIALS [SEED]]: how many slips of the pen are found in real news.

Of figures and dates on which two outlets of the sample agree, TRIALS (2000) are drawn by SEED (1), one of each pair of
articles at most. In the second article each is changed by one slip: a digit, two digits swapped, the last one lost,
another scale word, another number word; wherever that article has it so. Then the two articles are checked. A slip is
found when an error or a warning is between them, or inside the second, and has the changed value. Some agreements are
of two things, and a slip may make a time that nobody reads (pukul 71.30): all of them is out of reach.
"""
import csv, json, os, random, re, subprocess, sys, tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

csv.field_size_limit(10 ** 9)
SCALES = {'miliar': 'triliun', 'triliun': 'miliar', 'juta': 'miliar', 'ribu': 'juta'}
WORDS = 'dua tiga empat lima enam tujuh delapan sembilan sepuluh'.split()


def check(binary, folder, file):
    subprocess.run([binary, 'check', file, '--no-cache', '--fail-level', 'none', '--quiet', '--reports', 'reports',
                    '--claims', 'claims'], cwd=folder, check=True, capture_output=True)


def rows(folder, name):
    with open(os.path.join(folder, 'reports', name), encoding='utf-8-sig', newline='') as f:
        return list(csv.DictReader(f))


def slips(text, rnd):
    """All that one slip may make of a surface: (kind, surface)."""
    out = []
    for m in re.finditer(r'\b(%s)\b' % '|'.join(SCALES), text):
        out.append(('scale', text[:m.start()] + SCALES[m[0]] + text[m.end():]))
    for m in re.finditer(r'\d+', text):
        digits = m[0]
        at = rnd.randrange(len(digits))
        changed = [('digit', digits[:at] + str(rnd.randint(1, 9)) + digits[at + 1:])]
        if len(digits) > 1:
            i = rnd.randrange(len(digits) - 1)
            changed.append(('swap', digits[:i] + digits[i + 1] + digits[i] + digits[i + 2:]))
        if len(digits) > 2:
            changed.append(('lost', digits[:-1]))
        out += [(kind, text[:m.start()] + d + text[m.end():]) for kind, d in changed if d != digits and d[0] != '0']
    m = re.search(r'\b(%s)\b' % '|'.join(WORDS), text, re.I)
    if m:
        word = WORDS[(WORDS.index(m[0].lower()) + rnd.choice((1, 2, -1))) % len(WORDS)]
        out.append(('word', text[:m.start()] + word + text[m.end():]))
    return out


def draw(agreements, articles, trials, rnd):
    seen, out = set(), []
    rnd.shuffle(agreements)
    for row in agreements:
        pair = row['a_article'], row['b_article']
        if row['kind'] not in ('quantity', 'date') or row['a_source'] == row['b_source'] or pair in seen:
            continue
        made = slips(row['b_surface'], rnd)
        if made and row['b_surface'] in articles[pair[1]]['text']:
            seen.add(pair)
            out.append((row, *rnd.choice(made)))
        if len(out) == trials:
            break
    return out


def found(binary, articles, trial):
    row, kind, new = trial
    old = re.compile(r'(?<!\d)' + re.escape(row['b_surface']) + r'(?!\d)')
    wrong = {k: old.sub(lambda _: new, v) if k in ('title', 'text') and v else v
             for k, v in articles[row['b_article']].items()}
    with tempfile.TemporaryDirectory() as folder:
        with open(os.path.join(folder, 'two.jsonl'), 'w', encoding='utf-8') as f:
            for article in (articles[row['a_article']], wrong):
                f.write(json.dumps(article, ensure_ascii=False) + '\n')
        check(binary, folder, 'two.jsonl')
        best = 'silent'
        for f in rows(folder, 'conflicts.csv'):
            if not any(new in s or s in new for s in (f['a_surface'], f['b_surface'])):
                continue
            if f['severity'] == 'note':
                best = 'note' if best == 'silent' else best
            elif f['a_article'] != f['b_article']:
                return row['kind'], kind, 'between'
            elif f['b_article'] == row['b_article']:
                best = 'inside'
    return row['kind'], kind, best


def main(binary, sample, trials=2000, seed=1):
    binary, rnd = os.path.abspath(binary), random.Random(int(seed))
    with open(sample, encoding='utf-8') as f:
        articles = {a['id']: a for a in map(json.loads, f)}
    with tempfile.TemporaryDirectory() as folder:
        check(binary, folder, os.path.abspath(sample))
        drawn = draw(rows(folder, 'agreements.csv'), articles, int(trials), rnd)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda t: found(binary, articles, t), drawn))
    for kind in ('quantity', 'date'):
        for slip in ('digit', 'swap', 'lost', 'scale', 'word'):
            of = Counter(best for k, s, best in results if (k, s) == (kind, slip))
            if of:
                print(f'{kind:8} {slip:5} {of.total():5}: '
                      + ', '.join(f'{b} {of[b]}' for b in ('between', 'inside', 'note', 'silent')))
    of = Counter(best for *_, best in results)
    loud = of['between'] + of['inside']
    print(f'{len(results)} slips: {loud} found ({100 * loud / max(1, len(results)):.1f} %), {of["note"]} more as notes')


if __name__ == '__main__':
    if not 3 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    main(*sys.argv[1:])
