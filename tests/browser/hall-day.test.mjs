// A whole sitting at a desk of 1366 px: clerk and two scrutineers, each in a browser of their own; a tie
// at the edge and its run-off. The scrutineers stand beside the clerk and type their PINs, or use their own screens.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, seriousFindings, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { adoptOfficers, press, signIn } from './staff.mjs';

after(closeBrowser);

const PIN = '180926';

/** The officer of that post chooses a PIN on the clerk's screen. */
async function choosePin(clerk, name) {
  const line = clerk.locator('.officers li').filter({ has: clerk.locator('b', { hasText: name }) });
  await line.locator('summary').first().click();
  await line.locator('input[name=new_pin]').fill(PIN);
  await line.locator('input[name=repeat]').fill(PIN);
  await line.locator('form.pin button').click();
  assert.match(await line.textContent(), /已设 PIN/);
}

/** Clerk and a scrutineer at one screen: one press. */
async function together(clerk, at, act, name) {
  await clerk.goto(at);
  if (act === 'seal') await clerk.click('.now a[href$="/box"]');
  const form = clerk.locator(`form[action$="/${act}"]`);
  await form.locator('select[name=officer]').selectOption({ label: name });
  await form.locator('input[name=pin]').fill(PIN);
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

async function vote(t, demo, code, marks) {
  const page = await openPage(t, { size: 'phone' });
  page.setDefaultTimeout(6_000);
  await page.goto(demo.url('/ballot'));
  await page.fill('#code', code);
  await page.click('main form button');
  for (const [at, letter] of [...marks].entries()) await page.click(`#m${at + 1}${letter}`);
  await page.click('#next');
  await page.click('.cast-form button');
  await page.waitForURL('**/done');
  await page.context().close();
}

/** The page fits, axe finds nothing serious, and a picture is kept. */
async function look(page, name) {
  await assertFits(page);
  assert.deepEqual(await seriousFindings(page), [], name);
  await takePicture(page, `hall-${name}`);
}

test('a clerk carries a sitting with a tie and its run-off, two scrutineers beside', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '8']);
  const { id } = demo.polls.find(({ congress }) => congress === 'qinghe');
  const at = demo.url(`/manage/polls/${id}`);
  const clerk = await signIn(t, demo, 'clerk');
  const chief = await signIn(t, demo, 'chief_scrutineer');
  const scrutineer = await signIn(t, demo, 'scrutineer');
  const [chiefName, scrutineerName] = ['演示总监票人 001 · 总监票人', '演示监票人 001 · 监票人'];

  // The sitting: check-in, quorum, rules, scrutineers with their PINs.
  await clerk.goto(at);
  await look(clerk, '1-draft');
  await clerk.goto(demo.url(await clerk.locator('aside a[href$="/roll"]').getAttribute('href')));
  await press(clerk, 'open-roll');
  await clerk.click('a[href$="/check-in"]');
  await clerk.fill('#find', '003');
  await clerk.click('form.find button');
  await look(clerk, '2-check-in');
  await clerk.click('.check-in form.inline button');
  assert.match(await clerk.textContent('.figures'), /实到\s*1/);
  await clerk.goto(demo.url((await clerk.locator('.crumbs a').getAttribute('href'))));
  await clerk.click('button[name=all][value=present]');
  await press(clerk, 'declare-quorum');
  await clerk.goto(at);
  await press(clerk, 'adopt');
  await adoptOfficers(clerk, at);
  await clerk.goto(demo.url(await clerk.locator('aside a[href$="/officers"]').getAttribute('href')));
  await choosePin(clerk, '演示总监票人');
  await choosePin(clerk, '演示监票人');
  await look(clerk, '3-officers');

  // Freeze together at one screen; a wrong PIN says how many tries are left; seal from two screens.
  await clerk.goto(at);
  await clerk.fill('form[action$="/freeze"] input[name=pin]', '000001');
  await clerk.click('form[action$="/freeze"] button[value=pin]');
  assert.match(await clerk.textContent('main .summary'), /还可以试 4 次/);
  await look(clerk, '4-wrong-pin');
  await together(clerk, at, 'freeze', chiefName);
  await fromTwoScreens(scrutineer, chief, at, 'seal');
  await clerk.goto(demo.url(`/count/${id}/zero`));
  assert.match(await clerk.textContent('.figures'), /票箱内的票\s*0/);
  await look(clerk, '5-zero');

  // Slips.
  await clerk.goto(at);
  await press(clerk, 'start-issuing');
  const slips = demo.url(await clerk.locator('aside a[href$="/slips"]').getAttribute('href'));
  await clerk.goto(slips);
  await clerk.fill('#number', '8');
  await clerk.click('button[name=as][value=sheet]');
  const codes = (await clerk.locator('.slip .digits').allTextContents()).map((code) => code.replace(/\D/g, ''));
  await clerk.goto(slips);
  await clerk.click('button[name=all][value=yes]');
  await clerk.click('a[href$="/desk"]');
  await look(clerk, '6-desk');
  await together(clerk, at, 'open-vote', chiefName);
  await look(clerk, '7-open');

  // A tie for the last place: four and four.
  for (const [place, code] of codes.entries()) await vote(t, demo, code, place < 4 ? 'aaaaoo' : 'aaaoao');
  await together(clerk, at, 'close-vote', scrutineerName);
  await clerk.click('aside a[href$="/account"]');
  await look(clerk, '8-account');
  await clerk.goto(at);
  await press(clerk, 'confirm-account');
  await fromTwoScreens(scrutineer, chief, at, 'open-box');
  await clerk.goto(at);
  const before = Date.now();
  await press(clerk, 'count');

  // The run-off: from the tie to the open vote.
  await clerk.goto(at);
  assert.match(await clerk.textContent('main'), /第 2 轮：另行票决/);
  await look(clerk, '9-run-off');
  await together(clerk, at, 'freeze', chiefName);
  await together(clerk, at, 'seal', chiefName);
  await clerk.goto(at);
  await press(clerk, 'start-issuing');
  await together(clerk, at, 'open-vote', chiefName);
  const seconds = (Date.now() - before) / 1000;
  assert.ok(seconds < 120, `from the tie to the open run-off: ${seconds} s`);
  t.diagnostic(`from the tie to the open run-off: ${seconds.toFixed(1)} s`);
  for (const [place, code] of codes.entries()) await vote(t, demo, code, place < 6 ? 'ao' : 'oa');
  await together(clerk, at, 'close-vote', chiefName);
  await press(clerk, 'confirm-account');
  await together(clerk, at, 'open-box', chiefName);
  await press(clerk, 'count');
  await together(clerk, at, 'certify', scrutineerName);
  await look(clerk, '10-certified');
  await clerk.goto(demo.url(`/count/${id}/statement`));
  assert.match(await clerk.textContent('main'), /演示监票人 001/);
  await clerk.goto(demo.url(`/manage/polls/${id}/script`));
  await look(clerk, '11-script');
});
