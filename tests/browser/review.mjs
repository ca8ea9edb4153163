/* A review is walked: filters, addresses, keys, undo, what the browser keeps, the export. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf, articles, check, end, newPage, open, reportsOf, run, same, step, text } from "./tests.mjs";

const index = join(reportsOf("review", articles()), "index.html");
const page = await newPage({ acceptDownloads: true });
const count = () => text(page, "#count");
const hash = () => page.evaluate(() => window.location.hash);
const chosen = () => page.getAttribute(".row[aria-selected=true]", "data-id");
const badge = (id) => page.locator(`#row-${id} .badge`).allInnerTexts();

await step("the page opens", async () => {
  await open(page, index);
  same("all findings are listed", await count(), "7 of 7");
  check("the table for readers without script is gone", (await page.locator("#plain").count()) === 0);
  same("nothing is decided", await text(page, "#progress-text"), "0 of 7 decided");
});

await step("filters", async () => {
  await page.getByRole("checkbox", { name: "Weekday that is not the date's" }).check();
  same("a facet lists what it names", await count(), "2 of 7");
  same("its own other values stay countable", await page.locator("#facet-rule label").count(), 4);
  same("another facet counts what is listed", await page.locator("#facet-severity label").allInnerTexts(), ["Error\n2"]);
  check("the filter stands in the address", (await hash()).includes("rule=weekday-date"));
  await page.getByRole("checkbox", { name: "Two numbers for one thing" }).check();
  same("two values of a facet add up", await count(), "3 of 7");
  await page.locator("#chips button").last().click();
  same("all filters are cleared at once", await count(), "7 of 7");
  await page.fill("#search", "lavrov moskow");
  await page.waitForFunction(() => document.querySelector("#count").textContent.startsWith("1 "));
  same("a search looks into quotes", await count(), "1 of 7");
  await page.fill("#search", "");
  await page.waitForFunction(() => document.querySelector("#count").textContent.startsWith("7 "));
});

await step("a filter opens by its address", async () => {
  await open(page, index, "#rule=weekday-date&q=senin");
  same("it lists the same", await count(), "1 of 7");
  check("the box is ticked", await page.getByRole("checkbox", { name: "Weekday that is not the date's" }).isChecked());
});

let office = "";
await step("a finding opens by its address", async () => {
  await open(page, index);
  await page.fill("#search", "harian dua lavrov");
  await page.waitForFunction(() => document.querySelectorAll(".row").length === 1);
  await page.click(".row");
  office = await chosen();
  await open(page, index, `#f=${office}`);
  same("it is chosen in the list", await chosen(), office);
  const found = await page.locator("#finding").innerText();
  for (const words of ["Sergei Shoigu", "Sergei Lavrov", "Harian Satu", "Harian Dua", "27 July 2023", "articles.jsonl:1"]) {
    check(`it tells ${words}`, found.includes(words), found);
  }
  same("the words at odds are marked", await page.locator("#finding mark").allInnerTexts(),
    ["Menteri Luar Negeri Rusia Sergei Shoigu", "Menteri Luar Negeri Rusia Sergei Lavrov"]);
  check("the other article that says so is listed", (await text(page, ".others")).includes("Daily Three"));
  same("links lead to the web, and tell it nothing", await page.locator("#finding .place a").evaluateAll(
    (all) => all.map((a) => [a.href, a.rel])),
    [["https://satu.example/menlu", "noopener noreferrer"], ["https://dua.example/menlu", "noopener noreferrer"]]);
  await page.waitForSelector("#finding-time svg");
  same("with both claims in it", [await page.locator("#finding-time .claim.a").count(), await page.locator("#finding-time .claim.b").count()], [1, 1]);
  check("the office has its time line", (await page.getAttribute("#finding-time svg", "aria-label")).includes("Sergei Lavrov"));
});

await step("scores are covered until a decision", async () => {
  same("no points", await page.locator(".terms").count(), 0);
  await page.keyboard.press("s");
  same("a key uncovers them", await page.locator(".terms").count(), 1);
  await open(page, index, `#f=${office}`);
  same("covered again", await page.locator(".terms").count(), 0);
});

await step("decisions by keys", async () => {
  await page.keyboard.press("a");
  same("the row shows it", await badge(office), ["A is wrong"]);
  check("the next open finding is chosen", (await chosen()) !== office);
  same("progress", await text(page, "#progress-text"), "1 of 7 decided");
  const told = await page.locator("#toast").textContent();
  check("it is announced, with the score now", /^A is wrong \(score \d+\)$/.test(told), told);
  await open(page, index, `#f=${office}`);
  same("it is kept over a reload", await badge(office), ["A is wrong"]);
  same("now the points are open", await page.locator(".terms").count(), 1);
  await page.keyboard.press("d");
  same("it can be decided again", await badge(office), ["Not the same thing"]);
  await page.keyboard.press("z");
  same("undo takes back the last", await badge(office), ["A is wrong"]);
  same("undo shows the finding", await chosen(), office);
  await page.keyboard.press("a");
});

await step("one wrong statement against many", async () => {
  const offer = await text(page, "#alike");
  check("the others are offered", offer.includes("Harian Satu") || offer.includes("1 other"), offer);
  await page.keyboard.press("l");
  same("they are decided alike", await text(page, "#progress-text"), "2 of 7 decided");
  same("each with its own side", (await page.locator(".row .badge").allInnerTexts()).sort(), ["A is wrong", "B is wrong"]);
  await page.keyboard.press("z");
  same("and undone at once", await text(page, "#progress-text"), "1 of 7 decided");
  await open(page, index, `#f=${office}`);
});

await step("a note, with keys of its own", async () => {
  await page.keyboard.press("n");
  await page.keyboard.type("=cmd|' /C calc'!A0, \"x\"");
  await page.keyboard.press("Enter");
  same("typing decided nothing", await badge(office), ["A is wrong"]);
  await page.fill("#expires", "2027-01-31");
  await page.locator("#expires").blur();
});

await step("one side alone", async () => {
  await open(page, index, "#rule=weekday-date");
  await page.locator(".row").first().click();
  same("there is no second side to be wrong", await page.locator("#decide button[data-decision]").count(), 3);
  await page.keyboard.press("b");
  same("its key does nothing", await text(page, "#progress-text"), "1 of 7 decided");
  await page.keyboard.press("m");
  same("progress", await text(page, "#progress-text"), "2 of 7 decided");
});

await step("keys can be turned off", async () => {
  await page.keyboard.press("?");
  await page.getByLabel("Single keys decide").uncheck();
  await page.keyboard.press("Escape");
  await page.keyboard.press("m");
  same("nothing decided", await text(page, "#progress-text"), "2 of 7 decided");
  await page.click("#help");
  await page.getByLabel("Single keys decide").check();
  await page.keyboard.press("Escape");
});

let exported = "";
await step("the export", async () => {
  await page.keyboard.press("e");
  await page.fill("#by", "Rara, redaktur");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  same("its name", download.suggestedFilename(), "decisions.csv");
  exported = readFileSync(await download.path(), "utf8");
  const lines = exported.split("\n");
  const on = await page.evaluate((id) => JSON.parse(localStorage.getItem(`selisih/finding/${id}`)).on, office);
  same("the columns", lines[0], "finding_id,decision,by,on,expires,note,a_value,b_value");
  const row = lines.find((line) => line.startsWith(office));
  same("a decision, with nothing that a spreadsheet runs", row,
    `${office},a-wrong,"Rara, redaktur",${on},2027-01-31,"'=cmd|' /C calc'!A0, ""x""",sergei shoigu,sergei lavrov`);
  check("the other one", lines.some((line) => line.includes(",misread,")));
  same("no more", lines.length, 4);
});

await step("the corpus takes the export, and the next check honours it", async () => {
  const files = { "corpus/articles.jsonl": articles()["articles.jsonl"], "export.csv": exported };
  const merged = run("merge", files, "review", "export.csv", "corpus", "--isolated");
  same("review takes it", merged.status, 0);
  const checked = run("merge", {}, "check", "corpus", "--claims", "claims", "--reports", "reports", "--quiet", "--isolated");
  same("what is wrong still fails", checked.status, 1);
  const states = readFileSync(join(merged.at, "reports", "conflicts.csv"), "utf8").split("\n")
    .filter((line) => line.includes(",waived,")).map((line) => line.slice(0, 16));
  const misread = exported.split("\n").find((line) => line.includes(",misread,")).slice(0, 16);
  same("what was misread is waived", states, [misread]);
  const after = await newPage();
  await open(after, join(merged.at, "reports", "index.html"), `#f=${office}`);
  await after.waitForSelector("#finding .decided");
  const told = await text(after, "#finding .decided");
  for (const words of ["A is wrong", "Rara, redaktur", "until 2027-01-31", "=cmd|' /C calc'!A0, \"x\""]) {
    check(`the page tells ${words}`, told.includes(words), told);
  }
  same("both count as decided", await text(after, "#progress-text"), "2 of 7 decided");
  await after.locator("#facet-decision label", { hasText: "Misread" }).click();
  same("and can be listed", await after.locator(".row .badge").allInnerTexts(), ["Misread"]);
  await after.context().close();
});

await step("the language changes in place", async () => {
  await page.click("#language");
  same("words of the page", await text(page, "#tab-times"), "Garis waktu");
  same("its language is told", await page.getAttribute("html", "lang"), "id");
  await open(page, index);
  same("it is kept", await text(page, "#tab-findings"), "Temuan");
  await page.click("#language");
});

await step("time lines", async () => {
  await page.click("#tab-times");
  await page.waitForSelector("#view-times svg");
  const charts = await page.locator("#view-times figure h3").allInnerTexts();
  check("of an office and of a count", charts.length === 2, charts.join("; "));
  await page.goBack();
  check("back leads to the findings", await page.locator("#view-findings").isVisible());
});

await step("paper", async () => {
  await open(page, index, "#rule=weekday-date");
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  same("what is listed is printed, decisions with it", await page.locator("#paper article .answer").allInnerTexts(),
    ["Misread", "not decided ____________________"]);
  check("and nothing else", await page.locator("#app").isHidden());
  await page.emulateMedia({ media: "screen" });
});

await step("the page in pieces", async () => {
  const split = join(reportsOf("split", articles(), "--output", "html-split:site"), "../site/index.html");
  await open(page, split, `#f=${office}`);
  same("lists the same", await count(), "7 of 7");
  await page.waitForSelector("#finding mark");
  check("tells the same", (await page.locator("#finding").innerText()).includes("Harian Dua"));
  await page.fill("#search", "wartawan");
  await page.waitForFunction(() => document.querySelector("#count").textContent.startsWith("0 "));
  await page.click("#deeper");
  await page.waitForFunction(() => document.querySelector("#count").textContent.startsWith("1 "));
  check("quotes are searched when asked for", await page.locator("#deeper").isHidden());
});

await step("without script", async () => {
  const plain = await newPage({ javaScriptEnabled: false });
  await plain.goto(addressOf(index));
  same("a table of all findings", await plain.locator("#plain tbody tr").count(), 7);
  same("with both quotes marked", await plain.locator("#plain mark").count(), 12);
});

await end();
