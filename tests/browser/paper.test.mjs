// Papers counted by hand, with the keyboard alone: two tellers type a batch blind to each other, each
// looks once more at what differs, two scrutineers decide about the rest, and the papers join the
// phones' ballots when the box is opened.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible, assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { press, signInAs, two } from './staff.mjs';

after(closeBrowser);

/** Exchanges a slip for a paper at the desk. */
async function giveOnPaper(clerk, desk, code) {
  await clerk.goto(desk);
  await clerk.fill('#code', code);
  await clerk.click('form[action$="/desk/take-slip"] button');
  await press(clerk, 'desk/give-paper');
}

/** Types a batch as a teller does: digits, Enter, and no mouse. */
async function typeBatch(teller, papers) {
  for (const keys of papers) {
    await teller.keyboard.type(keys);
    await teller.keyboard.press('Enter');
  }
  assert.equal(await teller.evaluate(() => document.activeElement.id), 'counted');
  await teller.keyboard.type(String(papers.length));
  await teller.keyboard.press('Enter');
  await teller.waitForURL('**/batches');
}

test('two tellers and two scrutineers count papers that join the ballots of the phones', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'open', '--deputies', '15']);
  const { id } = demo.polls.find(({ congress }) => congress === 'qinghe');
  const at = demo.url(`/manage/polls/${id}`);
  const account = demo.url(`/count/${id}/account`);
  const clerk = await signInAs(t, demo, 'qinghe-clerk');
  const chief = await signInAs(t, demo, 'qinghe-chief');
  const scrutineer = await signInAs(t, demo, 'qinghe-scrutineer');
  const first = await signInAs(t, demo, 'qinghe-teller');
  const second = await signInAs(t, demo, 'qinghe-teller-2');

  await clerk.goto(account);
  await clerk.fill('#printed', '6');
  await clerk.click('form[action$="/papers/printed"] button');
  const codes = demo.codes().map(({ code }) => code);
  const desk = demo.url('/manage/sittings/1/desk');
  for (const code of codes.slice(0, 4)) await giveOnPaper(clerk, desk, code);
  const phone = await openPage(t, { size: 'phone' });
  await phone.goto(demo.url('/ballot'));
  await phone.fill('#code', codes[4]);
  await phone.click('main form button');
  await phone.click('#m1a');
  await phone.click('#next');
  await phone.click('.cast-form button');
  await two(clerk, chief, at, 'close-vote');
  for (const person of [clerk, chief]) {
    await person.goto(account);
    await person.fill('#boxes', '3 1');
    await person.click('form[action$="/papers/returned"] button:is([value=ask], [value=confirm])');
  }
  await takePicture(clerk, 'paper-1-account');
  await clerk.goto(at);
  await press(clerk, 'confirm-account');
  assert.match(await clerk.textContent('section.now'), /录完 0 张/);

  // Typing: one paper at a time, its keys echoed beside their lines.
  await clerk.click('section.now a[href$="/batches"]');
  const room = clerk.url();
  await takePicture(clerk, 'paper-2-room');
  await first.goto(`${room}/1`);
  await first.keyboard.type('112');
  assert.equal(await first.locator('.one-paper:visible').count(), 1);
  assert.deepEqual(await first.locator('.typing-lines .echo').allTextContents(), ['1', '1', '2', '', '', '']);
  assert.match(await first.locator('.typing-lines .now').textContent(), /^4/);
  await first.keyboard.press('Enter');
  assert.match(await first.locator('.one-paper.now label').textContent(), /第 1 张/, 'a paper that is not done is not left');
  await assertFits(first);
  await assertAccessible(first);
  await takePicture(first, 'paper-3-typing');
  await first.setViewportSize({ width: 360, height: 640 });
  await assertFits(first);
  await takePicture(first, 'paper-3-typing-phone');
  await first.setViewportSize({ width: 1366, height: 768 });
  for (let key = 0; key < 3; key += 1) await first.keyboard.press('Backspace');
  await typeBatch(first, ['112000', '１００００0', '/3', '333000']);
  await second.goto(`${room}/1`);
  await typeBatch(second, ['112000', '200000', '/3', '323000']);
  assert.match(await second.textContent('main'), /重录 2 张/);

  // Each looks once more at what differs, without seeing the other's.
  await first.goto(`${room}/1`);
  assert.match(await first.textContent('main'), /您上次录的 100000/);
  assert.doesNotMatch(await first.textContent('main'), /200000|323000/);
  await assertAccessible(first);
  await takePicture(first, 'paper-4-retyping');
  await first.fill('#paper-2', '100000');
  await first.fill('#paper-4', '323000');
  await press(first, 'retype');
  await second.goto(`${room}/1`);
  await second.fill('#paper-2', '200000');
  await press(second, 'retype');

  // Two scrutineers, side by side; the teller sees nothing of it.
  await second.goto(`${room}/1`);
  assert.doesNotMatch(await second.textContent('main'), /100000/);
  await chief.goto(`${room}/1`);
  assert.match(await chief.textContent('main'), /100000[\s\S]*200000/);
  await chief.fill('#paper-2', '100000');
  await chief.fill('#paper-3', '/3');
  await assertFits(chief);
  await assertAccessible(chief);
  await takePicture(chief, 'paper-5-deciding');
  await chief.setViewportSize({ width: 360, height: 640 });
  await assertFits(chief);
  await takePicture(chief, 'paper-5-deciding-phone');
  await chief.setViewportSize({ width: 1366, height: 768 });
  await chief.click('form[action$="/decide"] button[value=ask]');
  await scrutineer.goto(`${room}/1`);
  await takePicture(scrutineer, 'paper-6-confirm');
  await press(scrutineer, 'confirm');
  assert.match(await scrutineer.textContent('main'), /全部录完/);
  await takePicture(scrutineer, 'paper-7-done');
  await scrutineer.setViewportSize({ width: 360, height: 640 });
  await assertFits(scrutineer);
  await takePicture(scrutineer, 'paper-7-done-phone');

  // The codes fit one A4.
  await second.goto(demo.url('/count/codes'));
  await assertAccessible(second);
  await takePicture(second, 'paper-8-codes');
  const pdf = await second.pdf({ preferCSSPageSize: true });
  assert.equal((pdf.toString('latin1').match(/\/Type \/Page\b(?!s)/g) ?? []).length, 1, 'one A4');

  // They join at the opening.
  await two(clerk, chief, at, 'open-box');
  await clerk.goto(at);
  await press(clerk, 'count');
  await clerk.goto(demo.url(`/count/${id}`));
  assert.match(await clerk.textContent('main'), /其中电子票 1 张，纸质票 4 张/);
  await takePicture(clerk, 'paper-9-outcome');
});

