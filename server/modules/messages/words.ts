import { type Said, said } from '../../kernel/i18n/said.ts';

export const words: Readonly<Record<string, Said>> = {
  'problem.message-no-sms': said(
    '还没有配置短信通道，发不出短信。请系统管理员设置 LEYE_SMS_URL 后重新启动，再试一次。',
    'No SMS channel is configured, so no text message can leave. Ask the system administrator to set LEYE_SMS_URL and restart, then try again.',
  ),
  'problem.message-no-mail': said(
    '还没有配置邮件通道，发不出邮件。请系统管理员设置 LEYE_SMTP_URL 后重新启动，再试一次。',
    'No mail channel is configured, so no mail can leave. Ask the system administrator to set LEYE_SMTP_URL and restart, then try again.',
  ),
  'problem.message-no-address': said(
    '系统里没有这个人的联系方式，消息无处可发。请另行告知本人。',
    'No address of this person is known, so nothing can be sent. Please tell them in another way.',
  ),
  'problem.message-phone': said(
    '这不是能收短信的手机号。请检查：应为 11 位数字，以 13 到 19 开头。',
    'This is not a mobile number that gets text messages. Check it: 11 digits beginning with 13 to 19.',
  ),
  'problem.message-address': said(
    '这不是有效的邮箱地址。请检查后重填，例如 name@example.cn。',
    'This is not a valid e-mail address. Check it, for example name@example.cn.',
  ),
  'problem.message-personal': said(
    '消息里不能写身份证号、手机号或收件地址。请删去后再发。',
    'A message may not hold an ID number, a mobile number or the recipient’s address. Take it out and send again.',
  ),
  'problem.message-too-long': said(
    '消息太长，最多 {limit} 个字。请写短一些再发。',
    'The message is too long: at most {limit} characters. Shorten it and send again.',
  ),
  'problem.message-not-failed': said(
    '只有发送失败的消息才能重发。这条消息现在不是失败状态，请刷新后查看。',
    'Only a failed message can be sent again. This one is not failed now: reload the page and look.',
  ),
};
