// Ticks, ranks and the list as a whole on a phone, with and without JavaScript.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible, assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { closeAndCount, openVoting } from './staff.mjs';

const skip = whyNoDemo();
after(closeBrowser);

/** A phone of 360 px at its ballot. */
async function atTheBallot(t, demo, code, script) {
  const page = await openPage(t, { size: 'phone', script });
  await page.setViewportSize({ width: 360, height: 640 });
  page.setDefaultTimeout(6_000);
  await page.goto(demo.url('/ballot'));
  await page.fill('#code', code);
  await page.click('main form button');
  assert.match(page.url(), /\/ballot\/\d+$/);
  return page;
}

/** What each field of the open ballot has. */
const marksOf = (page) =>
  page.locator('.marks-form input[type=radio]:checked, .marks-form select').evaluateAll((all) => all.map((one) => one.value));

const goOn = (page) => page.click('#next');

/** Casts what is reviewed and sees that it is in the box. */
async function cast(page) {
  await page.getByRole('button', { name: '确认投票' }).click();
  await page.waitForURL('**/done');
  assert.match(await page.textContent('h1'), /已投入票箱/);
  assert.doesNotMatch(await page.textContent('main'), /赞成|反对|弃权|第 \d 位/);
}

/** How long the two forms of a vote are. */
function measure(page, lengths) {
  page.on('request', (request) => {
    if (request.method() !== 'POST' || !/review|cast/.test(request.url())) return;
    if (request.postData().includes('show=')) return; // a switch of language or size
    lengths.push(`${request.url().split('/').pop()} ${request.postDataBuffer().length}`);
  });
}

/** Everything a finger presses is large enough, and the page does not scroll sideways. */
async function assertHandy(page, cells) {
  await assertFits(page);
  const heights = await page.locator(cells).evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  assert.ok(Math.min(...heights) >= 56, `${cells}: ${heights}`);
}

test('ticks', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const look = async (clerk) => {
    await takePicture(clerk, 'rules-tick-desk');
    await clerk.setViewportSize({ width: 360, height: 640 });
    await assertFits(clerk);
    await takePicture(clerk, 'rules-tick-phone');
    await clerk.setViewportSize({ width: 1366, height: 768 });
    await assertAccessible(clerk);
  };
  const voting = await openVoting(t, demo, { template: 'tick', places: 4, look });
  const lengths = [];
  for (const [at, script] of [true, false].entries()) {
    const page = await atTheBallot(t, demo, voting.codes[at], script);
    measure(page, lengths);
    assert.deepEqual(await marksOf(page), Array(6).fill('n'), 'nothing is ticked beforehand');
    await assertHandy(page, '.marks > div:not(.quiet-choice) label');
    for (const line of [1, 2, 3, 4, 6]) await page.click(`#m${line}a`);
    if (script) assert.match(await page.textContent('.counter'), /多选 1 项，请改为未选/);
    await goOn(page);
    assert.match(await page.title(), /^错误/);
    assert.deepEqual(await marksOf(page), [...'aaaana'], 'nothing is dropped');
    await takePicture(page, `kinds-tick-over-${script ? 'script' : 'plain'}`);
    await page.click('.over-lines a >> nth=4');
    assert.ok(page.url().endsWith('#line-6'));
    await page.click('#m6n');
    if (script) assert.match(await page.textContent('.counter'), /已选 4 \/ 4/);
    await goOn(page);
    assert.equal(await page.textContent('h1'), '请核对后投票');
    await assertFits(page);
    await takePicture(page, `kinds-tick-review-${script ? 'script' : 'plain'}`);
    await page.getByRole('button', { name: '返回修改' }).click();
    assert.deepEqual(await marksOf(page), [...'aaaann'], 'the marks came back');
    await page.click('.switches button[value=ug]');
    assert.deepEqual(await marksOf(page), [...'aaaann'], 'another language keeps them');
    await page.click('.switches button[value=zh-Hans]');
    await goOn(page);
    await cast(page);
  }
  assert.equal(new Set(lengths).size, 2, `one length for each form: ${lengths}`);
});

