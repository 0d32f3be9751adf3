import { type Said, said } from '../../kernel/i18n/said.ts';
import { identifierWords } from '../../kernel/identifier/words.ts';

export const words: Readonly<Record<string, Said>> = {
  ...identifierWords,
  'problem.resident-number-needed': said('请至少填写手机号或身份证号中的一项。', 'Enter the mobile number or the ID number.'),
  'problem.resident-two-records': said(
    '这个身份证号和这个手机号分别登记在两个人名下，没有改动。如果手机号已换了主人，请先用身份证号登记，再“更换手机号”。',
    'This ID number and this mobile number belong to two people here; nothing was changed. If the number has a new owner, register by ID number, then change the mobile number.',
  ),
  'problem.resident-other-mobile': said(
    '这个人登记的是另一个手机号，没有改动。号码换了的话，请用“更换手机号”。',
    'This person is registered with another mobile number; nothing was changed. If it is new, use “change the mobile number”.',
  ),
  'problem.resident-mobile-of-another': said(
    '这个手机号登记在另一个人名下（家人可能共用一个号），没有改动。请不填手机号，只用身份证号登记。',
    'This mobile number is registered to somebody else (families may share one); nothing was changed. Register by ID number alone.',
  ),
  'problem.resident-number-same': said('登记的就是这个手机号。', 'This is the mobile number already registered.'),
  'problem.resident-number-held': said(
    '这个手机号登记在另一个人名下。确认号码现在归来办事的人用，再勾选“从原来的人名下移过来”。',
    'This mobile number is registered to somebody else. Make sure that it is this person’s now, then say that it is to be moved.',
  ),
  'problem.resident-birth-year-said': said(
    '出生年份已经填过。填错了，请带身份证到窗口，以证为准。',
    'The year of birth was given before. If it is wrong, bring your ID card to a counter: the card decides.',
  ),
  'problem.resident-birth-year': said('出生年份不能晚于今年。', 'The year of birth cannot lie in the future.'),
  'problem.code-wrong': said(
    '验证码不对，或者已经过期、用过了。请核对短信里的 6 位数字，或重新获取。',
    'The code is wrong, too old or used already. Check the six digits of the message, or get a new code.',
  ),
  'problem.code-too-many': said(
    '这个号码或这个网络刚才要验证码太多次了，请过 {minutes} 分钟再试。着急的话，可以到窗口请工作人员帮忙。',
    'Too many codes were asked for by this number or network. Try again in {minutes} minutes, or ask at a counter.',
  ),
  'problem.code-too-many-today': said(
    '这个号码今天要验证码的次数已经用完，请过 {hours} 小时再试。着急的话，可以到窗口请工作人员帮忙。',
    'This number has asked for all the codes of a day. Try again in {hours} hours, or ask at a counter.',
  ),
  'problem.code-form': said('验证码是 6 位数字，请照短信填写。', 'The code has six digits; enter it as in the message.'),
  'problem.code-tries-many': said('刚才试得太多了，请过 {minutes} 分钟再试。', 'Too many tries. Please wait {minutes} minutes.'),
  'problem.code-no-sms': said(
    '这里还没有开通短信，暂时不能用手机号登录。请带身份证到零工市场或街道（乡镇）、社区（村）的服务窗口，工作人员当场帮您办。',
    'Text messages are not set up here yet, so nobody can sign in by telephone. Bring your ID card to a gig station or to the counter of your town or community: an officer helps you on the spot.',
  ),
};
