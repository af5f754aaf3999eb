// The whole chain: two residents' phones, the clerk's desk, a deputy's phone, and back to the residents' receipts.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertAccessible, assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { closeAndCount, openVoting, press, signIn, two } from './staff.mjs';

after(closeBrowser);

/** Today in Beijing, as a date field takes it. */
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date());

async function openPhone(t) {
  const phone = await openPage(t, { size: 'phone' });
  await phone.setViewportSize({ width: 360, height: 640 });
  phone.setDefaultTimeout(8_000);
  return phone;
}

/** Hands in a lead under the call that is open, from the front page on. */
async function handIn(phone, demo, what) {
  await phone.goto(demo.url('/'));
  await phone.click('text=2027 年民生实事项目征集');
  await phone.click('text=我要提建议');
  await phone.fill('#region', '阿热勒镇');
  await phone.selectOption('#kind', 'roads');
  await phone.fill('#what', what);
  await phone.waitForTimeout(3_200); // a form sent at once is a program's
  await phone.click('text=提交建议');
  await phone.waitForURL(/\/leads\/\d{16}$/);
  return phone.url();
}

/** The steps that the receipt tells of, and that it fits the phone. */
async function follow(phone, receipt, name) {
  await phone.goto(receipt);
  await assertFits(phone);
  await assertAccessible(phone);
  await takePicture(phone, `journey-${name}`);
  return (await phone.locator('.fate li').allInnerTexts()).map((text) => text.replace(/\s+/g, ''));
}

/** Moves the lead of these words into a project of its own; answers with the project's address. */
async function takeUp(clerk, leads, what, name) {
  await clerk.goto(leads);
  await clerk.click(`text=${what}`);
  // Where projects can be joined, a new one is folded away.
  if (!(await clerk.isVisible('#name'))) await clerk.click('summary:has-text("新建项目")');
  await clerk.fill('#name', name);
  await clerk.click('button:has-text("新建项目并归入")');
  await clerk.click('a[href*="/manage/projects/"]');
  assert.equal((await clerk.textContent('h1')).trim(), name);
  return clerk.url();
}

/** What, for whom, whose money, then screening, legality review and the decision. */
async function appraise(clerk, project, amount) {
  await clerk.goto(`${project}/edit`);
  await clerk.fill('#summary', '方便群众约1200人出行');
  await clerk.fill('#investment', amount);
  await clerk.fill('[name=fund_source_0]', '县财政');
  await clerk.fill('[name=fund_amount_0]', amount);
  await clerk.check('[name=fund_secured_0]');
  await clerk.fill('#lead_unit', '县交通运输局');
  await clerk.fill('#finish_by', '2027年9月30日');
  await clerk.click('form.sheet-form .acts button');
  assert.equal(clerk.url(), project);
  await press(clerk, 'act/start-appraisal');
  for (const label of await clerk.locator('table.checks label:has(input[value=yes])').all()) await label.click();
  await clerk.click('form:has(table.checks) button');
  await clerk.selectOption('#kind', 'legality');
  await clerk.fill('#unit', '县司法局');
  await clerk.fill('#due_on', today());
  await press(clerk, 'ask');
  await clerk.click('a[href*="/manage/opinions/"]');
  await clerk.check('input[value=agrees]');
  await clerk.fill('#on', today());
  await clerk.click('main form button:not(.link)');
  await clerk.goto(`${project}/appraisal`);
  await clerk.fill('#reason', '群众急需，资金落实');
  await press(clerk, 'conclude');
}

/** A formal list of these projects for one place; answers with its address. */
async function listOf(clerk, library, projects) {
  await clerk.goto(library);
  await clerk.fill('#places', '1');
  await clerk.click('form[action$="/lists"] button');
  const list = clerk.url();
  for (const [at, project] of projects.entries()) {
    await clerk.fill(`[name=p${project.split('/').pop()}]`, String(at + 1));
  }
  await clerk.click('form:has(#slate) > button');
  assert.match(await clerk.textContent('main'), /差额 1 个（100%）/);
  await clerk.fill('#on', today());
  await clerk.fill('#how', '举手表决，全票通过');
  await press(clerk, 'act/review');
  await press(clerk, 'act/fix');
  return list;
}

/** A session of 2027 with a poll that takes its lines from the list, and a chief scrutineer proposed. */
async function prepare(clerk, demo, congress, list) {
  await clerk.goto(demo.url(`/manage/congresses/${congress}/sessions/new`));
  await clerk.check('input[name=body][value=congress]');
  for (const [field, value] of Object.entries({ term_no: '18', session_no: '9', year: '2027', held_on: today() })) {
    await clerk.fill(`#${field}`, value);
  }
  await clerk.click('main form button:not(.link)');
  const session = clerk.url();
  await clerk.goto(`${session}/officers`);
  await clerk.check('input[name=post][value=chief_scrutineer]');
  await clerk.fill('#number', '003');
  await clerk.fill('#username', demo.staffOf('chief_scrutineer', 'qinghe').username);
  await clerk.click('form[action$="/officers"]:has(#number) button');
  await clerk.goto(`${session}/polls/new`);
  await clerk.fill('#places', '1');
  await clerk.click('main form button:not(.link)');
  const [, poll] = clerk.url().match(/\/manage\/polls\/(\d+)\/slate$/);
  await clerk.check(`input[name=list][value="${list.split('/').pop()}"]`);
  await clerk.click('form[action$="/slate"] button');
  assert.equal(await clerk.locator('main .summary').count(), 0, await clerk.textContent('main'));
  return poll;
}

