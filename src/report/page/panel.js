/* panel.js - the filters beside the list, and those that are set as buttons above it. */
const FACET_MOST = 8;
const FACET_ALL = 200;
const panel = { wider: new Set(), words: new Map() };

const facetRow = (facet, code) => {
  const box = el("input", {
    type: "checkbox",
    "data-code": code,
    checked: facet.chosen.has(code),
    on: { change: () => toggleFacet(facet, code) },
  });
  return el(
    "label",
    { class: facet.counts[code] ? null : "empty" },
    box,
    el("span", { class: "name said", dir: "auto" }, facet.name(facet.labels[code])),
    el("span", { class: "number" }, number(facet.counts[code] || 0)),
  );
};

/* Values to show: those chosen, then the most frequent, of those that match what is typed. */
const facetCodes = (facet) => {
  const typed = folded(panel.words.get(facet.key) || "");
  const codes = facet.labels
    .map((label, code) => code)
    .filter((code) => facet.counts[code] > 0 || facet.chosen.has(code))
    .filter((code) => typed === "" || folded(facet.name(facet.labels[code])).includes(typed));
  const rank = (code) => (facet.chosen.has(code) ? 1 : 0);
  const fixed = { severity: SEVERITIES, verdict: VERDICTS, state: STATES, decision: DECISION_WORDS }[facet.key];
  if (fixed) return codes.sort((a, b) => fixed.indexOf(facet.labels[b]) - fixed.indexOf(facet.labels[a]));
  return codes.sort((a, b) => rank(b) - rank(a) || facet.counts[b] - facet.counts[a] || a - b);
};

const facetRows = (facet) => {
  const codes = facetCodes(facet);
  const most = panel.wider.has(facet.key) ? FACET_ALL : FACET_MOST;
  const rows = codes.slice(0, most).map((code) => facetRow(facet, code));
  const more = codes.length > most && !panel.wider.has(facet.key);
  if (codes.length > most) {
    rows.push(
      more
        ? el("button", { type: "button", class: "plain", on: { click: () => widen(facet) } },
            t("page-facet-more", { count: number(codes.length - most) }))
        : el("p", { class: "number" }, t("page-facet-rest", { count: number(codes.length - most) })),
    );
  }
  return rows;
};

const widen = (facet) => {
  panel.wider.add(facet.key);
  drawFacets();
  const boxes = byId(`facet-${facet.key}`).querySelectorAll("input[type=checkbox]");
  if (boxes[FACET_MOST]) boxes[FACET_MOST].focus();
};

const buildFacets = () => {
  const open = new Map(FACETS.map((facet) => [facet.key, facet.open]));
  for (const node of byId("facets").children) open.set(node.dataset.key, node.open);
  fillNode(
    byId("facets"),
    FACETS.map((facet) => {
      const typed = facet.many && el("input", {
        type: "search",
        value: panel.words.get(facet.key) || "",
        placeholder: t("page-facet-find"),
        "aria-label": `${t("page-facet-find")} (${t(`page-facet-${facet.key}`)})`,
        on: { input: (event) => { panel.words.set(facet.key, event.target.value); drawFacet(facet); } },
      });
      return el("details", { class: "facet", open: open.get(facet.key), "data-key": facet.key },
        el("summary", {}, t(`page-facet-${facet.key}`)),
        typed,
        el("div", { id: `facet-${facet.key}`, role: "group", "aria-label": t(`page-facet-${facet.key}`) }));
    }),
  );
};

const drawFacet = (facet) => {
  const box = byId(`facet-${facet.key}`);
  const typed = box.parentNode.querySelector("input[type=search]");
  const held = box.contains(document.activeElement) ? document.activeElement.dataset.code : undefined;
  fillNode(box, facetRows(facet));
  if (typed) typed.hidden = facet.labels.length <= FACET_MOST;
  if (held !== undefined) {
    const again = box.querySelector(`[data-code="${held}"]`);
    if (again) again.focus();
  }
};
const drawFacets = () => FACETS.forEach(drawFacet);

const toggleFacet = (facet, code) => {
  if (!facet.chosen.delete(code)) facet.chosen.add(code);
  filterChanged();
};

const drawChips = () => {
  const chips = [];
  for (const facet of FACETS) {
    for (const code of facet.chosen) {
      const name = facet.name(facet.labels[code]);
      chips.push(el("button", {
        type: "button",
        "aria-label": t("page-chip", { facet: t(`page-facet-${facet.key}`), name }),
        on: { click: () => toggleFacet(facet, code) },
      }, name, " ", el("span", { "aria-hidden": "true" }, "×")));
    }
  }
  if (chips.length > 0 || filter.query) {
    chips.push(el("button", { type: "button", on: { click: () => { clearFilters(); filterChanged(); } } },
      t("page-clear")));
  }
  fillNode(byId("chips"), chips);
};
