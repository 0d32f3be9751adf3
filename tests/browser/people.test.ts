import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../../server/modules/people/demo-accounts.ts';
import { authenticatorCode, OWN_PASSWORD } from '../http-browser.ts';
import { type Office, openOffice, settled } from './office.ts';

let office: Office;
let security: Page;
beforeAll(async () => {
  office = await openOffice();
  security = await office.enter('security');
}, 180_000);
afterAll(() => office?.close());
afterEach(() => expect(office.takeFaults(401, 403)).toEqual([]));

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
async function type(page: Page, name: string, password: string): Promise<void> {
  await page.getByLabel('用户名或邮箱').fill(name);
  await page.getByLabel('密码', { exact: true }).fill(password);
  await page.getByRole('button', { name: '登录', exact: true }).click();
}
/** Opens somebody in the list of people, in the security administrator's browser. */
async function lookUp(name: string): Promise<void> {
  await security.goto(`/office/people?search=${encodeURIComponent(name)}`);
  await settled(security);
  await security.locator('.table tbody th a').first().click();
  await security.getByRole('complementary').getByRole('heading', { level: 2 }).waitFor();
}

describe('at the door', () => {
  it('a wrong password is refused without saying which of the two was wrong; the right one opens the page that was asked for', async () => {
    const page = await office.visit();
    await page.goto('/office/ledger?light=behind');
    await page.waitForURL(/\/office\/sign-in\?.*next=/);
    await type(page, 'office', 'not the password 1');
    const said = await page.getByRole('alert').textContent();
    await type(page, 'nobody-of-this-name', 'not the password 1');
    await expect.poll(() => page.getByRole('alert').textContent(), { timeout: 15_000 }).toBe(said);
    await type(page, 'office', DEMO_PASSWORD);
    await page.waitForURL(/\/office\/ledger\?light=behind/);
    await page.getByRole('navigation', { name: '主要功能' }).getByText('专班 · 周岚').waitFor();
    await page.context().close();
  });

  it('a demonstration account goes in by one press, and goes out again: what it read is gone', async () => {
    const page = await office.visit();
    await page.goto('/office');
    await page.getByText('演示账号不用第二重验证').waitFor();
    await page.getByRole('button', { name: '区领导' }).click();
    await heading(page, '今天看什么');
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.waitForURL(/\/office\/sign-in/);
    await heading(page, '登录');
    await page.goto('/office/ledger');
    await page.waitForURL(/\/office\/sign-in\?next=/);
    await page.context().close();
  });

  it('a place outside this office, slipped into the address, is not where signing in leads', async () => {
    const page = await office.visit();
    await page.goto('/office/sign-in?next=//elsewhere.example');
    await page.getByRole('button', { name: '区领导' }).click();
    await heading(page, '今天看什么');
    expect(new URL(page.url()).origin).toBe(office.base);
    await page.context().close();
  });
});

