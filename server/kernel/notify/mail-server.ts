import MailComposer from 'nodemailer/lib/mail-composer';
import { parseConnectionUrl } from 'nodemailer/lib/shared';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { type Channel, failed, type Outcome, type Outgoing, sent } from './channel.ts';

const TIMEOUT_MS = 10_000;

/**
 * Mail through the city's mail server, `smtp(s)://user:password@host:port?from=…` (docs/sms-gateway.md).
 *
 * Mail has no idempotency. What fails before the message is handed over may be tried again; when the connection breaks after that
 * and the server has not said yes or no, the mail may have arrived, so only a person decides to send it once more.
 *
 * @param sender Who it comes from where the address names nobody.
 */
export function mailServer(address: string, sender: string, timeout = TIMEOUT_MS): Channel {
  const { from, auth, ...options } = parseConnectionUrl(address) as ReturnType<typeof parseConnectionUrl> & { from?: unknown }; // reason: it takes over whatever the search of the address names
  const user = auth && 'user' in auth ? String(auth.user) : '';
  const sending = typeof from === 'string' ? from : user.includes('@') ? user : sender;
  const limits = { dnsTimeout: timeout, connectionTimeout: timeout, greetingTimeout: timeout, socketTimeout: timeout };

  return Object.freeze({
    knowsRepeats: false,
    async deliver(message) {
      const raw = await compose(message, sending);
      const connection = new SMTPConnection({ ...options, ...limits });
      return await new Promise<Outcome>((resolve) => {
        let isHandedOver = false;
        const end = (outcome: Outcome) => {
          clearTimeout(clock);
          connection[outcome.isSent ? 'quit' : 'close']();
          resolve(outcome);
        };
        const fail = (error: unknown) => end(outcomeOf(error, isHandedOver));
        // Against a server that says a letter every few seconds, for ever.
        const clock = setTimeout(() => fail({ code: 'ETIMEDOUT' }), 4 * timeout);
        const handOver = (refused?: unknown) => {
          if (refused) return fail(refused);
          isHandedOver = true;
          connection.send({ from: sending, to: [message.to.reveal()] }, raw, (error) => (error ? fail(error) : end(sent)));
        };
        connection.on('error', fail);
        connection.connect((error) => {
          if (error) return fail(error);
          if (auth) connection.login(auth, handOver);
          else handOver();
        });
      });
    },
  });
}

const compose = ({ id, to, subject, text, at }: Outgoing, from: string): Promise<Buffer> =>
  new MailComposer({
    from: { name: '乐业 Leye', address: from },
    to: { name: '', address: to.reveal() },
    subject,
    text,
    date: at,
    // The same at every attempt, so that a mail program shows a repeat once.
    messageId: `<${id}@${from.split('@')[1] ?? 'leye'}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    disableFileAccess: true,
    disableUrlAccess: true,
  })
    .compile()
    .build();

/** RFC 5321 4.2.1: 4xx may pass, 5xx stays. Of the error only its codes are looked at: its words quote the address. */
function outcomeOf(error: unknown, isHandedOver: boolean): Outcome {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }; // reason: looked at field by field
  const number = typeof responseCode === 'number' && responseCode >= 400 ? responseCode : undefined;
  if (isHandedOver && number === undefined)
    return code === 'EENVELOPE' ? failed('refused', false) : failed('outcome-unknown', false);
  if (isHandedOver && number !== undefined && number >= 500) return failed('refused', false, number);
  if (number !== undefined) return failed('channel-refused', true, number);
  if (code === 'EAUTH' || code === 'ETLS') return failed('channel-refused', true);
  return failed(code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', true);
}
