/* start.js - the page put together: addresses, keys, language, theme, dialogs. */
const view = { chosen: "", tab: "findings", uncovered: "" };
const settings = {
  keys: memory.get("keys") !== "no",
  goesOn: memory.get("goes-on") !== "no",
  theme: memory.get("theme") || "auto",
};

/* --- addresses --- */

const addressOf = (id) => {
  const params = new URLSearchParams();
  if (view.tab !== "findings") params.set("view", view.tab);
  if (id) params.set("f", id);
  filtersToAddress(params);
  return `#${params}`;
};

let addressWritten = "";
const writeAddress = (enter = false) => {
  const address = addressOf(view.chosen);
  if (address === addressWritten) return;
  addressWritten = address;
  try {
    window.history[enter ? "pushState" : "replaceState"](null, "", address);
  } catch (refused) {
    window.location.hash = address;
  }
  const anchor = byId("permalink");
  if (anchor) anchor.setAttribute("href", address);
};

const readAddress = () => {
  if (window.location.hash === addressWritten) return;
  addressWritten = window.location.hash;
  const params = new URLSearchParams(window.location.hash.slice(1));
  view.chosen = params.get("f") || "";
  view.tab = params.get("view") === "times" ? "times" : "findings";
  filtersFromAddress(params);
  byId("view-findings").classList.toggle("reading", view.chosen !== "");
  drawAll();
};

/* --- drawing --- */

/* Shown for a moment; readers of the screen are told what comes next too. */
const announce = (text, next) => {
  byId("live").textContent = next ? `${text}. ${visible(next)}` : text;
  const toast = byId("toast");
  toast.textContent = text;
  toast.hidden = false;
  hideToast();
};
const hideToast = later(() => { byId("toast").hidden = true; }, 2500);

const drawTabs = () => {
  for (const tab of ["findings", "times"]) {
    byId(`view-${tab}`).hidden = view.tab !== tab;
    if (view.tab === tab) byId(`tab-${tab}`).setAttribute("aria-current", "page");
    else byId(`tab-${tab}`).removeAttribute("aria-current");
  }
};

const drawSorts = () => {
  fillNode(byId("sort"), SORTS.map((sort) =>
    el("option", { value: sort, selected: sort === filter.sort }, t(`page-sort-${sort}`))));
};

const drawAll = () => {
  drawTabs();
  drawSorts();
  byId("search").value = filter.query;
  applyFilter();
  buildFacets();
  drawFacets();
  drawChips();
  drawCount();
  drawProgress();
  measureList();
  drawList(true);
  const row = data.byId.get(view.chosen);
  if (row && isListed(row)) { scrollToRow(row); drawList(); }
  drawFinding();
  if (view.tab === "times") drawTimes();
};

const filterChanged = () => {
  applyFilter();
  drawFacets();
  drawChips();
  drawCount();
  byId("search").value = filter.query;
  byId("list").scrollTop = 0;
  drawList(true);
  byId("live").textContent = byId("count").textContent;
  writeAddress();
};

const choose = (id) => {
  const before = data.byId.get(view.chosen);
  view.chosen = id;
  const row = data.byId.get(id);
  if (before) redrawRow(before);
  if (row && isListed(row)) {
    scrollToRow(row);
    drawList();
    redrawRow(row);
  }
  writeAddress();
  drawFinding();
};

const openNarrow = () => {
  const desk = byId("view-findings");
  if (desk.classList.contains("reading")) return;
  desk.classList.add("reading");
  addressWritten = "";
  writeAddress(true);
};

const showTab = (tab) => {
  view.tab = tab;
  drawTabs();
  writeAddress(true);
  if (tab === "times") drawTimes();
  else { measureList(); drawList(true); }
};

/* --- language and theme --- */

