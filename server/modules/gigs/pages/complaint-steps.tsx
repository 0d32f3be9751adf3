import type { Language } from '../../../kernel/i18n/said.ts';
import type { ComplaintStep } from '../complaints/contract.ts';
import { stepText } from './complaint-text.ts';

/** What has happened to a complaint, step by step, with the words of whoever took it. */
export const ComplaintSteps = ({
  steps,
  reader,
  language,
}: {
  steps: readonly ComplaintStep[];
  reader: 'worker' | 'employer';
  language: Language;
}) => (
  <ol class="steps">
    {steps.map((step) => (
      <li key={`${step.at} ${step.code}`}>
        {stepText(step, reader, language)}
        {step.text !== null && step.text !== '' && (
          <>
            <br />
            <q lang="zh-CN">{step.text}</q>
          </>
        )}
      </li>
    ))}
  </ol>
);
