import { canonicalJson } from '../../kernel/audit/canonical.ts';
import type { Work } from '../../kernel/command/command.ts';
import type { Said } from '../../kernel/i18n/said.ts';
import { writeBound, writeDay, writeQuantity } from '../../kernel/page/written.ts';
import { tellTimeline } from '../../kernel/timeline/tell.ts';
import type { Programme } from './contract.ts';

type Figure = Programme['measures'][number]['figures'][number];

/** Tells each measure's timeline which of its figures promise something else from now on. */
export async function tellTargets(work: Work, before: Programme | undefined, after: Programme): Promise<void> {
  const known = new Map(before?.measures.flatMap(({ figures }) => figures.map((figure) => [figure.code, figure])));
  await tellTimeline(
    work,
    after.measures.flatMap(({ no, figures }) =>
      figures.flatMap((figure) => {
        const old = known.get(figure.code);
        if (!old || canonicalJson(promiseOf(old)) === canonicalJson(promiseOf(figure))) return [];
        const params = { title: figure.title, from: sayPromise(old), to: sayPromise(figure) };
        return [{ measure: no, code: 'target-changed', params, subject: `figure:${figure.code}` as const }];
      }),
    ),
  );
}

const promiseOf = ({ target: { comparator, value, per, by } }: Figure) => ({ comparator, value, per, by });

function sayPromise({ target, unit, decimals }: Figure): Said {
  const inLanguage = (language: 'zh' | 'en'): string => {
    const amount = writeBound(target.comparator, writeQuantity(target.value, { unit, decimals }, language), language);
    return language === 'zh' ? `${writeDay(target.by, 'zh')}前${amount}` : `${amount} by ${writeDay(target.by, 'en')}`;
  };
  return { zh: inLanguage('zh'), en: inLanguage('en') };
}
