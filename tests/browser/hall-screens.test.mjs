// Every scene of the hall's screen in a wide and an old format: nothing is cut off, nothing is too small for the last
// row, and a picture is kept for people to look at. Where the line drops, the scene stays, then the neutral card comes.

import assert from 'node:assert/strict';
import { after, test } from 'node:test';

import { closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';
import { signIn } from './staff.mjs';

after(closeBrowser);

const WALLS = { wide: { width: 1920, height: 1080 }, old: { width: 1024, height: 768 } };
const SCENES = [
  'standby', 'roll', 'officers', 'recess', 'wait', 'candidates:1', 'candidate:1:1', 'rules:1', 'empty_box:1', 'issuing:1',
  'voting:1', 'closed:1', 'account:1', 'counting:1', 'result:1', 'notice:1',
];
/** Scenes of one word or of the names. */
const CARDS = ['standby', 'recess', 'wait'];
/** The smallest letters of a screen, as a part of its height: 43 px of 1080. */
const SMALLEST = 0.039;

/** A screen that the clerk has paired. */
async function paired(t, demo, clerk) {
  const wall = await openPage(t, { size: 'hall' });
  await wall.goto(demo.url('/screen'));
  await clerk.goto(demo.url('/manage/sittings/1/screens'));
  await clerk.fill('#code', new URL(wall.url()).pathname.split('/').pop());
  await clerk.fill('#name', '主屏');
  await clerk.click('form[action$="/screens"] button');
  await wall.waitForFunction(() => !document.querySelector('.stage .code'));
  return wall;
}

/** What does not fit, and the smallest letters as a part of the screen's height. */
const measure = (wall) =>
  wall.evaluate(() => {
    const stage = document.querySelector('main.scene .stage');
    const view = stage.getBoundingClientRect();
    const cut = [];
    let smallest = Infinity;
    for (const element of stage.querySelectorAll('*')) {
      const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
      if (!own || element.closest('svg')) continue;
      const box = element.getBoundingClientRect();
      if (box.width === 0) continue;
      if (box.left < view.left - 1 || box.right > view.right + 1 || box.top < view.top - 1 || box.bottom > view.bottom + 1) {
        cut.push(element.textContent);
      }
      smallest = Math.min(smallest, parseFloat(getComputedStyle(element).fontSize));
    }
    return { cut, smallest: smallest / view.height, scrolls: document.documentElement.scrollHeight > innerHeight };
  });

test('every scene fits a wide and an old screen and is read from the last row', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'published', '--deputies', '161']);
  const clerk = await signIn(t, demo, 'clerk');
  const unpaired = await openPage(t, { size: 'hall' });
  await unpaired.goto(demo.url('/screen'));
  await takePicture(unpaired, 'screen-code-wide');
  const wall = await paired(t, demo, clerk);
  const wrong = [];
  for (const scene of SCENES) {
    const name = scene.split(':')[0];
    await clerk.goto(demo.url('/manage/sittings/1/screens'));
    await clerk.locator(`button[name=scene][value="${scene}"]`).first().evaluate((button) => button.click());
    await clerk.waitForLoadState();
    const wanted = CARDS.includes(name) ? '.stage.card' : `.stage .body.${name}`;
    await wall.waitForSelector(`main.scene ${wanted}`);
    for (const [size, view] of Object.entries(WALLS)) {
      await wall.setViewportSize(view);
      await wall.waitForTimeout(200);
      await takePicture(wall, `screen-${name}-${size}`);
      const { cut, smallest, scrolls } = await measure(wall);
      if (cut.length || scrolls) wrong.push(`${name} ${size}: cut off ${cut.join(' | ')}`);
      if (smallest < SMALLEST) wrong.push(`${name} ${size}: letters of ${(smallest * 1080).toFixed(0)} px of 1080`);
    }
  }
  await clerk.goto(demo.url('/manage/sittings/1/screens'));
  await takePicture(clerk, 'screen-operator-desk');
  assert.deepEqual(wrong, []);
});

test('a screen whose line drops keeps its scene, shows a dot, then the neutral card, and comes back', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'open', '--deputies', '15']);
  const clerk = await signIn(t, demo, 'clerk');
  const wall = await paired(t, demo, clerk);
  await clerk.locator('button[name=scene][value="voting:1"]').first().click();
  await wall.waitForSelector('.body.voting');
  demo.freeze();
  await wall.waitForSelector('.dot.on', { timeout: 15_000 });
  assert.equal(await wall.locator('.body.voting').count(), 1, 'the scene stays');
  await wall.waitForSelector('main.scene .stage.card', { timeout: 40_000 });
  assert.doesNotMatch(await wall.textContent('body'), /错误|投票进行中/, 'no error, nothing half-true');
  await takePicture(wall, 'screen-neutral-wide');
  demo.goOn();
  await wall.waitForSelector('.body.voting', { timeout: 20_000 });
  assert.equal(await wall.locator('.dot.on').count(), 0);
});
