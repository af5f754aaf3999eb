// A clerk brings a roster with a wrong row on a phone without JavaScript, mends it, saves it, takes
// it back as a file, and brings that in again.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, test } from 'node:test';

import { assertFits, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { look, signIn } from './look.mjs';

after(closeBrowser);

const skip = whyNoDemo();

/** Chooses a file by its text or bytes and presses the button. */
async function tryFile(page, name, content) {
  await page.setInputFiles('#file', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.click('form[enctype] button');
}

/** The numbers of a trial: read, new, changed, unchanged, left out, not in the file. */
const figures = async (page) => (await page.locator('.figures dd').allTextContents()).map(Number);

test('a clerk brings a roster on a phone, mends a row, saves, and takes it back', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '9']);
  const page = await openPage(t, { size: 'phone', script: false, acceptDownloads: true });
  await signIn(page, demo, 'clerk');
  await page.click('a[href$="/deputies"]');
  await assertFits(page);
  await takePicture(page, 'files-desk-phone');

  await tryFile(page, '名册.csv', '代表编号,姓名,代表团\n101,甲,第一代表团\n102,,第一代表团\n');
  const row = page.locator('table.problems tbody tr');
  assert.deepEqual(await row.locator('td').nth(0).textContent(), '3');
  assert.deepEqual(await row.locator('td').nth(1).textContent(), '姓名');
  assert.match(await row.locator('td').nth(2).textContent(), /必须填写/);
  assert.equal(await page.locator('form:not([enctype])[action*="/tried/"]').count(), 0, 'no button to save');
  await assertFits(page);
  await takePicture(page, 'files-wrong-phone');

  await tryFile(page, '名册.csv', '代表编号,姓名,代表团\n101,甲,第一代表团\n102,乙,第一代表团\n001,换名,\n');
  assert.deepEqual(await figures(page), [3, 2, 1, 0, 0, 8]);
  await assertFits(page);
  await takePicture(page, 'files-trial-phone');
  await page.click('form[action*="/tried/"] button');
  assert.match(await page.textContent('main'), /已保存：新增 2 行，更新 1 行/);
  await assertFits(page);
  await takePicture(page, 'files-saved-phone');

  await page.click('main p a.button');
  for (const format of ['csv', 'xlsx']) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click(`a[href$="/export/${format}"]`),
    ]);
    assert.equal(download.suggestedFilename(), `青河县代表名册.${format}`);
    const file = readFileSync(await download.path());
    await tryFile(page, `again.${format}`, file);
    assert.deepEqual(await figures(page), [11, 0, 0, 11, 0, 0], format);
    await page.click('main p a.button');
  }
});

test('the pages of files', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'open', '--deputies', '9']);
  const page = await openPage(t, { size: 'desk' });
  await signIn(page, demo, 'clerk');
  await page.goto(demo.url('/manage'));
  const roster = await page.locator('a[href$="/deputies"]').getAttribute('href');
  const projects = roster.replace('deputies', 'projects-2026');
  const trial = (at, content) => async (page) => {
    await page.goto(demo.url(at));
    await tryFile(page, '演示.csv', content);
  };
  const many = Array.from({ length: 60 }, (_, at) => `9${at},,`).join('\n');
  assert.deepEqual(
    await look(page, demo, {
      'files-roster': roster,
      'files-projects': projects,
      'files-refused': trial(roster, '姓名\n甲\n'),
      'files-problems': trial(roster, `代表编号,姓名,民族\n${many}\n`),
      'files-trial': trial(roster, '代表编号,姓名,代表团\n101,甲,第一代表团\n001,换名,第二代表团\n'),
      'files-projects-trial': trial(
        projects,
        '项目编号,项目名称,一句话说明,投资（万元）,建设内容\nZ-1,演示项目,做一件事，惠及千人,480,整修路基、加固桥涵、增设围栏和警示牌\n',
      ),
    }),
    [],
  );
});
