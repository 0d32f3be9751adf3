import { Button, Form, Input, Popconfirm } from 'antd';
import { useState } from 'react';
import type { DeviceKind, DeviceList } from '../../../../server/modules/gigs/devices/contract.ts';
import { change } from '../../../shared/client.ts';
import { sayMoment } from '../../../shared/day.ts';
import { forgetKept } from '../../../shared/offline/forget.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk, useChange } from '../../asking.ts';
import { Empty, Problem, Reading } from '../../parts/notices.tsx';
import { Table } from '../../parts/table.tsx';
import { type OwnStation, stationPath } from './use-counter.ts';

const kinds = ['screen', 'kiosk'] as const;

/** The kiosks and screens of a station: which there are, ending one, and making the browser at hand one. */
export function Devices({ station }: { station: OwnStation }) {
  const { say, language } = useWords();
  const devices = useAsk<DeviceList>(stationPath(station, 'devices'));
  const end = useChange((device: string) => change('POST', `/api/gig-devices/${device}/end`), ['/api/gig-stations']);
  return (
    <>
      <SetUp station={station} />
      <section className="section" aria-labelledby="devices">
        <div className="section-head">
          <h2 id="devices">{say('gig.devices')}</h2>
        </div>
        <Problem error={end.error} />
        <Reading of={devices}>
          {({ devices: rows }) =>
            rows.length === 0 ? (
              <Empty title={say('gig.devices-none')} hint={say('gig.devices-none-hint')} />
            ) : (
              <Table
                caption={say('gig.devices')}
                rows={rows}
                rowKey={({ device }) => device}
                columns={[
                  { key: 'name', title: say('gig.device-name'), isRowTitle: true, cell: ({ name }) => name },
                  { key: 'kind', title: say('gig.device-kind'), cell: ({ kind }) => say(`gig.device-${kind}`) },
                  { key: 'since', title: say('gig.device-since'), cell: ({ setUpAt }) => sayMoment(setUpAt, language) },
                  {
                    key: 'end',
                    title: say('gig.device-use'),
                    cell: ({ device, endedAt }) =>
                      endedAt ? (
                        say('gig.device-ended', { at: sayMoment(endedAt, language) })
                      ) : (
                        <Popconfirm
                          title={say('gig.device-end')}
                          description={say('gig.device-end-sure')}
                          okText={say('gig.device-end')}
                          cancelText={say('action.cancel')}
                          onConfirm={() => end.mutate(device)}
                        >
                          <Button size="small">{say('gig.device-end')}</Button>
                        </Popconfirm>
                      ),
                  },
                ]}
              />
            )
          }
        </Reading>
      </section>
    </>
  );
}

/** Makes this very browser a device. Whoever is signed in is signed out: what stands in a hall must not hold an officer's powers. */
function SetUp({ station }: { station: OwnStation }) {
  const { say } = useWords();
  const [kind, setKind] = useState<DeviceKind>('screen');
  const [name, setName] = useState('');
  const [isNameless, setNameless] = useState(false);
  const setUp = useChange(async () => {
    const { code } = await change<{ code: string }>('POST', stationPath(station, 'devices'), { kind, name: name.trim() });
    await change('POST', '/api/sign-out');
    await forgetKept();
    window.location.assign(`/station/${code}/${kind}`);
  });
  const send = () => {
    setNameless(name.trim() === '');
    if (name.trim() !== '') setUp.mutate(undefined);
  };
  return (
    <section className="narrow-form" aria-labelledby="set-up">
      <h2 id="set-up">{say('gig.set-up')}</h2>
      <p className="grey lead">{say('gig.set-up-hint')}</p>
      <Form layout="vertical" onFinish={send}>
        <Form.Item label={say('gig.device-kind')} htmlFor="device-kind">
          <select
            id="device-kind"
            className="native native-wide"
            value={kind}
            onChange={(event) => setKind(event.target.value === 'kiosk' ? 'kiosk' : 'screen')}
          >
            {kinds.map((one) => (
              <option key={one} value={one}>
                {say(`gig.device-${one}`)}
              </option>
            ))}
          </select>
        </Form.Item>
        <Form.Item
          label={say('gig.device-name')}
          htmlFor="device-name"
          {...(isNameless ? { validateStatus: 'error', help: <span role="alert">{say('gig.device-nameless')}</span> } : {})}
        >
          <Input
            id="device-name"
            value={name}
            maxLength={30}
            autoComplete="off"
            placeholder={say('gig.device-name-example')}
            onChange={(event) => {
              setName(event.target.value);
              setNameless(false);
            }}
          />
        </Form.Item>
        <Problem error={setUp.error} />
        <Button type="primary" htmlType="submit" loading={setUp.isPending}>
          {say(`gig.set-up-${kind}`)}
        </Button>
      </Form>
    </section>
  );
}
