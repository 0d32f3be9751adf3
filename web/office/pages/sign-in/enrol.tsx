import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, QRCode } from 'antd';
import { change } from '../../../shared/client.ts';
import { color } from '../../../shared/tokens.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

/** Binds an authenticator: the password again, the QR code with the codes for paper, the first code as proof. */
export function Enrol({ onDone }: { onDone: () => void }) {
  const { say } = useWords();
  const queries = useQueryClient();
  const start = useChange(({ password }: { password: string }) =>
    change<{ uri: string; backupCodes: readonly string[] }>('POST', '/api/me/second-factor/start', { password }),
  );
  const confirm = useChange(
    ({ code }: { code: string }) => change('POST', '/api/me/second-factor/confirm', { code: code.replace(/\s/g, '') }),
    [],
    {
      onSuccess: async () => {
        await queries.invalidateQueries();
        onDone();
      },
    },
  );
  const secret = start.data && new URL(start.data.uri).searchParams.get('secret');
  return (
    <>
      <h1>{say('enrol.title')}</h1>
      <p className="door-lead">{say('enrol.lead')}</p>
      <Problem error={confirm.error ?? start.error} />
      {start.data ? (
        <>
          <h2>{say('enrol.scan')}</h2>
          <p className="grey">{say('enrol.scan-hint')}</p>
          <div className="enrol-code" role="img" aria-label={say('enrol.qr')}>
            <QRCode value={start.data.uri} type="svg" size={176} color={color.ink} bgColor={color.paper} />
          </div>
          <p>{say('enrol.secret')}</p>
          <p className="enrol-secret">{secret?.match(/.{1,4}/g)?.join(' ')}</p>
          <h2>{say('enrol.backup')}</h2>
          <p className="grey">{say('enrol.backup-hint')}</p>
          <ol className="enrol-backup">
            {start.data.backupCodes.map((code) => (
              <li key={code}>{code}</li>
            ))}
          </ol>
          <Form<{ code: string }> layout="vertical" requiredMark={false} onFinish={confirm.mutate} disabled={confirm.isPending}>
            <Form.Item
              name="code"
              label={say('enrol.confirm')}
              rules={[{ required: true, min: 6, message: say('sign-in.code-missing') }]}
            >
              <Input className="code-field" size="large" autoComplete="one-time-code" inputMode="numeric" maxLength={8} />
            </Form.Item>
            <Button type="primary" htmlType="submit" size="large" block loading={confirm.isPending}>
              {say('enrol.finish')}
            </Button>
          </Form>
        </>
      ) : (
        <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={start.mutate} disabled={start.isPending}>
          <Form.Item
            name="password"
            label={say('enrol.password')}
            rules={[{ required: true, message: say('sign-in.password-missing') }]}
          >
            <Input.Password autoComplete="current-password" size="large" autoFocus />
          </Form.Item>
          <Button type="primary" htmlType="submit" size="large" block loading={start.isPending}>
            {say('enrol.begin')}
          </Button>
        </Form>
      )}
    </>
  );
}
