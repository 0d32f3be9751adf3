import type { StaffRole } from '../../kernel/actor/actor.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import { said } from '../../kernel/i18n/said.ts';

/** Shown on the sign-in page and at the start; opens nothing outside demonstration mode. */
export const DEMO_PASSWORD = 'leye-demo-2025';

export type DemoAccount = {
  readonly userName: string;
  readonly role: StaffRole;
  readonly name: Said;
  /** Works in the other town: somebody from elsewhere inspects a gig market. */
  readonly isElsewhere?: boolean;
};

/** One person a role, and one more at the gig station of another town. */
export const demoAccounts: readonly DemoAccount[] = [
  { userName: 'office', role: 'programme-office', name: said('专班 · 周岚', 'Programme office · Zhou Lan') },
  { userName: 'liaison', role: 'liaison', name: said('联络员 · 吴桐', 'Unit liaison · Wu Tong') },
  { userName: 'street', role: 'street-officer', name: said('街道干部 · 郑川', 'Street officer · Zheng Chuan') },
  { userName: 'specialist', role: 'specialist', name: said('就业服务专员 · 何苗', 'Service specialist · He Miao') },
  { userName: 'station', role: 'station-officer', name: said('零工市场 · 马原', 'Gig station officer · Ma Yuan') },
  {
    userName: 'station2',
    role: 'station-officer',
    name: said('另一镇零工站 · 罗敏', 'Another town’s gig station · Luo Min'),
    isElsewhere: true,
  },
  { userName: 'leader', role: 'leader', name: said('区领导 · 沈远', 'Leader · Shen Yuan') },
  { userName: 'evaluator', role: 'evaluator', name: said('第三方评估 · 陆衡', 'Evaluator · Lu Heng') },
  { userName: 'system', role: 'system-administrator', name: said('系统管理员 · 方楠', 'System administrator · Fang Nan') },
  { userName: 'security', role: 'security-administrator', name: said('安全管理员 · 秦朗', 'Security administrator · Qin Lang') },
  { userName: 'audit', role: 'audit-administrator', name: said('审计管理员 · 苏谨', 'Audit administrator · Su Jin') },
];

export const demoEmail = (userName: string): string => `${userName}@demo.leye.cn`;

/** What the sign-in page and the start's message show. */
export const demoAccountsShown = demoAccounts.map(({ userName, role, name }) => ({
  userName,
  email: demoEmail(userName),
  password: DEMO_PASSWORD,
  role,
  name,
}));
