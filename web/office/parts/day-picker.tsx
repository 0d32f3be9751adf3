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

const typed = [
  'YYYY-M-D',
  'YYYY-MM-DD',
  'YYYY/M/D',
  'YYYY/MM/DD',
  'YYYY.M.D',
  'YYYY.MM.DD',
  'YYYY年MM月DD日',
  'YYYYMMDD',
  'D MMMM YYYY',
];

/** A day, `YYYY-MM-DD`, written as people write it. */
export function DayPicker({ label, value, from, to, placeholder, id, onChange }: Props) {
  const { language, say } = useWords();
  return (
    <DatePicker
      {...(id ? { id } : {})}
      {...(label ? { 'aria-label': label } : {})}
      value={value ? dayjs(value) : null}
      // The first is how it is shown; typed, a day may be written in any of these ways.
      // Each way stands twice because 2027-01-05 is not the same text as 2027-1-5.
      format={[language === 'zh' ? 'YYYY年M月D日' : 'D MMM YYYY', ...typed]}
      placeholder={placeholder ?? say('ledger.as-of-today')}
      {...(from ? { minDate: dayjs(from) } : {})}
      {...(to ? { maxDate: dayjs(to) } : {})}
      // Enter takes the day that was typed; it does not send the form around it.
      onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      onChange={(day) => onChange?.(day?.format('YYYY-MM-DD'))}
    />
  );
}
