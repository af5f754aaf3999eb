// What the staff of 青河县 do at their desks, for every journey that needs a poll on its way.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';

import { openPage } from './harness.mjs';

/** Signs a member of staff in, in a browser of their own. */
export async function signIn(t, demo, role) {
  return signInAs(t, demo, demo.staffOf(role, 'qinghe').username);
}

/** The same for one of several with a role, by the name they sign in with. */
export async function signInAs(t, demo, username) {
  const { password } = demo.staff.find((one) => one.username === username);
  const page = await openPage(t, { size: 'desk' });
  page.setDefaultTimeout(6_000);
  await page.goto(demo.url('/manage'));
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main form button');
  assert.equal(page.url(), demo.url('/manage'));
  return page;
}

/** Presses the button of a form that leads to an act, and sees that it was not refused. */
export async function press(page, act) {
  await page.click(`form[action$="/${act}"] button`);
  assert.equal(await page.locator('main .summary').count(), 0, `${act}: ${await page.textContent('main')}`);
}

/** One asks, the other confirms; the first alone gets no button. The box is sealed on a page of its own. */
export async function two(first, second, at, act) {
  const open = async (page) => {
    await page.goto(at);
    if (act === 'seal') await page.click('.now a[href$="/box"]');
  };
  await open(first);
  await press(first, act);
  await first.goto(at);
  assert.equal(await first.locator(`.now form[action$="/${act}"]`).count(), 0, `${act} waits for somebody else`);
  await open(second);
  await press(second, act);
}

/** The sitting adopts the scrutineers that are proposed: the clerk asks, the chief scrutineer confirms. */
export async function adoptOfficers(clerk, chief, at) {
  for (const page of [clerk, chief]) {
    await page.goto(at);
    await page.click('.now a[href$="/officers"]');
    await page.click('form[action*="/sittings/"][action$="/officers"] button');
  }
  assert.match(await chief.textContent('.officers'), /✓ .*通过/);
  await clerk.goto(at);
}

/**
 * Carries a draft of nine deputies to an open vote, by another template if one is named; answers with the codes of the
 * slips and the two who do it. `poll` is another poll than the demo's, its officers proposed.
 */
export async function openVoting(t, demo, { template, places, poll, look = async () => {} }) {
  const id = poll ?? demo.polls.find(({ congress }) => congress === 'qinghe').id;
  const at = demo.url(`/manage/polls/${id}`);
  const clerk = await signIn(t, demo, 'clerk');
  const chief = await signIn(t, demo, 'chief_scrutineer');
  await clerk.goto(`${at}/rules`);
  if (template) {
    await clerk.click('details summary');
    await clerk.check(`input[name=template][value=${template}]`);
    await press(clerk, 'rules/template');
    assert.match(await clerk.textContent('[role=status]'), /已改用所选的票决方式/);
    await clerk.fill('#places', String(places));
    await clerk.click('form[action$="/rules"] > button');
  }
  await look(clerk);
  if (await clerk.locator('form[action$="/rules/accept"]').count()) {
    await clerk.fill('#reason', '演示');
    await press(clerk, 'rules/accept');
  }
  await clerk.goto(at);
  const roll = demo.url(await clerk.locator('aside a[href$="/roll"]').getAttribute('href'));
  const slips = demo.url(await clerk.locator('aside a[href$="/slips"]').getAttribute('href'));
  await clerk.goto(roll);
  await press(clerk, 'open-roll');
  await clerk.click('button[name=all][value=present]');
  await press(clerk, 'declare-quorum');
  await clerk.goto(at);
  await press(clerk, 'adopt');
  await adoptOfficers(clerk, chief, at);
  await two(clerk, chief, at, 'freeze');
  await two(clerk, chief, at, 'seal');
  await clerk.goto(at);
  await press(clerk, 'start-issuing');
  const { codes } = await printSlips(clerk, chief, slips, 9);
  await clerk.click('button[name=all][value=yes]');
  await two(clerk, chief, at, 'open-vote');
  return { id, at, clerk, chief, codes };
}

/**
 * So many slips, asked for by one and confirmed by the other; fetched once, as a browser that saves the file does. Answers
 * with the ten digits of each.
 */
export async function printSlips(clerk, chief, slips, number, look = async () => {}) {
  await clerk.goto(slips);
  await clerk.fill('#number', String(number));
  await clerk.fill('#reason', '会议表决');
  await clerk.click('form[action$="/slips/ask"] button');
  await chief.goto(slips);
  assert.match(await chief.textContent('main'), new RegExp(`申请印制票证 ${number} 张`));
  await look(chief, 'asked');
  await chief.click('form[action$="/slips/confirm"] button');
  await clerk.goto(slips);
  await look(clerk, 'confirmed');
  const form = clerk.locator('form[action$="/slips/print"]');
  const { action, fields } = await form.evaluate((form) => ({
    action: form.action,
    fields: Object.fromEntries(new FormData(form)),
  }));
  const headers = { origin: new URL(action).origin };
  const answer = await clerk.request.post(action, { form: fields, headers });
  assert.equal(answer.headers()['content-type'], 'application/pdf');
  const pdf = await answer.body();
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  const codes = [...text.matchAll(/\b(\d{5}) (\d{5})\b/g)].map(([, first, second]) => first + second);
  assert.equal(codes.length, number);
  await clerk.goto(slips);
  assert.equal(await form.count(), 0, 'it is shown once');
  return { codes };
}

/** From the open vote to the counted one. */
export async function closeAndCount({ at, clerk, chief }) {
  await two(clerk, chief, at, 'close-vote');
  await clerk.goto(at);
  await press(clerk, 'confirm-account');
  await two(clerk, chief, at, 'open-box');
  await clerk.goto(at);
  await press(clerk, 'count');
}

/** A session of 2026 of a congress by its number, with a scrutineer and a teller proposed; answers with its address. */
export async function newSession(clerk, demo, congress, number) {
  await clerk.goto(demo.url(`/manage/congresses/${congress}/sessions/new`));
  await clerk.check('input[name=body][value=congress]');
  const fields = { term_no: '17', session_no: String(number), year: '2026', held_on: '2026-12-31' };
  for (const [field, text] of Object.entries(fields)) await clerk.fill(`#${field}`, text);
  await clerk.click('form[action$="/sessions/new"] button');
  await clerk.waitForURL(/\/manage\/sessions\/\d+$/);
  const session = clerk.url();
  for (const [post, deputy] of [['chief_scrutineer', '001'], ['teller', '002']]) {
    await clerk.goto(`${session}/officers`);
    await clerk.check(`input[name=post][value=${post}]`);
    await clerk.fill('#number', deputy);
    // Whoever confirms from an account must be the one whom the sitting adopts.
    const chief = demo.staffOf('chief_scrutineer', 'qinghe').username;
    await clerk.fill('#username', post === 'chief_scrutineer' ? chief : '');
    await clerk.click('form[action$="/officers"]:has(#number) button');
  }
  return session;
}
