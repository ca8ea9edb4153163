#!/usr/bin/env python3
"""fit.py SELISIH [--shared FOLDER] [--write | --adopt]: fits what the features of an alignment weigh, on labelled pairs.

pairs.csv holds texts of our own in groups: the first of a group (text_id a) makes a pair with each of the others, which is
labelled `same` when the marked values tell one thing (and so contradict each other) or `other`, with what they are confused
by. Days are after the first text's. With FOLDER the pairs of FOLDER/gold/news and FOLDER/gold/field are used as well.

SELISIH extracts, matches and compares all texts; a pair is a candidate when match aligns two values of its marked spans.
Its terms, but for those of the values themselves (ratio, slip), which stay as they are, are the features of a logistic
regression with a ridge of 0.5; ten points are one unit of the logit, and 70 points are even odds. A fifth of the groups, by
a hash of their names, is held out; with five such fifths in turn the rest is cross-validated.

weights.csv holds the weights in use. --write puts them, with what was measured, into src/match/weights.h; --adopt sets
them to the fitted ones first. Same input, same bytes.
"""
import csv, datetime, io, json, math, os, subprocess, sys
from collections import Counter, defaultdict
from decimal import Decimal, InvalidOperation

HERE = os.path.dirname(os.path.abspath(__file__))
HEADER = os.path.join(HERE, '..', '..', 'src', 'match', 'weights.h')
RIDGE, POINTS, EVEN, FOLDS = 0.5, 10, 70, 5
APART = 10  # days between two of our pairs: stories end after five
STEPS = ((1.10, 0), (1.25, -3), (1.50, -6), (2.05, -10), (2.50, -20), (3.00, -25))  # compare/numbers.c
FAR, SLIP = -35, 15  # compare/thresholds.h
KEPT = ('The weights in use were set by hand on 28 conflicts and 115 others of gold/news and gold/field, and on the warnings '
        'of the sample that were read, which flatters them there; on our own pairs alone they reach precision 0.84 at '
        'recall 0.67, the fitted ones 0.81 at 0.72. Most of what is missed is never aligned, whatever it would weigh.')
csv.field_size_limit(10 ** 9)


def rows(path):
    with open(path, encoding='utf-8-sig', newline='') as f:
        return list(csv.DictReader(f))


def hashed(text):
    """FNV-1a, 32 bits: Python's own hash differs from run to run."""
    h = 2166136261
    for byte in text.encode():
        h = (h ^ byte) * 16777619 % 2 ** 32
    return h


def run(command, text):
    return subprocess.run(command, input=text, capture_output=True, check=True).stdout


# --- pairs: group, key, label, confusion, (article, start, end) of both sides ---

def own_pairs():
    """Our texts as JSON Lines, and their pairs."""
    lines, pairs, first = [], [], {}
    day = datetime.date(2008, 1, 1)
    for r in rows(os.path.join(HERE, 'pairs.csv')):
        if r['text_id'] == 'a':
            first = r
            continue
        key, sides = r['group'] + r['text_id'], []
        day += datetime.timedelta(days=APART)
        for side, text, after in (('a', first, 0), ('b', r, int(r['days']))):
            lines.append(json.dumps({
                'id': key + side, 'source': text['source'], 'lang': text['lang'], 'title': text['headline'],
                'published': str(day + datetime.timedelta(days=after)), 'text': text['text']}, ensure_ascii=False))
            at = [len(text['text'][:int(text[x])].encode()) for x in ('start', 'end')]
            sides.append((key + side, *at))
        pairs.append((r['group'], key, r['label'] == 'same', r['confusion'], *sides))
    return '\n'.join(lines).encode() + b'\n', pairs


def shared_pairs(folder, name):
    """Of gold/news or gold/field; pairs that agree tell nothing of two values that differ."""
    where = os.path.join(folder, 'gold', name)
    articles = os.path.join(where, 'articles.jsonl')
    if not os.path.exists(articles):
        articles = os.path.join(folder, 'news', 'sample.jsonl')
    pairs = []
    for r in rows(os.path.join(where, 'pairs.csv')):
        if r['kind'] == 'number' and r['verdict'] in ('conflict', 'unrelated') and r['strict'] != '0':
            sides = [(r[s + '_article'], int(r[s + '_start']), int(r[s + '_end'])) for s in 'ab']
            pairs.append((r['cluster'] or r['row'], name + r['row'], r['verdict'] == 'conflict', r['subtype'], *sides))
    with open(articles, 'rb') as f:
        return f.read(), pairs


# --- candidates: the links of each pair ---

