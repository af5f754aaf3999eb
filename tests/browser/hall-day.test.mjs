// A whole sitting: the clerk's desk, two scrutineers, a kiosk, a phone and the hall's screen, each in a browser of its
// own; a tie at the edge and its run-off. The scrutineers stand beside the clerk and type their PINs, or use their own
// screens. The hall's screen is never touched: what it shows is put up from the cockpit.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, seriousFindings, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { adoptOfficers, press, printSlips, signIn } from './staff.mjs';

after(closeBrowser);

const PIN = '180926';
const SIZES = { phone: { width: 360, height: 640 }, desk: { width: 1366, height: 768 } };
const WALLS = { wide: { width: 1920, height: 1080 }, old: { width: 1024, height: 768 } };

/** An officer chooses a PIN where their own account is signed in. */
async function choosePin(own, officers, name) {
  await own.goto(officers);
  const line = own.locator('.officers li').filter({ has: own.locator('b', { hasText: name }) });
  await line.locator('input[name=new_pin]').fill(PIN);
  await line.locator('input[name=repeat]').fill(PIN);
  await line.locator('form.pin button').click();
  assert.match(await line.textContent(), /已设 PIN/);
}

/** Clerk and a scrutineer at one screen: one press; with the scene of the next step, where that is asked for. */
async function together(clerk, at, act, name, { scene = false } = {}) {
  await clerk.goto(at);
  if (act === 'seal') await clerk.click('.now a[href$="/box"]');
  const form = clerk.locator(`form[action$="/${act}"]`);
  await form.locator('select[name=officer]').selectOption({ label: name });
  await form.locator('input[name=pin]').fill(PIN);
  if (scene) await form.locator('input[name=scene]').check();
  await form.locator('button[value=pin]').click();
  assert.equal(await clerk.locator('main .summary').count(), 0, `${act}: ${await clerk.textContent('main')}`);
}

/** One asks on one screen, the other confirms on another. */
async function fromTwoScreens(first, second, at, act) {
  await first.goto(at);
  if (act === 'seal') await first.click('.now a[href$="/box"]');
  await first.click(`form[action$="/${act}"] button[value=ask]`);
  await second.goto(at);
  if (act === 'seal') await second.click('.now a[href$="/box"]');
  await second.click(`form[action$="/${act}"] button[value=confirm]`);
  assert.equal(await second.locator('main .summary').count(), 0, `${act}: ${await second.textContent('main')}`);
}

/** Marks the ballot that is open on a page and casts it; `a`, `o`, `x` or `n` a line. */
async function mark(page, marks) {
  for (const [at, letter] of [...marks].entries()) await page.click(`label[for=m${at + 1}${letter}], #m${at + 1}${letter}`);
  await page.click('#next');
  await page.click('.cast-form button');
  await page.waitForSelector('.cast-done');
}

/** Somebody with a phone of their own types the slip's digits and votes. */
async function vote(t, demo, code, marks) {
  const page = await openPage(t, { size: 'phone' });
  page.setDefaultTimeout(6_000);
  await page.goto(demo.url('/ballot'));
  await page.fill('#code', code);
  await page.click('main form button');
  await mark(page, marks);
  await page.context().close();
}

/** Somebody types the digits on the kiosk's large keys and votes; it starts over by itself, with no page behind it. */
async function voteAtKiosk(kiosk, code, marks) {
  for (const digit of code) await kiosk.click(`.pad [data-type="${digit}"]`);
  await kiosk.click('main form > button');
  await kiosk.waitForSelector('.marks-form');
  await mark(kiosk, marks);
  assert.match(await kiosk.textContent('main'), /请离开/);
  await kiosk.waitForSelector('#code', { timeout: 12_000 });
  assert.equal(await kiosk.inputValue('#code'), '');
}

/** The page fits at a phone's and a desk's width, axe finds nothing serious, and pictures are kept. */
async function look(page, name) {
  const before = page.viewportSize();
  for (const [size, view] of Object.entries(SIZES)) {
    await page.setViewportSize(view);
    await assertFits(page);
    assert.deepEqual(await seriousFindings(page), [], `${name} ${size}`);
    await takePicture(page, `hall-${name}-${size}`);
  }
  await page.setViewportSize(before);
}

/** The scene of the step goes up by one press, and hangs on the wall without a reload. */
async function putUp(clerk, wall, at, wanted) {
  await clerk.goto(at);
  await press(clerk, 'scene');
  await shows(wall, wanted);
}

