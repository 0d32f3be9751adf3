import { Select } from 'antd';
import { useWords } from '../../shared/words/index.ts';
import { useUnitNames } from '../places.ts';

export type SelectableUnit = { readonly code: string; readonly name: string; readonly isLead: boolean };

type Props = {
  readonly units: readonly SelectableUnit[];
  readonly value: string;
  readonly onChange: (unit: string) => void;
  readonly id?: string;
  readonly label?: string;
  readonly isFaulty?: boolean;
  readonly describedBy?: string | undefined;
};

/** One of a measure's units, found by typing part of its name: lead units first, then those that help, then streets and towns. */
export function UnitSelect({ units, value, onChange, id, label, isFaulty = false, describedBy }: Props) {
  const { say } = useWords();
  const unitNameOf = useUnitNames();
  const options = (() => {
    const group = (title: string, own: readonly SelectableUnit[]) =>
      own.length > 0
        ? [{ label: title, title, options: own.map(({ code, name }) => ({ value: code, label: unitNameOf(code, name) })) }]
        : [];
    const isTown = ({ name }: SelectableUnit) => /(街道办事处|[镇乡]人民政府|[镇乡]政府)$/.test(name);
    return [
      ...group(
        say('plan.units-lead'),
        units.filter(({ isLead }) => isLead),
      ),
      ...group(
        say('plan.units-cooperating'),
        units.filter((unit) => !unit.isLead && !isTown(unit)),
      ),
      ...group(
        say('plan.units-towns'),
        units.filter((unit) => !unit.isLead && isTown(unit)),
      ),
    ];
  })();
  return (
    <Select
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      {...(isFaulty ? { status: 'error' as const } : {})}
      {...(describedBy ? { 'aria-describedby': describedBy } : {})}
      className="unit-select"
      showSearch={{ optionFilterProp: 'label' }}
      value={value === '' ? null : value}
      onChange={(unit: string | null) => onChange(unit ?? '')}
      popupMatchSelectWidth={260}
      notFoundContent={say('plan.units-none')}
      options={options}
    />
  );
}
