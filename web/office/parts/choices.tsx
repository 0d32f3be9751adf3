/** A few ways of looking at the same thing, one of them on. */
export function Choices<Name extends string>({
  label,
  choices,
  value,
  onChoose,
}: {
  label: string;
  choices: readonly { value: Name; label: string }[];
  value: Name;
  onChoose: (value: Name) => void;
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of toggles, not a field of a form
    <div className="choices" role="group" aria-label={label}>
      {choices.map((choice) => (
        <button key={choice.value} type="button" aria-pressed={choice.value === value} onClick={() => onChoose(choice.value)}>
          {choice.label}
        </button>
      ))}
    </div>
  );
}
