/* paper.js - what is printed: the findings that are listed, both quotes, and what was decided. */
const PAPER_MOST = 300;

const paperNode = (row, finding) => {
  const own = decisions.own.get(row.id);
  return el("article", {},
    el("p", { class: "kicker" },
      el("span", { class: `severity ${row.severity}` }, t(`page-severity-${row.severity}`)),
      el("span", {}, t(`page-verdict-${row.verdict}`)),
      el("span", { class: "id" }, row.id)),
    el("h2", {}, titleOf(row)),
    sidesNode(finding),
    hintsNode(finding),
    el("p", { class: "answer" },
      own && own.decision
        ? [t(`page-decision-${own.decision}`), own.note && [": ", said(own.note)]]
        : `${t("page-decision-none")} ____________________`));
};

/* Of those listed, the findings that are here already. */
const fillPaper = () => {
  const rows = filter.listed.slice(0, PAPER_MOST);
  const nodes = rows.map((row) => [row, findingNow(row)]).filter(([, finding]) => finding)
    .map(([row, finding]) => paperNode(row, finding));
  fillNode(byId("paper"),
    el("h1", {}, t("page-title", { count: number(data.head.count) })),
    el("p", {}, t("page-paper", { shown: number(nodes.length), listed: number(filter.listed.length) })),
    nodes);
};

const printPage = async () => {
  const rows = filter.listed.slice(0, PAPER_MOST);
  await Promise.all(rows.map((row) => findingOf(row)));
  fillPaper();
  window.print();
};
