// A deputy votes on a phone: slip, marks, check, one final act, and the certainty that it is in the box.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';

import { assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';

const skip = whyNoDemo();
let demo;
let slips;
const endings = [closeBrowser];
before(async () => {
  if (skip) return;
  demo = await startDemo({ after: (end) => endings.push(end) }, ['--stage', 'open', '--deputies', '21']);
  slips = demo.codes();
});
after(async () => {
  for (const end of endings) await end();
});

const IN_THE_BOX = '已投入票箱';
const poll = () => demo.polls[0].id;
const ballotAt = () => demo.url(`/ballot/${poll()}`);

/** A slip nobody used yet. */
function drawSlip() {
  const slip = slips.pop();
  assert.ok(slip, 'more slips are needed: start the demo with more deputies');
  return slip;
}

/** A phone at its ballot. */
async function atTheBallot(t, { slip = drawSlip(), ...options } = {}) {
  const page = await openPage(t, { size: 'phone', ...options });
  page.setDefaultTimeout(6_000);
  await page.goto(slip.url);
  assert.equal(page.url(), ballotAt());
  return { page, slip };
}

/** Marks the lines from the first on: `aonn` is approve, oppose, unmarked, unmarked. */
async function mark(page, letters) {
  for (const [at, letter] of [...letters].entries()) await page.click(`#m${at + 1}${letter}`);
}

/** The marks as the form has them. */
const marksOf = (page) =>
  page.locator('.marks-form input[type=radio]:checked').evaluateAll((all) => all.map((one) => one.value).join(''));

const goOn = (page) => page.click('#next');
const LETTERS = { approve: 'a', oppose: 'o', abstain: 'x', none: 'n' };

for (const script of [true, false]) {
  const how = script ? 'with JavaScript' : 'without JavaScript';

  test(`a deputy votes, ${how}`, { skip }, async (t) => {
    const { page } = await atTheBallot(t, { script });
    assert.ok(!page.url().includes('/b/'), 'the secret has left the address bar');
    const { approve: a, oppose: o, abstain: s } = LETTERS;
    assert.equal(await marksOf(page), LETTERS.none.repeat(6), 'nothing is marked beforehand');
    await assertFits(page);
    await takePicture(page, `ballot-1-empty-${how.replaceAll(' ', '-')}`);

    await mark(page, a.repeat(5) + o);
    if (script) {
      assert.match(await page.textContent('.counter'), /多选 1 项/);
      assert.match(await page.textContent('.left'), /0/);
    }
    await goOn(page);
    assert.match(await page.title(), /^错误/, 'the title says that something is wrong');
    assert.equal(await marksOf(page), a.repeat(5) + o, 'nothing is dropped');
    assert.equal(await page.locator('[role=alert] + .over-lines a, [role=alert] .over-lines a').count(), 5);
    await takePicture(page, `ballot-2-over-${how.replaceAll(' ', '-')}`);
    await page.click('.over-lines a >> nth=4');
    assert.ok(page.url().endsWith('#line-5'));
    assert.ok(await page.locator('#line-5').isVisible());

    await mark(page, a.repeat(4) + o + o);
    await goOn(page);
    assert.equal(await page.textContent('h1'), '请核对后投票');
    assert.equal(await page.locator('.reviewed li').count(), 6);
    await assertFits(page);
    await takePicture(page, `ballot-3-review-${how.replaceAll(' ', '-')}`);

    await page.getByRole('button', { name: '返回修改' }).click();
    assert.equal(await marksOf(page), a.repeat(4) + o + o, 'the marks came back');
    await page.click(`#m6${s}`);
    await goOn(page);
    assert.match(await page.locator('.reviewed li', { hasText: '6' }).last().textContent(), /弃权/);

    await page.getByRole('button', { name: '确认投票' }).click();
    await page.waitForURL(`${ballotAt()}/done`);
    const told = async (when) => {
      assert.match(await page.textContent('h1'), new RegExp(IN_THE_BOX), when);
      assert.equal(page.url(), `${ballotAt()}/done`, when);
      assert.equal(await page.locator('input[name^=m], .mark, .reviewed').count(), 0, when);
      assert.doesNotMatch(await page.textContent('main'), /赞成|反对|弃权|\d{1,2}:\d{2}/, when);
    };
    await told('after the cast');
    await takePicture(page, `ballot-4-done-${how.replaceAll(' ', '-')}`);
    const answer = await page.reload();
    assert.equal(answer.status(), 200);
    await told('after a reload');
    await page.goto(ballotAt());
    await told('after asking for the ballot again');
    if (script) {
      assert.deepEqual(await page.evaluate(() => [sessionStorage.length, localStorage.length]), [0, 0]);
    }
  });

  test(`language and text size keep the marks, ${how}`, { skip }, async (t) => {
    const { page } = await atTheBallot(t, { script });
    const { approve: a, oppose: o, abstain: s, none: n } = LETTERS;
    await mark(page, a + o + s + n);
    const marks = a + o + s + n + n + n;
    for (const [tag, dir] of [['kk-Arab', 'rtl'], ['ug', 'rtl'], ['zh-Hans', 'ltr']]) {
      await page.click(`.switches button[value=${tag}]`);
      assert.equal(await page.getAttribute('html', 'lang'), tag);
      assert.equal(await page.getAttribute('html', 'dir'), dir);
      assert.equal(await marksOf(page), marks, tag);
      for (const size of ['size-2', 'size-0']) {
        await page.click(`.switches button[value=${size}]`);
        assert.equal(await page.getAttribute('html', 'class'), size);
        assert.equal(await marksOf(page), marks, `${tag} ${size}`);
        for (const width of [320, 360]) {
          await page.setViewportSize({ width, height: 640 });
          await assertFits(page);
        }
        if (script) await takePicture(page, `ballot-${tag}-${size}`);
      }
    }
  });
}

for (const script of [true, false]) {
  const how = script ? 'with JavaScript' : 'without JavaScript';
  // The checked form is the answer to a POST: the browser asks whether to send it again.
  const todo = script ? false : 'back from the end asks to send the check page again';
  test(`going back from the end shows the end, ${how}`, { skip, todo }, async (t) => {
    const { page } = await atTheBallot(t, { script });
    await mark(page, LETTERS.approve);
    await goOn(page);
    await page.click('.cast-form button');
    await page.waitForURL(`${ballotAt()}/done`);
    await page.goBack();
    assert.equal(page.url(), `${ballotAt()}/done`);
    assert.match(await page.textContent('h1'), new RegExp(IN_THE_BOX));
  });
}

test('the ten digits typed at the phone lead to the ballot', { skip }, async (t) => {
  const { code } = drawSlip();
  const wide = [...code].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join('');
  const arabic = [...code].map((digit) => String.fromCharCode(0x660 + Number(digit))).join('');
  for (const typed of [code, `${code.slice(0, 5)} ${code.slice(5)}`, wide, arabic]) {
    const page = await openPage(t, { size: 'phone', script: false });
    await page.goto(demo.url('/ballot'));
    await page.fill('#code', typed);
    await page.click('main form button');
    assert.equal(page.url(), ballotAt(), typed);
  }
  const page = await openPage(t, { size: 'phone', script: false });
  await page.goto(demo.url('/ballot'));
  const wrong = slips.some((one) => one.code === '0000000000') ? '1111111111' : '0000000000';
  await page.fill('#code', wrong);
  await page.click('main form button');
  assert.match(await page.textContent('[role=alert]'), /没有这个号码/);
  assert.equal(await page.inputValue('#code'), wrong, 'what was typed stays');
  await assertFits(page);
  await takePicture(page, 'ballot-code-wrong');
});

test('a second device with the same slip sees an unused one, and its form hears the same', { skip }, async (t) => {
  const slip = drawSlip();
  const first = await atTheBallot(t, { slip });
  const second = await atTheBallot(t, { slip });
  for (const { page } of [first, second]) {
    await mark(page, LETTERS.approve);
    await goOn(page);
  }
  const cast = (page) => page.getByRole('button', { name: '确认投票' }).click();
  await cast(first.page);
  await first.page.waitForURL(`${ballotAt()}/done`);
  await cast(second.page);
  await second.page.waitForURL(`${ballotAt()}/done`);
  const main = (page) => page.textContent('main');
  assert.equal(await main(second.page), await main(first.page));
  assert.doesNotMatch(await main(second.page), /赞成|反对|弃权/);
  await takePicture(second.page, 'ballot-second-device');

  const third = await openPage(t, { size: 'phone' });
  await third.goto(slip.url);
  assert.equal(third.url(), ballotAt(), 'whoever did not cast is not told');
});

test('the link of another slip asks before it takes the place of the own one', { skip }, async (t) => {
  for (const script of [true, false]) {
    const { page } = await atTheBallot(t, { script });
    const other = drawSlip();
    for (const button of ['保留原来的票证', '改用这一张']) {
      await page.goto(other.url);
      assert.match(await page.textContent('h1'), /换用另一张票证吗/);
      await assertFits(page);
      await takePicture(page, `ballot-other-slip-${script ? 'with' : 'without'}-JavaScript`);
      await page.click(`text=${button}`);
      await page.waitForURL(ballotAt());
    }
    await page.goto(other.url);
    assert.equal(page.url(), ballotAt(), 'the own one asks nothing');
  }
});

test('a ballot has one length on the wire, whatever is marked', { skip }, async (t) => {
  const { approve: a, oppose: o, abstain: s, none: n } = LETTERS;
  const lengths = { review: new Set(), cast: new Set() };
  for (const marks of [a + o + o + o + o + o, s.repeat(6), n.repeat(6)]) {
    const { page } = await atTheBallot(t);
    page.on('request', (request) => {
      if (request.method() !== 'POST') return;
      lengths[request.url().endsWith('/cast') ? 'cast' : 'review'].add(request.postDataBuffer().length);
    });
    await mark(page, marks);
    await goOn(page);
    await page.getByRole('button', { name: '确认投票' }).click();
    await page.waitForURL(`${ballotAt()}/done`);
  }
  assert.equal(lengths.review.size, 1, [...lengths.review].join());
  assert.equal(lengths.cast.size, 1, [...lengths.cast].join());
});

test('opening a slip twenty times spends nothing', { skip }, async (t) => {
  const slip = drawSlip();
  const page = await openPage(t, { size: 'phone' });
  for (let at = 0; at < 20; at += 1) {
    const answer = await page.request.get(slip.url, { maxRedirects: 0 });
    assert.ok([302, 303].includes(answer.status()));
  }
  await page.request.head(slip.url, { maxRedirects: 0 });
  const { page: voter } = await atTheBallot(t, { slip });
  await mark(voter, LETTERS.oppose);
  await goOn(voter);
  await voter.getByRole('button', { name: '确认投票' }).click();
  await voter.waitForURL(`${ballotAt()}/done`);
});

test('a ballot is cast with the keyboard alone', { skip }, async (t) => {
  const { page } = await atTheBallot(t);
  const at = () => page.evaluate(() => {
    const { id, name, className } = document.activeElement;
    return id || name || className;
  });
  const tabTo = async (wanted) => {
    for (let presses = 0; presses < 40; presses += 1) {
      await page.keyboard.press('Tab');
      const here = await at();
      if (wanted(here)) {
        const hidden = await page.evaluate(() => {
          const shown = document.activeElement.labels?.[0] ?? document.activeElement;
          const box = shown.getBoundingClientRect();
          const foot = document.querySelector('.foot')?.getBoundingClientRect();
          const isFoot = Boolean(shown.closest('.foot'));
          return !isFoot && foot && box.bottom > foot.top + 1 && box.top < foot.bottom ? shown.outerHTML : '';
        });
        assert.equal(hidden, '', 'the focus is not under the sticky foot');
        return;
      }
    }
    assert.fail('the wanted control is not reached with Tab');
  };
  for (let line = 1; line <= 6; line += 1) {
    await tabTo((here) => here.startsWith(`m${line}`));
    await page.keyboard.press('ArrowRight');
  }
  const marks = await marksOf(page);
  assert.ok(!marks.includes(LETTERS.none.repeat(2)), marks);
  await tabTo((here) => here === 'next');
  await page.keyboard.press('Enter');
  if ((await page.textContent('h1')) !== '请核对后投票') {
    assert.match(await page.title(), /^错误/);
    await page.click(`#m5${LETTERS.oppose}`);
    await page.click(`#m6${LETTERS.oppose}`);
    await page.focus('#next');
    await page.keyboard.press('Enter');
  }
  await page.waitForSelector('.cast-form');
  await tabTo((here) => here.includes('cast'));
  await page.keyboard.press('Enter');
  await page.waitForURL(`${ballotAt()}/done`);
});

test('everything to press is large enough', { skip }, async (t) => {
  const { page } = await atTheBallot(t);
  const small = (least) => page.locator('main a, main button, main summary, main label').evaluateAll(
    (all, least) => all
      .filter((one) => one.checkVisibility() && !one.matches('[aria-hidden=true]'))
      .map((one) => ({ what: one.textContent.trim().slice(0, 20), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width < least || box.height < least - 0.5)
      .map(({ what, box }) => `${what} ${Math.round(box.width)}x${Math.round(box.height)}`),
    least,
  );
  assert.deepEqual(await small(44), []);
  const cells = () => page.locator('.marks > div:not(.quiet-choice) label').evaluateAll((all) =>
    Math.min(...all.map((one) => one.getBoundingClientRect().height)));
  assert.ok((await cells()) >= 56, `mark cells are ${await cells()} px high`);
  await page.click('.switches button[value=size-2]');
  assert.ok((await cells()) >= 60, `mark cells at the largest size are ${await cells()} px high`);
  await page.click('.switches button[value=size-0]');
  await mark(page, LETTERS.approve);
  await goOn(page);
  assert.deepEqual(await small(44), [], 'review');
});

test('marks survive a reload of the page, on this phone only', { skip }, async (t) => {
  const { page, slip } = await atTheBallot(t);
  await mark(page, LETTERS.approve + LETTERS.oppose);
  await page.reload();
  assert.equal((await marksOf(page)).slice(0, 2), LETTERS.approve + LETTERS.oppose);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  const other = await atTheBallot(t, { slip });
  assert.equal(await marksOf(other.page), LETTERS.none.repeat(6));
});

test('a lost connection is said, and the vote goes out when it is back', { skip }, async (t) => {
  const { page } = await atTheBallot(t);
  await mark(page, LETTERS.approve);
  await goOn(page);
  await page.context().setOffline(true);
  await page.getByRole('button', { name: '确认投票' }).click();
  await page.waitForFunction(() => document.querySelector('.trying')?.textContent.includes('还没有投出'));
  await page.context().setOffline(false);
  await page.waitForURL(`${ballotAt()}/done`);
});
