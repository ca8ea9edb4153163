/*
 * filter.js - which findings are listed: facets with counts, words that are searched, order.
 *
 * A facet counts what would be listed if it alone chose nothing, so that its other values can be
 * added. One pass over the rows does it: a row that one facet alone leaves out counts for that
 * facet, one that none leaves out counts for all.
 */
const both = (row, of) => {
  const a = of(row.a);
  const b = row.b ? of(row.b) : a;
  return a === b ? [a] : [a, b];
};
const keyOf = (text) => (Array.isArray(text) ? text[text.length - 1] : text);

const FACETS = [
  { key: "severity", values: (row) => [row.severity], name: (v) => t(`page-severity-${v}`), open: true },
  { key: "decision", values: (row) => [decisionOf(row.id) || "none"], name: (v) => t(`page-decision-${v}`), changes: true, open: true },
  { key: "rule", values: (row) => [row.rule], name: (v) => ruleName(v), open: true },
  { key: "kind", values: (row) => [row.kind], name: (v) => t(`page-kind-${v}`), open: true },
  { key: "verdict", values: (row) => [row.verdict], name: (v) => t(`page-verdict-${v}`) },
  { key: "state", values: (row) => [row.state], name: (v) => t(`page-state-${v}`) },
  { key: "entity", values: (row) => row.entities, name: local, many: true },
  { key: "source", values: (row) => both(row, (side) => side.outlet), name: local, many: true, open: true },
  { key: "article", values: (row) => both(row, (side) => side.article), name: local, many: true },
];
for (const facet of FACETS) {
  Object.assign(facet, { codes: new Map(), labels: [], of: [], chosen: new Set(), counts: [] });
}

const SORTS = ["worst", "newest", "oldest", "outlet", "rule"];
const filter = { query: "", sort: "worst", listed: [] };

const codeOf = (facet, value) => {
  const key = keyOf(value);
  let code = facet.codes.get(key);
  if (code === undefined) {
    code = facet.labels.length;
    facet.codes.set(key, code);
    facet.labels.push(value);
  }
  return code;
};

/* The codes of a row; those of a facet that changes are asked for again and again. */
const readCodes = (facet, row) => facet.values(row).map((value) => codeOf(facet, value));

const indexRows = (from) => {
  for (let i = from; i < data.rows.length; i++) {
    for (const facet of FACETS) facet.of[i] = readCodes(facet, data.rows[i]);
  }
};
const reindex = (row) => {
  for (const facet of FACETS) if (facet.changes) facet.of[row.at] = readCodes(facet, row);
};

const folded = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/* What a search looks through: the quotes too where they are here. */
const haystack = (row) => {
  if (row.hay !== undefined) return row.hay;
  const texts = [row.id, row.rule, row.what, ...row.entities];
  for (const side of [row.a, row.b]) {
    if (side) texts.push(side.outlet, side.article, side.published, side.value, side.surface);
  }
  const finding = data.head.split ? null : findingNow(row);
  row.hay = folded(texts.flat().join("\n"));
  if (finding) addQuotes(row, finding);
  return row.hay;
};

const addQuotes = (row, finding) => {
  if (row.quoted) return;
  const sides = [finding.a, finding.b].filter((side) => side);
  const quotes = sides.map((side) => `${side.before} ${side.quote.join("")} ${side.after}`);
  row.quoted = true;
  row.hay = `${haystack(row)}\n${folded(quotes.join("\n"))}`;
};

/* In a page of several files quotes come on demand: shard by shard, none is kept. */
const quotes = { asked: false, read: 0 };
const readQuotes = async () => {
  const size = data.head.shard;
  quotes.asked = true;
  for (let first = 0; first < data.rows.length; first += size) {
    const at = first / size;
    const kept = data.pieces.has(pieceName("shard", at));
    const findings = await piece("shard", at);
    findings.forEach((finding, i) => addQuotes(data.rows[first + i], finding));
    if (!kept) data.pieces.delete(pieceName("shard", at));
    quotes.read = Math.min(first + size, data.rows.length);
    if (at % 25 === 24) filterChanged();
  }
  filterChanged();
};

const needles = () => folded(filter.query).split(/\s+/).filter((word) => word !== "");

const lastPublished = (row) =>
  row.b && row.b.published > row.a.published ? row.b.published : row.a.published;

const ORDERS = {
  newest: (a, b) => (lastPublished(a) < lastPublished(b) ? 1 : lastPublished(a) > lastPublished(b) ? -1 : a.at - b.at),
  oldest: (a, b) => (lastPublished(a) < lastPublished(b) ? -1 : lastPublished(a) > lastPublished(b) ? 1 : a.at - b.at),
  outlet: (a, b) => a.a.outlet.localeCompare(b.a.outlet) || a.at - b.at,
  rule: (a, b) => (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.at - b.at),
};

/* Lists what passes, and counts. */
const applyFilter = () => {
  const words = needles();
  const active = FACETS.filter((facet) => facet.chosen.size > 0);
  for (const facet of FACETS) facet.counts = new Uint32Array(facet.labels.length);
  const listed = [];
  for (let i = 0; i < data.rows.length; i++) {
    if (words.length > 0) {
      const hay = haystack(data.rows[i]);
      if (!words.every((word) => hay.includes(word))) continue;
    }
    let against = null;
    let many = false;
    for (const facet of active) {
      if (facet.of[i].some((code) => facet.chosen.has(code))) continue;
      many = against !== null;
      against = facet;
      if (many) break;
    }
    if (many) continue;
    if (against === null) listed.push(data.rows[i]);
    for (const facet of against === null ? FACETS : [against]) {
      for (const code of facet.of[i]) facet.counts[code]++;
    }
  }
  if (ORDERS[filter.sort]) listed.sort(ORDERS[filter.sort]);
  listed.forEach((row, place) => { row.place = place; });
  filter.listed = listed;
};

const isListed = (row) => filter.listed[row.place] === row;

const clearFilters = () => {
  filter.query = "";
  for (const facet of FACETS) facet.chosen.clear();
};

/* The filters as part of an address, and back. */
const filtersToAddress = (params) => {
  if (filter.query) params.set("q", filter.query);
  if (filter.sort !== SORTS[0]) params.set("sort", filter.sort);
  for (const facet of FACETS) {
    for (const code of facet.chosen) params.append(facet.key, keyOf(facet.labels[code]));
  }
};
const filtersFromAddress = (params) => {
  clearFilters();
  filter.query = params.get("q") || "";
  filter.sort = SORTS.includes(params.get("sort")) ? params.get("sort") : SORTS[0];
  for (const facet of FACETS) {
    for (const key of params.getAll(facet.key)) {
      facet.chosen.add(facet.codes.has(key) ? facet.codes.get(key) : codeOf(facet, key));
    }
  }
};
