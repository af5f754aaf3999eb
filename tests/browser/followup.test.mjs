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

/** A photo as a camera takes it, grainy enough that it needs many pieces however much it is shrunk. */
async function grainyPhoto(page) {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1200, 900);
    const pen = canvas.getContext('2d');
    const picture = pen.createImageData(1200, 900);
    for (let at = 0; at < picture.data.length; at += 4) {
      for (let colour = 0; colour < 3; colour += 1) picture.data[at + colour] = Math.random() * 256;
      picture.data[at + 3] = 255;
    }
    pen.putImageData(picture, 0, 0);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

test('photos reach the report from a phone whose line drops every third piece', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'published', '--deputies', '9']);
  const clerk = await person(t, demo, 'clerk', 'desk');
  await clerk.goto(demo.url(`${PROJECT}/plan`));
  await clerk.fill('#leader', '演示副县长');
  await clerk.fill('#group', '第一督办小组');
  const today = new Date().toISOString().slice(0, 10);
  const next = Number(today.slice(0, 4)) + 1;
  await clerk.fill('#start_by', today);
  await clerk.fill('#accept_by', `${next}-12-31`);
  for (const line of [1, 2, 3]) await clerk.fill(`input[name=due${line}]`, `${next}-0${line}-28`);
  await clerk.click('form[action$="/plan"] button');
  await clerk.waitForURL('**/life');

  const unit = await person(t, demo, 'unit_staff');
  await unit.goto(demo.url(`${PROJECT}/reports/new`));
  let pieces = 0;
  let drops = 0;
  await unit.route('**/manage/uploads/*', (route) => {
    if (route.request().method() !== 'PATCH') return route.continue();
    pieces += 1;
    if (pieces % 3 !== 0) return route.continue();
    drops += 1;
    return route.abort('connectionreset');
  });
  const photo = await grainyPhoto(unit);
  const files = [1, 2].map((number) => ({ name: `工地${number}.jpg`, mimeType: 'image/jpeg', buffer: photo }));
  files.push({ name: '说明.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('%PDF-1.7 and no photo') });
  await unit.setInputFiles('fieldset.bring input[type=file]', files);
  await unit.waitForSelector('.on-the-way li');
  await takePicture(unit, 'followup-photos-on-the-way-phone');
  await unit.fill('#quantity', '12');
  await unit.fill('#paid', '90');
  await unit.fill('#status', '路基完成12公里');
  await unit.waitForSelector('.on-the-way li.refused', { timeout: 60_000 });
  assert.equal(await unit.locator('.brought input[name=photo]').count(), 2);
  assert.ok(drops >= 2, `${drops} of ${pieces} pieces were dropped`);
  const told = await unit.textContent('.on-the-way li.refused');
  assert.ok(told.includes('没有收下') && told.includes('JPEG'), told);
  await isRight(unit, 'followup-photos-arrived-phone');
  await unit.click('form[action$="/reports/new"] button:not([type])');
  await unit.waitForURL('**/life');
  assert.equal(await unit.locator('#reports .photos img').count(), 2);
  await isRight(unit, 'followup-photos-life-phone');
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
    'reminders-owing': `${congress}/reminders`,
    'reminders-rule': `${congress}/reminders/rule`,
    'reminders-robot': `${congress}/reminders/webhook`,
    'reminders-inbox': '/my/inbox',
    'followup-public': '/projects/1',
  });
  assert.deepEqual(wrong, []);
  const reader = await person(t, demo, 'prefecture_reader', 'desk', null);
  await reader.goto(demo.url('/manage/overview/2026'));
  assert.ok((await reader.textContent('main')).includes('92%'));
  await takePicture(reader, 'followup-overview-desk');
});
