/*
 * list.js - the list of findings: as many rows in the page as can be seen, however many there are.
 */
const ROW_HEIGHT = 5.2; /* rem, as page.css has it */
const ROWS_AROUND = 6;
const list = { nodes: new Map(), height: 78, space: null };

const rowMark = (row) => {
  const word = decisionOf(row.id);
  if (word) return el("span", { class: "badge" }, t(`page-decision-${word}`));
  if (row.state !== "new") return el("span", { class: "badge state" }, t(`page-state-${row.state}`));
  return null;
};

const rowNode = (row) => {
  const from = [row.a, row.b].filter((side) => side)
    .map((side) => [side.outlet, side.published].filter((s) => s !== "").join(" "));
  return el(
    "div",
    {
      class: decisionOf(row.id) ? "row done" : "row",
      role: "option",
      id: `row-${row.id}`,
      "aria-selected": String(row.id === view.chosen),
      "aria-setsize": filter.listed.length,
      "aria-posinset": row.place + 1,
      "data-id": row.id,
    },
    el("div", { class: "head" },
      el("span", { class: `severity ${row.severity}` }, t(`page-severity-${row.severity}`)),
      el("span", { class: "what" }, local(row.what) || ruleName(row.rule)),
      rowMark(row)),
    el("div", { class: "values" },
      said(row.b ? local(row.a.value) : row.a.surface),
      row.b && [el("span", { class: "versus" }, "≠"), said(local(row.b.value))]),
    el("div", { class: "from said", dir: "auto" }, from.join(" · ")),
  );
};

const measureList = () => {
  list.height = ROW_HEIGHT * parseFloat(getComputedStyle(document.documentElement).fontSize);
};

const drawList = (afresh) => {
  const box = byId("list");
  if (afresh || !list.space) {
    list.nodes.clear();
    list.space = el("div", { role: "presentation" });
    fillNode(box, list.space);
    list.space.style.height = `${filter.listed.length * list.height}px`;
  }
  const first = Math.max(0, Math.floor(box.scrollTop / list.height) - ROWS_AROUND);
  const last = Math.ceil((box.scrollTop + box.clientHeight) / list.height) + ROWS_AROUND;
  const wanted = filter.listed.slice(first, last);
  const chosen = data.byId.get(view.chosen);
  if (chosen && isListed(chosen) && !wanted.includes(chosen)) wanted.push(chosen);
  const kept = new Set(wanted);
  for (const [row, node] of list.nodes) {
    if (!kept.has(row)) { node.remove(); list.nodes.delete(row); }
  }
  for (const row of wanted) {
    if (list.nodes.has(row)) continue;
    const node = rowNode(row);
    node.style.transform = `translateY(${row.place * list.height}px)`;
    list.nodes.set(row, node);
    box.append(node);
  }
  if (chosen && isListed(chosen)) box.setAttribute("aria-activedescendant", `row-${chosen.id}`);
  else box.removeAttribute("aria-activedescendant");
};

/* A row that looks otherwise now. */
const redrawRow = (row) => {
  const node = list.nodes.get(row);
  if (!node) return;
  const fresh = rowNode(row);
  fresh.style.transform = node.style.transform;
  node.replaceWith(fresh);
  list.nodes.set(row, fresh);
};

const scrollToRow = (row) => {
  const box = byId("list");
  const top = row.place * list.height;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top + list.height > box.scrollTop + box.clientHeight) {
    box.scrollTop = top + list.height - box.clientHeight;
  }
};

const drawCount = () => {
  const all = data.head.count;
  const loading = data.rows.length < all;
  fillNode(byId("count"), loading
    ? t("page-loading", { done: number(data.rows.length), count: number(all) })
    : t("page-count", { listed: number(filter.listed.length), count: number(all) }));
  const deeper = byId("deeper");
  const done = quotes.read === all;
  deeper.hidden = !data.head.split || filter.query === "" || done;
  deeper.disabled = quotes.asked;
  if (quotes.asked && !done) deeper.textContent = t("page-searching", { done: number(quotes.read), count: number(all) });
  const none = byId("none");
  none.hidden = filter.listed.length > 0 || loading;
  none.textContent = t(all === 0 ? "page-none-at-all" : "page-none");
  byId("list").hidden = !none.hidden;
};

/* `step` rows on from the one chosen, or the first one. */
const moveBy = (step) => {
  const chosen = data.byId.get(view.chosen);
  const from = chosen && isListed(chosen) ? chosen.place : -1;
  const to = Math.max(0, Math.min(filter.listed.length - 1, from < 0 ? 0 : from + step));
  if (filter.listed[to]) choose(filter.listed[to].id);
};

const listKeys = (event) => {
  const page = Math.max(1, Math.floor(byId("list").clientHeight / list.height) - 1);
  const steps = {
    ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page,
    Home: -filter.listed.length, End: filter.listed.length,
  };
  if (event.key === "Enter" && view.chosen) {
    openNarrow();
    byId("detail").focus();
  } else if (steps[event.key] && !event.ctrlKey && !event.metaKey && !event.altKey) {
    moveBy(steps[event.key]);
  } else {
    return;
  }
  event.preventDefault();
};