const drawTools = () => {
  const other = language.codes[(language.at + 1) % language.codes.length];
  byId("language").textContent = other.toUpperCase();
  byId("language").setAttribute("aria-label", t("page-language", { code: other.toUpperCase(), language: t(`page-language-${other}`) }));
  const theme = t(`page-theme-${settings.theme}`);
  byId("theme").textContent = { auto: "◐", light: "☀", dark: "☾" }[settings.theme];
  byId("theme").setAttribute("aria-label", t("page-theme", { theme }));
  byId("theme").title = t("page-theme", { theme });
};

const applyTheme = () => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)").matches;
  const theme = settings.theme === "auto" ? (dark ? "dark" : "light") : settings.theme;
  document.documentElement.dataset.theme = theme;
};

const nextTheme = () => {
  const themes = ["auto", "light", "dark"];
  settings.theme = themes[(themes.indexOf(settings.theme) + 1) % themes.length];
  memory.set("theme", settings.theme);
  applyTheme();
  drawTools();
};

const sayWords = () => {
  document.title = t("page-title", { count: number(data.head.count) });
  fillWords(byId("app"));
  drawTools();
};

const nextLanguage = () => {
  chooseLanguage(language.codes[(language.at + 1) % language.codes.length]);
  memory.set("language", language.codes[language.at]);
  sayWords();
  drawAll();
};

/* --- dialogs --- */

const openDialog = (...children) => {
  const dialog = byId("dialog");
  fillNode(dialog, children);
  dialog.showModal();
};
const closeDialog = () => byId("dialog").close();

const settingBox = (name, kept) =>
  el("label", {}, el("input", {
    type: "checkbox", checked: settings[name],
    on: { change: (event) => {
      settings[name] = event.target.checked;
      memory.set(kept, settings[name] ? "yes" : "no");
      drawChoices();
    } },
  }), t(`page-setting-${kept}`));

const showHelp = () => {
  const keys = [
    ...DECISIONS.map(({ word, key }) => [key, t(`page-decision-${word}`)]),
    ["z", t("page-undo")], ["j", t("page-next")], ["k", t("page-previous")], ["n", t("page-note")], ["l", t("page-alike-key")],
    ["s", t("page-uncover")], ["/", t("page-search")], ["e", t("page-export")], ["?", t("page-help")],
  ];
  openDialog(
    el("h2", { id: "dialog-title" }, t("page-help")),
    el("p", {}, t("page-help-text")),
    el("div", { class: "keys" }, keys.map(([key, text]) => [el("kbd", {}, key.toUpperCase()), el("span", {}, text)])),
    settingBox("keys", "keys"),
    settingBox("goesOn", "goes-on"),
    el("div", { class: "ends" }, el("button", { type: "button", class: "strong", on: { click: closeDialog } }, t("page-close"))));
};

const showExport = async () => {
  const name = el("input", { type: "text", id: "by", autocomplete: "name", value: memory.get("by") || "" });
  const shown = el("pre", { tabindex: "0", "aria-label": "decisions.csv" });
  const draw = async () => {
    const csv = await decisionsCsv(name.value.trim());
    fillNode(shown, csv.trimEnd().split("\n").map((line) => el("div", {}, line)));
    return csv;
  };
  name.addEventListener("input", () => { memory.set("by", name.value.trim()); draw(); });
  openDialog(
    el("h2", { id: "dialog-title" }, t("page-export")),
    el("p", {}, t("page-export-text")),
    el("label", { class: "field" }, t("page-by"), name),
    shown,
    el("div", { class: "ends" },
      el("button", { type: "button", on: { click: closeDialog } }, t("page-close")),
      el("button", {
        type: "button", class: "strong", id: "save",
        on: { click: async () => { save("decisions.csv", "text/csv", await draw()); closeDialog(); } },
      }, t("page-save"))));
  await draw();
};

/* --- keys --- */

const isTyping = (target) =>
  target instanceof Element && target.closest("input:not([type=checkbox]), textarea, select") !== null;

const actions = {
  z: undo, j: () => moveBy(1), k: () => moveBy(-1), s: uncover, "/": () => byId("search").focus(),
  l: decideAlike, n: () => byId("note") && byId("note").focus(), e: showExport, "?": showHelp,
};

