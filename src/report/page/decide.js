/*
 * decide.js - decisions: one key each, undone one by one, kept by the browser as they are made,
 * and written as the CSV that `selisih review` reads.
 *
 * A decision belongs to the id of a finding, which stays while its values stay; so it is found
 * again in the page of a later check.
 */
const DECISIONS = [
  { word: "a-wrong", key: "a" },
  { word: "b-wrong", key: "b", two: true },
  { word: "both-wrong", key: "x", two: true },
  { word: "changed", key: "c", two: true },
  { word: "not-same", key: "d", two: true },
  { word: "misread", key: "m" },
  { word: "undecided", key: "u" },
];
const DECISION_WORDS = ["undecided", "misread", "not-same", "changed", "both-wrong", "b-wrong", "a-wrong", "none"];
const decisions = { own: new Map(), undo: [], last: null };

const today = () => {
  const now = new Date();
  const two = (n) => String(n).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
};

const readDecision = (id) => {
  try {
    const kept = JSON.parse(memory.get(`finding/${id}`));
    const known = kept && (kept.decision === "" || DECISIONS.some(({ word }) => word === kept.decision));
    if (known) decisions.own.set(id, kept);
    else decisions.own.delete(id);
  } catch (broken) {
    decisions.own.delete(id);
  }
};
const readDecisions = () => memory.keys("finding/").forEach(readDecision);

/* What was decided of a finding: here, else in the corpus; "" when nothing was. */
const decisionOf = (id) => {
  const own = decisions.own.get(id);
  if (own && own.decision) return own.decision;
  const row = data.byId.get(id);
  return row ? row.decision : "";
};

const keepDecision = (id, value) => {
  if (value) {
    decisions.own.set(id, value);
    if (!memory.set(`finding/${id}`, JSON.stringify(value))) warnOfMemory();
  } else {
    decisions.own.delete(id);
    memory.remove(`finding/${id}`);
  }
  const row = data.byId.get(id);
  if (row) reindex(row);
};

const warnOfMemory = () => {
  byId("warning").textContent = t("page-not-kept");
  byId("warning").hidden = false;
};

const setDecision = (id, change, together = []) => {
  const before = decisions.own.get(id);
  const value = { decision: "", note: "", expires: "", ...before, ...change };
  if (change.decision) Object.assign(value, { on: today(), by: memory.get("by") || "" });
  together.push({ id, before });
  if (together.length === 1) decisions.undo.push(together);
  keepDecision(id, value.decision || value.note || value.expires ? value : undefined);
};

/* The next finding of the list that nobody has decided, from `row` on and round. */
const nextOpen = (row) => {
  const count = filter.listed.length;
  for (let step = 1; step < count; step++) {
    const next = filter.listed[(row.place + step) % count];
    if (!decisionOf(next.id)) return next;
  }
  return null;
};

const decide = (word) => {
  const row = data.byId.get(view.chosen);
  const choice = DECISIONS.find((one) => one.word === word);
  if (!row || !choice || (choice.two && !row.b)) return;
  const next = settings.goesOn && isListed(row) ? nextOpen(row) : null;
  setDecision(row.id, { decision: word });
  decisions.last = { row, word };
  announce(t("page-decided", { decision: t(`page-decision-${word}`), score: row.score }), next && titleOf(next));
  decisionsChanged(row);
  if (next) choose(next.id);
  else drawFinding();
};

/* What was decided last, whether of one finding or of several at once. */
const undo = () => {
  const last = decisions.undo.pop();
  if (!last) return;
  for (const { id, before } of last) keepDecision(id, before);
  decisions.last = null;
  decisionsChanged(...last.map(({ id }) => data.byId.get(id)));
  announce(t("page-undone"));
  if (view.chosen === last[0].id) drawFinding();
  else choose(last[0].id);
};

const decisionsChanged = (...rows) => {
  applyFilter();
  drawFacets();
  drawList(FACETS.some((facet) => facet.changes && facet.chosen.size > 0));
  rows.forEach(redrawRow);
  drawCount();
  drawProgress();
};

/*
 * One wrong statement is often at odds with many: the findings still open in which the words that
 * were just called wrong stand against others, each with the side to blame.
 */
const alike = () => {
  const { row, word } = decisions.last || {};
  const wrong = { "a-wrong": row && row.a, "b-wrong": row && row.b }[word];
  if (!wrong) return [];
  const is = (side) => side && side.article === wrong.article && side.surface === wrong.surface && keyOf(side.value) === keyOf(wrong.value);
  return data.rows
    .filter((other) => other.b && other.rule === row.rule && !decisionOf(other.id) && is(other.a) !== is(other.b))
    .map((other) => [other, is(other.a) ? "a-wrong" : "b-wrong"]);
};

