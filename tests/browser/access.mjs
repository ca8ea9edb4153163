/* axe-core finds nothing serious: both themes, both languages, every view, wide and narrow. */
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { articles, check, end, newPage, open, reportsOf, same, step } from "./tests.mjs";

let axe = "";
try {
  axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
} catch (missing) {
  console.log("SKIPPED: no npm package axe-core here: sh tests/run.sh installs it");
  process.exit(77);
}

const index = join(reportsOf("access", articles()), "index.html");

/* In a world of its own: the page's policy lets no script run but its own. */
const audit = async (page, what) => {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id });
  const run = async (expression) => {
    const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
      contextId: executionContextId, expression, awaitPromise: true, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception.description);
    return result.value;
  };
  await run(axe);
  const found = await run(`axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
    violations.filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => id + ": " + nodes.slice(0, 3).map((node) => node.html + " " + node.failureSummary).join(" | ")))`);
  same(`axe: ${what}`, found, []);
};

for (const colorScheme of ["light", "dark"]) {
  for (const language of ["en", "id"]) {
    await step(`${colorScheme} ${language}`, async () => {
      const page = await newPage({ colorScheme });
      await page.addInitScript((code) => {
        if (window.location.protocol === "file:") window.localStorage.setItem("selisih/language", code);
      }, language);
      await open(page, index);
      const what = `${colorScheme}, ${language}`;
      await audit(page, `${what}: nothing chosen`);
      await page.keyboard.press("j");
      await page.waitForSelector("#finding mark");
      await audit(page, `${what}: a finding`);
      await page.click("#uncover");
      await page.keyboard.press("u");
      await audit(page, `${what}: decided`);
      await page.locator(".row", { hasText: "Harian Dua" }).first().click();
      await page.keyboard.press("a");
      await page.waitForSelector("#alike");
      await audit(page, `${what}: others alike`);
      await page.click("#help");
      await audit(page, `${what}: help`);
      await page.keyboard.press("Escape");
      await page.click("#export");
      await audit(page, `${what}: export`);
      await page.keyboard.press("Escape");
      await page.fill("#search", "zzzz");
      await page.waitForSelector("#none:visible");
      await audit(page, `${what}: nothing found`);
      await page.click("#tab-times");
      await page.waitForSelector("#view-times svg");
      await audit(page, `${what}: time lines`);
      await page.context().close();
    });
  }
}

await step("narrow", async () => {
  const page = await newPage({ viewport: { width: 390, height: 844 } });
  await open(page, index);
  await audit(page, "narrow: list");
  await page.click("#side-open");
  await audit(page, "narrow: filters");
  await page.click("#side-close");
  await page.locator(".row").first().click();
  await page.waitForSelector("#finding mark");
  await audit(page, "narrow: finding");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  check("nothing is wider than the screen", wide <= 390, String(wide));
});

/* axe is a script itself: the page without its own script is what is seen without any. */
const bare = index.replace(/index\.html$/, "bare.html");
writeFileSync(bare, readFileSync(index, "utf8").replace(/<script>\(\(\) => \{[^]*<\/script>/, ""));
for (const colorScheme of ["light", "dark"]) {
  await step(`without script, ${colorScheme}`, async () => {
    const page = await newPage({ colorScheme });
    await page.goto(`file://${bare}`);
    same("the page says its language", await page.getAttribute("html", "lang"), "en");
    await audit(page, `without script, ${colorScheme}`);
  });
}

await step("by keys alone", async () => {
  const page = await newPage();
  await open(page, index);
  await page.keyboard.press("Tab");
  same("first a way past the tools", await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("Enter");
  await page.locator("#list").focus();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const active = await page.getAttribute("#list", "aria-activedescendant");
  check("arrows choose, and readers are told which", active !== null && (await page.locator(`#${active}[aria-selected=true]`).count()) === 1);
  same("of how many", await page.getAttribute(`#${active}`, "aria-setsize"), "7");
  await page.keyboard.press("End");
  same("the end", await page.getAttribute(`#${await page.getAttribute("#list", "aria-activedescendant")}`, "aria-posinset"), "7");
  await page.keyboard.press("Enter");
  same("Enter leads to the finding", await page.evaluate(() => document.activeElement.id), "detail");
});

await end();
