import { Button, Form } from 'antd';
import type { StaffRole } from '../../../../server/kernel/actor/actor.ts';
import type { RoleAbout } from '../../../../server/modules/people/contract.ts';
import type { UnitList } from '../../../../server/modules/plans/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';
import { useTowns } from '../../places.ts';
import type { GrantGiven } from './grant-given.ts';
import { VillageSelect } from './village-select.tsx';

type Given = { readonly role: StaffRole; readonly unit?: string; readonly town?: string; readonly village?: string };

/** A role and, where it needs one, the unit or area; says in plain words what the role may do. */
export function GrantForm({
  onGrant,
  isBusy,
  forPrograms = false,
}: {
  onGrant: (grant: GrantGiven) => void;
  isBusy: boolean;
  forPrograms?: boolean;
}) {
  const { say } = useWords();
  const about = useAsk<readonly RoleAbout[]>('/api/roles');
  const [form] = Form.useForm<Given>();
  const role = Form.useWatch('role', form);
  const town = Form.useWatch('town', form);
  const units = useAsk<UnitList>('/api/units').data?.units ?? [];
  const towns = useTowns();
  const offered = (about.data ?? []).filter((one) => !forPrograms || one.forPrograms);
  const chosen = offered.find((one) => one.role === role);
  const required = { required: true, message: say('people.missing') };
  return (
    <Form<Given>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ role, unit, town, village }) =>
        onGrant({
          role,
          ...(chosen?.needs === 'unit' && unit ? { unit } : {}),
          ...(chosen?.needs === 'area' && town ? { area: village || town } : {}),
        })
      }
    >
      <Form.Item
        name="role"
        label={say('people.role')}
        rules={[required]}
        extra={chosen && say(chosen.explained)}
        initialValue=""
      >
        <select className="native native-wide">
          <option value="" />
          {offered.map((one) => (
            <option key={one.role} value={one.role}>
              {say(one.name)}
            </option>
          ))}
        </select>
      </Form.Item>
      {chosen?.needs === 'unit' && (
        <Form.Item name="unit" label={say('people.grant-unit')} rules={[required]} initialValue="">
          <select className="native native-wide">
            <option value="" />
            {units.map(({ code, name }) => (
              <option key={code} value={code}>
                {say(name)}
              </option>
            ))}
          </select>
        </Form.Item>
      )}
      {chosen?.needs === 'area' && (
        <Form.Item name="town" label={say('people.grant-area-code')} rules={[required]} initialValue="">
          <select className="native native-wide" onChange={() => form.setFieldValue('village', undefined)}>
            <option value="" />
            {towns.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </Form.Item>
      )}
      {chosen?.levels.includes('village') && town && (
        <Form.Item name="village" label={say('people.grant-place')} extra={say('people.grant-whole-town')}>
          <VillageSelect key={town} town={town} />
        </Form.Item>
      )}
      <Button htmlType="submit" loading={isBusy} disabled={!role}>
        {say('people.grant')}
      </Button>
    </Form>
  );
}
