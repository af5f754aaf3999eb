// A project from the library through appraisal, list and freezing to the ballot; what was not selected returns.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible, assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { openVoting, press, signIn } from './staff.mjs';

const skip = whyNoDemo();
after(closeBrowser);

const DESK = { width: 1366, height: 768 };
const PHONE = { width: 360, height: 640 };

/** The page fits, is accessible and is pictured at a desk's width and a phone's. */
async function look(page, name) {
  for (const [size, viewport] of [['desk', DESK], ['phone', PHONE]]) {
    await page.setViewportSize(viewport);
    await assertFits(page);
    await takePicture(page, `${name}-${size}`);
  }
  await page.setViewportSize(DESK);
  await assertAccessible(page);
}

/** Today in Beijing, as a date field takes it. */
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

async function typeProject(page, fields) {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
}

test('a project goes from the library to the ballot', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const clerk = await signIn(t, demo, 'clerk');
  await clerk.click('a[href*="/projects/"]');
  await look(clerk, 'library');
  await clerk.fill('#q', '牧道');
  await clerk.click('form.filters button');
  assert.match(clerk.url(), /q=/, 'the search stays in the address');
  assert.match(await clerk.textContent('#found'), /1/);
  await clerk.click('a[href$="/new"]');

  // Entered; what is wrong is said at its field and nothing is lost.
  await typeProject(clerk, {
    name: '演示旱厕改造', summary: '改造户厕300座，方便群众300户', investment: '-48',
    fund_source_0: '县财政', fund_amount_0: '48 万', lead_unit: '县农业农村局', finish_by: '2026年9月30日',
  });
  await clerk.check('[name=fund_secured_0]');
  await clerk.click('form.sheet-form > button');
  assert.match(await clerk.textContent('.summary'), /不能为负数/);
  await look(clerk, 'project-refused');
  await clerk.fill('#investment', '0.0048亿');
  await clerk.click('form.sheet-form > button');
  assert.match(clerk.url(), /\/manage\/projects\/\d+$/);
  const project = clerk.url();
  await look(clerk, 'project-content');

  // Two clerks would meet here: an old form is answered with both texts.
  await clerk.goto(`${project}/edit`);
  const other = await clerk.context().newPage();
  await other.goto(`${project}/edit`);
  await other.fill('#place', '阿热勒镇');
  await other.click('form.sheet-form .acts button');
  await clerk.fill('#place', '塔克什肯镇');
  await clerk.click('form.sheet-form .acts button');
  assert.match(await clerk.textContent('table.clash'), /阿热勒镇[\s\S]*塔克什肯镇/);
  await look(clerk, 'project-clash');
  await clerk.click('form.sheet-form .acts button');
  assert.equal(clerk.url(), project);
  for (const tab of ['funds', 'translations', 'history', 'origins']) {
    await clerk.goto(`${project}/${tab}`);
    await look(clerk, `project-${tab}`);
  }

  // Appraised.
  await clerk.goto(project);
  await press(clerk, 'act/start-appraisal');
  for (const label of await clerk.locator('table.checks label:has(input[value=yes])').all()) await label.click();
  await clerk.click('form:has(table.checks) button');
  await clerk.selectOption('#kind', 'legality');
  await clerk.fill('#unit', '县司法局');
  await clerk.fill('#due_on', today());
  await press(clerk, 'ask');
  await clerk.fill('#reason', '群众急需');
  await clerk.click('form[action$="/conclude"] button');
  assert.match(await clerk.textContent('.summary'), /由县司法局答复/);
  await look(clerk, 'appraisal-refused');
  await clerk.click('a[href*="/manage/opinions/"]');
  await look(clerk, 'opinion');
  await clerk.check('input[value=agrees]');
  await clerk.fill('#on', today());
  await clerk.click('main form button:not(.link)');
  await clerk.goto(`${project}/appraisal`);
  await clerk.fill('#reason', '群众急需');
  await press(clerk, 'conclude');
  await clerk.goto(`${project}/appraisal/sheet`);
  await look(clerk, 'appraisal-sheet');

  // On the list, first of all.
  await clerk.goto(demo.url('/manage/candidate-lists/1'));
  await press(clerk, 'act/reopen');
  const id = project.split('/').pop();
  await clerk.fill(`[name=p${id}]`, '9');
  await clerk.click('form:has(#slate) > button');
  for (let place = 6; place > 0; place -= 1) await clerk.click(`button[value=up-${id}]`);
  assert.match(await clerk.textContent('#slate li'), /演示旱厕改造/);
  await look(clerk, 'list');
  await clerk.fill('#on', today());
  await clerk.fill('#how', '举手表决，全票通过');
  await press(clerk, 'act/review');
  await press(clerk, 'act/fix');
  await look(clerk, 'list-formal');

  // Frozen, and on the ballot.
  const vote = await openVoting(t, demo, { template: 'tick', places: 4 });
  await clerk.goto(demo.url('/manage/candidate-lists/1'));
  assert.match(await clerk.textContent('main'), /已冻结/);
  await look(clerk, 'list-frozen');
  const deputy = await openPage(t, { size: 'phone' });
  await deputy.goto(demo.url('/ballot'));
  await deputy.fill('#code', vote.codes[0]);
  await deputy.click('main form button');
  assert.match(await deputy.textContent('main'), /演示旱厕改造/);
  const anybody = await openPage(t, { size: 'desk' });
  await anybody.goto(demo.url(`/projects/${id}`));
  assert.match(await anybody.textContent('main'), /县财政/);
  await look(anybody, 'public-project');
});

test('what was not selected returns next year', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'published', '--deputies', '9']);
  const clerk = await signIn(t, demo, 'clerk');
  await clerk.click('a[href*="/projects/"]');
  await clerk.selectOption('#stage', 'not_selected');
  await clerk.click('form.filters button');
  await clerk.click('tbody a');
  await press(clerk, 'act/return');
  assert.match(await clerk.textContent('main'), /在库/);
  await clerk.click('nav.tabs a[href$="/origins"]');
  assert.match(await clerk.textContent('main'), /得赞成票/);
  await look(clerk, 'project-returned');
});
