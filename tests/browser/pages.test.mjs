// Every page of the public and of a deputy: readable by everybody, at every width.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, startDemo, whyNoDemo } from './harness.mjs';
import { look, speak } from './look.mjs';

after(closeBrowser);

const skip = whyNoDemo();

test('public pages after publishing', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'published', '--deputies', '15']);
  const page = await openPage(t, { size: 'desk' });
  const poll = demo.polls[0].id;
  await page.goto(demo.url(`/polls/${poll}`));
  assert.deepEqual(
    await look(page, demo, {
      'public-home': '/',
      'public-congress': '/regions/qinghe',
      'public-session': '/sessions/1',
      'public-result': `/polls/${poll}`,
      'public-notice': '/notices/1',
      'public-about': '/about',
      'public-not-found': '/nowhere',
      'sign-in': '/sign-in',
      'sign-in-wrong': async (page) => {
        await page.goto(demo.url('/sign-in'));
        await page.fill('#username', 'nobody');
        await page.fill('#password', 'nothing');
        await page.click('main form button');
      },
    }),
    [],
  );
});

test('the deputy\'s pages', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'open', '--deputies', '9']);
  const page = await openPage(t, { size: 'phone' });
  const slips = demo.codes();
  const anew = async (page) => {
    await page.goto(slips[0].url);
    assert.ok(page.url().includes('/ballot/'));
  };
  const marked = (count) => async (page) => {
    await anew(page);
    for (let line = 1; line <= count; line += 1) await page.click(`#m${line}a`);
    await page.click('#next');
  };
  const code = await openPage(t, { size: 'phone' });
  const wrong = await look(code, demo, { 'code': '/ballot' });
  wrong.push(...(await look(page, demo, {
    ballot: anew,
    'ballot-over': marked(5),
    'ballot-review': marked(2),
  })));
  const done = await openPage(t, { size: 'phone' });
  await done.goto(slips[1].url);
  await done.click('#m1a');
  await done.click('#next');
  await done.click('.cast-form button');
  await done.waitForURL('**/done');
  wrong.push(...(await look(done, demo, { 'ballot-done': `/ballot/${demo.polls[0].id}/done` })));
  assert.deepEqual(wrong, []);
});

test(
  'a result fits a phone from right to left',
  { skip },
  async (t) => {
    const demo = await startDemo(t, ['--stage', 'published', '--deputies', '9']);
    const page = await openPage(t, { size: 'phone' });
    await speak(page, demo, 'kk-Arab');
    await page.goto(demo.url(`/polls/${demo.polls[0].id}`));
    await assertFits(page);
  },
);
