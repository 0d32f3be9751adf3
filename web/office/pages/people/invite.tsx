import { Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { OnceShown } from '../../parts/once-shown.tsx';
import { useUnits } from '../../places.ts';

type Given = { readonly name: string; readonly email: string; readonly userName?: string; readonly unit?: string };

/** Opens an account that can do nothing yet; its one-time password is shown once. */
export function Invite({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { say } = useWords();
  const [form] = Form.useForm<Given>();
  const units = useUnits();
  const [secret, setSecret] = useState<string | null>();
  const open = useChange(
    ({ userName, unit, ...given }: Given) =>
      change<{ account: string; oneTimePassword: string | null }>('POST', '/api/people', {
        ...given,
        ...(userName ? { userName } : {}),
        ...(unit ? { unit } : {}),
      }),
    ['/api/people'],
    {
      onSuccess: ({ oneTimePassword }) => {
        form.resetFields();
        onClose();
        setSecret(oneTimePassword);
      },
    },
  );
  return (
    <>
      <Modal
        open={isOpen}
        title={say('people.invite')}
        okText={say('people.invite')}
        cancelText={say('action.cancel')}
        confirmLoading={open.isPending}
        onOk={() => form.submit()}
        onCancel={onClose}
      >
        <p className="grey">{say('people.invite-hint')}</p>
        <Problem error={open.error} />
        <Form<Given> form={form} layout="vertical" requiredMark={false} onFinish={(given) => open.mutate(given)}>
          <Form.Item
            name="name"
            label={say('people.name')}
            rules={[{ required: true, whitespace: true, message: say('people.missing') }]}
          >
            <Input maxLength={60} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="email"
            label={say('people.e-mail')}
            rules={[{ required: true, type: 'email', message: say('people.e-mail-wrong') }]}
          >
            <Input maxLength={200} autoComplete="off" inputMode="email" />
          </Form.Item>
          <Form.Item
            name="userName"
            label={say('people.user-name')}
            extra={say('people.user-name-hint')}
            rules={[{ pattern: /^[a-z][a-z0-9._-]{1,39}$/, message: say('people.user-name-hint') }]}
          >
            <Input maxLength={40} autoComplete="off" autoCapitalize="none" />
          </Form.Item>
          <Form.Item name="unit" label={say('people.unit')} initialValue="">
            <select className="native native-wide">
              <option value="">{say('people.unit-none')}</option>
              {units.map(({ code, name }) => (
                <option key={code} value={code}>
                  {say(name)}
                </option>
              ))}
            </select>
          </Form.Item>
        </Form>
      </Modal>
      <OnceShown
        title={say('people.password-once')}
        hint={say('people.password-once-hint')}
        secret={secret}
        onDone={() => setSecret(undefined)}
      />
    </>
  );
}
