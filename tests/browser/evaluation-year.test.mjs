// A year after the vote: from the followed-up demo to a published evaluation, a rectification, a second evaluation, and
// the year as everybody reads it.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible, assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { isRight } from './look.mjs';
import { closeAndCount, newSession, openVoting, signIn, two } from './staff.mjs';

after(closeBrowser);

/** A deputy with a slip grades every line. */
async function grade(t, demo, code, marks, look) {
  const phone = await openPage(t, { size: 'phone' });
  phone.setDefaultTimeout(8_000);
  await phone.goto(demo.url('/ballot'));
  await phone.fill('#code', code);
  await phone.click('main form button');
  if (look) await look(phone);
  for (const [at, mark] of marks.entries()) await phone.click(`#m${at + 1}${mark}`);
  await phone.click('#next');
  await phone.click('.cast-form button');
  await phone.waitForURL('**/done');
  await phone.close();
}

/** Votes, counts, certifies and publishes; every deputy gives these marks. */
async function evaluate(t, demo, poll, marks, look) {
  const voting = await openVoting(t, demo, { poll, look: look?.rules });
  for (const [at, code] of voting.codes.slice(0, 6).entries()) {
    await grade(t, demo, code, marks, at === 0 && look?.ballot);
  }
  await closeAndCount(voting);
  await two(voting.clerk, voting.chief, voting.at, 'certify');
  await two(voting.clerk, voting.chief, voting.at, 'publish');
}

test('what was built is graded, put right, graded again, and the year tells it', {
  skip: whyNoDemo(),
  timeout: 600_000,
}, async (t) => {
  const demo = await startDemo(t, ['--stage', 'followup', '--deputies', '9']);
  const clerk = await signIn(t, demo, 'clerk');
  clerk.setDefaultTimeout(8_000);
  const [, congress] = (await clerk.locator('a[href*="/sessions/new"]').first().getAttribute('href')).match(/congresses\/(\d+)/);

  // The first project whole, the second in two parts.
  const session = await newSession(clerk, demo, congress, 9);
  await clerk.goto(`${session}/evaluations/new`);
  await isRight(clerk, 'year-new');
  for (const box of await clerk.locator('input[name=project]').all()) {
    if ((await box.getAttribute('value')) !== '1') await box.uncheck();
  }
  await clerk.click('details.parts:has(#parts-2) summary');
  await clerk.fill('#parts-2', '路基和路面\n两座桥梁');
  await clerk.click('form[action$="/evaluations/new"] button.button');
  await clerk.waitForURL('**/rules');
  const [, poll] = clerk.url().match(/\/manage\/polls\/(\d+)\/rules$/);

  // The reading follows the choice before anything is saved.
  assert.match(await clerk.textContent('#reading'), /应到 9 人，满意 5 票即为满意/);
  await clerk.check('input[name=base][value=returned]');
  await clerk.waitForFunction(() => document.querySelector('#reading').textContent.includes('还没有保存'));
  assert.match(await clerk.textContent('#reading'), /以收回票数为基数/);
  await isRight(clerk, 'year-rules');
  await clerk.reload();
  assert.match(await clerk.textContent('#reading'), /应到 9 人/, 'nothing was saved');

  await evaluate(t, demo, poll, ['d', 's', 's'], {
    ballot: async (phone) => {
      assert.match(await phone.textContent('main'), /两座桥梁/);
      await assertFits(phone);
      await assertAccessible(phone);
      await takePicture(phone, 'year-ballot');
    },
  });
  const anybody = await openPage(t, { size: 'phone', script: false });
  await anybody.goto(demo.url(`/polls/${poll}`));
  await isRight(anybody, 'year-result');
  await anybody.click('a[href^="/notices/"]');
  assert.match(await anybody.textContent('main'), /两座桥梁：满意（满意 6 票/);

  // The year: what is dissatisfied, and where its rectification stands.
  const year = demo.url(`/manage/congresses/${congress}/evaluations/2026`);
  await clerk.goto(year);
  assert.match(await clerk.textContent('main'), /不满意的 1 项[^]*待整改[^]*还没有再次测评/);
  await isRight(clerk, 'year-office');
  await clerk.click('.warned a[href^="/manage/findings/"]');
  const finding = clerk.url();
  const { username, password } = demo.staffOf('unit_staff', 'qinghe');
  const unit = await openPage(t, { size: 'phone' });
  await unit.goto(demo.url('/sign-in'));
  await unit.fill('#username', username);
  await unit.fill('#password', password);
  await unit.click('main form button');
  await unit.goto(finding);
  await unit.fill('form[action$="/answer"] textarea', '已全部返工');
  await unit.click('form[action$="/answer"] button:has-text("反馈")');
  await clerk.goto(finding);
  await clerk.fill('form[action$="/close"] textarea', '现场看过');
  await clerk.click('form[action$="/close"] button:last-of-type');
  assert.match(await clerk.textContent('main'), /已销号/);

  // Evaluated again: the form offers just that, and the year tells both grades.
  const next = await newSession(clerk, demo, congress, 10);
  await clerk.goto(`${next}/evaluations/new`);
  await clerk.click('a[href*="second_of="]');
  assert.equal(await clerk.locator('input[type=checkbox]:checked').count(), 1);
  await clerk.click('form[action$="/evaluations/new"] button.button');
  await clerk.waitForURL('**/rules');
  const [, again] = clerk.url().match(/\/manage\/polls\/(\d+)\/rules$/);
  await evaluate(t, demo, again, ['s']);
  await clerk.goto(year);
  assert.match(await clerk.textContent('main'), /已销号[^]*再次测评：[^]*满意/);
  await anybody.goto(demo.url('/regions/qinghe'));
  await anybody.click('a[href="/regions/qinghe/years/2026"]');
  assert.match(await anybody.textContent('main'), /再次测评：[^]*满意/);
  await isRight(anybody, 'year-public');
});
