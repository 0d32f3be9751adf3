import { said } from '../../../kernel/i18n/said.ts';
import type { Column } from '../type.ts';

/** Columns that many records have, said the same way everywhere. */

export const town = {
  label: said('街道（乡镇）', 'Street or town'),
  kind: 'area',
  required: true,
  level: 'town',
  alias: ['街道', '乡镇', '所属街道', '所在街道', '属地', '街乡镇'],
} as const satisfies Column;

export const community = {
  label: said('社区（村）', 'Community or village'),
  kind: 'area',
  required: true,
  level: 'village',
  alias: ['社区', '村', '所属社区', '社区/村', '社区村'],
} as const satisfies Column;

/** A street, town, community or village: whichever is known most exactly. */
export const area = {
  label: said('所在地区', 'Area'),
  kind: 'area',
  required: true,
  remark: said(
    '街道、乡镇、社区或村，填名称或代码，越细越好',
    'A street, town, community or village, by name or code; the more exact the better',
  ),
  alias: ['地区', '区域', '所属街道', '街道（乡镇）', '街道', '乡镇', '社区（村）'],
} as const satisfies Column;

export const creditCode = {
  label: said('统一社会信用代码', 'Social credit code'),
  kind: 'credit-code',
  required: true,
  // Published examples of the standard's check digit, not employers of this district.
  example: ['91350100M000100Y43', '11320000MB151840XJ'],
  alias: ['信用代码', '社会信用代码', '单位代码'],
} as const satisfies Column;

export const idNumber = {
  label: said('身份证号', 'ID number'),
  kind: 'id-number',
  required: true,
  // The standard's own example, and a person who would be well over a hundred.
  example: ['11010519491231002X', '110112191001010018'],
  remark: said(
    '把这一列设为“文本”再填，否则表格软件会丢掉后几位',
    'Set the column to text first, or the spreadsheet loses the last digits',
  ),
  alias: ['身份证', '身份证号码', '公民身份号码', '证件号码'],
} as const satisfies Column;

export const phone = {
  label: said('手机号', 'Mobile number'),
  kind: 'phone',
  required: true,
  example: ['19900000001', '19900000002'],
  alias: ['手机', '手机号码', '电话', '联系电话'],
} as const satisfies Column;

export const personName = {
  label: said('姓名', 'Name'),
  kind: 'person-name',
  required: true,
  example: ['张示例', '李示例'],
  longest: 50,
} as const satisfies Column;

/** Added to every type: who did the work. */
export const unit = {
  label: said('承办单位', 'Unit that did the work'),
  kind: 'unit',
  remark: said(
    '不填则按您所在的单位；您管全区时按牵头单位',
    'Left empty: your own unit, or the lead unit where you work for the whole district',
  ),
  alias: ['单位', '填报单位', '责任单位', '主办单位'],
} as const satisfies Column;