test('without a script every paper has its field and the same form is sent', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'open', '--deputies', '9']);
  const { id } = demo.polls.find(({ congress }) => congress === 'qinghe');
  const at = demo.url(`/manage/polls/${id}`);
  const account = demo.url(`/count/${id}/account`);
  const clerk = await signInAs(t, demo, 'qinghe-clerk');
  const chief = await signInAs(t, demo, 'qinghe-chief');
  await clerk.goto(account);
  await clerk.fill('#printed', '9');
  await clerk.click('form[action$="/papers/printed"] button');
  const desk = demo.url('/manage/sittings/1/desk');
  for (const { code } of demo.codes().slice(0, 9)) await giveOnPaper(clerk, desk, code);
  await two(clerk, chief, at, 'close-vote');
  for (const person of [clerk, chief]) {
    await person.goto(account);
    await person.fill('#boxes', '9');
    await person.click('form[action$="/papers/returned"] button:is([value=ask], [value=confirm])');
  }
  await clerk.goto(at);
  await press(clerk, 'confirm-account');
  await clerk.click('section.now a[href$="/batches"]');
  const room = clerk.url();

  const plain = await openPage(t, { size: 'desk', script: false });
  const { password } = demo.staff.find((one) => one.username === 'qinghe-teller');
  await plain.goto(demo.url('/manage'));
  await plain.fill('#username', 'qinghe-teller');
  await plain.fill('#password', password);
  await plain.click('main form button');
  await plain.goto(`${room}/1`);
  assert.equal(await plain.locator('.one-paper input:visible').count(), 9);
  await takePicture(plain, 'paper-10-no-script');
  for (let paper = 1; paper <= 9; paper += 1) await plain.fill(`#paper-${paper}`, '110000');
  await plain.fill('#counted', '9');
  await press(plain, 'type');
  assert.match(await plain.textContent('main'), /一人已录/);

  // Everybody is on paper here: the same batch could have been called out instead.
  await plain.goto(`${room}/1/calling`);
  await takePicture(plain, 'paper-11-calling');
});
