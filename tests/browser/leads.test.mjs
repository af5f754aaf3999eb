// A resident on a phone and the clerk at a desk: the call, a lead with a photo, its receipt, its fate.

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { assertAccessible, closeBrowser, openPage, startDemo, takePicture, whyNoDemo } from './harness.mjs';

const skip = whyNoDemo();
after(closeBrowser);

/** A PNG photo of so many pixels, drawn by the browser itself. */
async function photo(page, file, width, height) {
  const url = await page.evaluate(([w, h]) => {
    const canvas = document.createElement('canvas');
    canvas.width = w;
    canvas.height = h;
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#356';
    pen.fillRect(0, 0, w, h);
    // As grainy as a real photo, so that shrinking it is worth while.
    const grain = pen.getImageData(0, 0, w, h);
    for (let n = 0; n < grain.data.length; n += 1) {
      if (n % 4 !== 3) { grain.data[n] = (grain.data[n] + ((n * 7919) % 61)) % 256; }
    }
    pen.putImageData(grain, 0, 0);
    return canvas.toDataURL('image/png');
  }, [width, height]);
  writeFileSync(file, Buffer.from(url.split(',')[1], 'base64'));
}

async function fill(page, what) {
  await page.fill('#region', '阿热勒镇');
  await page.selectOption('#kind', 'roads');
  await page.fill('#what', what);
  await page.fill('#place', '村口到小学');
}

async function signIn(page, demo) {
  const clerk = demo.staffOf('clerk', 'qinghe');
  await page.goto(demo.url('/sign-in'));
  await page.fill('[name=username]', clerk.username);
  await page.fill('[name=password]', clerk.password);
  await page.click('main button');
}

for (const script of [true, false]) {
  const how = script ? 'with JavaScript' : 'without JavaScript';
  test(`a resident hands in a lead with a photo ${how}, and follows it to the clerk's decision`, { skip }, async (t) => {
    const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '15']);
    const drawing = await openPage(t, { size: 'desk' });
    await drawing.goto(demo.url('/'));
    const file = join(demo.folder, 'photo.png');
    await photo(drawing, file, 2400, 1600);

    const phone = await openPage(t, { size: 'phone', script });
    await phone.goto(demo.url('/'));
    await phone.click('text=2027 年民生实事项目征集');
    await assertAccessible(phone);
    await takePicture(phone, `leads-call-${how}`);
    await phone.click('text=我要提建议');
    await assertAccessible(phone);
    await fill(phone, '村口到小学的路雨天走不了，请铺成硬化路');
    await phone.setInputFiles('#picture', file);
    if (script) {
      await phone.waitForFunction(() => document.querySelector('#picture').files[0].name.endsWith('.jpg'));
      const size = await phone.evaluate(() => document.querySelector('#picture').files[0].size);
      assert.ok(size < 400_000, `shrunk on the phone to ${size} bytes`);
    }
    await takePicture(phone, `leads-form-${how}`);
    await phone.waitForTimeout(3_200);
    await phone.click('text=提交建议');
    await phone.waitForURL(/\/leads\/\d{16}$/);
    const receipt = phone.url();
    await assertAccessible(phone);
    assert.match(await phone.innerText('.fate'), /等待整理/);
    if (script) {
      const shown = await phone.evaluate(async () => {
        const image = document.querySelector('.photos img');
        image.loading = 'eager';
        await image.decode();
        return [image.naturalWidth, image.naturalHeight];
      });
      assert.deepEqual(shown, [320, 213]);
    } else {
      assert.equal(await phone.locator('.photos img').count(), 1);
    }
    await takePicture(phone, `leads-receipt-${how}`);
    const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(wide <= 360, `nothing runs out of the phone's width: ${wide}`);

    const desk = await openPage(t, { size: 'desk', script });
    await signIn(desk, demo);
    await desk.click('text=征集公告');
    await desk.click('text=已收到 1 条建议');
    await assertAccessible(desk);
    await takePicture(desk, `leads-list-${how}`);
    await desk.click('text=村口到小学的路');
    await assertAccessible(desk);
    await takePicture(desk, `leads-lead-${how}`);
    await desk.click('summary:has-text("不采纳")');
    await desk.fill('#reason', '这条路已列入交通局的养护计划');
    await desk.click('button:has-text("不采纳")');
    assert.match(await desk.innerText('main'), /未采纳/);

    await phone.goto(receipt);
    assert.match(await phone.innerText('.fate'), /这条路已列入交通局的养护计划/);
  });
}

test('the clerk merges two leads that are likely the same and takes one up', { skip }, async (t) => {
  const demo = await startDemo(t, ['--stage', 'draft', '--deputies', '15']);
  const phone = await openPage(t, { size: 'phone' });
  for (const what of ['三组饮水点冬天冻住，请装保温棚', '三组的饮水点冬天冻住了，请装一个保温棚']) {
    await phone.goto(demo.url('/calls/2/leads/new'));
    await fill(phone, what);
    await phone.waitForTimeout(3_200);
    await phone.click('text=提交建议');
    await phone.waitForURL(/\/leads\/\d{16}$/);
  }
  const receipt = phone.url();
  const desk = await openPage(t, { size: 'desk' });
  await signIn(desk, demo);
  await desk.click('text=征集公告');
  await desk.click('text=已收到 2 条建议');
  await desk.click('text=三组的饮水点');
  assert.match(await desk.innerText('.pairs'), /三组饮水点冬天冻住/);
  await assertAccessible(desk);
  await takePicture(desk, 'leads-alike');
  await desk.click('.pair button');
  await desk.click('main a:has-text("三组饮水点冬天冻住")');
  await desk.fill('#name', '饮水点冬季保温');
  await desk.click('text=新建项目并归入');
  assert.match(await desk.innerText('main'), /已列入项目/);
  await phone.goto(receipt);
  assert.match(await phone.innerText('.fate'), /与内容相同的建议合并办理[^]*已列入项目库：\s*饮水点冬季保温/);
  await takePicture(phone, 'leads-fate');

  await phone.goto(demo.url('/calls/2/poster'));
  await takePicture(phone, 'leads-poster');
});
