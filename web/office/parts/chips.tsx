/** Which of several views of one list, each with how many it shows. */
export function Chips<Of extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  readonly label: string;
  readonly value: Of;
  readonly choices: readonly { readonly value: Of; readonly label: string; readonly count: number }[];
  readonly onChoose: (value: Of) => void;
}) {
  return (
    <ul className="chips" aria-label={label}>
      {choices.map((one) => (
        <li key={one.value}>
          <button type="button" className="chip" aria-pressed={one.value === value} onClick={() => onChoose(one.value)}>
            {one.label} <b>{one.count}</b>
          </button>
        </li>
      ))}
    </ul>
  );
}
