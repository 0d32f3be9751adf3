import { afterAll, beforeAll, expect, it } from 'vitest';
import { inDistrict } from '../../server/kernel/database/transaction.ts';
import { tooWide, violations } from './axe.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
beforeAll(async () => {
  office = await openOffice();
  const security = (await office.enter('security')).context();
  for (const email of ['han.mei@example.cn', 'li.lei@example.cn'])
    expect((await security.request.post('/api/people', { data: { name: '韩梅', email } })).ok()).toBe(true);
  await security.close();
}, 180_000);
afterAll(() => office?.close());

it('the system administrator sees what stayed in the outbox, what failed and why, and is told why it can’t be sent', async () => {
  await inDistrict(office.kernel.database, office.district, ({ client }) =>
    client.query(
      `UPDATE message SET state = 'failed', attempts = 5, reason = 'channel-refused', reason_number = 503, settled_at = now()
       WHERE id = (SELECT id FROM message ORDER BY id LIMIT 1)`,
    ),
  );
  const page = await office.enter('system');
  await page.goto('/office');
  await page.getByRole('link', { name: '1 条消息没有发出去' }).click();
  await page.getByRole('heading', { level: 1, name: '消息' }).waitFor();
  await page.getByText('新消息只留在这里，不会发给任何人').waitFor();
  expect(await page.getByRole('row').count()).toBe(2);
  await page.getByText('已为您开通乐业账号').click();
  for (const text of ['h***@example.cn', '通道暂时不接收，请检查它的设置（503） · 已试 5 次', '/office 登录'])
    expect(await page.getByText(text).isVisible(), text).toBe(true);
  await page
    .getByRole('button', { name: '重 发' })
    .or(page.getByRole('button', { name: '重发' }))
    .click();
  await page.getByRole('alert').getByText('还没有配置邮件通道').waitFor();
  await page.getByLabel('状态').selectOption('');
  await expect.poll(() => page.getByRole('row').count()).toBe(3);
  await page.getByText('留存（未发送）').last().waitFor();
  for (const width of [1440, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await settled(page);
    expect(await tooWide(page), `${width} px`).toBeLessThanOrEqual(0);
    expect(await violations(page)).toEqual([]);
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/messages-${width}.png`, fullPage: true });
  }
  await page.context().close();
  expect(office.takeFaults(409)).toEqual([]);
});
