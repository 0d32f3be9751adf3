import { Input } from 'antd';
import type { ComponentProps } from 'react';
import { Chips } from '../../parts/chips.tsx';
import { StationSelect } from './station-select.tsx';
import type { GigStation } from './use-stations.ts';

/** Above a list of one or all stations: whose, which of them, and a word to find some by. */
export function ListFilters<View extends string>({
  stations,
  station,
  onStation,
  chips,
  find,
}: {
  stations: readonly GigStation[];
  station: string | undefined;
  onStation: (station: string | undefined) => void;
  chips: ComponentProps<typeof Chips<View>>;
  find: { readonly label: string; readonly value: string; readonly onChange: (wanted: string) => void };
}) {
  return (
    <div className="filters">
      <StationSelect stations={stations} withAll value={station} onChange={onStation} />
      <Chips {...chips} />
      <Input
        className="search"
        allowClear
        aria-label={find.label}
        placeholder={find.label}
        value={find.value}
        onChange={(event) => find.onChange(event.target.value)}
      />
    </div>
  );
}
