import { useNavigate } from '@tanstack/react-router';
import { App, Button, Form, Input, Modal, Popconfirm } from 'antd';
import { useState } from 'react';
import type { BulletinView } from '../../../../server/modules/bulletins/contract.ts';
import { address, change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { sayNumber } from './say.ts';

const touched = ['/api/bulletins', '/api/today', '/api/timeline'];

/** What can be done with it now; one primary button. */
export function Actions({ view }: { view: BulletinView }) {
  const { say, language } = useWords();
  return (
    <div className="bulletin-actions">
      {view.mayWrite && view.state === 'draft' && <Release view={view} />}
      <Button href={address(`/api/bulletins/${view.id}/paper.docx`, { lang: language })} download>
        {say('bulletin.download')}
      </Button>
      <Button onClick={() => window.print()}>{say('bulletin.print')}</Button>
      {view.mayWrite && view.state === 'draft' && (
        <>
          <Refreeze bulletin={view.id} />
          <Discard view={view} />
        </>
      )}
      {view.mayWrite && view.state === 'released' && (
        <>
          <Public view={view} />
          <Withdraw view={view} />
        </>
      )}
    </div>
  );
}

function Release({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const release = useChange(
    () =>
      change<{ number: string }>('POST', `/api/bulletins/${view.id}/release`, { sha256: view.sha256, revision: view.revision }),
    touched,
    {
      onSuccess: ({ number }) =>
        void message.success(say('bulletin.released', { number: sayNumber({ number, edition: 1 }, say) })),
    },
  );
  return (
    <>
      <Problem error={release.error} />
      <Popconfirm
        title={say('bulletin.release-ask')}
        description={<div className="confirm-hint">{say('bulletin.release-hint')}</div>}
        okText={say('bulletin.release')}
        cancelText={say('action.cancel')}
        onConfirm={() => release.mutate(undefined)}
      >
        <Button type="primary" loading={release.isPending}>
          {say('bulletin.release')}
        </Button>
      </Popconfirm>
    </>
  );
}

export function Refreeze({ bulletin }: { bulletin: string }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const freeze = useChange(() => change('POST', `/api/bulletins/${bulletin}/snapshot`), touched, {
    onSuccess: () => void message.success(say('bulletin.refrozen')),
  });
  return (
    <>
      <Problem error={freeze.error} />
      <Button title={say('bulletin.refreeze-hint')} loading={freeze.isPending} onClick={() => freeze.mutate(undefined)}>
        {say('bulletin.refreeze')}
      </Button>
    </>
  );
}

function Discard({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const navigate = useNavigate();
  const discard = useChange(() => change('POST', `/api/bulletins/${view.id}/discard`), ['/api/today'], {
    onSuccess: () => navigate({ to: '/bulletins' }),
  });
  return (
    <>
      <Problem error={discard.error} />
      <Popconfirm
        title={say('bulletin.discard-ask')}
        okText={say('bulletin.discard')}
        cancelText={say('action.cancel')}
        onConfirm={() => discard.mutate(undefined)}
      >
        <Button loading={discard.isPending}>{say('bulletin.discard')}</Button>
      </Popconfirm>
    </>
  );
}

function Public({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const open = useChange((isPublic: boolean) => change('PUT', `/api/bulletins/${view.id}/public`, { isPublic }), touched);
  return (
    <>
      <Problem error={open.error} />
      {view.isPublic ? (
        <Button loading={open.isPending} onClick={() => open.mutate(false)}>
          {say('bulletin.close-public')}
        </Button>
      ) : (
        <Popconfirm
          title={say('bulletin.open-public')}
          description={<div className="confirm-hint">{say('bulletin.public-hint')}</div>}
          okText={say('bulletin.open-public')}
          cancelText={say('action.cancel')}
          onConfirm={() => open.mutate(true)}
        >
          <Button loading={open.isPending}>{say('bulletin.open-public')}</Button>
        </Popconfirm>
      )}
    </>
  );
}

function Withdraw({ view }: { view: BulletinView }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const [isOpen, setOpen] = useState(false);
  const withdraw = useChange((given: { why: string }) => change('POST', `/api/bulletins/${view.id}/withdraw`, given), touched, {
    onSuccess: () => {
      setOpen(false);
      void message.success(say('bulletin.withdrawn'));
    },
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        {say('bulletin.withdraw')}
      </Button>
      <Modal title={say('bulletin.withdraw')} open={isOpen} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <p className="grey">{say('bulletin.withdraw-hint')}</p>
        <Problem error={withdraw.error} />
        <Form<{ why: string }> layout="vertical" requiredMark={false} onFinish={(given) => withdraw.mutate(given)}>
          <Form.Item
            name="why"
            label={say('bulletin.withdraw-why')}
            rules={[{ required: true, min: 4, whitespace: true, message: say('bulletin.why-needed') }]}
          >
            <Input.TextArea maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} />
          </Form.Item>
          <Button danger type="primary" htmlType="submit" loading={withdraw.isPending}>
            {say('bulletin.withdraw')}
          </Button>
        </Form>
      </Modal>
    </>
  );
}
