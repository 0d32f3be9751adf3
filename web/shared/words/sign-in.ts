import { said } from './pair.ts';

export const signInWords = {
  'sign-in.title': said('登录', 'Sign in'),
  'sign-in.lead': said('用您的工作账号登录。', 'Use your staff account.'),
  'sign-in.name': said('用户名或邮箱', 'User name or e-mail'),
  'sign-in.name-missing': said('请填用户名或邮箱', 'Enter your user name or e-mail'),
  'sign-in.password': said('密码', 'Password'),
  'sign-in.password-missing': said('请填密码', 'Enter your password'),
  'sign-in.go': said('登录', 'Sign in'),
  'sign-in.provider': said('用统一身份登录', 'Sign in with the city’s identity provider'),
  'sign-in.demo': said('演示账号', 'Demonstration accounts'),
  'sign-in.demo-hint': said(
    '点一个角色就能进去看。演示账号不用第二重验证，正式运行时不能使用。',
    'Choose a role to look around. These accounts skip the second factor and do not work in production.',
  ),
  'sign-in.code-title': said('第二重验证', 'Second factor'),
  'sign-in.code-lead': said(
    '打开手机上的身份验证器，填上面显示的 6 位数字。',
    'Open your authenticator and enter the six digits it shows.',
  ),
  'sign-in.code': said('6 位验证码', 'Six-digit code'),
  'sign-in.code-missing': said('请填 6 位数字', 'Enter six digits'),
  'sign-in.backup': said('手机不在身边？用备用码', 'No phone at hand? Use a backup code'),
  'sign-in.backup-code': said('备用码', 'Backup code'),
  'sign-in.use-code': said('改用手机验证码', 'Use the authenticator instead'),
  'sign-in.verify': said('验证', 'Verify'),
  'sign-in.start-over': said('换个账号登录', 'Use another account'),
  'sign-in.problem.identity-unknown': said(
    '统一身份登录成功，但没有与之对应的账号。账号由安全管理员按已核实的邮箱建立。',
    'The identity provider knows you, but there is no account for you here. The security administrator creates accounts, by verified e-mail.',
  ),
  'sign-in.problem.identity-provider-away': said(
    '统一身份登录暂时连不上。请稍后再试，或用密码登录。',
    'The identity provider cannot be reached. Try again shortly, or use your password.',
  ),
  'sign-in.problem.account-suspended': said(
    '这个账号已停用，请联系安全管理员。',
    'This account is suspended. Ask the security administrator.',
  ),
  'sign-in.problem.account-elsewhere': said('这个账号不属于本区县。', 'This account does not belong to this district.'),
  'sign-in.problem.other': said(
    '统一身份登录没有成功，请再试一次。',
    'Signing in through the identity provider failed. Please try again.',
  ),
  'sign-in.ended': said(
    '登录已结束。填的内容还在这一页：请在新窗口重新登录，再回来接着做。',
    'Your session has ended. What you typed is still on this page: sign in again in a new window, then go on here.',
  ),
  'sign-in.again': said('重新登录', 'Sign in again'),

  'enrol.title': said('绑定身份验证器', 'Set up your authenticator'),
  'enrol.lead': said(
    '为了保护群众的信息，登录要加一道手机验证。只需设置一次。',
    'To protect people’s data, signing in needs a code from your phone as well. You set it up once.',
  ),
  'enrol.password': said('先确认您的密码', 'Confirm your password first'),
  'enrol.begin': said('开始绑定', 'Begin'),
  'enrol.scan': said('用身份验证器扫描二维码', 'Scan this with your authenticator'),
  'enrol.scan-hint': said(
    '任何标准的验证器都可以，例如手机自带的密码管理、腾讯或微软的验证器。',
    'Any standard authenticator works, such as the one built into your phone.',
  ),
  'enrol.qr': said('绑定用的二维码', 'QR code for the authenticator'),
  'enrol.secret': said('不能扫码？手工输入这串密钥：', 'Cannot scan? Type this key in:'),
  'enrol.backup': said('把这些备用码抄在纸上收好', 'Write these backup codes down'),
  'enrol.backup-hint': said(
    '手机丢了时，每个码可以用一次。离开这一页就不再显示。',
    'Each works once if you lose your phone. They are shown only now.',
  ),
  'enrol.confirm': said('填验证器显示的 6 位数字', 'Enter the six digits it shows'),
  'enrol.finish': said('完成绑定', 'Finish'),
  'enrol.done': said('绑定好了。以后登录时填手机上的验证码。', 'Done. From now on, sign in with the code on your phone.'),

  'password.title': said('换成自己的密码', 'Choose your own password'),
  'password.lead': said(
    '现在用的是一次性密码，请先换成只有您知道的。',
    'You are using a one-time password. Replace it with one that only you know.',
  ),
  'password.current': said('当前密码', 'Current password'),
  'password.new': said('新密码', 'New password'),
  'password.new-hint': said(
    '至少 10 个字符。几个不相干的词连起来，好记又难猜。',
    'At least 10 characters. Several unrelated words are easy to keep and hard to guess.',
  ),
  'password.again': said('再填一次新密码', 'New password again'),
  'password.differ': said('两次填的不一样', 'The two do not match'),
  'password.short': said('至少 10 个字符', 'At least 10 characters'),
  'password.change': said('更换密码', 'Change password'),
  'password.changed': said('密码已更换，其他设备上的登录已结束。', 'Password changed. Sessions on other devices have ended.'),
} as const;
