import type { Ledger } from '../../../../server/modules/figures/contract.ts';
import type { Language, Say } from '../../../shared/words/index.ts';
import { sayTarget } from '../../figure-format.ts';
import { saveCsv } from '../../parts/save-file.ts';

/** The ledger as a spreadsheet: a line a figure, numbers as numbers. */
export function exportLedger(ledger: Ledger, say: Say, language: Language): void {
  const names = (units: readonly { name: { zh: string; en: string } }[]) =>
    units.map(({ name }) => say(name)).join(say('text.and'));
  const header = [
    say('ledger.measure', { no: '' }).trim(),
    say('ledger.task'),
    say('ledger.lead'),
    say('ledger.cooperating'),
    say('ledger.figure'),
    say('ledger.value'),
    say('figure.path'),
    say('ledger.target'),
    say('ledger.light'),
  ];
  const rows = ledger.measures.flatMap((measure) => {
    const task = [measure.no, say(measure.title), names(measure.lead), names(measure.cooperating)];
    if (measure.figures.length === 0) return [[...task, '', '', '', '', say(`light.${measure.light}`)]];
    return measure.figures.map((figure) => [
      ...task,
      say(figure.title),
      figure.current.value,
      figure.path,
      sayTarget(figure, say, language),
      say(`light.${figure.light}`),
    ]);
  });
  saveCsv(`${say('ledger.title')}-${ledger.on}`, header, rows);
}