/** A deputy with a slip approves the first line and opposes the second. */
async function vote(t, demo, code, look) {
  const phone = await openPhone(t);
  await phone.goto(demo.url('/ballot'));
  await phone.fill('#code', code);
  await phone.click('main form button');
  if (look) await look(phone);
  await phone.click('#m1a');
  await phone.click('#m2o');
  await phone.click('#next');
  await phone.click('.cast-form button');
  await phone.waitForURL('**/done');
  await phone.close();
}

test('two wishes go from phones to the frozen slate and the ballot, and both receipts tell how it ended', {
  skip: whyNoDemo(),
  timeout: 600_000,
}, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const phone = await openPhone(t);
  const bridge = await handIn(phone, demo, '三道海子的便桥被水冲走了，请重修');
  const lamps = await handIn(phone, demo, '文化巷晚上没有灯，请装路灯');
  assert.deepEqual(await follow(phone, bridge, '1-waiting'), ['已收到', '等待整理']);

  // Sorted, made projects, appraised, listed.
  const clerk = await signIn(t, demo, 'clerk');
  clerk.setDefaultTimeout(8_000);
  await clerk.click('text=征集公告');
  const congress = clerk.url().match(/congresses\/(\d+)/)[1];
  await clerk.click('text=已收到 2 条建议');
  const leads = clerk.url();
  const projects = [
    await takeUp(clerk, leads, '三道海子的便桥', '三道海子便桥重建'),
    await takeUp(clerk, leads, '文化巷晚上没有灯', '文化巷路灯'),
  ];
  assert.deepEqual(await follow(phone, bridge, '2-taken-up'), [
    '已收到', '已列入项目库：三道海子便桥重建', '在项目库中',
  ]);
  for (const [at, project] of projects.entries()) await appraise(clerk, project, at ? '36' : '48');
  assert.equal((await follow(phone, lamps, '3-candidate')).pop(), '列为候选项目');
  await clerk.goto(`${projects[0]}/origins`);
  assert.match(await clerk.textContent('main'), /居民手机提交[^]*三道海子的便桥被水冲走了/);
  await takePicture(clerk, 'journey-4-who-asked');
  const library = demo.url(`/manage/congresses/${congress}/projects/2027`);
  const list = await listOf(clerk, library, projects);
  const poll = await prepare(clerk, demo, congress, list);

  // Frozen with number, version and hash; the residents see it at once.
  const voting = await openVoting(t, demo, { poll });
  await clerk.goto(list);
  assert.match(await clerk.textContent('main'), /已冻结[^]*第 1 版/);
  assert.match(await clerk.textContent('.hash code'), /^[0-9a-f]{64}$/);
  assert.equal((await follow(phone, lamps, '5-on-slate')).pop(), '列入候选项目名单，提请代表票决查看这个项目的全过程');

  // Five of nine approve the bridge.
  for (const [at, code] of voting.codes.slice(0, 5).entries()) {
    await vote(t, demo, code, at === 0 && (async (deputy) => {
      assert.match(await deputy.textContent('main'), /三道海子便桥重建[^]*文化巷路灯/);
      await assertFits(deputy);
      await assertAccessible(deputy);
      await takePicture(deputy, 'journey-6-ballot');
    }));
  }
  await closeAndCount(voting);
  await two(voting.clerk, voting.chief, voting.at, 'certify');
  assert.equal((await follow(phone, bridge, '7-certified')).pop(), '列入候选项目名单，提请代表票决查看这个项目的全过程', 'only the notice tells');
  await two(voting.clerk, voting.chief, voting.at, 'publish');

  // Both receipts tell how it ended, and the way goes on.
  assert.equal((await follow(phone, bridge, '8-selected')).pop(), '代表票决入选，将组织实施查看这个项目的全过程');
  assert.equal((await follow(phone, lamps, '8-not-selected')).pop(), '代表票决未入选，留在项目库查看这个项目的全过程');
  await phone.click('.fate a');
  assert.match(await phone.textContent('main'), /未入选[^]*得赞成票 0 票/);
  await takePicture(phone, 'journey-9-project');
  await clerk.goto(projects[1]);
  await press(clerk, 'act/return');
  assert.deepEqual((await follow(phone, lamps, '9-returned')).slice(-2), [
    '未入选后转入2028年项目库：文化巷路灯', '在项目库中',
  ]);
});
