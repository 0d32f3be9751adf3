/**
 * How personal values are shown to those who need to recognise but not to know them. What is not in the expected form is hidden
 * altogether: a slip of the pen is as personal as the right number.
 */

/** `11010519491231002X` → `110105********002X`. */
export function maskIdNumber(idNumber: string): string {
  return /^\d{17}[\dX]$/i.test(idNumber) ? `${idNumber.slice(0, 6)}********${idNumber.slice(14)}` : '***';
}

/** `13812341234` → `138****1234`. */
export function maskPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(7)}` : '***';
}

/** Surnames of two characters still in common use. */
const LONG_SURNAMES = new Set(
  '欧阳 司马 上官 诸葛 司徒 东方 皇甫 尉迟 公孙 慕容 令狐 宇文 长孙 夏侯 轩辕 端木 百里 南宫 独孤 呼延'.split(' '),
);

/** `张三` → `张*`, `欧阳小明` → `欧阳**`. At most two stars, so that the length of a longer name isn't told either. */
export function maskName(name: string): string {
  const characters = [...name.trim()];
  if (characters.length <= 1) return '*';
  const surname = characters.length > 2 && LONG_SURNAMES.has(characters.slice(0, 2).join('')) ? 2 : 1;
  return characters.slice(0, surname).join('') + '*'.repeat(Math.min(characters.length - surname, 2));
}
