/* finding.js - one finding at length: both sides, what speaks for each, why they are compared. */
const sideTitle = (letter) => t(letter === "a" ? "page-side-a" : "page-side-b");

/* The sentence with what is at odds marked, and its neighbours. */
const quoteNode = (side) => {
  const [before, marked, after] = side.quote;
  return el("blockquote", { class: "said", dir: "auto" },
    side.before && [el("span", { class: "around" }, side.before), " "],
    before, marked && el("mark", {}, marked), after,
    side.after && [" ", el("span", { class: "around" }, side.after)]);
};

const placeNode = (side) => {
  const at = [side.path, side.line || null, side.line && side.column ? side.column : null]
    .filter((part) => part !== null).join(":");
  return el("p", { class: "place" },
    el("code", { class: "said", dir: "ltr" }, at),
    side.zone !== "body" && el("span", {}, t(`page-zone-${side.zone}`)),
    /^https?:/i.test(side.url) && link(side.url, t("page-open")));
};

const sideNode = (letter, side, wrong) =>
  el("section", { class: `said-by ${letter}`, "aria-label": sideTitle(letter) },
    el("header", {},
      el("span", { class: "letter" }, letter.toUpperCase()),
      el("span", { class: "outlet said", dir: "auto" }, side.outlet),
      el("span", { class: "date" }, local(side.date)),
      wrong && el("span", { class: "suspect" }, t("page-suspect"))),
    quoteNode(side),
    el("div", { class: "read" },
      el("p", { class: "becomes" },
        said(side.surface), el("span", { class: "arrow", "aria-label": t("page-read-as") }, "→"),
        el("b", { class: "said", dir: "auto" }, local(side.words))),
      el("p", { class: "full said", dir: "auto" }, local(side.reading)),
      placeNode(side)));

const othersNode = (letter, others) => {
  const known = others.filter((one) => typeof one === "object");
  const rest = others.find((one) => typeof one === "number");
  return el("div", { class: letter },
    el("h4", {}, el("span", { class: "letter" }, letter.toUpperCase()), " ",
      t("page-also", { count: number(known.length + (rest || 0)) })),
    known.length === 0
      ? el("p", { class: "empty" }, t("page-also-none"))
      : el("ul", {}, known.map((one) => el("li", {},
          link(one.url, said(one.outlet)), " ", el("span", { class: "date" }, local(one.date)),
          one.copy && [" ", el("span", { class: "copy" }, t("page-copy"))])),
        rest && el("li", {}, t("page-also-more", { count: number(rest) }))));
};

const termsTable = (finding, row) => {
  const most = Math.max(1, ...finding.terms.map(([, points]) => Math.abs(points)));
  const body = finding.terms.map(([name, points]) => {
    const meter = el("div", { class: "meter" });
    meter.style.width = `${(100 * Math.abs(points)) / most}%`;
    return el("tr", { class: points < 0 ? "minus" : null },
      el("th", { scope: "row" }, t(`term-${name}`)),
      el("td", { class: "points" }, number(points)),
      el("td", { class: "span", "aria-hidden": "true" }, meter));
  });
  return el("table", { class: "terms" },
    el("thead", { class: "unseen" }, el("tr", {},
      el("th", { scope: "col" }, t("page-feature")), el("th", { scope: "col" }, t("page-points")), el("td"))),
    el("tbody", {}, body),
    el("tfoot", {}, el("tr", {},
      el("th", { scope: "row" }, t("page-score")),
      el("td", { class: "points" }, number(row.score)), el("td"))));
};

/* Scores are covered until the finding is decided, so that they do not decide it. */
const termsNode = (finding, row) => {
  const open = decisionOf(row.id) || view.uncovered === row.id;
  return el("section", { class: "block", id: "terms" },
    el("h3", {}, t("page-why")),
    open
      ? termsTable(finding, row)
      : [el("p", { class: "covered" }, t("page-covered")),
         el("ul", {}, finding.terms.map(([name]) => el("li", {}, `· ${t(`term-${name}`)}`))),
         el("button", { type: "button", class: "plain", id: "uncover", on: { click: uncover } },
           el("kbd", { "aria-hidden": "true" }, "S"), " ", t("page-uncover"))]);
};

