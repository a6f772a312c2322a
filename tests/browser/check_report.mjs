// Clicks through baocao.html in a real browser: filter, heat map cell, quotes, chart, timeline, findings, keyboard, phone width.
// Not part of the suite (it needs Chromium and `npm install playwright-core`):
//   node tests/browser/check_report.mjs data/out/baocao.html [folder for pictures]
import {chromium} from "playwright-core";
import {mkdirSync} from "node:fs";
import {resolve} from "node:path";

const [page_, pictures] = process.argv.slice(2);
if (!page_) { console.error("usage: node tests/browser/check_report.mjs REPORT.html [PICTURES]"); process.exit(2); }
if (pictures) mkdirSync(pictures, {recursive: true});
let failed = 0;
const check = (what, ok, more = "") => { console.log(`${ok ? "ok  " : "FAIL"} ${what}${more ? ": " + more : ""}`); failed += ok ? 0 : 1; };

const browser = await chromium.launch({executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"]});
const page = await browser.newPage({viewport: {width: 1366, height: 768}});
const problems = [], asked = [];
page.on("pageerror", (e) => problems.push(String(e)));
page.on("console", (m) => { if (m.type() === "error") problems.push(m.text()); });
page.on("dialog", (d) => { problems.push("dialog: " + d.message()); d.dismiss(); });
page.on("request", (r) => { if (!r.url().startsWith("file:") && !r.url().startsWith("data:")) asked.push(r.url()); });
const shot = async (name, full = false) => { if (pictures) await page.screenshot({path: `${pictures}/${name}.png`, fullPage: full}); };

const start = Date.now();
await page.goto("file://" + resolve(page_));
await page.waitForFunction(() => document.documentElement.dataset.ready === "1");
check("ready", true, `${Date.now() - start} ms`);
await shot("1-top");

const rows = () => page.locator("#heat tbody tr").count();
const all = await rows();
check("heat map has rows", all > 0, `${all}`);
const word = (await page.locator("#heat tbody tr").last().locator("button.link").innerText()).split(" ").slice(-2).join(" ");
await page.fill("#heat-text", word);
const fewer = await rows();
check("filter by wording", fewer > 0 && fewer <= all, `“${word}”: ${fewer} of ${all}`);
await page.fill("#heat-text", "không có chỉ tiêu nào như thế này");
check("nothing found is told", (await page.locator("#heat .empty").count()) === 1);
await page.fill("#heat-text", "");
await page.locator("#chenh-lech").scrollIntoViewIfNeeded();
await page.evaluate(() => document.getElementById("chenh-lech").scrollIntoView());
await shot("2-heat");

await page.locator("#heat td.cell:not(.none)").first().click();
check("a cell opens its record", await page.locator("#box").isVisible());
check("two quotes with places", (await page.locator("#box blockquote").count()) >= 2 && (await page.locator("#box .where").count()) >= 2);
check("why they differ", (await page.locator("#why li").count()) >= 1, (await page.locator("#why li").first().innerText()).slice(0, 90));
await shot("3-why");
const others = await page.locator("#with option").count();
await page.selectOption("#with", {index: others - 1});
check("another commune beside it", (await page.locator("#other").innerText()).length > 5);
await page.keyboard.press("Escape");
check("Escape closes", !(await page.locator("#box").isVisible()));
check("focus returns to the cell", await page.evaluate(() => document.activeElement?.classList.contains("cell")));
await page.keyboard.press("ArrowRight");
await page.keyboard.press("Enter");
check("arrows and Enter open a cell", await page.locator("#box").isVisible());
await page.locator("#to-ind").click();
check("from a cell to its indicator", !(await page.locator("#box").isVisible()) && (await page.evaluate(() => document.activeElement?.id)) === "ind");
await page.waitForTimeout(100);
await shot("4-indicator");
const dots = page.locator("#ind-chart circle.dot");
check("chart has a dot for each commune with a value", (await dots.count()) > 0, `${await dots.count()}`);
await dots.first().focus();
await page.keyboard.press("Enter");
check("a dot opens its record", (await page.locator("#box blockquote").count()) >= 1);
await page.locator("#to-com").click();
check("from a record to the commune", (await page.locator("#box h3").count()) >= 2);
await shot("5-commune");
await page.keyboard.press("Escape");
await page.locator("#ind-table th button").nth(1).click();
check("sorting is announced", (await page.locator('#ind-table th[aria-sort="ascending"]').count()) === 1);

if (await page.locator("#tiep-thu").isVisible()) {
  await page.evaluate(() => document.getElementById("tiep-thu").scrollIntoView());
  await shot("5b-coverage");
  await page.locator("#cov .count").first().click();
  check("coverage shows both wordings", (await page.locator("#box blockquote").count()) >= 1 && (await page.locator("#box .rows li").count()) >= 1);
  await shot("5c-coverage-quotes");
  await page.keyboard.press("Escape");
}
await page.evaluate(() => document.getElementById("tien-do").scrollIntoView());
await shot("6-timeline");
const count = page.locator("#time .count").first();
if (await count.count()) {
  const number = +(await count.innerText());
  await count.click();
  check("a count opens its tasks", (await page.locator("#box .rows li").count()) === Math.min(300, number), `${number}`);
  await shot("7-tasks");
  await page.keyboard.press("Escape");
}
await page.evaluate(() => document.getElementById("phat-hien").scrollIntoView());
await shot("8-findings");
const kinds = await page.locator("#find-kind option").count();
if (kinds > 1) {
  await page.selectOption("#find-kind", {index: 1});
  const told = +(await page.locator("#find-n").innerText()).split(" ")[0];
  check("findings by kind", told > 0 && (await page.locator("#find li").count()) === Math.min(60, told), `${told}`);
}
const strange = await page.evaluate(() => document.querySelectorAll("img,iframe,object,embed,form,link,main b b,[onerror],[onclick]").length + document.scripts.length - 2);
check("no element comes from a document's text", strange === 0, `${strange}`);
const broken = await page.evaluate(() => [...document.querySelectorAll("button,input,select,svg,[role=button]")].filter((e) => !(e.textContent.trim() || e.getAttribute("aria-label") || e.closest("label") || e.getAttribute("aria-hidden"))).length);
check("every control has a name", broken === 0, `${broken}`);

await page.setViewportSize({width: 390, height: 844});
await page.evaluate(() => scrollTo(0, 0));
await shot("9-phone");
const wide = await page.evaluate(() => document.documentElement.scrollWidth);
check("a phone need not scroll sideways", wide <= 392, `${wide}`);
await page.evaluate(() => document.getElementById("chenh-lech").scrollIntoView());
await shot("10-phone-heat");
await page.setViewportSize({width: 1366, height: 768});
if (pictures) await page.pdf({path: `${pictures}/print.pdf`, preferCSSPageSize: true});
check("nothing is loaded from elsewhere", asked.length === 0, asked.slice(0, 3).join(" "));
check("no error, no dialog", problems.length === 0, problems.slice(0, 3).join(" | "));
await browser.close();
process.exit(failed ? 1 : 0);
