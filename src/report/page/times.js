/*
 * times.js - time lines: who held an office when, as the articles tell it, and counts that grew.
 *
 * A bar is the time that a holder's claims span; a mark is a claim, as wide as the time it names.
 * Every chart has a table with the same in words. Days count from 1970-01-01.
 */
const DAY = 86400000;
const CHARTS_MOST = 30;
const ROW = 30;

const dayOf = (day, style) =>
  new Intl.DateTimeFormat(language.codes[language.at], { timeZone: "UTC", ...style }).format(day * DAY);
const longDay = (day) => dayOf(day, { day: "numeric", month: "long", year: "numeric" });

/* The days that a chart spans: of all ends that are known, and a little around them. */
const spanOf = (claims) => {
  const days = claims.flatMap((claim) => claim.days).filter((day) => day !== null);
  if (days.length === 0) return null;
  const first = Math.min(...days);
  const last = Math.max(...days) + 1;
  const around = Math.max(10, Math.round((last - first) * 0.04));
  return { first: first - around, last: last + around };
};

/* Where the lines of the scale stand: years, months, or days where the span is short. */
const MONTHS = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400];
const DAYS = [1, 2, 5, 10, 15];

const dayTicks = ({ first, last }, step) => {
  const ticks = [];
  for (let day = Math.ceil(first / step) * step; day <= last; day += step) {
    ticks.push({ day, label: dayOf(day, { day: "numeric", month: "short", year: "numeric" }) });
  }
  return ticks;
};

const monthTicks = ({ first, last }, step) => {
  const style = step < 12 ? { month: "short", year: "numeric" } : { year: "numeric" };
  const from = new Date(first * DAY);
  const ticks = [];
  for (let month = Math.ceil((from.getUTCFullYear() * 12 + from.getUTCMonth()) / step) * step; ; month += step) {
    const day = Date.UTC(Math.floor(month / 12), month % 12, 1) / DAY;
    if (day > last) return ticks;
    if (day >= first) ticks.push({ day, label: dayOf(day, style) });
  }
};

const ticksOf = (span, room) => {
  const most = Math.max(2, Math.floor(room / 100));
  const days = span.last - span.first;
  const fine = DAYS.find((step) => days / step <= most);
  if (fine) return dayTicks(span, fine);
  return monthTicks(span, MONTHS.find((step) => days / 30.44 / step <= most) || MONTHS[MONTHS.length - 1]);
};

const scaleOf = (span, left, right) => (day) =>
  left + ((Math.min(Math.max(day, span.first), span.last) - span.first) / (span.last - span.first)) * (right - left);

const gridNodes = (span, x, top, bottom, room) =>
  ticksOf(span, room).map(({ day, label }) => [
    svg("line", { class: "grid", x1: x(day), x2: x(day), y1: top, y2: bottom }),
    svg("text", { class: "tick", x: x(day), y: bottom + 15, "text-anchor": "middle" }, label),
  ]);

const claimWords = (claim) =>
  t("page-claim", {
    outlet: claim.outlet, date: claim.as_of, surface: claim.surface,
    state: claim.state === "former" ? t("page-former") : "",
  });

/* The letter of the side of `finding` that the claim is, or "". */
const sideOfClaim = (claim, finding) => {
  for (const letter of ["a", "b"]) {
    const side = finding && finding[letter];
    if (side && side.article === claim.article && side.start === claim.start) return letter;
  }
  return "";
};

const claimMark = (claim, x, y, span, finding) => {
  const [first, last] = claim.days;
  const from = x(first === null ? span.first : first);
  const to = x(last === null ? span.last : last + 1);
  const wide = to - from > 9;
  const kind = ["claim", wide && "wide", claim.state === "former" && "former", sideOfClaim(claim, finding)]
    .filter(Boolean).join(" ");
  const title = svg("title", {}, claimWords(claim));
  return wide
    ? svg("rect", { class: kind, x: from, y: y - 4, width: to - from, height: 8, rx: 4 }, title)
    : svg("circle", { class: kind, cx: (from + to) / 2, cy: y, r: 4.5 }, title);
};

const holderSpan = (holder) => {
  if (!holder.hull) return t("page-untimed");
  const [first, last] = holder.hull;
  const words = [first, last].map((day) => (day === null ? "…" : longDay(day)));
  return words[0] === words[1] ? words[0] : `${words[0]} – ${words[1]}`;
};

