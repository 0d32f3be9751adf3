import { brotliCompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAJUQIAO, portalInTests, SONGZHUANG } from '../../../tests/portal.ts';
import { addresses } from './module.ts';

type Portal = Awaited<ReturnType<typeof portalInTests>>;

let portal: Portal;
beforeAll(async () => {
  portal = await portalInTests();
});
afterAll(async () => {
  await portal.close();
});

const example: Readonly<Record<string, string>> = {
  '/progress/:code': '/progress/6a',
  '/nearby/:code': `/nearby/${MAJUQIAO}`,
  '/bulletins/:number': '/bulletins/2026-1',
};
// The door to day work is the gig market's; its visitors meet it as one of these pages.
const everyPage = [...addresses.map((address) => example[address] ?? address), '/gigs', '/gigs/rules', '/gigs/grades'];

/** The heading levels in the order of the page, e.g. [1, 2, 3, 2]. */
const headingsOf = (html: string) => [...html.matchAll(/<h([1-6])[\s>]/g)].map((match) => Number(match[1]));
/** What a reader reads: thin spaces as plain ones, tags away. */
const textOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\u2009/g, ' ')
    .replace(/&amp;/g, '&');

describe.each(everyPage)('the page %s', (address) => {
  it.each(['zh', 'en'] as const)(
    'is whole in %s: title, description, language, one first heading, landmarks, no script',
    async (lang) => {
      const answer = await portal.get(`${address}?lang=${lang}`);
      const html = answer.body;
      expect(answer.statusCode).toBe(200);
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(html).toMatch(/^<!DOCTYPE html><html lang="(zh-CN|en)">/);
      expect(html).toContain(`<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`);
      expect(html).toMatch(/<title>[^<]{6,}<\/title>/);
      expect(html).toMatch(/<meta name="description" content="[^"]{10,}"/);
      expect(html).toContain(`<link rel="alternate" hreflang="en" href="https://leye.test${address}?lang=en"/>`);
      expect(html).not.toMatch(/<script|\son\w+=|javascript:/i);
      for (const landmark of ['header', 'main', 'footer']) expect(html.split(`<${landmark}`).length, landmark).toBe(2);
      const navigations = [...html.matchAll(/<nav[^>]*>/g)].map(([tag]) => /aria-label="([^"]+)"/.exec(tag)?.[1]);
      expect(new Set(navigations).size).toBe(navigations.length);
      expect(navigations).not.toContain(undefined);
      const headings = headingsOf(html);
      expect(headings.filter((level) => level === 1)).toEqual([1]);
      for (const [index, level] of headings.entries()) expect(level - (headings[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]);
      expect(new Set(ids).size).toBe(ids.length);
      // A parameter nobody filled in would stand there as {name}.
      expect(textOf(html)).not.toMatch(/\{\w+\}|undefined|NaN|\[object/);
      if (lang === 'en')
        expect(textOf(html.replace(/<(\w+) [^>]*lang="zh-CN"[^>]*>.*?<\/\1>/g, ''))).not.toMatch(/目标|牵头|打电话|现在/);
    },
  );

  it('says that it is a demonstration, gives a telephone and keeps the demo banner in large text', async () => {
    const html = (await portal.get(address, { cookie: 'elder=1' })).body;
    expect(html).toContain('<html lang="zh-CN" class="elder">');
    expect(html).toContain('演示数据');
    expect(html).toContain('href="tel:12333"');
  });

  it('weighs at most 25 KB with its stylesheet on first load', async () => {
    const html = (await portal.get(address)).body;
    const style = /href="(\/portal\/portal-[0-9a-f]{12}\.css)"/.exec(html)?.[1];
    const css = (await portal.get(style ?? '')).body;
    expect(brotliCompressSync(html).length + brotliCompressSync(css).length).toBeLessThan(25_000);
    const loaded = [...html.matchAll(/<(?:link rel="stylesheet"|img|script|iframe|source)[^>]*(?:href|src)="([^"]+)"/g)];
    expect(loaded.map((match) => match[1])).toEqual([style]);
  });

  it('has no link that leads nowhere', async () => {
    const html = (await portal.get(address)).body;
    const links = new Set(
      [...html.matchAll(/<a [^>]*href="(\/[^"#]*)/g)].map((match) => match[1]?.replaceAll('&amp;', '&') ?? ''),
    );
    links.delete('/office'); // served by the office once it is built
    for (const own of ['/me', '/gigs/join', '/employer']) {
      const asked = (await portal.get(own)).headers.location;
      expect(asked, 'for whoever is signed in').toBe(`/sign-in?${new URLSearchParams({ next: own })}`);
      links.delete(own);
    }
    for (const link of links) expect((await portal.get(link)).statusCode, link).toBe(200);
  });
});

describe('how our city is doing', () => {
  it('tells every promise with its number, target, light, last day and department', async () => {
    const text = textOf((await portal.get('/progress')).body);
    expect(text).toContain('每年收集四万个空岗');
    expect(text).toContain('今年到现在 18,600 个');
    expect(text).toContain('目标每年至少 4万个');
    expect(text).toContain('最近一次记录2026年6月5日');
    expect(text).toContain('牵头部门：区人力社保局');
    expect(text).toContain('按进度，今天该到');
    expect((await portal.get('/progress')).body.match(/<div class="figure">/g)).toHaveLength(19);
  });

  it('tells measures without a figure in words', async () => {
    expect(textOf((await portal.get('/progress')).body)).toContain('没有给这件事定数字');
  });

  it('gives one promise with its months, towns, counting rule and statement', async () => {
    const text = textOf((await portal.get('/progress/6a')).body);
    expect(text).toContain('5,438 人次');
    expect(text).toContain('2026年5月321');
    expect(text).toContain('结业才计');
    expect(text).toContain('依据多少条记录20');
  });

  it('hides how few people one town has, and what would give it away', async () => {
    const text = textOf((await portal.get('/progress/6a')).body);
    expect(text).toMatch(/宋庄镇少于5/);
    expect(text).toMatch(/中仓街道不公布/);
    expect(text).toMatch(/马驹桥镇5,418/);
  });

  it('writes 97.96 % as short of 98 %', async () => {
    expect(textOf((await portal.get('/progress/7a')).body)).toContain('97.9%');
  });

  it('tells a figure without any record calmly', async () => {
    const answer = await portal.get('/progress/12');
    expect(answer.statusCode).toBe(200);
    expect(textOf(answer.body)).toContain('还没有记录');
  });
});

describe('near me', () => {
  it('lists a town’s communities and villages', async () => {
    const text = textOf((await portal.get(`/nearby/${SONGZHUANG}`)).body);
    expect(text).toContain('宋庄镇政府');
    expect(text).toMatch(/\d+ 个社区（村）/);
  });
});

describe('an address that leads nowhere', () => {
  it.each(['/nothing', '/progress/99', '/progress/%3Cscript%3E', '/nearby/110112999000', '/nearby/abc', '/portal/other.css'])(
    'is told in the reader’s language with ways on: %s',
    async (address) => {
      const answer = await portal.get(address, { cookie: 'lang=en' });
      expect([404, 422]).toContain(answer.statusCode);
      if (address.startsWith('/portal/')) return;
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).toContain('name="robots" content="noindex"');
      expect(answer.body).toContain('href="tel:12333"');
      expect(answer.body).toContain('href="/progress"');
      expect(answer.body).not.toContain('<script');
    },
  );

  it('never becomes a link to another site', async () => {
    const answer = await portal.get('//other.example/x');
    expect(answer.statusCode).toBe(404);
    expect(answer.body).not.toContain('other.example');
  });

  it('is told to a program as code and params', async () => {
    const answer = await portal.get('/api/nothing', { accept: 'application/json' });
    expect(answer.statusCode).toBe(404);
    expect(answer.json()).toMatchObject({ code: 'not-found' });
  });
});

describe('ways to read', () => {
  it('are set by a plain link and kept by a cookie that says nothing about the reader', async () => {
    const answer = await portal.get('/?lang=en&elder=1');
    expect(answer.headers['set-cookie']).toEqual([
      'lang=en; Path=/; Max-Age=31536000; SameSite=Lax',
      'elder=1; Path=/; Max-Age=31536000; SameSite=Lax',
    ]);
    expect(answer.headers['cache-control']).toBe('private, no-cache');
    expect(answer.body).toContain('<html lang="en" class="elder">');
    expect(answer.body).toContain('href="/?lang=en&amp;elder=0"');
  });

  it('ignore what is no language and no size', async () => {
    const answer = await portal.get('/?lang=fr&elder=2');
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('<html lang="zh-CN">');
  });

  it('are kept apart in caches, and an unchanged page is not sent again', async () => {
    const first = await portal.get('/progress');
    expect(first.headers['cache-control']).toBe('public, max-age=15');
    expect(first.headers.vary).toContain('Cookie');
    const again = await portal.get('/progress', { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const english = await portal.get('/progress', { 'if-none-match': String(first.headers.etag), cookie: 'lang=en' });
    expect(english.statusCode).toBe(200);
  });
});

describe('the stylesheet', () => {
  it('may be kept for ever under its name, and an old name leads to the new', async () => {
    const style = /href="(\/portal\/portal-[^"]+)"/.exec((await portal.get('/')).body)?.[1] ?? '';
    const answer = await portal.get(style);
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(answer.headers['content-type']).toBe('text/css; charset=utf-8');
    expect(answer.body.length).toBeLessThan(16_000);
    const old = await portal.get('/portal/portal-000000000000.css');
    expect([old.statusCode, old.headers.location]).toEqual([302, style]);
  });
});

describe('a public bulletin', () => {
  it('is listed with its number, and says the same words and numbers as its paper', async () => {
    expect(textOf((await portal.get('/bulletins')).body)).toContain('2026年5月 · 〔2026〕第1期');
    const text = textOf((await portal.get('/bulletins/2026-1')).body);
    for (const said of ['一、总体情况', '数据指纹', '多措并举开发岗位', '〔2026〕第1期']) expect(text).toContain(said);
  });

  it('keeps counts of fewer than five people to itself, on the map and in its table', async () => {
    const { body } = await portal.get('/bulletins/2026-1');
    const row = /<tr><th scope="row">宋庄镇<\/th><td class="right">([^<]*)<\/td>/.exec(body)?.[1];
    expect(row).toBe('少于5');
    expect(textOf(body)).toContain('少于五人');
  });

  it('is not found under a number that was never given, or in another district', async () => {
    for (const number of ['2026-2', '2026-1x', 'nothing', '2026-'])
      expect((await portal.get(`/bulletins/${number}`)).statusCode).toBe(404);
    expect((await portal.get('/bulletins/2026-1', { host: '110113.test' })).statusCode).toBe(404);
  });
});

describe('a district without a programme', () => {
  const there = { host: '110113.test' };

  it.each(everyPage.filter((address) => !/^\/(nearby|bulletins)\//.test(address)))(
    'still answers calmly: %s',
    async (address) => {
      const answer = await portal.get(address, there);
      expect(answer.statusCode).toBe(200);
      expect(answer.body).toContain('顺义区');
      expect(answer.body).toContain('href="tel:12345"');
      expect(answer.body).not.toContain('通州');
      expect(headingsOf(answer.body).filter((level) => level === 1)).toEqual([1]);
    },
  );
});

describe('outside demonstration mode', () => {
  it('no page speaks of demonstration', async () => {
    const real = await portalInTests({ isDemo: false });
    try {
      for (const address of everyPage) expect((await real.get(address)).body, address).not.toContain('演示');
    } finally {
      await real.close();
    }
  });
});

describe('when the database is away', () => {
  it('a page says so, with a telephone and no word of the program', async () => {
    const lost = await portalInTests();
    await lost.loseDatabase();
    const answer = await lost.get('/progress');
    expect([500, 503]).toContain(answer.statusCode);
    expect(answer.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(answer.headers['retry-after']).toBe('15');
    expect(answer.body).toContain('href="tel:12345"');
    expect(answer.body).not.toMatch(/Error|pool|stack/);
    await lost.close();
  });
});