def links_of(selisih, text):
    """Every link of two quantities that differ: by both articles, [(span, span, terms, points)]."""
    groups = run([selisih, 'match', '-'], run([selisih, 'extract', '-'], text))
    found, members = defaultdict(list), defaultdict(list)
    for r in csv.DictReader(io.StringIO(groups.decode())):
        if r['group_id'] and r['group_kind'] == 'quantity':
            members[r['group_id']].append(r)
    for group in members.values():
        for a in group:
            for pair in filter(None, a['pairs'].split(';')):
                other, _, terms = pair.split(':')
                b = group[int(other)]
                if a['value'] != b['value'] and 'start' in terms and a['article'] != b['article']:
                    x, y = sorted((a, b), key=lambda r: r['article'])
                    found[x['article'], y['article']].append(
                        (span(x), span(y), terms, points_of(x['value'], y['value'], x['bound'] + y['bound'])))
    return found


def span(r):
    return int(r['start']), int(r['end'])


def digits(number):
    return ''.join(str(d) for d in number.normalize().as_tuple().digits)


def points_of(a, b, bounds):
    """What the values themselves weigh, as compare/numbers.c has it; a slip that loses a digit or swaps two."""
    try:
        x, y = sorted((Decimal(a.split('..')[0]), Decimal(b.split('..')[0])))
    except InvalidOperation:
        return FAR
    if x <= 0:
        return FAR
    ratio, p, q = float(y / x), digits(x), digits(y)
    whole, other = str(x), str(y)
    scale = p == q and (len(p) > 1 or '.' in whole + other)
    swap = len(whole) == len(other) > 2 and any(
        whole[:i] + whole[i + 1] + whole[i] + whole[i + 2:] == other for i in range(len(whole) - 1))
    lost = len(other) == len(whole) + 1 > 2 and any(other[:i] + other[i + 1:] == whole for i in range(len(other)))
    if bounds == 'exactexact' and (scale or swap or (lost and ratio <= 3)):
        return SLIP
    return next((points for most, points in STEPS if ratio <= most), FAR)


def meets(span, at):
    return span[0] < at[2] and at[1] < span[1]


def candidates(selisih, text, pairs):
    """(group, key, label, confusion, terms, points), and the pairs of which match aligned nothing."""
    links, found, lost = links_of(selisih, text), [], []
    for group, key, label, confusion, a, b in pairs:
        if a[0] > b[0]:
            a, b = b, a
        fitting = [(terms, points) for x, y, terms, points in links.get((a[0], b[0]), ()) if meets(x, a) and meets(y, b)]
        if fitting:
            terms, points = max(fitting, key=lambda f: (sum(int(t.rsplit(' ', 1)[1]) for t in f[0].split(',')) + f[1], f))
            found.append((group, key, label, confusion, terms, points))
        else:
            lost.append((group, key, label, confusion))
    return found, lost


# --- regression ---

def features_of(terms, table):
    """The names of weights.csv that a candidate's terms have; `company` has two, by their points."""
    names = []
    for term in terms.split(','):
        name, points = term.rsplit(' ', 1)
        fitting = [w for w in table if w['term'] == name and (w['sign'] == '-') == (int(points) < 0)]
        if len(fitting) > 1:
            fitting = [w for w in fitting if int(w['weight']) == abs(int(points))]
        names += [w['name'] for w in fitting]
    return names


def solve(a, b):
    """Gauss with partial pivots."""
    n = len(b)
    m = [row[:] + [v] for row, v in zip(a, b)]
    for i in range(n):
        p = max(range(i, n), key=lambda r: abs(m[r][i]))
        m[i], m[p] = m[p], m[i]
        for r in range(i + 1, n):
            f = m[r][i] / m[i][i]
            for c in range(i, n + 1):
                m[r][c] -= f * m[i][c]
    x = [0.0] * n
    for i in reversed(range(n)):
        x[i] = (m[i][n] - sum(m[i][c] * x[c] for c in range(i + 1, n))) / m[i][i]
    return x


def fit(examples, names):
    """Newton's method; the start is not held back by the ridge. Points of each name."""
    w = [0.0] * len(names)
    at = {name: i for i, name in enumerate(names)}
    for _ in range(40):
        gradient = [(-RIDGE * v if i else 0.0) for i, v in enumerate(w)]
        hessian = [[(RIDGE if i == j and i else 1e-9 if i == j else 0.0) for j in range(len(w))] for i in range(len(w))]
        for features, offset, label in examples:
            own = [at[f] for f in features if f in at]
            p = 1 / (1 + math.exp(-max(-30.0, min(30.0, sum(w[i] for i in own) + offset))))
            for i in own:
                gradient[i] += label - p
                for j in own:
                    hessian[i][j] += p * (1 - p)
        step = solve(hessian, gradient)
        w = [v + s for v, s in zip(w, step)]
        if max(map(abs, step)) < 1e-9:
            break
    fitted = {name: round(POINTS * v) for name, v in zip(names, w)}
    fitted['START'] += EVEN
    return fitted


def judge(found, lost, weights):
    """Right, wrong and missed at 70 points; pairs that match never aligned are missed."""
    t = Counter()
    for features, offset, label in found:
        flagged = sum(weights[f] for f in features) + offset * POINTS >= EVEN
        t['right' if label else 'wrong'] += flagged
        t['missed'] += label and not flagged
    t['missed'] += sum(label for label in lost)
    t['gated'] = sum(lost)
    return t


