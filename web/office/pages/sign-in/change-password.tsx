import { Button, Form, Input } from 'antd';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';

type Given = { readonly current: string; readonly next: string; readonly again: string };

export function ChangePassword({ onDone }: { onDone: () => void }) {
  const { say } = useWords();
  const [form] = Form.useForm<Given>();
  const save = useChange(({ current, next }: Given) => change('POST', '/api/me/password', { current, next }), ['/api/me'], {
    onSuccess: () => {
      form.resetFields();
      onDone();
    },
  });
  return (
    <>
      <Problem error={save.error} />
      <Form<Given>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(given) => save.mutate(given)}
        disabled={save.isPending}
      >
        <Form.Item
          name="current"
          label={say('password.current')}
          rules={[{ required: true, message: say('sign-in.password-missing') }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="next"
          label={say('password.new')}
          extra={say('password.new-hint')}
          rules={[{ required: true, min: 10, message: say('password.short') }]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Form.Item
          name="again"
          label={say('password.again')}
          dependencies={['next']}
          rules={[
            { required: true, message: say('password.again') },
            ({ getFieldValue }) => ({
              validator: (_rule, value) =>
                !value || value === getFieldValue('next') ? Promise.resolve() : Promise.reject(new Error(say('password.differ'))),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" maxLength={128} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          {say('password.change')}
        </Button>
      </Form>
    </>
  );
}
