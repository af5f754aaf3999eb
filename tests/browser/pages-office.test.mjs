// Every page of the office: readable by everybody, at every width.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { closeBrowser, openPage, startDemo, whyNoDemo } from './harness.mjs';
import { look, signIn } from './look.mjs';

after(closeBrowser);

const skip = whyNoDemo();

test('the office with a poll that is open', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'open', '--deputies', '15']);
  const page = await openPage(t, { size: 'desk' });
  const poll = demo.polls[0].id;
  await signIn(page, demo, 'clerk');
  await page.goto(demo.url(`/manage/polls/${poll}`));
  const [roll, slips] = await Promise.all(
    ['roll', 'slips'].map((name) => page.locator(`aside a[href$="/${name}"]`).getAttribute('href')),
  );
  assert.deepEqual(
    await look(page, demo, {
      'office-tasks': '/manage',
      'office-password': '/manage/password',
      'office-session': '/manage/sessions/1',
      'office-poll-open': `/manage/polls/${poll}`,
      'office-rules': `/manage/polls/${poll}/rules`,
      'office-slate': `/manage/polls/${poll}/slate`,
      'office-roll': roll,
      'office-slips': slips,
    }),
    [],
  );
});
