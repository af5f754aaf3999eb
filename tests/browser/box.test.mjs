// A box with real cards: sealed by two, each card shown to its holder and typed back, the box opened
// by two scrutineers who type their cards, the cards destroyed before the sitting.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible, assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { press, printSlips, signInAs, two } from './staff.mjs';

after(closeBrowser);

/** The nine groups of the card that is shown. */
const digits = async (page) => (await page.locator('.groups li').allTextContents()).join(' ');

/** The same with one digit of a group changed. */
function mistyped(card, group) {
  const groups = card.split(' ');
  groups[group - 1] = groups[group - 1].replace(/.$/, (digit) => (digit === '0' ? '1' : '0'));
  return groups.join(' ');
}

async function vote(t, demo, code) {
  const page = await openPage(t, { size: 'phone' });
  await page.goto(demo.url('/ballot'));
  await page.fill('#code', code);
  await page.click('main form button');
  await page.click('#m1a');
  await page.click('#next');
  await page.click('.cast-form button');
  await page.waitForURL('**/done');
}

test('two scrutineers take their cards, type them back and open the box with them', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'frozen', '--deputies', '9']);
  const { id } = demo.polls.find(({ congress }) => congress === 'qinghe');
  const at = demo.url(`/manage/polls/${id}`);
  const clerk = await signInAs(t, demo, 'qinghe-clerk');
  const chief = await signInAs(t, demo, 'qinghe-chief');
  const holders = [
    chief,
    await signInAs(t, demo, 'qinghe-scrutineer'),
    await signInAs(t, demo, 'qinghe-scrutineer-2'),
  ];

  // Sealing: the clerk asks with a choice, the chief scrutineer reads and confirms it.
  await clerk.goto(at);
  await clerk.click('.now a[href$="/box"]');
  const box = clerk.url();
  await takePicture(clerk, 'box-1-choice');
  await clerk.check('input[value="2-of-3"]');
  await clerk.click('form[action$="/box/seal"] button[value=ask]');
  await chief.goto(box);
  await takePicture(chief, 'box-2-confirm');
  await chief.click('form[action$="/box/seal"] button[value=confirm]');
  assert.match(await chief.textContent('main'), /任意 2 张可以开箱/);

  // Each holder takes one card, copies it and types it back.
  const cards = [];
  for (const [at, holder] of holders.entries()) {
    await holder.goto(box);
    await holder.click(`form[action$="/cards/${at + 1}"] button`);
    cards.push(await digits(holder));
    assert.equal(cards[at].length, 53);
    if (at === 0) {
      await assertFits(holder);
      await assertAccessible(holder);
      await takePicture(holder, 'box-3-card');
      await holder.setViewportSize({ width: 360, height: 640 });
      await assertFits(holder);
      await takePicture(holder, 'box-3-card-phone');
      await holder.setViewportSize({ width: 1366, height: 768 });
    }
    await holder.click('main a.button');
    if (at === 1) {
      await holder.fill('#card', mistyped(cards[at], 6));
      await holder.click('form[action$="/cards/check"] button');
      assert.match(await holder.textContent('.field-error'), /第 6 组输错了/);
      await takePicture(holder, 'box-4-mistyped');
    }
    await holder.fill('#card', cards[at]);
    await holder.click('form[action$="/cards/check"] button');
    assert.equal(await holder.locator('.field-error').count(), 0);
  }
  await takePicture(holders[2], 'box-5-checked');

  // The vote.
  await clerk.goto(at);
  await press(clerk, 'start-issuing');
  const slips = demo.url(await clerk.locator('aside a[href$="/slips"]').getAttribute('href'));
  const { codes } = await printSlips(clerk, chief, slips, 9);
  await clerk.click('button[name=all][value=yes]');
  await clerk.goto(at);
  await two(clerk, chief, at, 'open-vote');
  for (const code of codes.slice(0, 3)) await vote(t, demo, code);
  await two(clerk, chief, at, 'close-vote');
  await clerk.goto(at);
  await press(clerk, 'confirm-account');

  // Opening: two scrutineers type their cards, one after the other.
  assert.match(await clerk.textContent('section.now'), /开箱需要 2 张密钥卡/);
  await takePicture(clerk, 'box-6-cards-missing');
  const form = 'form[action$="/cards/give"]';
  for (const [at, card] of [[1, cards[1]], [2, cards[2]]]) {
    await holders[at].goto(box);
    if (at === 2) await takePicture(holders[at], 'box-7-one-given');
    await holders[at].fill(`${form} #card`, card);
    await holders[at].click(`${form} button`);
  }
  assert.match(await holders[2].textContent('main'), /卡已齐/);
  await takePicture(holders[2], 'box-8-enough');
  await two(clerk, chief, at, 'open-box');
  await clerk.goto(at);
  await press(clerk, 'count');

  // Destroying: two write down how many.
  await clerk.goto(at);
  await takePicture(clerk, 'box-9-destroy-waits');
  await clerk.goto(box);
  await clerk.fill('#destroyed', '3');
  await clerk.click('form[action$="/box/record-cards"] button[value=ask]');
  await chief.goto(box);
  assert.match(await chief.textContent('.two'), /销毁 3 张，共 3 张/);
  await takePicture(chief, 'box-10-destroyed');
  await chief.click('form[action$="/box/record-cards"] button[value=confirm]');
  assert.match(await chief.textContent('main'), /已当众销毁 3 张/);
});