const clipped = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

const officeSvg = (office, width, finding) => {
  const claims = office.holders.flatMap((holder) => holder.claims);
  const span = spanOf(claims);
  if (!span) return null;
  const narrow = width < 560;
  const left = narrow ? 6 : 185;
  const height = narrow ? ROW + 16 : ROW;
  const x = scaleOf(span, left, width - 10);
  const bottom = office.holders.length * height + 6;
  const rows = office.holders.map((holder, i) => {
    const y = i * height + height - 12;
    const [first, last] = holder.hull || [];
    const from = x(first === null ? span.first : first);
    return [
      svg("text", { x: narrow ? left : 0, y: narrow ? y - 14 : y + 4 }, clipped(visible(holder.name), narrow ? 40 : 26),
        svg("title", {}, holder.name)),
      holder.hull && svg("rect", {
        class: "tenure", x: from, y: y - 9, rx: 4, height: 18,
        width: Math.max(3, x(last === null ? span.last : last + 1) - from),
      }),
      [...holder.claims]
        .sort((a, b) => sideOfClaim(a, finding).length - sideOfClaim(b, finding).length)
        .map((claim) => claimMark(claim, x, y, span, finding)),
    ];
  });
  const label = `${local(office.what)}: ${office.holders.map((h) => `${h.name}, ${holderSpan(h)}`).join("; ")}`;
  return svg("svg", { viewBox: `0 0 ${width} ${bottom + 22}`, role: "img", "aria-label": label },
    gridNodes(span, x, 0, bottom, width - left), rows);
};

const claimTable = (heads, rows) =>
  el("details", {},
    el("summary", {}, t("page-as-table")),
    el("table", {},
      el("thead", {}, el("tr", {}, heads.map((head) => el("th", { scope: "col" }, t(head))))),
      el("tbody", {}, rows.map((cells) => el("tr", {}, cells.map((cell) => el("td", { class: "said", dir: "auto" }, cell)))))));

const officeChart = (office, width, finding, tag = "h3") =>
  el("figure", { class: "chart" },
    el(tag, {}, local(office.what)),
    officeSvg(office, width, finding),
    claimTable(["page-holder", "page-time", "page-outlet", "page-surface"],
      office.holders.flatMap((holder) =>
        holder.claims.map((claim) => [holder.name, claim.as_of, claim.outlet, claim.surface]))));

/* The middle of a count, for drawing alone. */
const heightOf = (claim) => {
  const ends = claim.value.split("..").map(Number).filter((n) => Number.isFinite(n));
  return ends.length === 0 ? null : ends.reduce((sum, n) => sum + n, 0) / ends.length;
};

/* Round values from 0 to `most`, three to six of them. */
const levelsOf = (most) => {
  const power = 10 ** Math.floor(Math.log10(most));
  const step = [0.2, 0.5, 1, 2].map((n) => n * power).find((n) => most / n <= 5) || most;
  return Array.from({ length: Math.floor(most / step) + 1 }, (_, i) => Number((i * step).toPrecision(6)));
};

/* Claims that findings of growth lead from one to the other, as one series each. */
const seriesOf = (steps) => {
  const keyOfClaim = (claim) => `${claim.article}\n${claim.start}`;
  const into = new Map(); /* of each claim the series that it is in */
  for (const step of steps) {
    const [from, to] = step.claims.map((claim) => into.get(keyOfClaim(claim)));
    const series = from || to || { what: step.what, unit: step.unit, where: step.where, claims: new Map(), steps: [] };
    if (from && to && from !== to) {
      from.steps.push(...to.steps);
      for (const [key, claim] of to.claims) { from.claims.set(key, claim); into.set(key, from); }
    }
    for (const claim of step.claims) {
      series.claims.set(keyOfClaim(claim), claim);
      into.set(keyOfClaim(claim), series);
    }
    series.steps.push(step.claims);
  }
  return [...new Set(into.values())].map((series) => ({
    ...series,
    findings: series.steps.length,
    claims: [...series.claims.values()].sort((a, b) => whenOf(a) - whenOf(b) || heightOf(a) - heightOf(b)),
  }));
};

/* The day at which a claim is drawn. */
const whenOf = ({ days: [first, last] }) => (first === null ? last : first);
const isPlaced = (claim) => whenOf(claim) !== null && heightOf(claim) !== null;

