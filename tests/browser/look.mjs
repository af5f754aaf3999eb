// Looks at many pages at a phone's and a desk's width, in Chinese and right to left: axe finds
// nothing serious, nothing scrolls sideways, and a picture is kept for people to look at.

import assert from 'node:assert/strict';

import { assertFits, seriousFindings, takePicture } from './harness.mjs';

const LANGUAGES = ['zh-Hans', 'kk-Arab'];
const SIZES = { phone: { width: 360, height: 640 }, desk: { width: 1366, height: 768 } };

/** What is known to be wrong and has a `todo` of its own; nothing at present. */
const KNOWN = [];

/** Sets the language as the pages' own bar does. */
export const speak = (page, demo, language) =>
  page.context().addCookies([{ name: 'minsheng_lang', value: language, url: demo.url('/') }]);

/** Right at a phone's and a desk's width, with a picture of each. */
export async function isRight(page, name) {
  for (const [size, view] of Object.entries(SIZES)) {
    await page.setViewportSize(view);
    await assertFits(page);
    assert.deepEqual(await seriousFindings(page), [], `${name}-${size}`);
    await takePicture(page, `${name}-${size}`);
  }
}

/** Looks at each page in each language and size; answers with everything that is wrong. */
export async function look(page, demo, pages) {
  const wrong = [];
  for (const language of LANGUAGES) {
    await speak(page, demo, language);
    for (const [name, go] of Object.entries(pages)) {
      if (typeof go === 'string') await page.goto(demo.url(go));
      else await go(page);
      const spoken = await page.getAttribute('html', 'lang');
      if (spoken !== language) wrong.push(`${name}: speaks ${spoken}, not ${language}`);
      for (const [size, view] of Object.entries(SIZES)) {
        await page.setViewportSize(view);
        const where = `${name}-${language}-${size}`;
        await assertFits(page).catch((error) => wrong.push(`${where}: ${error.message}`));
        wrong.push(...(await seriousFindings(page)).map((finding) => `${where}: ${finding}`));
        if (language === 'zh-Hans' || size === 'phone') await takePicture(page, where);
      }
    }
  }
  return wrong.filter((one) => !KNOWN.some((known) => one.startsWith(known)));
}

/** Signs a member of 青河县's staff in. */
export async function signIn(page, demo, role) {
  const { username, password } = demo.staffOf(role, 'qinghe');
  await page.goto(demo.url('/sign-in'));
  await page.fill('#username', username);
  await page.fill('#password', password);
  await page.click('main form button');
}
