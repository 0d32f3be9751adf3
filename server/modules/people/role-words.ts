import type { StaffRole } from '../../kernel/actor/actor.ts';
import { type Said, said } from '../../kernel/i18n/said.ts';

/** What each role is called and may do, in plain words for the page that grants it. */
export const roleWords: Readonly<Record<StaffRole, { readonly name: Said; readonly explained: Said }>> = {
  'programme-office': {
    name: said('专班（区人力社保局）', 'Programme office'),
    explained: said(
      '开账、确认方案、催办督办、销账；查看全区的记录和指标。',
      'Opens and closes the ledger, confirms the programme, urges and supervises; sees the whole district’s records and figures.',
    ),
  },
  liaison: {
    name: said('单位联络员', 'Unit liaison'),
    explained: said(
      '报送本单位的记录，回复督办；只涉及本单位。',
      'Hands in the unit’s own records and answers supervision; this unit only.',
    ),
  },
  'street-officer': {
    name: said('街道（乡镇）干部', 'Street or town officer'),
    explained: said(
      '办理和查看本街道（乡镇）的业务，含所辖社区（村）。',
      'Works on what lies in the town, its communities and villages included.',
    ),
  },
  specialist: {
    name: said('就业服务专员', 'Employment service specialist'),
    explained: said(
      '在本社区（村）或街道站点服务群众，记录随业务产生。',
      'Serves people of the community, village or town site; records come from the work.',
    ),
  },
  'station-officer': {
    name: said('零工市场（驿站）工作人员', 'Gig station officer'),
    explained: said(
      '在本站点所在街道（乡镇）或社区（村）办零工市场的事：登记求职者，核实用工单位，维持站点秩序。',
      'Runs the gig station of a town, community or village: registers people who look for work, verifies employers, keeps the station going.',
    ),
  },
  leader: {
    name: said('区领导', 'Leader'),
    explained: said(
      '查看大屏、指标和台账，签批豁免，批示督办；数字和记录不做修改。',
      'Sees the big screen, figures and ledger, signs waivers and has supervision raised; changes no figure and no record.',
    ),
  },
  evaluator: {
    name: said('第三方评估', 'Third-party evaluator'),
    explained: said(
      '查看评估所需的指标和样本，不做修改。',
      'Sees the figures and samples that an evaluation needs; changes nothing.',
    ),
  },
  'system-administrator': {
    name: said('系统管理员', 'System administrator'),
    explained: said(
      '维护系统运行，可建立没有任何权限的账号；不能授权，也不能办业务。',
      'Keeps the system running and opens accounts that can do nothing yet; grants nothing and does no business.',
    ),
  },
  'security-administrator': {
    name: said('安全管理员', 'Security administrator'),
    explained: said(
      '授予和收回角色、停用账号、重置密码和二次验证；不能给自己授权，也不能办业务。',
      'Grants and ends roles, suspends accounts, resets passwords and second factors; never for themselves, and does no business.',
    ),
  },
  'audit-administrator': {
    name: said('审计管理员', 'Audit administrator'),
    explained: said(
      '查看审计日志，核对谁做过什么；不能授权，也不能办业务。',
      'Reads the audit log and checks who did what; grants nothing and does no business.',
    ),
  },
};
