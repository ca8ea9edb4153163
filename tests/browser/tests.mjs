/*
 * tests.mjs - what the tests of the review page share: a browser, reports, checks.
 *
 *     node review.mjs SELISIH
 *
 * Each file is one test of ctest. It exits with 0 when all its steps passed, 1 when one failed,
 * 77 where there is no browser: the test is then shown as skipped, with what is missing.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const SKIPPED = 77;
const LONGEST = 600000;
export const here = dirname(fileURLToPath(import.meta.url));
const selisih = resolve(process.argv[2] || "build/selisih");
const work = mkdtempSync(join(tmpdir(), "selisih-page-"));
let failed = 0;

const skip = (what) => {
  console.log(`SKIPPED: ${what}: sh tests/run.sh installs it`);
  rmSync(work, { recursive: true, force: true });
  process.exit(SKIPPED);
};

const findBrowser = () => {
  const known = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  return known.find((path) => path && existsSync(path)) || skip("no chromium here");
};

const load = async (name) => {
  try {
    return await import(name);
  } catch (missing) {
    return skip(`no npm package ${name} here`);
  }
};

const executablePath = findBrowser();
const { chromium } = await load("playwright-core");
export const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

/* Runs the command in a new folder, with `files` in it by name; what it prints and that folder. */
export const run = (folder, files, ...args) => {
  const at = join(work, folder);
  mkdirSync(at, { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(at, name)), { recursive: true });
    writeFileSync(join(at, name), text);
  }
  try {
    return { at, status: 0, out: execFileSync(selisih, args, { cwd: at, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] }) };
  } catch (ended) {
    return { at, status: ended.status, out: `${ended.stdout}${ended.stderr}` };
  }
};

/* The reports of a check of `files`. */
export const reportsOf = (folder, files, ...options) => {
  const { at, status, out } = run(folder, files, "check", ...Object.keys(files), "--claims", "claims",
    "--reports", "reports", "--quiet", "--fail-level", "none", "--isolated", ...options);
  if (status !== 0) throw new Error(`selisih check: ${status}: ${out}`);
  return join(at, "reports");
};

export const articles = () => ({ "articles.jsonl": readFileSync(join(here, "articles.jsonl"), "utf8") });

/* Everything that a page did which it must not do. */
export const offences = [];
const watch = (page) => {
  page.on("pageerror", (error) => offences.push(`error: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") offences.push(`console: ${message.text()}`);
  });
  page.on("dialog", (dialog) => { offences.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (!/^(file|data|blob|about):/.test(request.url())) offences.push(`request: ${request.url()}`);
  });
};

export const newPage = async (options = {}) => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  watch(page);
  return page;
};

export const addressOf = (file, hash = "") => pathToFileURL(file).href + hash;

export const open = async (page, file, hash = "") => {
  await page.goto("about:blank"); /* so that the same address is loaded again */
  await page.goto(addressOf(file, hash));
  await page.waitForSelector("html[data-ready]", { state: "attached", timeout: 120000 });
};

export const check = (what, good, more = "") => {
  if (!good) failed++;
  console.log(`${good ? "ok" : "FAILED"}: ${what}${good || more === "" ? "" : `: ${more}`}`);
};
export const same = (what, got, wanted) =>
  check(what, JSON.stringify(got) === JSON.stringify(wanted), `${JSON.stringify(got)}, not ${JSON.stringify(wanted)}`);

export const text = (page, selector) => page.locator(selector).first().innerText();

/* A page that never answers fails the test, too. */
setTimeout(() => { console.log("FAILED: it took too long"); process.exit(1); }, LONGEST).unref();

/* Ends the test; a page that did what it must not do fails it. */
export const end = async () => {
  same("no page did what it must not", offences, []);
  await browser.close();
  rmSync(work, { recursive: true, force: true });
  process.exit(failed > 0 ? 1 : 0);
};

/* A step that throws fails the test with what it threw. */
export const step = async (what, action) => {
  try {
    await action();
  } catch (error) {
    check(what, false, error.stack);
  }
};
