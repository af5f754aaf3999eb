// The office's pages of a draft and of a certified result: readable by everybody, at every width.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { closeBrowser, openPage, startDemo, whyNoDemo } from './harness.mjs';
import { look, signIn } from './look.mjs';

after(closeBrowser);

const skip = whyNoDemo();

test('the office with a draft, and with a certified result', { skip }, async (t) => {
  const draft = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const page = await openPage(t, { size: 'desk' });
  await signIn(page, draft, 'clerk');
  await page.goto(draft.url('/manage'));
  const [library, another] = await Promise.all(
    ['/projects/', '/sessions/new'].map((part) => page.locator(`a[href*="${part}"]`).first().getAttribute('href')),
  );
  const poll = draft.polls[0].id;
  const wrong = await look(page, draft, {
    'office-draft': `/manage/polls/${poll}`,
    'office-draft-rules': `/manage/polls/${poll}/rules`,
    'office-draft-slate': `/manage/polls/${poll}/slate`,
    'office-library': library,
    'office-new-session': another,
    'office-new-poll': '/manage/sessions/1/polls/new',
  });

  const certified = await startDemo(t, ['--stage', 'certified', '--deputies', '9']);
  const chief = await openPage(t, { size: 'desk' });
  await signIn(chief, certified, 'chief_scrutineer');
  wrong.push(...(await look(chief, certified, {
    'office-certified': `/manage/polls/${poll}`,
    'office-outcome': `/count/${poll}`,
    'office-statement': `/count/${poll}/statement`,
  })));
  assert.deepEqual(wrong, []);
});
