/*
 * A hundred thousand findings: the page is in pieces, its first paint waits for none of them, and
 * scrolling, filters and search stay fluid. Prints what it measured.
 */
import { join } from "node:path";
import { existsSync } from "node:fs";
import { check, end, newPage, open, reportsOf, same, step, text } from "./tests.mjs";

const ARTICLES = 1000;
const SENTENCES = 100;
const places = ["Demak", "Kudus", "Jepara", "Blora", "Rembang", "Pati", "Tegal", "Brebes"];

/* Each sentence has a weekday that is not its date's. */
const article = (i) => {
  const sentences = [];
  for (let n = 0; n < SENTENCES; n++) {
    const year = 1950 + ((i * 7 + n) % 70);
    const month = n % 12;
    const day = 1 + ((i + 3 * n) % 28);
    const names = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
    const months = ["Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"];
    const wrong = names[(new Date(Date.UTC(year, month, day)).getUTCDay() + 2) % 7];
    sentences.push(`Pasar di ${places[(i + n) % places.length]} dibuka pada ${wrong}, ${day} ${months[month]} ${year}.`);
  }
  return JSON.stringify({ id: `berita-${i}`, source: `Harian ${i % 40}`, published: "2023-07-30", lang: "id", text: sentences.join(" ") });
};

const began = Date.now();
const reports = reportsOf("many", { "banyak.jsonl": Array.from({ length: ARTICLES }, (_, i) => article(i)).join("\n") });
console.log(`checked and written in ${Date.now() - began} ms`);

await step("many", async () => {
  const page = await newPage();
  const opened = Date.now();
  await open(page, join(reports, "index.html"));
  const ready = Date.now() - opened;
  const paint = await page.evaluate(() => Math.round(performance.getEntriesByName("first-contentful-paint")[0].startTime));
  const first = await page.evaluate(() => Math.round(performance.getEntriesByName("selisih-usable")[0].startTime));
  console.log(`first paint after ${paint} ms, usable after ${first} ms, all rows after ${ready} ms`);
  check("it is in pieces", existsSync(join(reports, "page", "head-0.js")));
  const count = await text(page, "#count");
  check("all are listed", /^(100|99),\d{3} of/.test(count), count);
  check("the first paint waits for no piece", paint < 5000, `${paint} ms`);
  check("a few rows are in the page", (await page.locator(".row").count()) < 60);

  const took = async (action) => {
    const from = Date.now();
    await action();
    return Date.now() - from;
  };
  const scroll = await took(async () => {
    await page.evaluate(() => { const list = document.querySelector("#list"); list.scrollTop = list.scrollHeight; });
    await page.waitForFunction(() => [...document.querySelectorAll(".row")].some((row) => row.getAttribute("aria-posinset") === row.getAttribute("aria-setsize")));
  });
  const filter = await took(async () => {
    await page.locator("#facet-source label").first().click();
    await page.waitForFunction((before) => document.querySelector("#count").textContent !== before, count);
  });
  const search = await took(async () => {
    await page.fill("#search", "berita-77 1971");
    await page.waitForFunction(() => /^\d{1,3} of/.test(document.querySelector("#count").textContent));
  });
  console.log(`to the end ${scroll} ms, filter ${filter} ms, search ${search} ms`);
  check("fluid", scroll < 5000 && filter < 5000 && search < 10000);
  await page.locator("#chips button").last().click();
  await page.locator("#list").focus();
  await page.keyboard.press("End");
  await page.waitForSelector("#finding mark");
  const decide = await took(async () => {
    await page.keyboard.press("m");
    await page.waitForFunction(() => document.querySelector("#progress-text").textContent.startsWith("1 "));
  });
  console.log(`a decision ${decide} ms`);
  check("a decision is quick", decide < 5000, `${decide} ms`);
  const id = await page.getAttribute(".row[aria-selected=true]", "data-id");
  await open(page, join(reports, "index.html"), `#f=${id}`);
  await page.waitForSelector("#finding mark");
  same("an address opens one of them", await page.getAttribute(".row[aria-selected=true]", "data-id"), id);
});

await end();
