// Clerk and chief scrutineer carry a poll from its draft to the published result, through pages only.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { adoptOfficers, press, printSlips, signIn, two } from './staff.mjs';

after(closeBrowser);

/** Pages of A4 that the page prints on. */
async function printedPages(page) {
  const pdf = (await page.pdf({ format: 'A4' })).toString('latin1');
  return (pdf.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
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
}

test('clerk and chief scrutineer carry a poll from draft to published result', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const { id } = demo.polls.find(({ congress }) => congress === 'qinghe');
  const at = demo.url(`/manage/polls/${id}`);
  const clerk = await signIn(t, demo, 'clerk');
  const chief = await signIn(t, demo, 'chief_scrutineer');
  await takePicture(clerk, 'office-tasks');

  // The roll.
  await clerk.goto(at);
  await takePicture(clerk, 'office-1-draft');
  const roll = await clerk.locator('aside a[href$="/roll"]').getAttribute('href');
  const slips = await clerk.locator('aside a[href$="/slips"]').getAttribute('href');
  await clerk.goto(demo.url(roll));
  await press(clerk, 'open-roll');
  await clerk.click('button[name=all][value=present]');
  await takePicture(clerk, 'office-2-roll');
  await press(clerk, 'declare-quorum');
  assert.match(await clerk.textContent('.figures'), /9/);

  // Rules, scrutineers, freeze, seal.
  await clerk.goto(at);
  await press(clerk, 'adopt');
  await clerk.click('.now a[href$="/officers"]');
  await takePicture(clerk, 'office-2-officers');
  await adoptOfficers(clerk, chief, at);
  await two(clerk, chief, at, 'freeze');
  await clerk.goto(at);
  await two(clerk, chief, at, 'seal');
  await clerk.goto(at);
  await press(clerk, 'start-issuing');
  await takePicture(clerk, 'office-3-issuing');

  // Slips: print two more than are present, hand out, cancel what is left.
  const look = (page, step) => takePicture(page, `office-4-slips-${step}`);
  const { codes } = await printSlips(clerk, chief, demo.url(slips), 11, look);
  assert.equal(new Set(codes).size, 11);
  assert.doesNotMatch(await clerk.content(), new RegExp(codes.join('|')), 'codes are shown once');
  await clerk.click('button[name=all][value=yes]');
  await clerk.fill('#codes', codes.slice(9).join('\n'));
  await clerk.click('form[action$="/slips/cancel"] button');
  assert.match(await clerk.textContent('.equation .left'), /0/);
  await takePicture(clerk, 'office-5-slips');

  // Voting: the numbers of the cockpit follow by themselves; nothing else is shown.
  await two(clerk, chief, at, 'open-vote');
  await clerk.goto(at);
  const returned = clerk.locator('[data-number=returned]');
  assert.equal(await returned.textContent(), '0');
  const papers = ['aaaaoo', 'aaaaxn', 'aaaaoo', 'aaanaa'.replace(/a$/, 'o'), 'aaaaoo', 'aaaaxx', 'oooooo'];
  for (const [place, marks] of papers.entries()) await vote(t, demo, codes[place], marks);
  await clerk.waitForFunction(
    (cast) => document.querySelector('[data-number=returned]').textContent === String(cast),
    papers.length,
    { timeout: 15_000 },
  );
  assert.doesNotMatch(await clerk.textContent('.figures'), /赞成|反对/);
  assert.equal(await clerk.locator(`a[href="/count/${id}"]`).count(), 0, 'no outcome before the box is open');
  await takePicture(clerk, 'office-6-open');
  const early = await clerk.request.get(demo.url(`/count/${id}`));
  assert.doesNotMatch(await early.text(), /<td[^>]*>赞成/);

  // Close, account, box, count.
  await clerk.goto(at);
  assert.match(await clerk.textContent('main .warn'), /2 张/, 'two have not voted');
  await two(clerk, chief, at, 'close-vote');
  await clerk.goto(at);
  await press(clerk, 'confirm-account');
  await two(clerk, chief, at, 'open-box');
  await clerk.goto(at);
  await press(clerk, 'count');
  await clerk.goto(demo.url(`/count/${id}`));
  assert.ok((await clerk.locator('tbody tr').count()) >= 6);
  assert.equal(await clerk.locator('.decision.ok').count(), 1, await clerk.textContent('main'));
  await assertFits(clerk);
  await takePicture(clerk, 'office-7-outcome');

  // Certify and publish: two people each time.
  const stranger = await openPage(t, { size: 'phone' });
  const before = await stranger.goto(demo.url(`/polls/${id}`));
  assert.ok(before.status() >= 400 || !(await stranger.content()).includes('<table'), 'not public before');
  await two(clerk, chief, at, 'certify');
  await clerk.goto(demo.url(`/count/${id}/statement`));
  await takePicture(clerk, 'office-8-statement');
  await clerk.emulateMedia({ media: 'print' });
  const isCut = await clerk.locator('pre.record').evaluateAll((all) =>
    all.some((one) => one.scrollHeight > one.clientHeight + 1 || one.scrollWidth > one.clientWidth + 1));
  assert.equal(isCut, false, 'the record prints in full, not as a box that scrolls');
  for (const hidden of ['.bar', 'footer', '.langs', '.crumbs', 'details', 'main form']) {
    assert.equal(await clerk.locator(`${hidden}:visible`).count(), 0, `${hidden} is not printed`);
  }
  assert.match(await clerk.textContent('.trace'), /通过须获赞成 5 票/);
  await takePicture(clerk, 'office-8-statement-printed');
  await clerk.emulateMedia({ media: null });
  await two(clerk, chief, at, 'publish');
  await clerk.goto(at);
  await takePicture(clerk, 'office-9-published');

  // What everybody sees, at 320 px.
  const notice = await clerk.locator('a[href^="/notices/"]').first().getAttribute('href');
  const session = (await clerk.locator('.crumbs a').getAttribute('href')).replace('/manage', '');
  await stranger.setViewportSize({ width: 320, height: 640 });
  const pages = { home: '/', congress: '/regions/qinghe', session, result: `/polls/${id}`, notice };
  for (const [name, path] of Object.entries(pages)) {
    const answer = await stranger.goto(demo.url(path));
    assert.equal(answer.status(), 200, path);
    await assertFits(stranger);
    await takePicture(stranger, `public-${name}-320`);
  }
  await stranger.goto(demo.url(`/polls/${id}`));
  assert.match(await stranger.textContent('main'), /牧道/);
  assert.equal(await printedPages(stranger), 1, 'the result prints on one A4');
  await stranger.goto(demo.url(notice));
  assert.equal(await printedPages(stranger), 1, 'the notice prints on one A4');
});

test(
  'the number of those who have not voted follows by itself',
  { skip: whyNoDemo() },
  async (t) => {
    const demo = await startDemo(t, ['--stage', 'open', '--deputies', '3']);
    const clerk = await signIn(t, demo, 'clerk');
    await clerk.goto(demo.url(`/manage/polls/${demo.polls[0].id}`));
    const told = await clerk.textContent('main .warn');
    await vote(t, demo, demo.codes()[0].code, 'o');
    await clerk.waitForFunction(() => document.querySelector('[data-number=returned]').textContent === '1');
    assert.notEqual(await clerk.textContent('main .warn'), told);
  },
);
