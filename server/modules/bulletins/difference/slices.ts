import type { Programme } from '../../programme/contract.ts';
import type { FrozenFigure } from '../contract.ts';
import type { CauseSum } from './facts-since.ts';

type Counted = Pick<FrozenFigure, 'rule' | 'window' | 'from'>;
const isFlow = ({ rule, window }: Counted): boolean => rule === 'sum' || (rule === 'ratio' && window !== 'standing');

/** Which facts are in a number of a figure, by the number's name and key: those of its window, its month, its town, its unit. */
export function isIn(
  figure: Counted,
  what: string,
  key: string,
  { startsOn }: Pick<Programme, 'startsOn'>,
): (sum: CauseSum) => boolean {
  const flows = isFlow(figure);
  // A month is counted whole, also the one in which the programme began.
  const first = figure.from.slice(0, 7);
  const inWindow = ({ month }: CauseSum) => !flows || month >= first;
  switch (what) {
    case 'in-span':
    case 'in-span-part':
    case 'in-span-whole':
      return ({ isInSpan }) => isInSpan;
    case 'month':
      return flows ? ({ month }) => month === key : ({ month }) => month <= key;
    case 'month-standing':
      return ({ month }) => month <= key && (!flows || month >= windowOf(figure, key, startsOn));
    case 'town':
      // A listed site lies where the list says, wherever its facts are entered.
      return (sum) => inWindow(sum) && (figure.rule === 'coverage' || sum.town === key);
    case 'unit':
      return (sum) => inWindow(sum) && sum.unit === key;
    default:
      return inWindow;
  }
}

/** The first month of the window that holds a month. */
function windowOf({ window }: Counted, month: string, startsOn: string): string {
  const start = startsOn.slice(0, 7);
  if (window === 'month') return month;
  if (window !== 'year') return start;
  const january = `${month.slice(0, 4)}-01`;
  return january > start ? january : start;
}
