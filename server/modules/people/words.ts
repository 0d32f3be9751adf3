import { type Said, said } from '../../kernel/i18n/said.ts';

/** Wording of what can go wrong with people, roles and signing in. Nothing here tells whether an account exists. */
export const words: Readonly<Record<string, Said>> = {
  'problem.sign-in-wrong': said(
    '用户名或密码不对。请检查大小写后再试；忘记密码请联系安全管理员重置。',
    'The user name or password is wrong. Check capital letters and try again, or ask the security administrator for a new password.',
  ),
  'problem.sign-in-locked': said(
    '尝试次数太多，为安全起见先停一停。请 {seconds} 秒后再试。',
    'Too many attempts. For safety, please try again in {seconds} seconds.',
  ),
  'problem.account-suspended': said(
    '这个账号已停用。如需恢复，请联系安全管理员。',
    'This account is suspended. Ask the security administrator to reinstate it.',
  ),
  'problem.account-elsewhere': said('这个账号不属于本区县。', 'This account does not belong to this district.'),
  'problem.demo-account': said('演示账号只能在演示模式下使用。', 'Demonstration accounts work in demonstration mode only.'),
  'problem.one-time-password-lapsed': said(
    '一次性密码已过期。请联系安全管理员重新发放。',
    'The one-time password has lapsed. Ask the security administrator for a new one.',
  ),
  'problem.new-password-first': said(
    '请先把一次性密码换成自己的密码。',
    'First replace the one-time password with one of your own.',
  ),
  'problem.code-wrong': said(
    '验证码不对。请用身份验证器上当前显示的 6 位数字；手机时间要准。',
    'The code is wrong. Use the six digits that your authenticator shows now; its clock must be right.',
  ),
  'problem.challenge-lapsed': said(
    '等待太久或尝试太多，请重新输入密码登录。',
    'That took too long or too many attempts. Please sign in with your password again.',
  ),
  'problem.second-factor-on': said(
    '已经绑定过身份验证器。要换绑，请联系安全管理员重置。',
    'A second factor is already set up. To change it, ask the security administrator for a reset.',
  ),
  'problem.second-factor-not-started': said(
    '还没有开始绑定。请先扫描二维码。',
    'Setting up has not begun. Scan the QR code first.',
  ),
  'problem.password-wrong': said('当前密码不对。', 'The current password is wrong.'),
  'problem.password-short': said('密码太短：至少 {least} 个字符。', 'The password is too short: at least {least} characters.'),
  'problem.password-long': said('密码太长：最多 {most} 个字符。', 'The password is too long: at most {most} characters.'),
  'problem.password-obvious': said(
    '这个密码太容易猜到。请换一个，例如几个不相干的词连在一起。',
    'This password is easy to guess. Choose another, such as several unrelated words.',
  ),
  'problem.password-same': said('新密码不能和原来的一样。', 'The new password must differ from the old one.'),
  'problem.no-password': said(
    '这个账号通过统一身份登录，没有密码。',
    'This account signs in through the identity provider and has no password.',
  ),
  'problem.token-unknown': said(
    '访问令牌无效或已吊销。请联系安全管理员。',
    'The access token is unknown or revoked. Ask the security administrator.',
  ),
  'problem.identity-provider-away': said(
    '统一身份登录暂时连不上。请稍后再试，或用密码登录。',
    'The identity provider cannot be reached. Try again shortly, or sign in with your password.',
  ),
  'problem.identity-provider-absent': said(
    '本系统没有配置统一身份登录，请用密码登录。',
    'No identity provider is set up. Sign in with your password.',
  ),
  'problem.identity-unknown': said(
    '统一身份登录成功，但没有与之对应的账号。账号由安全管理员按已核实的邮箱建立。',
    'The identity provider knows you, but there is no account for you here. The security administrator creates accounts, by verified e-mail.',
  ),
  'problem.sign-in-unfinished': said('登录没有完成，请重新开始。', 'Signing in was not finished. Please start again.'),
  'problem.e-mail-taken': said('这个邮箱已有账号。', 'There is already an account with this e-mail.'),
  'problem.user-name-taken': said('这个用户名已被使用，请换一个。', 'This user name is taken. Choose another.'),
  'problem.unit-unknown': said('没有这个单位：{unit}', 'There is no such unit: {unit}'),
  'problem.area-unknown': said(
    '没有这个区域，或级别不对：{area}',
    'There is no such area, or its level does not fit the role: {area}',
  ),
  'problem.needs-unit': said('这个角色要指定单位。', 'This role must name a unit.'),
  'problem.needs-area': said('这个角色要指定街道（乡镇）或社区（村）。', 'This role must name a town or community.'),
  'problem.needs-nothing': said('指定的范围不适用于这个角色。', 'The unit or area given does not apply to this role.'),
  'problem.roles-conflict': said(
    '三员分立：{one} 不能与 {other} 由同一人担任。请先结束其中一个角色。',
    'The three administrators are kept apart: {one} cannot be held together with {other}. End one of the roles first.',
  ),
  'problem.role-already-held': said('此人已经有这个角色。', 'This person already holds this role.'),
  'problem.own-rights': said(
    '不能改动自己的权限，请由另一位安全管理员办理。',
    'Nobody may change their own rights. Ask another security administrator.',
  ),
  'problem.already-suspended': said('这个账号已经停用。', 'This account is already suspended.'),
  'problem.not-suspended': said('这个账号没有停用。', 'This account is not suspended.'),
  'problem.client-role': said('程序不能担任管理员角色：{role}', 'A program cannot hold an administrator’s role: {role}'),
  'problem.administrators-exist': said(
    '本区县已有安全管理员，请由其建立账号。',
    'This district already has a security administrator, who creates further accounts.',
  ),
};
