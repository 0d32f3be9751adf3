import { App, Button, Form, Input } from 'antd';
import type { Desk, OwnStations } from '../../../../server/modules/gigs/faces/contract.ts';
import { change } from '../../../shared/client.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useChange } from '../../asking.ts';
import { Problem } from '../../parts/notices.tsx';
import { useTowns } from '../../places.ts';
import { desks } from '../gig-station/desk-service.tsx';

type Station = OwnStations['stations'][number];
type Given = {
  readonly zh: string;
  readonly en: string;
  readonly address: string;
  readonly town: string;
  readonly latitude: string;
  readonly longitude: string;
  readonly telephone: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly roundMinutes: string;
  readonly answerMinutes: string;
} & Readonly<Record<Desk, string>>;

/** A station as people find it, its hours and its rhythm; and where in its hall each desk is. */
export function StationForm({ station, onDone }: { station: Station | undefined; onDone: (station: string) => void }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const towns = useTowns();
  const save = useChange(
    (given: Given) =>
      station
        ? change<{ station?: string }>('PUT', `/api/gig-stations/${station.id}`, {
            revision: station.revision,
            ...bodyOf(given, station),
          })
        : change<{ station?: string }>('POST', '/api/gig-stations', bodyOf(given)),
    ['/api/gig'],
    {
      onSuccess: ({ station: opened }) => {
        void message.success(say('action.done'));
        if (opened) onDone(opened);
      },
    },
  );
  const missing = [{ required: true, whitespace: true, message: say('enter.required') }];
  const time = [{ required: true, pattern: /^([01]\d|2[0-3]):[0-5]\d$/, message: say('gig.station-time') }];
  const minutes = [{ required: true, pattern: /^\d{1,3}$/, message: say('enter.whole-number') }];
  const degrees = [{ pattern: /^\d{1,3}(\.\d+)?$/, message: say('enter.number') }];
  const initial = station?.name ?? { zh: '', en: '' };
  return (
    <Form<Given> layout="vertical" requiredMark={false} disabled={save.isPending} onFinish={save.mutate}>
      <Form.Item name="zh" label={say('gig.station-name-zh')} rules={missing} initialValue={initial.zh}>
        <Input autoComplete="off" maxLength={40} />
      </Form.Item>
      <Form.Item name="en" label={say('gig.station-name-en')} rules={missing} initialValue={initial.en}>
        <Input autoComplete="off" maxLength={80} />
      </Form.Item>
      <Form.Item name="address" label={say('gig.station-address')} rules={missing} initialValue={station?.address ?? ''}>
        <Input autoComplete="off" maxLength={120} />
      </Form.Item>
      <Form.Item name="town" label={say('gig.station-town')} rules={missing} initialValue={station?.town ?? ''}>
        <select className="native native-wide">
          <option value="">{say('enter.choose')}</option>
          {towns.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </Form.Item>
      <div className="join-pair">
        <Form.Item name="latitude" label={say('gig.station-latitude')} rules={degrees} initialValue={shown(station?.latitude)}>
          <Input inputMode="decimal" autoComplete="off" placeholder={say('gig.station-place-auto')} />
        </Form.Item>
        <Form.Item name="longitude" label={say('gig.station-longitude')} rules={degrees} initialValue={shown(station?.longitude)}>
          <Input inputMode="decimal" autoComplete="off" placeholder={say('gig.station-place-auto')} />
        </Form.Item>
      </div>
      <Form.Item name="telephone" label={say('gig.station-telephone')} rules={missing} initialValue={station?.telephone ?? ''}>
        <Input inputMode="tel" autoComplete="off" maxLength={24} />
      </Form.Item>
      <div className="join-pair">
        <Form.Item name="opensAt" label={say('gig.station-opens')} rules={time} initialValue={station?.opensAt ?? '04:00'}>
          <Input maxLength={5} autoComplete="off" />
        </Form.Item>
        <Form.Item name="closesAt" label={say('gig.station-closes')} rules={time} initialValue={station?.closesAt ?? '20:00'}>
          <Input maxLength={5} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="roundMinutes"
          label={say('gig.station-round')}
          rules={minutes}
          initialValue={String(station?.roundMinutes ?? 5)}
        >
          <Input inputMode="numeric" maxLength={2} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="answerMinutes"
          label={say('gig.station-answer')}
          rules={minutes}
          initialValue={String(station?.answerMinutes ?? 10)}
        >
          <Input inputMode="numeric" maxLength={3} autoComplete="off" />
        </Form.Item>
      </div>
      <fieldset className="join-shifts station-desks">
        <legend>{say('gig.station-desks')}</legend>
        <p className="grey">{say('gig.station-desks-hint')}</p>
        {desks.map((desk) => (
          <Form.Item key={desk} name={desk} label={say(`gig.desk.${desk}`)} initialValue={station?.desks[desk] ?? ''}>
            <Input autoComplete="off" maxLength={40} placeholder={say('gig.station-desk-example')} />
          </Form.Item>
        ))}
      </fieldset>
      <Problem error={save.error} />
      <Button type="primary" htmlType="submit" loading={save.isPending}>
        {say(station ? 'action.save' : 'gig.station-open')}
      </Button>
    </Form>
  );
}

const shown = (degrees: number | undefined): string => (degrees === undefined ? '' : String(degrees));

/** A town that stays the same keeps the community within it that the station names. */
function bodyOf(given: Given, station?: Station) {
  const named = desks.flatMap((desk) => (given[desk]?.trim() ? [[desk, given[desk].trim()] as const] : []));
  return {
    name: { zh: given.zh.trim(), en: given.en.trim() },
    address: given.address.trim(),
    area: station?.town === given.town ? station.area : given.town,
    ...(given.latitude && given.longitude ? { latitude: Number(given.latitude), longitude: Number(given.longitude) } : {}),
    telephone: given.telephone.trim(),
    opensAt: given.opensAt,
    closesAt: given.closesAt,
    roundMinutes: Number(given.roundMinutes),
    answerMinutes: Number(given.answerMinutes),
    desks: Object.fromEntries(named),
  };
}