const uncover = () => {
  view.uncovered = view.chosen;
  drawFinding();
};

const hintsNode = (finding) => {
  const lines = [["page-slip", local(finding.slip)], ["page-support", local(finding.support)]]
    .filter(([, text]) => text)
    .map(([key, text]) => el("p", {}, el("b", {}, `${t(key)}: `), said(text)));
  if (finding.more > 0) lines.push(el("p", {}, t("page-more", { count: number(finding.more) })));
  return lines.length > 0 && el("div", { class: "hints" }, lines);
};

/* What the corpus holds as decided already. */
const decidedNode = ({ word, by, on, expires, note, corrected, expired }) =>
  el("p", { class: "decided said", dir: "auto" },
    t(expired ? "page-decided-expired" : "page-decided-before", {
      decision: t(`page-decision-${word}`), by, on, note, expires, corrected,
    }));

const headNode = (row) =>
  el("div", { class: "title" },
    el("p", { class: "kicker" },
      el("span", { class: `severity ${row.severity}` }, t(`page-severity-${row.severity}`)),
      el("span", {}, t(`page-verdict-${row.verdict}`)),
      row.state !== "new" && el("span", {}, t(`page-state-${row.state}`)),
      decisionOf(row.id) && el("span", { class: "badge" }, t(`page-decision-${decisionOf(row.id)}`))),
    el("h2", { id: "finding-title" }, titleOf(row)),
    el("a", { href: addressOf(row.id), id: "permalink" }, t("page-permalink")));

const titleOf = (row) => {
  const what = local(row.what);
  return what ? `${ruleName(row.rule)}: ${what}` : ruleName(row.rule);
};

const sidesNode = (finding) =>
  el("div", { class: finding.b ? "sides" : "sides single" },
    sideNode("a", finding.a, finding.wrong === "a"),
    finding.b && sideNode("b", finding.b, finding.wrong === "b"));

const ruleNode = (finding, row) => {
  const remedy = local(finding.remedy);
  return el("section", { class: "block rule" },
    el("h3", {}, t("page-rule")),
    el("p", {}, t(`rule-${row.rule}`), " ", el("code", {}, `[${row.rule}]`)),
    remedy && !remedy.startsWith("remedy-") && el("p", {}, el("b", {}, `${t("page-remedy")}: `), said(remedy)));
};

const findingNode = (finding, row) =>
  el("article", { "aria-labelledby": "finding-title" },
    headNode(row),
    finding.decision && decidedNode(finding.decision),
    sidesNode(finding),
    hintsNode(finding),
    finding.b && el("section", { class: "block" },
      el("h3", {}, t("page-others")),
      el("div", { class: "others" }, othersNode("a", finding.alsoA), othersNode("b", finding.alsoB))),
    el("section", { class: "block", id: "finding-time", hidden: true }),
    termsNode(finding, row),
    ruleNode(finding, row),
    el("details", { class: "block line" },
      el("summary", {}, t("page-sentence")),
      el("p", { class: "said", dir: "auto" }, local(finding.message)),
      el("p", {}, el("code", {}, row.id))));

/* Draws what is chosen; what must be loaded first comes when it is there, if still wanted. */
const drawFinding = async () => {
  const row = data.byId.get(view.chosen);
  const box = byId("finding");
  drawChoices();
  if (!row) {
    fillNode(box, data.head.count > 0 && el("p", { class: "none" }, t(view.chosen ? "page-gone" : "page-choose")));
    return;
  }
  let finding = findingNow(row);
  if (!finding) {
    fillNode(box, el("p", { class: "none" }, t("page-fetching")));
    try {
      finding = await findingOf(row);
    } catch (missing) {
      fillNode(box, el("p", { class: "none" }, t("page-missing")));
      return;
    }
    if (view.chosen !== row.id) return;
  }
  const top = box.dataset.of === row.id ? box.scrollTop : 0;
  fillNode(box, findingNode(finding, row));
  box.dataset.of = row.id;
  box.scrollTop = top;
  drawFindingTime(finding, row);
};
