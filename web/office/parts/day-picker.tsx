import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../../shared/words/index.ts';

type Props = {
  readonly label?: string;
  readonly value?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** What an empty field means; today where nothing is said. */
  readonly placeholder?: string;
  /** Given by a form. */
  readonly id?: string;
  readonly onChange?: (day: string | undefined) => void;
};

/** A day, `YYYY-MM-DD`, written as people write it. */
export function DayPicker({ label, value, from, to, placeholder, id, onChange }: Props) {
  const { language, say } = useWords();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={value ? dayjs(value) : null}
      // The first is how it is shown; typed, a day may be written in any of these ways.
      format={[language === 'zh' ? 'YYYY年M月D日' : 'D MMMM YYYY', 'YYYY-M-D', 'YYYY/M/D', 'YYYY.M.D', 'YYYYMMDD']}
      placeholder={placeholder ?? say('ledger.as-of-today')}
      {...(from ? { minDate: dayjs(from) } : {})}
      {...(to ? { maxDate: dayjs(to) } : {})}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
    />
  );
}
