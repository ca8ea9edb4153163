/*
 * data.js - the findings: rows for the list at once, all that is told of one when it is opened.
 *
 * A piece of data is a script element of JSON in a page that is one file. In a page of several
 * it is a file that calls selisih(kind, number, data): scripts load from disk too, where nothing
 * may be fetched.
 */
const SEVERITIES = ["note", "warning", "error"];
const VERDICTS = ["conflict", "possible", "superseded"];
const STATES = ["new", "known", "waived"];

const data = { head: null, rows: [], byId: new Map(), pieces: new Map(), waiting: new Map() };

const pieceName = (kind, at) => `${kind}-${at}`;

window.selisih = (kind, at, value) => {
  const name = pieceName(kind, at);
  data.pieces.set(name, value);
  const wake = data.waiting.get(name);
  data.waiting.delete(name);
  if (wake) wake.resolve(value);
  else if (kind === "head") start(value);
};

const embedded = (name) => byId(`data-${name}`);

const readEmbedded = (name) => {
  const value = JSON.parse(embedded(name).textContent);
  data.pieces.set(name, value);
  return value;
};

/* A promise of a piece; the same one for all who ask while it comes. */
const piece = (kind, at) => {
  const name = pieceName(kind, at);
  if (data.pieces.has(name)) return Promise.resolve(data.pieces.get(name));
  if (embedded(name)) return Promise.resolve(readEmbedded(name));
  if (data.waiting.has(name)) return data.waiting.get(name).promise;
  const wait = {};
  wait.promise = new Promise((resolve, reject) => Object.assign(wait, { resolve, reject }));
  data.waiting.set(name, wait);
  const script = document.createElement("script");
  script.src = `page/${name}.js`;
  script.addEventListener("load", () => script.remove());
  script.addEventListener("error", () => {
    data.waiting.delete(name);
    wait.reject(new Error(name));
  });
  document.head.append(script);
  return wait.promise;
};

/* Of a piece that is here already; undefined when it is not. */
const pieceNow = (kind, at) => {
  const name = pieceName(kind, at);
  if (!data.pieces.has(name) && embedded(name)) readEmbedded(name);
  return data.pieces.get(name);
};

const readSide = (strings, side) =>
  side && {
    outlet: strings[side[0]],
    article: strings[side[1]],
    published: strings[side[2]],
    value: strings[side[3]],
    surface: strings[side[4]],
  };

const addRows = ({ rows, strings }) => {
  for (const [id, severity, verdict, kind, rule, state, what, entities, score, decision, a, b] of rows) {
    const row = {
      at: data.rows.length,
      id,
      severity: SEVERITIES[severity],
      verdict: VERDICTS[verdict],
      kind: strings[kind],
      rule: strings[rule],
      state: STATES[state],
      what: strings[what],
      entities: entities.map((at) => strings[at]),
      score,
      decision: strings[decision],
      a: readSide(strings, a),
      b: readSide(strings, b),
    };
    data.rows.push(row);
    data.byId.set(id, row);
  }
};

/* All that is told of the finding of `row`: a promise, or what is here already. */
const shardOf = (row) => [Math.floor(row.at / data.head.shard), row.at % data.head.shard];
const findingOf = async (row) => {
  const [shard, at] = shardOf(row);
  return (await piece("shard", shard))[at];
};
const findingNow = (row) => {
  const [shard, at] = shardOf(row);
  const found = pieceNow("shard", shard);
  return found && found[at];
};

const ruleName = (rule) => (hasWords(`short-${rule}`) ? t(`short-${rule}`) : rule);
