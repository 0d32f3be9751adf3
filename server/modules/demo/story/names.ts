import type { Chance } from './world.ts';

/** Words that invented names are put together from. Nobody and no company of the story exists. */
const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗'];
const given = [
  '建国',
  '桂英',
  '志强',
  '秀兰',
  '晓东',
  '丽娟',
  '海涛',
  '雪梅',
  '永刚',
  '春燕',
  '文博',
  '佳怡',
  '思远',
  '雨桐',
  '浩然',
  '静',
];
const brands = [
  '运河',
  '通惠',
  '漷阴',
  '潞水',
  '燕潮',
  '新程',
  '同舟',
  '启航',
  '惠民',
  '安居',
  '瑞丰',
  '宏达',
  '云景',
  '九棵',
  '绿心',
  '东方',
];
const trades = [
  '科技',
  '物流',
  '家政服务',
  '餐饮管理',
  '文化传媒',
  '建筑工程',
  '智能制造',
  '生物医药',
  '商贸',
  '物业管理',
  '电子商务',
  '园林绿化',
];
export const posts = [
  '分拣员',
  '快递员',
  '养老护理员',
  '家政服务员',
  '保安员',
  '收银员',
  '电工',
  '焊工',
  '汽车维修工',
  '客服专员',
  '软件测试员',
  '仓库管理员',
  '厨师',
  '服务员',
  '育婴员',
  '网络主播',
];
export const banks = ['示例银行通州支行', '示例农商银行运河支行', '示例城市银行梨园支行'];

export const personName = (chance: Chance): string => chance.pick(surnames) + chance.pick(given);
export const companyName = (chance: Chance, serial: number): string =>
  `${chance.pick(brands)}${chance.pick(trades)}（演示${serial}）有限公司`;
