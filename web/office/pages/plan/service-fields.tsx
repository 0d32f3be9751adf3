import { useId } from 'react';
import type { MeasurePlan, ServiceOption } from '../../../../server/modules/plans/contract.ts';
import { useWords } from '../../../shared/words/index.ts';
import { NumberField } from '../../parts/number-field.tsx';
import type { FaultAt } from './plan-form.tsx';
import type { PlanWriting } from './use-plan.ts';

/** Where the paper promises no figure: levels of service that records can show, each with its value; empty is no promise. */
export function ServiceFields({ plan, writing, faultAt }: { plan: MeasurePlan; writing: PlanWriting; faultAt: FaultAt }) {
  const { say } = useWords();
  if (plan.serviceOptions.length === 0) return null;
  return (
    <section className="plan-section" aria-labelledby="plan-services">
      <div className="section-head">
        <h2 id="plan-services">{say('plan.services')}</h2>
        <span className="grey">{say('plan.services-hint')}</span>
      </div>
      <div className="service-fields">
        {plan.serviceOptions.map((option) => {
          const at = writing.content.serviceLevels.findIndex(({ key }) => key === option.key);
          return (
            <ServiceField
              key={option.key}
              option={option}
              value={writing.content.serviceLevels[at]?.value}
              fault={at < 0 ? undefined : (faultAt(`/serviceLevels/${at}/value`) ?? faultAt(`/serviceLevels/${at}`))}
              onChange={(value) =>
                writing.edit((content) => {
                  const others = content.serviceLevels.filter(({ key }) => key !== option.key);
                  return { ...content, serviceLevels: value === undefined ? others : [...others, { key: option.key, value }] };
                })
              }
            />
          );
        })}
      </div>
    </section>
  );
}

function ServiceField({
  option: { title, unit, comparator, per },
  value,
  fault,
  onChange,
}: {
  option: ServiceOption;
  value: number | undefined;
  fault: string | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const { say, language } = useWords();
  const id = useId();
  return (
    <div className="service-field" data-faulty={fault ? '' : undefined}>
      <label htmlFor={id}>
        {say('text.pair', {
          name: say(title),
          value: say(`plan.service.${per}`, { comparator: say(`comparator.${comparator}`), value: '' }).trim(),
        })}
      </label>
      <NumberField id={id} value={value} isFaulty={fault !== undefined} onChange={onChange} />
      <span>{unit[language]}</span>
      {fault && <span className="field-fault">{fault}</span>}
    </div>
  );
}
