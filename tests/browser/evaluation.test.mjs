// The congress grades what was built: from the follow-up to a published evaluation with a dissatisfied project, its
// rectification and its second evaluation, by the pages alone. Deputies vote on phones of 360 px and leave remarks.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, seriousFindings, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { speak } from './look.mjs';
import { closeAndCount, openVoting, press, signIn, two } from './staff.mjs';

after(closeBrowser);

/** Right at a phone's and a desk's width, with a picture of each. */
async function isRight(page, name) {
  for (const [size, view] of Object.entries({ phone: { width: 360, height: 640 }, desk: { width: 1366, height: 768 } })) {
    await page.setViewportSize(view);
    await assertFits(page);
    assert.deepEqual(await seriousFindings(page), [], `${name}-${size}`);
    await takePicture(page, `${name}-${size}`);
  }
}

/** A session of the congress with a scrutineer and a teller proposed; answers its address. */
async function newSession(clerk, demo, congress, number) {
  await clerk.goto(demo.url(`${congress}/sessions/new`));
  const fields = { term_no: '17', session_no: String(number), year: '2026', held_on: '2026-12-31' };
  for (const [field, text] of Object.entries(fields)) await clerk.fill(`#${field}`, text);
  await clerk.click('form[action$="/sessions/new"] button');
  await clerk.waitForURL(/\/manage\/sessions\/\d+$/);
  const session = clerk.url();
  for (const [post, deputy] of [['chief_scrutineer', '001'], ['teller', '002']]) {
    await clerk.goto(`${session}/officers`);
    await clerk.check(`input[name=post][value=${post}]`);
    await clerk.fill('input[name=number]', deputy);
    await clerk.click('form[action$="/officers"]:not([action*="/sittings/"]) button');
  }
  return session;
}

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

test('a dissatisfied project is put right and graded again', { skip: whyNoDemo(), timeout: 300_000 }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'followup', '--deputies', '9']);
  const office = await signIn(t, demo, 'clerk');
  const congress = new URL(await office.locator('a[href$="/sessions/new"]').first().getAttribute('href'), demo.url('/')).pathname
    .replace('/sessions/new', '');

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

  // The rectification: the unit answers, a deputy closes it.
  await office.goto(demo.url(`${congress}/evaluations`));
  await isRight(office, 'evaluation-7-dissatisfied');
  const finding = await office.locator('a[href*="/findings/"]').first().getAttribute('href');
  await office.goto(demo.url(finding));
  assert.match(await office.textContent('main'), /满意 4.*不满意 5.*代表的意见/s);
  await isRight(office, 'evaluation-8-finding');
  const unit = await signInWhoMayAnswer(t, demo, finding);
  await unit.fill('form[action$="/answer"] textarea', '桥面已补平，护栏已装');
  await unit.click('form[action$="/answer"] button');
  const deputy = await person(t, demo, 'deputy');
  await deputy.goto(demo.url(finding));
  await deputy.fill('form[action$="/close"] textarea', '现场看过，已修好');
  await deputy.click('form[action$="/close"] button');

  // The second evaluation asks about that project only.
  const next = await newSession(office, demo, congress, 7);
  await office.goto(`${next}/evaluations/new`);
  await office.click(`a[href$="second_of=${first}"]`);
  assert.equal(await office.locator('input[type=checkbox]:checked').count(), 1);
  await office.click('form[action$="/evaluations/new"] button');
  await office.waitForURL(/\/rules$/);
  const second = Number(office.url().match(/polls\/(\d+)/)[1]);
  const again = await openVoting(t, demo, { poll: second });
  for (const code of again.codes) await vote(t, demo, code, 's');
  await closeAndCount(again);
  await publish(again, demo);

  await office.goto(demo.url(`${congress}/evaluations`));
  const became = await office.textContent('.card.warned');
  for (const words of ['已销号', '再次测评', '满意']) assert.ok(became.includes(words), `${words}: ${became}`);
  await isRight(office, 'evaluation-9-became');
  await speak(office, demo, 'kk-Arab');
  await office.goto(demo.url(`${congress}/evaluations`));
  await isRight(office, 'evaluation-9-became-kk-Arab');
});

/** Somebody of 青河县 who follows the works. */
async function person(t, demo, role) {
  const { username, password } = demo.staffOf(role, 'qinghe');
  const page = await openPage(t, { size: 'desk' });
  page.setDefaultTimeout(8_000);
  await page.goto(demo.url('/sign-in'));
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main form button');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** The unit that a finding was sent to, or the office in its place. */
async function signInWhoMayAnswer(t, demo, finding) {
  for (const role of ['unit_staff', 'unit_head', 'clerk']) {
    if (!demo.staffOf(role, 'qinghe')) continue;
    const page = await person(t, demo, role);
    await page.goto(demo.url(finding));
    if (await page.locator('form[action$="/answer"]').count()) return page;
  }
  throw new Error(`nobody answers ${finding}`);
}