const pageKeys = (event) => {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || byId("dialog").open) return;
  if (!settings.keys || view.tab !== "findings") return;
  const choice = DECISIONS.find((one) => one.key === key);
  if (choice) decide(choice.word);
  else if (actions[key]) actions[key]();
  else return;
  event.preventDefault();
};

/* --- start --- */

const listen = () => {
  byId("tab-findings").addEventListener("click", () => showTab("findings"));
  byId("tab-times").addEventListener("click", () => showTab("times"));
  byId("search").addEventListener("input", later((event) => { filter.query = event.target.value.trim(); filterChanged(); }, 120));
  byId("search").addEventListener("keydown", (event) => {
    if (event.key !== "Enter" && event.key !== "ArrowDown") return;
    event.preventDefault();
    byId("list").focus();
    if (!data.byId.has(view.chosen) || !isListed(data.byId.get(view.chosen))) moveBy(0);
  });
  byId("sort").addEventListener("change", (event) => { filter.sort = event.target.value; filterChanged(); });
  byId("list").addEventListener("scroll", () => window.requestAnimationFrame(() => drawList()));
  byId("list").addEventListener("keydown", listKeys);
  byId("list").addEventListener("click", (event) => {
    const row = event.target.closest(".row");
    if (row) { choose(row.dataset.id); openNarrow(); }
  });
  byId("deeper").addEventListener("click", readQuotes);
  byId("undo").addEventListener("click", undo);
  byId("export").addEventListener("click", showExport);
  byId("print").addEventListener("click", printPage);
  byId("language").addEventListener("click", nextLanguage);
  byId("theme").addEventListener("click", nextTheme);
  byId("help").addEventListener("click", showHelp);
  const side = (open) => {
    byId("side").classList.toggle("open", open);
    byId("side-open").setAttribute("aria-expanded", String(open));
    byId(open ? "side-close" : "side-open").focus();
  };
  byId("side-open").addEventListener("click", () => side(true));
  byId("side-close").addEventListener("click", () => side(false));
  byId("back").addEventListener("click", () => {
    byId("view-findings").classList.remove("reading");
    measureList();
    drawList(true);
    byId("list").focus();
  });
  document.addEventListener("keydown", pageKeys);
  window.addEventListener("hashchange", readAddress);
  window.addEventListener("popstate", readAddress);
  window.addEventListener("beforeprint", fillPaper);
  window.addEventListener("beforeunload", (event) => {
    if (!memory.works() && ownDecisions().length > 0) event.preventDefault();
  });
  window.addEventListener("resize", later(() => { measureList(); drawList(true); }, 100));
  window.addEventListener("storage", (event) => {
    const start = `${memory.prefix}finding/`;
    if (!event.key || !event.key.startsWith(start)) return;
    const id = event.key.slice(start.length);
    readDecision(id);
    const row = data.byId.get(id);
    if (row) { reindex(row); decisionsChanged(row); }
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", applyTheme);
};

/* All rows, piece by piece; the page can be used from the first one on. */
const loadRows = async () => {
  const pieces = Math.ceil(data.head.count / data.head.rows);
  for (let at = 0; at < pieces; at++) {
    const from = data.rows.length;
    addRows(await piece("rows", at));
    data.pieces.delete(pieceName("rows", at));
    indexRows(from);
    if (at === 0) performance.mark("selisih-usable");
    if (at === 0 && pieces > 1) { addressWritten = "-"; readAddress(); }
    else if (pieces > 1) drawCount();
  }
};

const start = async (head) => {
  data.head = head;
  readWords(head);
  chooseLanguage(memory.get("language") || head.ui);
  applyTheme();
  readDecisions();
  byId("plain").remove();
  byId("app").hidden = false;
  sayWords();
  listen();
  if (!memory.works()) warnOfMemory();
  await loadRows();
  addressWritten = "-";
  readAddress();
  document.documentElement.dataset.ready = "yes";
};

if (embedded(pieceName("head", 0))) start(readEmbedded(pieceName("head", 0)));