describe('somebody new', () => {
  it('is given an account and a role, replaces the one-time password, binds an authenticator, and from then on needs its code', async () => {
    await security.goto('/office/people');
    await settled(security);
    await security.getByRole('button', { name: '新建账号' }).click();
    const form = security.getByRole('dialog', { name: '新建账号' });
    await form.getByRole('button', { name: '新建账号' }).click();
    await form.getByText('请填完整的邮箱地址').waitFor();
    await form.getByLabel('姓名').fill('林新');
    await form.getByLabel('工作邮箱').fill('linxin@example.cn');
    await form.getByLabel('用户名').fill('linxin');
    await form.getByRole('button', { name: '新建账号' }).click();
    const shown = security.getByRole('dialog', { name: '一次性密码' });
    const oneTime = (await shown.locator('code').textContent()) ?? '';
    await shown.getByRole('button', { name: '知道了' }).click();

    await lookUp('林新');
    const aside = security.getByRole('complementary');
    await aside.getByText('还没有角色，登录后什么也做不了。').waitFor();
    await aside.locator('summary', { hasText: '授予角色' }).click();
    await aside.getByLabel('角色', { exact: true }).selectOption({ label: '单位联络员' });
    await aside.getByLabel('哪个单位').selectOption({ label: '区商务局' });
    await aside.getByRole('button', { name: '授予角色' }).click();
    await aside.getByRole('region', { name: '现在的角色' }).getByText('单位联络员 · 区商务局').waitFor();

    const page = await office.visit();
    await page.goto('/office');
    await type(page, 'linxin', oneTime);
    await heading(page, '换成自己的密码');
    await page.getByLabel('当前密码').fill(oneTime);
    await page.getByLabel('新密码', { exact: true }).fill(OWN_PASSWORD);
    await page.getByLabel('再填一次新密码').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: '更换密码' }).click();
    await heading(page, '绑定身份验证器');
    await page.getByLabel('先确认您的密码').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: '开始绑定' }).click();
    const secret = ((await page.locator('.enrol-secret').textContent()) ?? '').replaceAll(' ', '');
    const code = () => authenticatorCode(`otpauth://totp/Leye?secret=${secret}`);
    expect(await page.locator('.enrol-backup li').count()).toBeGreaterThanOrEqual(5);
    await page.getByLabel('填验证器显示的 6 位数字').fill(await code());
    await page.getByRole('button', { name: '完成绑定' }).click();
    await heading(page, '今天要做的');
    await page.getByRole('navigation', { name: '主要功能' }).getByText('单位联络员 · 区商务局').waitFor();

    await page.getByRole('button', { name: '退出登录' }).click();
    await heading(page, '登录');
    await type(page, 'linxin@example.cn', OWN_PASSWORD);
    await heading(page, '第二重验证');
    await page.getByLabel('6 位验证码').fill('000000');
    await page.getByRole('button', { name: '验证', exact: true }).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('6 位验证码').fill(await code());
    await page.getByRole('button', { name: '验证', exact: true }).click();
    await heading(page, '今天要做的');
    await page.context().close();
  });
});

describe('a role that ends', () => {
  it('shuts its holder out at once, in another browser, in the middle of work', async () => {
    const street = await office.enter('street');
    await street.goto('/office/records');
    await settled(street);
    await lookUp('street');
    const aside = security.getByRole('complementary');
    await aside.getByRole('button', { name: '结束这个角色' }).click();
    await security.getByRole('tooltip').getByRole('button', { name: '结束这个角色' }).click();
    await aside.getByText('还没有角色，登录后什么也做不了。').waitFor();

    const ended = street.waitForResponse((response) => response.status() === 401);
    await street.getByRole('link', { name: /就业活动/ }).click();
    await ended;
    await street
      .getByText(/登录已结束|用您的工作账号登录/)
      .first()
      .waitFor();
    await street.reload();
    await street.waitForURL(/\/office\/sign-in/);
    await aside.locator('summary', { hasText: '角色沿革' }).click();
    await aside.getByText(/结束/).first().waitFor();
    await street.context().close();
  });
});

describe('the audit log', () => {
  it('shows who did what: by action, by outcome, and every detail of one entry', async () => {
    const page = await office.enter('audit');
    await page.goto('/office/audit');
    await settled(page);
    await page.getByPlaceholder(/做了什么|操作|动作/).fill('people.invite');
    await page.keyboard.press('Enter');
    await page.waitForURL(/action=people\.invite/);
    await settled(page);
    const actions = await page.locator('.table tbody code').allTextContents();
    expect(actions.length).toBeGreaterThan(0);
    expect(actions.every((action) => action.startsWith('people.invite'))).toBe(true);
    await page.locator('.table tbody th a').first().click();
    await page.waitForURL(/entry=/);
    await page.getByRole('complementary').getByText('哈希').waitFor();

    const leader = await office.enter('leader');
    const wish = { name: '不该有的人', email: 'nobody@example.cn' };
    expect((await leader.context().request.post('/api/people', { data: wish })).status()).toBe(403);
    await leader.context().close();
    await page.goto('/office/audit?outcome=refused&action=people.invite');
    await settled(page);
    const refused = page.getByRole('row', { name: /被拒绝/ });
    expect(await refused.first().textContent()).toContain('区领导 · 沈远');
    await page.context().close();
  });

  it('is verified whole at the press of a button, and says that it is intact', async () => {
    const page = await office.enter('audit');
    await page.goto('/office/audit?view=chain');
    await settled(page);
    await page.getByText('还没有验证过。').waitFor();
    await page.getByRole('button', { name: '验证整条链' }).click();
    await page.getByText(/完好：[\d,]+ 条记录、[\d,]+ 个存证点都对得上/).waitFor();
    await page.context().close();
  });
});
