import { said } from './pair.ts';

export const messageWords = {
  'messages.title': said('消息', 'Messages'),
  'messages.lead': said(
    '系统发给个人的短信和邮件，以及每条是否送出。收件人已遮盖。',
    'Text messages and mails that Leye sends to people, and how each went. Recipients are masked.',
  ),
  'messages.outbox': said(
    '这是演示环境，没有配置短信或邮件通道：新消息只留在这里，不会发给任何人。',
    'This is a demonstration without an SMS or mail channel: new messages stay here and are sent to nobody.',
  ),
  'messages.channels.both': said('短信和邮件通道都已配置。', 'Text messages and mails can both leave.'),
  'messages.channels.sms': said(
    '只配置了短信通道，没有邮件通道（LEYE_SMTP_URL）：需要发邮件的事办不了。',
    'Only text messages can leave. Without a mail channel (LEYE_SMTP_URL) what needs a mail is refused.',
  ),
  'messages.channels.mail': said(
    '只配置了邮件通道，没有短信通道（LEYE_SMS_URL）：需要发短信的事办不了。',
    'Only mails can leave. Without an SMS channel (LEYE_SMS_URL) what needs a text message is refused.',
  ),
  'messages.channels.none': said(
    '没有配置短信或邮件通道（LEYE_SMS_URL、LEYE_SMTP_URL）：发不出任何消息。',
    'No channel is configured (LEYE_SMS_URL, LEYE_SMTP_URL): nothing can leave.',
  ),
  'messages.none': said('没有消息', 'No messages'),
  'messages.none-hint': said(
    '开通账号、重置密码等工作会给本人发消息，发过的都列在这里。',
    'Work such as opening an account tells the person; what was told is listed here.',
  ),
  'messages.at': said('时间', 'When'),
  'messages.to': said('收件人', 'To'),
  'messages.text': said('内容', 'Text'),
  'messages.secret': said('验证码，发出后不再显示', 'A code: shown to nobody once it has left'),
  'messages.state': said('状态', 'State'),
  'messages.any': said('全部', 'All'),
  'messages.state.kept': said('留存（未发送）', 'Kept (not sent)'),
  'messages.state.waiting': said('等待发送', 'Waiting'),
  'messages.state.sending': said('正在发送', 'Sending'),
  'messages.state.sent': said('已交给通道', 'Handed over'),
  'messages.state.failed': said('没有发出去', 'Failed'),
  'messages.next': said('{at} 再试', 'Tried again {at}'),
  'messages.sms': said('短信', 'SMS'),
  'messages.mail': said('邮件', 'Mail'),
  'messages.attempts': said('已试 {n} 次', 'Attempts: {n}'),
  'messages.number': said('{reason}（{number}）', '{reason} ({number})'),
  'messages.retry': said('重发', 'Send again'),
  'messages.reason.unreachable': said('连不上通道', 'The channel could not be reached'),
  'messages.reason.timeout': said('通道没有按时回应', 'The channel did not answer in time'),
  'messages.reason.channel-refused': said(
    '通道暂时不接收，请检查它的设置',
    'The channel takes nothing for now; check its settings',
  ),
  'messages.reason.refused': said(
    '通道拒收这条消息，请核对收件人',
    'The channel will not take this message; check the recipient',
  ),
  'messages.reason.outcome-unknown': said(
    '交出后连接断了，可能已送达；重发可能重复',
    'The connection broke after it was handed over: it may have arrived, and could arrive twice',
  ),
  'messages.reason.no-channel': said('通道已从设置中去掉', 'The channel was taken out of the settings'),
  'messages.reason.unreadable': said('收件人解不开：缺少密钥', 'The recipient cannot be read: a key is missing'),
};
