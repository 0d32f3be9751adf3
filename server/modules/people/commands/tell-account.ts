import type { Work } from '../../../kernel/command/command.ts';
import type { Transaction } from '../../../kernel/database/transaction.ts';
import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { Address } from '../../../kernel/notify/recipient.ts';

type News = { readonly subject: Said; readonly text: Said };

export const accountOpened: News = {
  subject: said('已为您开通乐业账号', 'Your Leye account is open'),
  text: said(
    '管理员已为您开通乐业工作账号。请到 {address} 登录。一次性密码由管理员另行告知，七天内有效，首次登录后请改成自己的密码。任何人都不应向您索要密码。如果您并不知情，请告诉本区县的安全管理员。',
    'An administrator has opened a Leye account for you. Sign in at {address}. The administrator tells you the one-time password separately; it holds for seven days, and you replace it with your own at the first sign-in. Nobody should ask you for your password. If you did not expect this, tell your district’s security administrator.',
  ),
};

export const passwordReset: News = {
  subject: said('您的乐业账号密码已重置', 'Your Leye password was reset'),
  text: said(
    '安全管理员已重置您的乐业账号密码，原密码不能再用，您在各处的登录都已退出。新的一次性密码由管理员另行告知，七天内有效。请到 {address} 登录并改成自己的密码。如果您没有要求重置，请告诉本区县的安全管理员。',
    'The security administrator has reset the password of your Leye account: the old one no longer works and you are signed out everywhere. You are told the new one-time password separately; it holds for seven days. Sign in at {address} and replace it with your own. If you did not ask for this, tell your district’s security administrator.',
  ),
};

/**
 * Tells the person what was done with their account; never the password. Where nobody can be reached nothing is refused: the
 * administrator, who hands the password over, is in touch with them anyway.
 */
export async function tellAccount(work: Work, account: string, news: News): Promise<void> {
  const { notify, people } = work.services;
  const to = { account };
  if (!(await notify.reaches(work, to))) return;
  await notify.send(work, { to, ...news, params: { address: `${people.foundation.config.publicAddress}/office` } });
}

/** Demonstration accounts have no mailbox: nothing is ever sent to the address they sign in with. */
export async function accountAddress({ client }: Transaction, account: string): Promise<Address | undefined> {
  const { rows } = await client.query<{ email: string }>('SELECT email FROM "user" WHERE id = $1 AND NOT is_demo', [account]);
  return rows[0];
}
