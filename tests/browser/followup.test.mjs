// The year after the vote on phones of 360 px: a unit reports, a deputy finds a fault, the unit answers, the deputy
// closes it, and everybody reads it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, seriousFindings, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { look } from './look.mjs';

after(closeBrowser);

const PROJECT = '/manage/projects/1';

/** Somebody of 青河县 in a browser of their own, signed in. */
async function person(t, demo, role, size = 'phone', congress = 'qinghe') {
  const { username, password } = demo.staffOf(role, congress);
  const page = await openPage(t, { size });
  page.setDefaultTimeout(8_000);
  await page.goto(demo.url('/sign-in'));
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main form button');
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
  return page;
}

/** A page that is right on a phone: nothing scrolls sideways, axe finds nothing serious. */
async function isRight(page, name) {
  await assertFits(page);
  assert.deepEqual(await seriousFindings(page), [], name);
  await takePicture(page, name);
}

test('a unit reports, a deputy finds a fault, the unit answers, the deputy closes it, everybody reads it', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'published', '--deputies', '9']);
  const clerk = await person(t, demo, 'clerk', 'desk');
  await clerk.goto(demo.url(`${PROJECT}/plan`));
  await takePicture(clerk, 'followup-plan-desk');
  await clerk.fill('#leader', '演示副县长');
  await clerk.fill('#group', '第一督办小组');
  const today = new Date().toISOString().slice(0, 10);
  const year = Number(today.slice(0, 4));
  // The demo's clock is the machine's: the plan starts with today, whenever the test runs.
  await clerk.fill('#start_by', today);
  await clerk.fill('#accept_by', `${year + 1}-12-31`);
  for (const line of [1, 2, 3]) await clerk.fill(`input[name=due${line}]`, `${year + 1}-0${line}-28`);
  await clerk.click('form[action$="/plan"] button');
  await clerk.waitForURL('**/life');

  const unit = await person(t, demo, 'unit_staff');
  await unit.goto(demo.url(`${PROJECT}/reports/new`));
  await isRight(unit, 'followup-report-phone');
  await unit.fill('#quantity', '12');
  await unit.fill('#paid', '90');
  await unit.fill('#status', '路基完成12公里');
  await unit.fill('#next_step', '下月加固桥涵');
  await unit.click('form[action$="/reports/new"] button');
  await unit.waitForURL('**/life');
  const head = await person(t, demo, 'unit_head');
  await head.goto(demo.url(`${PROJECT}/life`));
  await head.click('form[action$="/check"] button');
  await isRight(head, 'followup-life-phone');

  const deputy = await person(t, demo, 'deputy');
  await deputy.goto(demo.url(`${PROJECT}/life`));
  await deputy.click('a[href$="/findings/new"]');
  await isRight(deputy, 'followup-finding-phone');
  await deputy.fill('#text', '12公里处护栏松动，羊群经过时晃动');
  await deputy.click('form[action$="/findings/new"] button');
  await deputy.waitForURL('**/findings/1');
  await clerk.goto(demo.url('/manage/findings/1'));
  await clerk.click('form[action$="/send"] button');
  await unit.goto(demo.url('/manage/findings/1'));
  await isRight(unit, 'followup-answer-phone');
  await unit.fill('form[action$="/answer"] textarea', '已加固护栏并检查前后一公里');
  await unit.click('form[action$="/answer"] button');
  assert.equal(await unit.locator('form[action$="/close"]').count(), 0, 'its own unit does not close it');
  await deputy.goto(demo.url('/manage/findings/1'));
  await deputy.fill('form[action$="/close"] textarea', '现场看过，已牢固');
  await deputy.click('form[action$="/close"] button');

  const anybody = await openPage(t, { size: 'phone', script: false });
  await anybody.goto(demo.url('/projects/1'));
  const told = await anybody.textContent('main');
  for (const words of ['路基完成12公里', '护栏松动', '已加固护栏', '现场看过', '已销号', '正常']) assert.ok(told.includes(words), words);
  await isRight(anybody, 'followup-public-phone');
});

test('the pages of the year fit phones and desks, also from right to left', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'followup', '--deputies', '9']);
  const clerk = await person(t, demo, 'clerk', 'desk');
  await clerk.goto(demo.url('/manage'));
  const board = await clerk.locator('a[href*="/followup/"]').first().getAttribute('href');
  const congress = board.split('/followup/')[0];
  const wrong = await look(clerk, demo, {
    'followup-board': board,
    'followup-life': `${PROJECT}/life`,
    'followup-ledger': `${congress}/findings/2026`,
    'followup-tasks': `${congress}/tasks/2026`,
    'followup-calendar': `${congress}/calendar/2026`,
    'followup-entry': '/manage/entries/1',
    'followup-lights': `${congress}/lights/2026`,
    'followup-change': '/manage/projects/2/changes/new',
    'followup-public': '/projects/1',
  });
  assert.deepEqual(wrong, []);
  const reader = await person(t, demo, 'prefecture_reader', 'desk', null);
  await reader.goto(demo.url('/manage/overview/2026'));
  assert.ok((await reader.textContent('main')).includes('92%'));
  await takePicture(reader, 'followup-overview-desk');
});
