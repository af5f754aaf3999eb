// What every journey needs: a demo of its own, a browser, pictures, and a look by axe.
//
//   const demo = await startDemo(t, ['--stage', 'open']);   // stopped when the test ends
//   const page = await openPage(t, { size: 'phone', script: false });
//   await page.goto(demo.url('/'));
//   await takePicture(page, 'front-page');
//   await assertAccessible(page);
//
// A page that raises an error or asks for anything outside this machine fails its test.

import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import axe from 'axe-core';
import { chromium } from 'playwright-core';

const HERE = dirname(fileURLToPath(import.meta.url));
const ROOT = resolve(HERE, '../..');
const SHOTS = join(HERE, 'shots');
const BINARY = join(process.env.CARGO_TARGET_DIR ?? join(ROOT, 'target'), 'debug/minsheng');
const CHROMIUM = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** A demo fills a prefecture in an unoptimised build, maybe while other work goes on. */
const DEMO_STARTS_WITHIN_MS = 120_000;

const SIZES = {
  phone: { viewport: { width: 360, height: 640 }, deviceScaleFactor: 2, hasTouch: true },
  desk: { viewport: { width: 1366, height: 768 }, deviceScaleFactor: 1, hasTouch: false },
  hall: { viewport: { width: 1920, height: 1080 }, deviceScaleFactor: 1, hasTouch: false },
};

/** Why no demo can be started, or `false`: fits a test's `skip`. */
export function whyNoDemo() {
  if (!existsSync(BINARY)) return 'the program is not built: cargo build';
  const help = spawnSync(BINARY, ['demo', '--help'], { encoding: 'utf8', timeout: 10_000 });
  return help.stdout?.includes('--json') ? false : 'the program has no `demo` yet';
}

/** Starts a demo on a free port and stops it when the test ends. */
export async function startDemo(t, options = []) {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-browser-'));
  const codesFile = join(folder, 'codes.csv');
  const child = spawn(
    BINARY,
    ['demo', '--dir', join(folder, 'data'), '--listen', '127.0.0.1:0', '--json', '--codes', codesFile, ...options],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (log = (log + text).slice(-20_000)));
  const exited = new Promise((done) => child.once('exit', done));
  t.after(async () => {
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
    await exited;
    clearTimeout(timer);
    rmSync(folder, { recursive: true, force: true });
  });

  const facts = await firstObject(child, exited, () => log);
  const address = facts.address.startsWith('http') ? facts.address : `http://${facts.address}`;
  return {
    ...facts,
    folder,
    /** The full address of a path. */
    url: (path) => new URL(path, address).href,
    /** The slips: `deputy_no`, `code`, `url`. */
    codes: () => readTable(codesFile),
    /** The staff account with this role, of this congress if one is named. */
    staffOf: (role, congress) =>
      facts.staff.find((one) => one.role === role && (!congress || one.congress === congress)),
    /** The program hears and says nothing, as if the line were down, until it goes on. */
    freeze: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
    /** What the program wrote to its log so far. */
    log: () => log,
  };
}

/** The first JSON object that the child prints. */
async function firstObject(child, exited, log) {
  let printed = '';
  child.stdout.setEncoding('utf8');
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`the demo did not start:\n${log()}`)), DEMO_STARTS_WITHIN_MS);
    exited.then((code) => {
      clearTimeout(timer);
      fail(new Error(`the demo ended with ${code}:\n${log()}`));
    });
    child.stdout.on('data', (text) => {
      printed += text;
      try {
        const facts = JSON.parse(printed);
        clearTimeout(timer);
        done(facts);
      } catch {
        // not all of it is there yet
      }
    });
  });
}

/** A CSV file without quoted fields, as an array of objects. */
function readTable(file) {
  const [header, ...lines] = readFileSync(file, 'utf8').replace(/^\uFEFF/, '').trim().split(/\r?\n/);
  const names = header.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}

let launched;

/** The one browser of a test file. */
function browser() {
  launched ??= chromium.launch({
    executablePath: CHROMIUM,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
    ],
  });
  return launched;
}

/** Closes the browser; call it in the file's `after`. */
export async function closeBrowser() {
  await (await launched)?.close();
  launched = undefined;
}

/**
 * A page in a context of its own: nobody is signed in, no cookie is there.
 * `size` is `phone`, `desk` or `hall`; `script: false` turns JavaScript off.
 */
export async function openPage(t, { size = 'desk', script = true, language = 'zh-CN', ...more } = {}) {
  const context = await (await browser()).newContext({
    ...SIZES[size],
    javaScriptEnabled: script,
    locale: language,
    timezoneId: 'Asia/Shanghai',
    ...more,
  });
  if (!script) scriptless.add(context);
  const trouble = [];
  context.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    const isHere = ['127.0.0.1', 'localhost'].includes(hostname) || ['data:', 'blob:'].includes(protocol);
    if (!isHere) trouble.push(`asked for ${request.url()}`);
  });
  context.on('weberror', (error) => trouble.push(String(error.error())));
  context.on('console', (message) => {
    const isRefusal = message.text().includes('Content Security Policy');
    if (message.type() === 'error' && isRefusal) trouble.push(message.text());
  });
  t.after(async () => {
    await context.close();
    assert.deepEqual(trouble, [], 'the page raised errors or reached outside');
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** A picture of the whole page in `shots`. */
export async function takePicture(page, name) {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true, animations: 'disabled' });
}

/** Contexts whose pages run no script: axe waits there for a promise that never comes. */
const scriptless = new WeakSet();

/**
 * What axe finds that is serious or critical. It needs JavaScript: on a page without it nothing is looked for, so a
 * journey that runs both ways is checked by its run with JavaScript.
 */
export async function seriousFindings(page) {
  if (scriptless.has(page.context())) return [];
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** Fails when axe finds anything serious or critical. */
export async function assertAccessible(page) {
  assert.deepEqual(await seriousFindings(page), [], `axe at ${page.url()}`);
}

/** Fails when the page scrolls sideways. */
export async function assertFits(page) {
  const [content, view] = await page.evaluate(() => {
    const root = document.documentElement;
    return [root.scrollWidth, root.clientWidth];
  });
  assert.ok(content <= view, `${page.url()} is ${content} px wide in a view of ${view} px`);
}