/** The wall shows these words; a picture of it is kept in both sizes. */
async function shows(wall, words, name = words) {
  await wall.waitForFunction((text) => document.querySelector('main.scene').textContent.includes(text), words);
  for (const [size, view] of Object.entries(WALLS)) {
    await wall.setViewportSize(view);
    await wall.waitForTimeout(150);
    await takePicture(wall, `wall-${name}-${size}`);
  }
}

test('a sitting with a tie and its run-off: clerk, two scrutineers, kiosk, phone and the hall’s screen', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const { id } = demo.polls.find(({ congress }) => congress === 'qinghe');
  const at = demo.url(`/manage/polls/${id}`);
  const clerk = await signIn(t, demo, 'clerk');
  const chief = await signIn(t, demo, 'chief_scrutineer');
  const scrutineer = await signIn(t, demo, 'scrutineer');
  const [chiefName, scrutineerName] = ['演示总监票人 001 · 总监票人', '演示监票人 001 · 监票人'];
  const wall = await openPage(t, { size: 'hall' });
  const kiosk = await openPage(t, { size: 'phone', viewport: { width: 1024, height: 768 } });
  const phone = await openPage(t, { size: 'phone' });

  // The screen is paired by the code that it shows.
  await wall.goto(demo.url('/screen'));
  const code = new URL(wall.url()).pathname.split('/').pop();
  await clerk.goto(at);
  await look(clerk, '1-draft');
  const screens = demo.url(await clerk.locator('.hall-now a[href$="/screens"]').getAttribute('href'));
  await clerk.goto(screens);
  await clerk.fill('#code', code);
  await clerk.fill('#name', '主屏');
  await clerk.click('form[action$="/screens"] button');
  await shows(wall, '第一次全体会议', 'standby');

  // The sitting: check-in, quorum, rules, scrutineers with their PINs.
  await clerk.goto(demo.url(await clerkLink(clerk, at, '/roll')));
  await press(clerk, 'open-roll');
  await putUp(clerk, wall, at, '清点人数');
  await clerk.goto(demo.url(await clerkLink(clerk, at, '/check-in')));
  await clerk.fill('#find', '003');
  await clerk.click('form.find button');
  await look(clerk, '2-check-in');
  await clerk.click('.check-in form.inline button');
  assert.match(await clerk.textContent('.figures'), /实到\s*1/);
  await clerk.goto(demo.url((await clerk.locator('.crumbs a').getAttribute('href'))));
  await clerk.click('button[name=all][value=present]');
  await press(clerk, 'declare-quorum');
  await shows(wall, '符合法定人数', 'roll');
  await putUp(clerk, wall, at, '票决办法要点');
  await press(clerk, 'adopt');
  await adoptOfficers(clerk, chief, at);
  const officers = demo.url(await clerkLink(clerk, at, '/officers'));
  await choosePin(chief, officers, '演示总监票人 001');
  await choosePin(scrutineer, officers, '演示监票人 001');
  await clerk.goto(officers);
  await look(clerk, '3-officers');

  // Freeze together at one screen; a wrong PIN says how many tries are left; seal from two screens.
  await clerk.goto(at);
  await clerk.fill('form[action$="/freeze"] input[name=pin]', '000001');
  await clerk.click('form[action$="/freeze"] button[value=pin]');
  assert.match(await clerk.textContent('main .summary'), /还可以试 4 次/);
  await look(clerk, '4-wrong-pin');
  await together(clerk, at, 'freeze', chiefName, { scene: true });
  await shows(wall, '候选项目');
  await fromTwoScreens(scrutineer, chief, at, 'seal');
  await putUp(clerk, wall, at, '票箱已验、已封');
  await clerk.goto(demo.url(`/count/${id}/zero`));
  assert.match(await clerk.textContent('.figures'), /票箱内的票\s*0/);
  await look(clerk, '5-zero');

  // Slips. The phone that scanned its slip waits for the vote, the kiosk for its first voter.
  await clerk.goto(at);
  await clerk.check('form[action$="/start-issuing"] input[name=scene]');
  await press(clerk, 'start-issuing');
  await shows(wall, '发出');
  const slips = demo.url(await clerkLink(clerk, at, '/slips'));
  const { codes } = await printSlips(clerk, chief, slips, 9);
  await clerk.click('button[name=all][value=yes]');
  await clerk.click('a[href$="/desk"]');
  await look(clerk, '6-desk');
  await phone.goto(demo.url('/ballot'));
  await phone.fill('#code', codes[8]);
  await phone.click('main form button');
  await phone.waitForFunction(() => document.body.textContent.includes('还没有开始投票'), null, { timeout: 8_000 });
  await kiosk.goto(demo.url('/ballot/kiosk'));
  await look(kiosk, '7-kiosk');
  await together(clerk, at, 'open-vote', chiefName, { scene: true });
  await shows(wall, '投票进行中');
  await look(clerk, '8-open');
  await phone.waitForFunction(() => document.body.textContent.includes('现在可以投票'), null, { timeout: 8_000 });

  // A tie for the last place: five and five of nine. Two at the kiosk, one after the other; one on the phone that waited.
  const marks = (place) => ['aaoaao', 'aaaaoo', 'aaaoao'][Math.ceil(place / 4)];
  await voteAtKiosk(kiosk, codes[0], marks(0));
  await voteAtKiosk(kiosk, codes[1], marks(1));
  for (const place of [2, 3, 4, 5, 6, 7]) await vote(t, demo, codes[place], marks(place));
  await phone.goto(demo.url(`/ballot/${id}`));
  await mark(phone, marks(8));
  await wall.waitForFunction(() => /已投\s*9/.test(document.querySelector('main.scene').textContent), null, { timeout: 8_000 });
  await together(clerk, at, 'close-vote', scrutineerName, { scene: true });
  await shows(wall, '投票已结束');
  await clerk.goto(`${demo.url('/count/')}${id}/account`);
  await look(clerk, '9-account');
  await clerk.goto(at);
  await clerk.check('form[action$="/confirm-account"] input[name=scene]');
  await press(clerk, 'confirm-account');
  await shows(wall, '本次表决有效');
  await fromTwoScreens(scrutineer, chief, at, 'open-box');
  await putUp(clerk, wall, at, '正在计票');

  // The run-off: from the tie to the open vote, and the hall is told why.
  await clerk.goto(at);
  const before = Date.now();
  await clerk.check('form[action$="/count"] input[name=scene]');
  await press(clerk, 'count');
  await shows(wall, '票数相等');
  await clerk.goto(at);
  assert.match(await clerk.textContent('main'), /第 2 轮：另行投票/);
  await look(clerk, '10-run-off');
  await together(clerk, at, 'freeze', chiefName);
  await together(clerk, at, 'seal', chiefName);
  await clerk.goto(at);
  await press(clerk, 'start-issuing');
  await together(clerk, at, 'open-vote', chiefName, { scene: true });
  await shows(wall, '第 2 轮');
  const seconds = (Date.now() - before) / 1000;
  assert.ok(seconds < 120, `from the tie to the open run-off: ${seconds} s`);
  t.diagnostic(`from the tie to the open run-off: ${seconds.toFixed(1)} s`);

  // The same slips serve it: at the kiosk, and on the phone that voted before.
  const again = (place) => (place < 6 ? 'ao' : 'oa');
  await voteAtKiosk(kiosk, codes[0], again(0));
  for (const place of [1, 2, 3, 4, 5, 6, 7]) await vote(t, demo, codes[place], again(place));
  await phone.goto(demo.url(`/ballot/${id}`));
  await mark(phone, again(8));
  await together(clerk, at, 'close-vote', chiefName);
  await press(clerk, 'confirm-account');
  await together(clerk, at, 'open-box', chiefName);
  await press(clerk, 'count');
  const certified = Date.now();
  await together(clerk, at, 'certify', scrutineerName, { scene: true });
  await wall.waitForFunction(() => document.querySelector('main.scene').textContent.includes('入选'));
  t.diagnostic(`from the press to the result on the wall: ${Date.now() - certified} ms`);
  await shows(wall, '票决结果');
  await look(clerk, '11-certified');
  await clerk.goto(demo.url(`/count/${id}/statement`));
  assert.match(await clerk.textContent('main'), /演示监票人 001/);
  await clerk.goto(demo.url(`/manage/polls/${id}/script`));
  await look(clerk, '12-script');
});

/** The address of a page of the day, as the cockpit names it. */
async function clerkLink(clerk, at, ending) {
  await clerk.goto(at);
  return clerk.locator(`aside a[href$="${ending}"]`).first().getAttribute('href');
}
