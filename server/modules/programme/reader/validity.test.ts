import { describe, expect, it } from 'vitest';
import { canonical } from './canonical.ts';
import { issuedYear, readValidUntil } from './validity.ts';

describe('until when a paper holds', () => {
  it.each([
    ['本文件执行期限为自印发之日起至2027年12月31日。此前规定不一致的，以本文件为准。', '2027-12-31'],
    ['本通知自印发之日起实施，有效期至2026年底。', '2026-12-31'],
    ['自２０２５年１月１日起施行，至2027年6月止。', '2027-06-30'],
    ['有效期限为2024年1月1日至2026年12月31日。', '2026-12-31'],
    ['本措施自二〇二五年三月一日起施行，有效期五年。', '2030-02-28'],
    ['本意见自2025年1月1日起执行，有效期2年，由市人社局解释。', '2026-12-31'],
    ['本措施自公布之日起施行，有效期1年。\n青山市人民政府\n2024年5月6日', '2025-05-05'],
    ['许可证有效期至2030年1月1日的给予奖励。\n本措施自2025年1月1日起施行，有效期至2027年12月31日。', '2027-12-31'],
  ])('%s', (text, day) => expect(readValidUntil(canonical(text))).toBe(day));

  it.each([
    '自2018年1月1日起施行。',
    '阶段性降费实施期限至2022年4月30日。',
    '本措施自发布之日起30日后施行，有效期3年。\n2024年3月5日',
    '有效期至2027年13月40日。',
    '',
  ])('is left open by %j', (text) => expect(readValidUntil(canonical(text))).toBeUndefined());

  it('takes the year of issue from the number of the paper, or the day under it, not from papers it cites', () => {
    expect(issuedYear(canonical('根据《意见》（青发〔2023〕4号）制定。\n青政发〔2025〕3号\n'))).toBe(2025);
    expect(issuedYear(canonical('根据《意见》（青发〔2023〕4号）制定。\n二〇二四年三月五日\n'))).toBe(2024);
    expect(issuedYear('根据2023年的意见制定。')).toBeUndefined();
  });
});
