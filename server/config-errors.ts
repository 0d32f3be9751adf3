import type { ConfigError, ConfigProblem } from './config.ts';
import { type Said, said, say } from './kernel/i18n/said.ts';

/** Everything wrong with the configuration as one list, each item in both languages. */
export function explainConfigError(error: ConfigError): string {
  const items = error.problems.map(({ code, params }) => {
    const sentence = (code === 'missing' && purposes[params.name ?? '']) || sentences[code];
    const filled = { ...params, hint: 'node -e "console.log(crypto.randomBytes(32).toString(\'base64\'))"' };
    return `  - ${say(sentence, 'zh', filled)}\n    ${say(sentence, 'en', filled)}`;
  });
  return ['配置有误，乐业没有启动： The configuration is not right, Leye did not start:', ...items].join('\n');
}

const sentences: Readonly<Record<ConfigProblem['code'], Said>> = {
  missing: said('缺少 {name}：必须设置。', '{name} is missing: it must be set.'),
  'missing-channel': said(
    '缺少短信或邮件通道：请设置 {name}（短信网关）或 {other}（邮件服务器）。',
    'There is no SMS or mail channel: set {name} (an SMS gateway) or {other} (a mail server).',
  ),
  'incomplete-oidc': said(
    '缺少 {name}：统一身份登录的三项须同时设置，或都不设置。',
    '{name} is missing: the three settings of single sign-on go together, or are all left out.',
  ),
  'not-a-mode': said('{name} 只能是 demo（演示）或 production（正式）。', '{name} can only be demo or production.'),
  'not-a-port': said('{name} 不是端口：应为 1 到 65535 的整数。', '{name} is not a port: it is a whole number from 1 to 65535.'),
  'not-a-key': said(
    '{name} 不是密钥：应为 32 字节的 base64（44 个字符），可这样生成：{hint}',
    '{name} is not a key: it is 32 bytes in base64 (44 characters), made for example with: {hint}',
  ),
  'key-used-twice': said(
    '{name} 和 {other} 不能用同一把密钥，请另生成一把。',
    '{name} and {other} may not be the same key; make another one.',
  ),
  'secret-too-short': said('{name} 太短：至少 32 个字符。', '{name} is too short: it has at least 32 characters.'),
  'not-a-url': said('{name} 不是有效地址：应以 {schemes} 开头。', '{name} is not a valid address: it begins with {schemes}.'),
  'not-an-address': said(
    '{name} 应为代理的 IP 地址或网段，用逗号分开，例如 10.0.0.5,10.1.0.0/16。',
    "{name} lists the proxies' IP addresses or networks, parted by commas, for example 10.0.0.5,10.1.0.0/16.",
  ),
};

const missing = (zh: string, en: string): Said => said(`缺少 {name}：${zh}。`, `{name} is missing: ${en}.`);
const missingKey = (zh: string, en: string): Said =>
  missing(`${zh}，32 字节的 base64，可这样生成：{hint}`, `${en}, 32 bytes in base64, made for example with: {hint}`);

/** What each setting is for, said when it is missing. */
const purposes: Readonly<Record<string, Said>> = {
  LEYE_SEAL_KEY: missingKey('加密证件号和电话的密钥', 'the key that encrypts personal numbers'),
  LEYE_INDEX_KEY: missingKey('查找已加密号码的密钥', 'the key that finds encrypted numbers'),
  LEYE_CHECKPOINT_KEY: missingKey('为审计检查点签名的密钥', 'the key that signs the checkpoints of the audit log'),
  LEYE_SESSION_SECRET: missing('登录会话的密钥，至少 32 个字符', 'the secret of sign-in sessions, at least 32 characters'),
  LEYE_PUBLIC_URL: missing(
    '公众访问的地址，以 https:// 开头',
    'the address where the public reaches Leye, beginning with https://',
  ),
  DATABASE_URL: missing(
    '设置了 LEYE_APP_DATABASE_URL 就须设置它（升级数据库用）',
    'it goes with LEYE_APP_DATABASE_URL (migrations run as its user)',
  ),
};