test('ranks', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const look = async (clerk) => {
    assert.match(await clerk.textContent('#rank-sum'), /没有见到规定序号怎样相加的成文规则/);
    await clerk.check('input[name=rank-sum][value=borda-weights]');
    await clerk.fill('#rank-weights', '5 3');
    await clerk.click('form[action$="/rules"] > button');
    assert.match(await clerk.textContent('#rank-sum-error'), /可以填 3 个序号，却只规定了 2 个分值/);
    assert.equal(await clerk.inputValue('#rank-weights'), '5 3', 'what was typed stays');
    await takePicture(clerk, 'rules-rank-refused');
    await clerk.fill('#rank-weights', '5 3 1');
    await clerk.click('form[action$="/rules"] > button');
    assert.match(await clerk.textContent('.rules'), /依次得 5、3、1 分/);
  };
  const voting = await openVoting(t, demo, { template: 'rank', places: 3, look });
  const lengths = [];
  for (const [at, script] of [true, false].entries()) {
    const page = await atTheBallot(t, demo, voting.codes[at], script);
    measure(page, lengths);
    await assertHandy(page, '.rank select');
    await page.selectOption('#m2', '1');
    await page.selectOption('#m5', '1');
    await page.selectOption('#m6', '3');
    if (script) assert.match(await page.textContent('.counter'), /已排 3 \/ 3/);
    await goOn(page);
    assert.match(await page.textContent('#line-5-error'), /前面已有项目排在这一位/);
    assert.deepEqual(await marksOf(page), ['n', '1', 'n', 'n', '1', '3']);
    await takePicture(page, `kinds-rank-twice-${script ? 'script' : 'plain'}`);
    await page.selectOption('#m5', '2');
    if (script) {
      await page.reload();
      // A reload asks to send the form again, so the page is opened anew: the marks are kept on this phone.
      await page.goto(page.url().replace('/review', ''));
      assert.deepEqual(await marksOf(page), ['n', '1', 'n', 'n', '2', '3']);
    }
    await goOn(page);
    const order = await page.locator('.reviewed').first().locator('.mark').allTextContents();
    assert.deepEqual(order, ['第 1 位', '第 2 位', '第 3 位']);
    await assertFits(page);
    await takePicture(page, `kinds-rank-review-${script ? 'script' : 'plain'}`);
    if (script) await assertAccessible(page);
    await cast(page);
    if (script) assert.equal(await page.evaluate(() => sessionStorage.length), 0);
  }
  assert.equal(new Set(lengths).size, 2, `one length for each form: ${lengths}`);
  await closeAndCount(voting);
  const { clerk, id } = voting;
  await clerk.goto(demo.url(`/count/${id}`));
  assert.match(await clerk.textContent('thead'), /积分/);
  await takePicture(clerk, 'kinds-rank-outcome');
  await clerk.setViewportSize({ width: 360, height: 640 });
  await assertFits(clerk);
  await takePicture(clerk, 'kinds-rank-outcome-phone');
});

test('the list as a whole', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const voting = await openVoting(t, demo, { template: 'whole-list', places: 6 });
  const lengths = [];
  for (const [at, script] of [true, false].entries()) {
    const page = await atTheBallot(t, demo, voting.codes[at], script);
    measure(page, lengths);
    assert.deepEqual(await marksOf(page), ['n'], 'one mark for all');
    assert.equal(await page.locator('.whole-list li').count(), 6);
    await assertHandy(page, '.marks > div:not(.quiet-choice) label');
    await takePicture(page, `kinds-whole-${script ? 'script' : 'plain'}`);
    await goOn(page);
    assert.match(await page.textContent('main'), /这是一张空白票/);
    await page.getByRole('button', { name: '返回修改' }).click();
    await page.click('#m1o');
    await page.click('.switches button[value=size-2]');
    assert.deepEqual(await marksOf(page), ['o'], 'a larger text keeps the mark');
    await assertFits(page);
    await goOn(page);
    assert.match(await page.textContent('.group h2'), /反对\s*6/);
    await takePicture(page, `kinds-whole-review-${script ? 'script' : 'plain'}`);
    await cast(page);
  }
  assert.equal(new Set(lengths).size, 2, `one length for each form: ${lengths}`);
});