const decideAlike = () => {
  const found = alike();
  if (found.length === 0) return;
  const together = [];
  for (const [row, word] of found) setDecision(row.id, { decision: word }, together);
  decisions.last = null;
  announce(t("page-decided-alike", { count: number(found.length) }));
  decisionsChanged(...found.map(([row]) => row));
  const chosen = data.byId.get(view.chosen);
  const next = settings.goesOn && chosen && isListed(chosen) && decisionOf(chosen.id) ? nextOpen(chosen) : null;
  if (next) choose(next.id);
  else drawFinding();
};

const alikeNode = () => {
  const { row, word } = decisions.last || {};
  const count = row ? alike().length : 0;
  if (count === 0) return null;
  const side = word === "a-wrong" ? row.a : row.b;
  return el("button", { type: "button", class: "alike", id: "alike", "aria-keyshortcuts": settings.keys ? "l" : null, on: { click: decideAlike } },
    el("kbd", { "aria-hidden": "true" }, "L"),
    el("span", { class: "said", dir: "auto" }, t("page-alike", { count: number(count), outlet: side.outlet, words: side.surface })));
};

const countDecided = () => {
  let done = 0;
  for (const row of data.rows) if (decisionOf(row.id)) done++;
  return done;
};

const drawProgress = () => {
  const done = countDecided();
  const count = data.head.count;
  const track = byId("track");
  byId("bar").style.width = `${count ? (100 * done) / count : 0}%`;
  track.setAttribute("aria-valuemax", count);
  track.setAttribute("aria-valuenow", done);
  byId("progress-text").textContent = t("page-progress-count", { done: number(done), count: number(count) });
  byId("undo").disabled = decisions.undo.length === 0;
  byId("export").disabled = ownDecisions().length === 0;
};

/* The choices under the finding; each button shows its key. */
const drawChoices = () => {
  const row = data.byId.get(view.chosen);
  const box = byId("decide");
  box.hidden = !row;
  if (!row) return;
  const own = decisions.own.get(row.id) || {};
  const choices = DECISIONS.filter((choice) => row.b || !choice.two).map(({ word, key }) =>
    el("button", {
      type: "button",
      class: word === "a-wrong" ? "a" : word === "b-wrong" ? "b" : null,
      "aria-pressed": String(decisionOf(row.id) === word),
      "aria-keyshortcuts": settings.keys ? key : null,
      "data-decision": word,
      on: { click: () => decide(word) },
    }, el("kbd", { "aria-hidden": "true" }, key.toUpperCase()),
    t(row.b ? `page-decision-${word}` : word === "a-wrong" ? "page-decision-wrong" : `page-decision-${word}`)));
  const note = el("input", {
    type: "text", id: "note", maxlength: 500, value: own.note || "",
    on: {
      change: (event) => noteChanged(row, { note: event.target.value.trim() }),
      keydown: (event) => { if (event.key === "Enter" || event.key === "Escape") byId("detail").focus(); },
    },
  });
  const expires = el("input", {
    type: "date", id: "expires", value: own.expires || "",
    on: { change: (event) => noteChanged(row, { expires: event.target.value }) },
  });
  fillNode(box,
    alikeNode(),
    el("div", { class: settings.keys ? "choices" : "choices off", role: "group", "aria-label": t("page-decide") }, choices),
    el("div", { class: "notes" },
      el("label", { class: "note" }, t("page-note"), note),
      el("label", { class: "until" }, t("page-expires"), expires)));
};

const noteChanged = (row, change) => {
  setDecision(row.id, change);
  drawProgress();
};

/* --- CSV --- */

/* As io/csv_write.c: one line a row, and nothing that a spreadsheet would run. */
const csvCell = (text) => {
  const plain = String(text).replace(/\r\n/g, " ").replace(/[\u0000-\u001f\u007f]/g, " ");
  return /[",]|^ | $/.test(plain) ? `"${plain.replace(/"/g, '""')}"` : plain;
};
const csvText = (text) => csvCell(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const csvValue = (kind, text) => {
  const plain = { quantity: /^-?[0-9.]+$/, date: /^[0-9.][0-9.\-/]*$/ }[kind];
  return plain && plain.test(text) ? csvCell(text) : csvText(text);
};

const CSV_HEADER = "finding_id,decision,by,on,expires,note,a_value,b_value";

/* The decisions made here, in the order of the page. */
const ownDecisions = () =>
  [...decisions.own].filter(([id, own]) => own.decision && data.byId.has(id))
    .map(([id]) => data.byId.get(id)).sort((a, b) => a.at - b.at);

const decisionsCsv = async (by) => {
  const lines = [CSV_HEADER];
  for (const row of ownDecisions()) {
    const own = decisions.own.get(row.id);
    const { a, b } = await findingOf(row);
    lines.push([
      csvCell(row.id), csvCell(own.decision), csvText(own.by || by), csvCell(own.on || ""),
      csvCell(own.expires || ""), csvText(own.note || ""),
      csvValue(row.kind, a.value), csvValue(row.kind, (b || a).value),
    ].join(","));
  }
  return `${lines.join("\n")}\n`;
};

const save = (name, type, text) => {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const anchor = el("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
};
