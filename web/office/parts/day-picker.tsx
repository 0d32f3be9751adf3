import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useWords } from '../../shared/words/index.ts';

/** A day, written as people write it. Nothing chosen means today. */
export function DayPicker({
  label,
  value,
  from,
  to,
  onChange,
}: {
  label: string;
  value?: string | undefined;
  from?: string;
  to?: string;
  onChange: (day: string | undefined) => void;
}) {
  const { language, say } = useWords();
  return (
    <DatePicker
      aria-label={label}
      value={value ? dayjs(value) : null}
      format={language === 'zh' ? 'YYYY年M月D日' : 'D MMMM YYYY'}
      placeholder={say('ledger.as-of-today')}
      {...(from ? { minDate: dayjs(from) } : {})}
      {...(to ? { maxDate: dayjs(to) } : {})}
      onChange={(day) => onChange(day?.format('YYYY-MM-DD'))}
    />
  );
}
