/*
 * An article full of what must not run: scripts, quotes that end attributes, marks that turn the
 * direction of writing, cells that a spreadsheet would run, a link that is none, broken templates.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { check, end, newPage, open, reportsOf, same, step } from "./tests.mjs";

const evil = [
  "<script>window.ran = 1; alert(1)</script>",
  "<img src=x onerror=\"window.ran = 2\">",
  "\"><svg onload='window.ran = 3'>",
  "</script><script>window.ran = 4</script><!--",
  "\u202Egnirts\u202C \u2066x\u2069 \u2028 \u0007 \u001b[31m",
  "=cmd|' /C calc'!A0",
  "{{script}} {name} [x] $& $` ${window.ran = 5}",
  "javascript:window.ran=6",
].join(" ");

const record = (id, rest) => JSON.stringify({ lang: "id", published: "2023-07-30", id, ...rest });
const files = {
  "jahat.jsonl": [
    record(`satu ${evil}`, {
      source: `Harian ${evil}`, url: "javascript:window.ran=7", title: evil,
      text: `${evil} Rapat ${evil} digelar pada Senin, 25 Juli 2023 ${evil}. ${evil}`,
    }),
    record("=dua", {
      source: "=HYPERLINK(\"http://x.example\")", url: "https://x.example/\"onmouseover=\"window.ran=8",
      text: "Menteri Luar Negeri Rusia Sergei Shoigu tiba di Pyongyang pada Kamis, 27 Juli 2023.",
    }),
    record("+tiga", {
      source: "@SUM(A1)", url: "data:text/html,<script>window.ran=9</script>",
      text: "Menteri Luar Negeri Rusia Sergei Lavrov berbicara di Moskow pada Jumat, 28 Juli 2023.",
    }),
  ].join("\n"),
};

const reports = reportsOf("hostile", files, "--output", "html-split:site");
const ran = (page) => page.evaluate(() => [window.ran, document.querySelectorAll("#app script, #plain script, #app img, [onerror], [onload], [onmouseover]").length]);

for (const [name, file] of [["one file", join(reports, "index.html")], ["pieces", join(reports, "../site/index.html")]]) {
  await step(name, async () => {
    const page = await newPage();
    await open(page, file);
    const count = await page.locator(".row").count();
    check(`${name}: there are findings`, count >= 2, String(count));
    let seen = "";
    for (let i = 0; i < count; i++) {
      await page.locator(".row").nth(i).click();
      await page.waitForSelector("#finding mark");
      await page.click("#uncover");
      await page.locator("details.line summary").click();
      await page.hover("#finding blockquote");
      seen += await page.locator("#finding").innerText();
    }
    same(`${name}: nothing ran, nothing became an element`, await ran(page), [undefined, 0]);
    check(`${name}: the article's markup is shown as text`, seen.includes("<script>window.ran = 1; alert(1)</script>"));
    check(`${name}: controls are made visible`, !/[\u0000-\u0008\u000b-\u001f\u202a-\u202e\u2066-\u2069\u2028]/.test(seen) && seen.includes("\ufffd"));
    const links = await page.locator("#app a").evaluateAll((all) => all.map((a) => a.getAttribute("href")));
    same(`${name}: no link but to the web and this page`, links.filter((href) => !/^(https?:|#)/.test(href)), []);
    await page.click("#tab-times");
    await page.click("#language");
    await page.fill("#view-times input", evil);
    await page.click("#tab-findings");
    await page.fill("#search", evil);
    await page.evaluate((words) => { window.location.hash = `#q=${encodeURIComponent(words)}&f=${encodeURIComponent(words)}&source=${encodeURIComponent(words)}`; }, evil);
    await page.waitForTimeout(300);
    same(`${name}: an address runs nothing either`, await ran(page), [undefined, 0]);
    await page.context().close();
  });
}

await step("export", async () => {
  const page = await newPage();
  await open(page, join(reports, "index.html"));
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  await page.click("#export");
  await page.fill("#by", "+62 <b>\u202E");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const lines = readFileSync(await download.path(), "utf8").trimEnd().split("\n");
  same("a row a decision", lines.length, 2);
  check("a name is no formula", lines[1].includes(",'+62 <b>"), lines[1]);
  check("no cell begins a formula", !/(^|,)"?[=+@]/.test(lines[1]), lines[1]);
});

await step("without script", async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`file://${join(reports, "index.html")}`);
  const html = await page.content();
  check("the table holds no element of the article", !/<script>window|<img src=x|<svg onload/.test(html.slice(0, html.indexOf("</table>"))));
  const hrefs = await page.locator("#plain a").evaluateAll((all) => all.map((a) => a.protocol));
  same("and links to the web alone", [...new Set(hrefs)], ["https:"]);
});

await step("a browser that keeps nothing", async () => {
  const page = await newPage();
  await page.addInitScript(() => Object.defineProperty(window, "localStorage", { get() { throw new Error("denied"); } }));
  await open(page, join(reports, "index.html"));
  check("says so", (await page.locator("#warning").innerText()).includes("export"));
  await page.keyboard.press("j");
  await page.keyboard.press("m");
  check("decisions are made all the same", (await page.locator("#progress-text").innerText()).startsWith("1 of"));
});

await end();