def told(t):
    precision, recall = t['right'] / max(1, t['right'] + t['wrong']), t['right'] / max(1, t['right'] + t['missed'])
    return f'precision {precision:.2f} ({t["right"]} of {t["right"] + t["wrong"]}), ' \
           f'recall {recall:.2f} (of {t["right"] + t["missed"]}, {t["gated"]} of them never aligned)'


def main(selisih, options):
    table = rows(os.path.join(HERE, 'weights.csv'))
    hand = {w['name']: int(w['weight']) * (-1 if w['sign'] == '-' else 1) for w in table}
    sets = {'own': own_pairs()}
    if '--shared' in options:
        folder = options[options.index('--shared') + 1]
        for name in ('news', 'field'):
            sets[name] = shared_pairs(folder, name)
    found, lost, lines = [], [], []
    for name, (text, pairs) in sets.items():
        some, none = candidates(selisih, text, pairs)
        found += some
        lost += none
        lines.append(f'{name}: {len(pairs)} pairs, {sum(p[2] for p in pairs)} of them one thing; aligned '
                     f'{sum(c[2] for c in some)} of these and {sum(not c[2] for c in some)} others')
        aligned = Counter(c[3] for c in some if not c[2])
        if name == 'own':
            lines.append('  others aligned: ' + ', '.join(f'{k} {n}' for k, n in sorted(aligned.items())))
    examples = [(c[0], features_of(c[4], table), (c[5]) / POINTS, int(c[2])) for c in found]
    folds = lambda group: hashed(group) % FOLDS
    counts = Counter(f for _, features, _, _ in examples for f in features)
    names = ['START'] + [w['name'] for w in table if w['name'] != 'START' and counts[w['name']]]

    def measured(fold):
        train = [e[1:] for e in examples if folds(e[0]) != fold]
        test = [e[1:] for e in examples if folds(e[0]) == fold]
        gone = [l[2] for l in lost if folds(l[0]) == fold]
        return judge(test, gone, hand), judge(test, gone, {**hand, **fit(train, names)})

    each = [measured(fold) for fold in range(FOLDS)]
    for title, i in (('in use', 0), ('fitted', 1)):
        lines.append(f'held out, weights {title}: ' + told(each[0][i]))
        lines.append(f'cross-validated, weights {title}: ' + told(sum((e[i] for e in each), Counter())))
    fitted = {**hand, **fit([e[1:] for e in examples], names)}
    print('\n'.join(lines))
    for w in table:
        print(f"{w['name']:12} in use {hand[w['name']]:4} fitted {fitted[w['name']]:4} in {counts[w['name']]} pairs")
    if '--adopt' in options:
        for w in table:
            w['weight'] = max(1, fitted[w['name']] * (-1 if w['sign'] == '-' else 1))  # none would be no term
        with open(os.path.join(HERE, 'weights.csv'), 'w', encoding='utf-8', newline='') as f:
            out = csv.DictWriter(f, table[0].keys(), lineterminator='\n')
            out.writeheader()
            out.writerows(table)
    if '--write' in options or '--adopt' in options:
        write(table, fitted, counts, lines)


def wrapped(text, lead, most=100):
    line, out = lead, []
    for word in text.split():
        if len(line) + 1 + len(word) > most:
            out.append(line)
            line = lead
        line += ' ' + word
    return '\n'.join(out + [line])


def write(table, fitted, counts, lines):
    out = ['''/*
 * weights.h - what each feature of two quantities of one story weighs: see model/term.h.
 *
 * Written by tests/gold/fit.py from tests/gold/weights.csv, where they are changed. Ten points are
 * one unit of the logit; from SLS_SCORE_NUMBER on compare warns. "Fitted" is what a regression on
 * labelled pairs gives:
 *''']
    out += [wrapped(line, ' *') for line in lines]
    out += [' *', wrapped(KEPT, ' *')]
    out.append(' */\n#ifndef SLS_MATCH_WEIGHTS_H\n#define SLS_MATCH_WEIGHTS_H\n\n/* clang-format off */')
    for w in table:
        seen = f'fitted {abs(fitted[w["name"]]) if (fitted[w["name"]] < 0) == (w["sign"] == "-") else -abs(fitted[w["name"]])} ' \
               f'in {counts[w["name"]]} pairs' if counts[w['name']] else 'no pair has it'
        text = wrapped(f"{w['reason']}; {seen} */", '   ').lstrip()
        out.append(f'/* {text}\n#define SLS_TALLY_{w["name"]:12}{w["weight"]}')
    out.append('/* clang-format on */\n\n#endif\n')
    with open(HEADER, 'w', encoding='utf-8') as f:
        f.write('\n'.join(out))


if __name__ == '__main__':
    if len(sys.argv) < 2 or sys.argv[1].startswith('-'):
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
