// The harness itself works: Chromium starts, Han text is drawn with a font, axe sees what is wrong.

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, test } from 'node:test';

import {
  assertAccessible,
  assertFits,
  closeBrowser,
  openPage,
  seriousFindings,
  startDemo,
  takePicture,
  whyNoDemo,
} from './harness.mjs';

after(closeBrowser);

/** Serves one page on this machine; returns its address. */
async function serve(t, body) {
  const page = `<!doctype html><html lang="zh-Hans"><head><title>票决</title>
    <meta name="viewport" content="width=device-width"></head><body><main>${body}</main></body></html>`;
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html; charset=utf-8').end(page));
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  t.after(() => new Promise((done) => server.close(done)));
  return `http://127.0.0.1:${server.address().port}/`;
}

const GOOD = '<h1>民生实事项目票决</h1><p id="said">未投</p><script>said.textContent = "已投"</script>';

for (const size of ['phone', 'desk']) {
  test(`a page is shown at the size of a ${size}, with and without JavaScript`, async (t) => {
    const address = await serve(t, GOOD);
    const page = await openPage(t, { size });
    await page.goto(address);
    assert.equal(await page.textContent('#said'), '已投');
    await assertAccessible(page);
    await assertFits(page);
    await takePicture(page, `smoke-${size}`);

    const plain = await openPage(t, { size, script: false });
    await plain.goto(address);
    assert.equal(await plain.textContent('#said'), '未投');
    await assertFits(plain);
  });
}

test('Han text is drawn with a font, not as empty boxes', async (t) => {
  const page = await openPage(t);
  await page.goto(await serve(t, '<h1>字</h1>'));
  const isDrawn = await page.evaluate(() => {
    const inked = (text) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 40, height: 40 });
      const brush = canvas.getContext('2d');
      brush.font = '32px sans-serif';
      brush.fillText(text, 2, 34);
      return brush.getImageData(0, 0, 40, 40).data.join();
    };
    return inked('赞') !== inked('弃') && inked('ئ') !== inked('ق');
  });
  assert.ok(isDrawn, 'install a font with Han and Arabic letters');
});

test('axe sees what is wrong', async (t) => {
  const page = await openPage(t);
  await page.goto(await serve(t, '<h1>票</h1><form><input name="a"></form>'));
  const found = await seriousFindings(page);
  assert.ok(found.some((finding) => finding.startsWith('label')), String(found));
});

test('the demo answers in a browser', { skip: whyNoDemo() }, async (t) => {
  const demo = await startDemo(t);
  const page = await openPage(t, { size: 'phone' });
  const answer = await page.goto(demo.url('/'));
  assert.equal(answer.status(), 200);
  assert.ok(demo.codes().length > 0);
  await assertAccessible(page);
  await assertFits(page);
  await takePicture(page, 'demo-front');
});
