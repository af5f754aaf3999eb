// Remarks beside grades: deputies write them on phones of 360 px, the office reads them in groups of three without names.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, seriousFindings, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { isRight, speak } from './look.mjs';
import { closeAndCount, newSession, openVoting, press, signIn, two } from './staff.mjs';

after(closeBrowser);

/** A deputy's ballot: grades by line, and remarks where there are any. */
async function vote(t, demo, code, grades, remarks = {}, look = async () => {}) {
  const page = await openPage(t, { size: 'phone' });
  page.setDefaultTimeout(6_000);
  await page.goto(demo.url('/ballot'));
  await page.fill('#code', code);
  await page.click('main form button');
  for (const [at, grade] of [...grades].entries()) await page.click(`#m${at + 1}${grade}`);
  for (const [line, words] of Object.entries(remarks)) {
    if (!(await page.isVisible(`#r${line}`))) await page.click(`#line-${line} .remark summary`);
    await page.fill(`#r${line}`, words);
  }
  await look(page);
  await page.click('#next');
  await look(page);
  await page.click('.cast-form button');
  await page.waitForSelector('.cast-done');
  await page.context().close();
}

/** Certified and published, each by two. */
async function publish({ id, at, clerk, chief }, demo) {
  await two(clerk, chief, at, 'certify');
  for (const person of [clerk, chief]) {
    await person.goto(at);
    await press(person, 'publish');
  }
  return demo.url(`/polls/${id}`);
}

test('what deputies remark is read in groups of three, without names, once it is published', { skip: whyNoDemo(), timeout: 300_000 }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'followup', '--deputies', '9']);
  const office = await signIn(t, demo, 'clerk');
  const [, congress] = (await office.locator('a[href$="/sessions/new"]').first().getAttribute('href')).match(/congresses\/(\d+)/);

  // The first evaluation: two projects, one of which ends dissatisfied.
  const session = await newSession(office, demo, congress, 6);
  await office.goto(`${session}/evaluations/new`);
  await isRight(office, 'evaluation-1-new');
  const boxes = office.locator('input[name=project]');
  for (let at = 0; at < (await boxes.count()); at += 1) await boxes.nth(at).setChecked(at < 2);
  await office.click('form[action$="/evaluations/new"] button');
  await office.waitForURL(/\/rules$/);
  await isRight(office, 'evaluation-2-rules');
  const first = Number(office.url().match(/polls\/(\d+)/)[1]);
  const day = await openVoting(t, demo, { poll: first });

  const remarks = ['桥面有坑', '护栏还没装', '路灯不亮，找过代表 001'];
  for (const [at, code] of day.codes.entries()) {
    const grades = at < 4 ? 'ss' : 'sd';
    const said = at > 5 ? { 2: remarks[at - 6] } : at === 0 ? { 1: '很好' } : {};
    const look = async (page) => {
      if (at !== 8) return;
      const name = page.url().endsWith('/review') ? 'evaluation-4-review' : 'evaluation-3-ballot';
      await assertFits(page);
      assert.deepEqual(await seriousFindings(page), [], name);
      await takePicture(page, name);
    };
    await vote(t, demo, code, grades, said, look);
  }
  await closeAndCount(day);
  const result = await publish(day, demo);

  const anybody = await openPage(t, { size: 'phone', script: false });
  await anybody.goto(result);
  const told = await anybody.textContent('main');
  assert.match(told, /不满意/);
  assert.ok(!told.includes('桥面有坑'), 'remarks are not public');
  await isRight(anybody, 'evaluation-5-result');

  // Remarks in a group of three, without names; one alone was never kept.
  await office.goto(demo.url(`/manage/polls/${first}/remarks`));
  const read = await office.textContent('main');
  for (const words of ['桥面有坑', '护栏还没装', '路灯不亮，找过***']) assert.ok(read.includes(words), words);
  assert.ok(!read.includes('很好'), read);
  await isRight(office, 'evaluation-6-remarks');

  // The finding that the grade opened leads there too.
  await office.goto(demo.url(`/manage/congresses/${congress}/evaluations`));
  await office.click('.warned a[href*="/findings/"]');
  assert.match(await office.textContent('main'), /满意 4.*不满意 5.*代表的意见/s);
  await isRight(office, 'evaluation-7-finding');
  await speak(office, demo, 'kk-Arab');
  await office.goto(demo.url(`/manage/polls/${first}/remarks`));
  await isRight(office, 'evaluation-8-remarks-kk-Arab');
});