const countSvg = (count, width, finding) => {
  const claims = count.claims.filter(isPlaced);
  const span = spanOf(count.claims);
  if (!span || claims.length === 0) return null;
  const most = Math.max(...claims.map(heightOf)) || 1;
  const left = 74;
  const bottom = 150;
  const x = scaleOf(span, left, width - 16);
  const y = (value) => bottom - (value / most) * (bottom - 18);
  const place = (claim) => [x(whenOf(claim)).toFixed(1), y(heightOf(claim)).toFixed(1)];
  return svg("svg", {
    viewBox: `0 0 ${width} ${bottom + 22}`, role: "img",
    "aria-label": `${countTitle(count)}: ${claims.map((claim) => `${claim.as_of} ${claim.value}`).join("; ")}`,
  },
  gridNodes(span, x, 10, bottom, width - left),
  levelsOf(most).map((value) => [
    svg("line", { class: "grid", x1: left, x2: width - 10, y1: y(value), y2: y(value) }),
    svg("text", { class: "tick", x: left - 8, y: y(value) + 4, "text-anchor": "end" }, number(value)),
  ]),
  count.steps.filter((step) => step.every(isPlaced)).map(([from, to]) =>
    svg("path", { class: "step", d: `M${place(from).join(" ")}L${place(to).join(" ")}` })),
  claims.map((claim) => {
    const [cx, cy] = place(claim);
    return svg("circle", { class: `claim ${sideOfClaim(claim, finding)}`, cx, cy, r: 4.5 },
      svg("title", {}, claimWords(claim)));
  }));
};

const countTitle = (count) =>
  [...new Set([local(count.unit), local(count.what), local(count.where)])].filter((part) => part !== "").join(" · ");

const countChart = (count, width, finding, tag = "h3") =>
  el("figure", { class: "chart" },
    el(tag, {}, countTitle(count)),
    countSvg(count, width, finding),
    claimTable(["page-time", "page-value", "page-outlet", "page-surface"],
      count.claims.map((claim) => [claim.as_of, claim.value, claim.outlet, claim.surface])));

const chartWidth = (box) => Math.max(300, Math.min(1150, box.clientWidth - 48));

/* Below a finding: the time line of its office or its count. */
const drawFindingTime = async (finding, row) => {
  if (row.kind !== "title" && row.rule !== "number-growth") return;
  const times = await piece("times", 0);
  const box = byId("finding-time");
  if (!box || view.chosen !== row.id) return;
  const office = times.offices.find(({ group }) => group === finding.group);
  const count = seriesOf(times.counts).find(({ claims }) => claims.some((claim) => sideOfClaim(claim, finding) === "a"));
  if (!office && !count) return;
  const width = Math.max(300, Math.min(940, byId("finding").clientWidth - 80));
  fillNode(box, el("h3", {}, t("page-time-line")),
    office ? officeChart(office, width, finding, "h4") : countChart(count, width, finding, "h4"));
  box.hidden = false;
};

const chartsOf = (charts, titleOfChart, draw, typed, width) => {
  const found = charts
    .filter((chart) => folded(titleOfChart(chart)).includes(typed))
    .sort((a, b) => b.findings - a.findings);
  return [
    found.slice(0, CHARTS_MOST).map((chart) => draw(chart, width, null)),
    found.length > CHARTS_MOST && el("p", { class: "lead" }, t("page-charts-more", { count: number(found.length - CHARTS_MOST) })),
    found.length === 0 && el("p", { class: "lead" }, t("page-charts-none")),
  ];
};

/* The view of all time lines. */
const drawTimes = async () => {
  const box = byId("view-times");
  const times = await piece("times", 0);
  const charts = el("div", {});
  const draw = (typed) => {
    const width = chartWidth(box);
    const people = (office) => `${local(office.what)} ${office.holders.map((h) => h.name).join(" ")}`;
    fillNode(charts,
      el("h2", {}, t("page-offices")),
      chartsOf(times.offices, people, officeChart, typed, width),
      el("h2", {}, t("page-counts")),
      chartsOf(seriesOf(times.counts), countTitle, countChart, typed, width));
  };
  fillNode(box,
    el("p", { class: "lead" }, t("page-times-lead")),
    el("div", { class: "find" }, el("input", {
      type: "search", "aria-label": t("page-times-find"), placeholder: t("page-times-find"),
      on: { input: later((event) => draw(folded(event.target.value.trim())), 120) },
    })),
    charts);
  draw("");
};
