import { type Said, said } from '../i18n/said.ts';
import type { CreditCodeErrorCode } from './credit-code.ts';
import type { IdNumberErrorCode } from './id-number.ts';
import type { MobileErrorCode } from './mobile.ts';

/** What people read when a number is refused: what is wrong, where, and what to do. Never the number itself. */
export const identifierWords: Readonly<Record<`problem.${IdNumberErrorCode | CreditCodeErrorCode | MobileErrorCode}`, Said>> = {
  'problem.id-number-empty': said('请填写身份证号。', 'Enter the ID number.'),
  'problem.id-number-length': said(
    '身份证号应为 {expected} 位，现在是 {length} 位。请核对有没有多写或漏写。',
    'An ID number has {expected} characters, this has {length}. Check for one too many or too few.',
  ),
  'problem.id-number-fifteen': said(
    '这是 15 位的一代身份证号，已停止使用。请填 18 位的号码。',
    'This is a 15-digit number of the first generation, no longer in use. Enter the 18-digit number.',
  ),
  'problem.id-number-rounded': said(
    '表格软件把身份证号变成了小数，后面的数字已经丢失。请把这一列设为“文本”，再重新填写。',
    'The spreadsheet rounded the ID number and its last digits are lost. Set the column to text and enter it again.',
  ),
  'problem.id-number-character': said(
    '身份证号第 {position} 位不对：前 17 位只能是数字，最后一位是数字或 X。',
    'Position {position} of the ID number is wrong: the first 17 are digits, the last is a digit or X.',
  ),
  'problem.id-number-birth-date': said(
    '身份证号第 {from} 到 {to} 位应是出生日期，这里不是真实的日期。请核对。',
    'Positions {from} to {to} of the ID number are the birth date, and this is no real one. Check it.',
  ),
  'problem.id-number-birth-date-future': said(
    '身份证号第 {from} 到 {to} 位是出生日期，这里的日期还没到。请核对。',
    'Positions {from} to {to} of the ID number are the birth date, and this one lies in the future. Check it.',
  ),
  'problem.id-number-check': said(
    '身份证号的最后一位（第 {position} 位）与前面对不上，说明有数字写错了。请对照证件逐位核对。',
    'The last character (position {position}) of the ID number does not fit the others, so one of them is wrong. Compare it with the card.',
  ),
  'problem.credit-code-empty': said('请填写统一社会信用代码。', 'Enter the social credit code.'),
  'problem.credit-code-length': said(
    '统一社会信用代码应为 {expected} 位，现在是 {length} 位。请核对有没有多写或漏写。',
    'A social credit code has {expected} characters, this has {length}. Check for one too many or too few.',
  ),
  'problem.credit-code-fifteen': said(
    '这是旧的 15 位营业执照注册号。请填营业执照上 18 位的统一社会信用代码。',
    'This is an old 15-digit licence number. Enter the 18-character social credit code of the business licence.',
  ),
  'problem.credit-code-rounded': said(
    '表格软件把代码变成了小数，后面的数字已经丢失。请把这一列设为“文本”，再重新填写。',
    'The spreadsheet rounded the code and its last digits are lost. Set the column to text and enter it again.',
  ),
  'problem.credit-code-character': said(
    '统一社会信用代码第 {position} 位不对：只用数字和大写字母，而且没有 I、O、S、V、Z，可能是 1、0、5、U、2。',
    'Position {position} of the social credit code is wrong: only digits and letters without I, O, S, V, Z, which may be 1, 0, 5, U, 2.',
  ),
  'problem.credit-code-check': said(
    '统一社会信用代码的最后一位（第 {position} 位）与前面对不上，说明有字符写错了。请对照营业执照逐位核对。',
    'The last character (position {position}) of the social credit code does not fit the others, so one of them is wrong. Compare it with the licence.',
  ),
  'problem.mobile-empty': said('请填写手机号。', 'Enter the mobile number.'),
  'problem.mobile-length': said(
    '手机号应为 {expected} 位，现在是 {length} 位。请核对有没有多写或漏写。',
    'A mobile number has {expected} digits, this has {length}. Check for one too many or too few.',
  ),
  'problem.mobile-rounded': said(
    '表格软件把手机号变成了小数，后面的数字已经丢失。请把这一列设为“文本”，再重新填写。',
    'The spreadsheet rounded the mobile number and its last digits are lost. Set the column to text and enter it again.',
  ),
  'problem.mobile-character': said(
    '手机号第 {position} 位不是数字。请填内地的 11 位手机号，一格只填一个。',
    'Position {position} of the mobile number is no digit. Enter one mainland number of 11 digits.',
  ),
  'problem.mobile-landline': said(
    '这是座机号，收不到短信。请填 11 位手机号。',
    'This is a landline, which gets no text messages. Enter a mobile number of 11 digits.',
  ),
  'problem.mobile-prefix': said(
    '这不是内地的手机号：应以 13 到 19 开头。请核对。',
    'This is no mainland mobile number: those begin with 13 to 19. Check it.',
  ),
};
