import { Select } from 'antd';
import type { AreaList } from '../../../../server/modules/programme/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { useAsk } from '../../asking.ts';

/** The communities and villages of a street or town, found by typing part of a name; empty means the whole of it. `Form.Item` gives `id`. */
export function VillageSelect({
  town,
  ...given
}: {
  town: string;
  id?: string;
  value?: string;
  onChange?: (village: string | undefined) => void;
}) {
  const { say } = useWords();
  const villages = useAsk<AreaList>('/api/areas', { parent: town });
  return (
    <Select
      {...given}
      className="village-select"
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      loading={villages.isPending}
      placeholder={say('people.grant-any-village')}
      notFoundContent={villages.error ? villages.error.message : say('people.grant-no-village')}
      options={villages.data?.areas.map(({ code, name }) => ({ value: code, label: name }))}
    />
  );
}
