import type { FigureDefinition } from '../../server/kernel/figure/definition.ts';
import type { LightPart } from '../../server/kernel/figure/lit.ts';
import { loadCalendar } from '../../server/kernel/term/load-calendar.ts';
import type { KeptPause } from '../../server/kernel/term/pauses.ts';
import type { Pause } from '../../server/kernel/term/term.ts';
import { type FigureContext, silenceOf } from '../../server/modules/figures/context.ts';
import { figureParts } from '../../server/modules/figures/lit-parts.ts';
import { type Summarised, summarise } from '../../server/modules/figures/summarise.ts';
import { litMeasures, litUnits } from '../../server/modules/lights/wholes.ts';
import type { Milestone } from '../../server/modules/plans/contract.ts';
import { pausesOf } from '../../server/modules/plans/lights.ts';
import { effectiveDue, milestoneLight } from '../../server/modules/plans/milestone-light.ts';
import type { NoticeAnswer } from '../../server/modules/supervision/contract.ts';
import { figureMatters, isPausedOn, milestoneMatter } from '../../server/modules/supervision/matters.ts';
import { nextState } from '../../server/modules/supervision/notice-states.ts';
import { noticePauses, sentOf } from '../../server/modules/supervision/picture.ts';
import { presets } from '../../server/modules/supervision/presets.ts';
import type { KeptNotice } from '../../server/modules/supervision/store.ts';
import { type DayWork, type Matter, type Sent, superviseDay } from '../../server/modules/supervision/supervise.ts';
import { plus } from './oracle.ts';
import { type SimFact, SimRecords } from './records.ts';
import { type Flow, FROM, UNTIL, type World } from './world.ts';

export const calendar = loadCalendar(new URL('../../programme/calendar', import.meta.url).pathname);

type Open<T> = { -readonly [K in keyof T]: T[K] };
export type SimNotice = Open<KeptNotice> & {
  readonly answers: Open<NoticeAnswer>[];
  answersOn: string | null;
  decidesOn: string | null;
};
export type SimMilestone = Open<Milestone> & { readonly reallyDoneOn: string; tellsOn: string; decidesOn: string | null };

/** Something that happened beside the program's own work. */
export type Act = { readonly day: string } & (
  | { readonly is: 'fact'; readonly fact: SimFact }
  | { readonly is: 'pause'; readonly subject: string; readonly from: string; readonly to: string | null }
  | { readonly is: 'report'; readonly milestone: string }
  | { readonly is: 'decide-report'; readonly milestone: string; readonly accepts: boolean }
  | { readonly is: 'answer'; readonly cause: string; readonly kind: NoticeAnswer['kind']; readonly newDate: string | null }
  | { readonly is: 'decide-answer'; readonly cause: string; readonly accepts: boolean }
);

/** What a day looked like to the program, and what it did: the invariants are held against it. */
export type Day = {
  readonly day: string;
  readonly isQuiet: boolean;
  readonly figures: readonly Summarised[];
  readonly matters: readonly Matter[];
  readonly sentBefore: readonly Sent[];
  readonly work: DayWork;
};

/**
 * A district lived through day by day: the program's own rules (figures, lights, supervision, clocks) over facts that arrive unevenly,
 * late and corrected, and over people who answer, are late, are silent or lie. Nothing here knows what is right.
 */
export class SimDistrict {
  readonly world: World;
  readonly records = new SimRecords();
  readonly notices: SimNotice[] = [];
  readonly milestones: SimMilestone[];
  readonly pauses = new Map<string, KeptPause[]>();
  /** What was recorded and what people did, in order: another house can live the same life. */
  readonly acts: Act[] = [];
  readonly #arriving = new Map<string, (() => void)[]>();
  #ids = 0;

  constructor(world: World) {
    this.world = world;
    this.milestones = world.programme.measures.flatMap(({ no, lead, cooperating }) =>
      [90, 240, 430, 640].map((at, index) =>
        this.#milestone(no, index % 2 ? (cooperating[0] ?? lead[0] ?? '') : (lead[0] ?? ''), at),
      ),
    );
    for (const flow of world.flows) this.#plan(flow);
    this.#planPauses();
  }

  id(): string {
    this.#ids += 1;
    return `00000000-0000-7000-8000-${String(this.#ids).padStart(12, '0')}`;
  }

  #at(day: string, happens: () => void): void {
    const list = this.#arriving.get(day) ?? [];
    this.#arriving.set(day, list);
    list.push(happens);
  }

  /** All the facts of a flow are dealt beforehand: how vigorous each month is, which come late, which are taken back. */
  #plan({ kind, perDay, vigour, delayed, corrected, quiet }: Flow): void {
    const { chance } = this.world;
    let month = '';
    let pace = 0;
    for (let day = FROM; day <= UNTIL; day = plus(day, 1)) {
      if (day.slice(0, 7) !== month) {
        month = day.slice(0, 7);
        pace = chance.isTrue(quiet) ? 0 : perDay * vigour * (0.4 + chance.next() * 1.2);
      }
      const whole = Math.floor(pace) + (chance.isTrue(pace % 1) ? 1 : 0);
      if (whole === 0) continue;
      const variant = kind === 'case' ? (chance.isTrue(0.82) ? 'kept' : 'lost') : '';
      const recordedOn = plus(day, chance.isTrue(delayed) ? chance.integer(1, 75) : 0);
      const fact = { record: this.id(), kind, variant, day, recordedOn, quantity: whole, reverses: false };
      this.#at(recordedOn, () => this.#record(fact));
      if (!chance.isTrue(corrected)) continue;
      const takenBackOn = plus(recordedOn, chance.integer(1, 120));
      this.#at(takenBackOn, () => this.#record({ ...fact, recordedOn: takenBackOn, quantity: -whole, reverses: true }));
    }
  }

  #record(fact: SimFact): void {
    this.records.record(fact);
    this.acts.push({ day: fact.recordedOn, is: 'fact', fact });
  }

  #milestone(measure: number, unit: string, after: number): SimMilestone {
    const { chance, tempers } = this.world;
    const dueOn = plus(FROM, after + chance.integer(-25, 25));
    const temper = tempers.get(unit) ?? 'prompt';
    const late = {
      prompt: chance.integer(-14, 1),
      slow: chance.integer(-2, 25),
      silent: chance.integer(0, 70),
      lying: chance.integer(5, 50),
    }[temper];
    const reallyDoneOn = plus(dueOn, late);
    const tellsOn =
      temper === 'lying'
        ? plus(dueOn, chance.integer(-3, 0))
        : temper === 'silent' && chance.isTrue(0.4)
          ? plus(UNTIL, 9)
          : reallyDoneOn;
    return {
      id: this.id(),
      measure,
      unit,
      title: `节点${after}`,
      deliverable: '材料',
      proof: 'note',
      figure: null,
      value: null,
      dueOn,
      firstDueOn: dueOn,
      since: FROM,
      state: 'open',
      report: null,
      reportedOn: null,
      reportedByName: null,
      doneOn: null,
      reallyDoneOn,
      tellsOn,
      decidesOn: null,
    };
  }

  #planPauses(): void {
    const { chance } = this.world;
    const put = (subject: string, from: string, to: string | null) => {
      const list = this.pauses.get(subject) ?? [];
      this.pauses.set(subject, list);
      list.push({ id: this.id(), subject, from, to, reason: '模拟', byName: '' });
      this.acts.push({ day: from, is: 'pause', subject, from, to });
    };
    if (chance.isTrue(0.5)) this.#at(plus(FROM, 38), () => put('district', plus(FROM, 38), plus(FROM, 54)));
    for (const milestone of this.milestones) {
      if (!chance.isTrue(0.2)) continue;
      const from = plus(milestone.dueOn, chance.integer(-20, 10));
      if (from < FROM) continue;
      this.#at(from, () => put(`milestone:${milestone.id}`, from, plus(from, chance.integer(3, 25))));
    }
  }

  /** One day: what arrives, what the program does, what people do after it. */
  live(day: string): Day {
    for (const happens of this.#arriving.get(day) ?? []) happens();
    const picture = this.look(day);
    const sentBefore = this.sent(day);
    const work = superviseDay(day, {
      calendar,
      rules: presets,
      matters: picture.matters,
      sent: sentBefore,
      isQuiet: picture.isQuiet,
    });
    this.#apply(day, work);
    this.#peopleAct(day);
    return { day, ...picture, sentBefore, work };
  }

  look(day: string): Pick<Day, 'figures' | 'matters' | 'isQuiet'> {
    const { programme } = this.world;
    const figures = programme.measures.flatMap((measure) =>
      this.summaries(day, measure.figures).map(({ summarised }) => summarised),
    );
    const measureOf = new Map(programme.measures.map((measure) => [measure.no, measure]));
    return {
      figures,
      matters: [
        ...this.milestones.map((milestone) => milestoneMatter(milestone, day, this.pauses, calendar)),
        ...figures.flatMap((figure) => {
          const measure = measureOf.get(figure.summary.measure);
          return measure ? figureMatters(figure, measure, programme.startsOn, this.pauses) : [];
        }),
      ],
      isQuiet: isPausedOn(this.pauses.get('district') ?? [], day),
    };
  }

  /** Figures of a measure as the program sums them up for a day: today, or the last of an earlier month. */
  summaries(on: string, definitions: readonly FigureDefinition[]): { definition: FigureDefinition; summarised: Summarised }[] {
    const { programme, kinds } = this.world;
    const context = { version: 1, programme, on, villages: [], towns: new Map(), units: new Map() };
    const [cells, quality] = [this.records.cells(on), this.records.quality(on)];
    return definitions.flatMap((definition) => {
      const measure = programme.measures.find(({ figures }) => figures.includes(definition));
      if (!measure) return [];
      const { count } = definition;
      const kind = count.rule === 'ratio' ? count.whole.kind : 'facts' in count ? count.facts.kind : '';
      const own = cells.filter((cell) => cell.kind === kind);
      return [{ definition, summarised: summarise({ measure, definition }, own, quality, new Map(), context, kinds) }];
    });
  }

  sent(day: string): Sent[] {
    return this.notices.map((notice) => sentOf(notice, day, notice.answers, this.pauses, calendar));
  }

  silenceOf(code: string): number {
    const definition = this.world.programme.measures.flatMap(({ figures }) => figures).find((figure) => figure.code === code);
    return definition ? silenceOf(definition, this.world.kinds) : 0;
  }

  pausesOfMilestone(milestone: SimMilestone): readonly Pause[] {
    return pausesOf(milestone, this.pauses);
  }

  milestoneStands(milestone: SimMilestone, day: string) {
    const own = this.pausesOfMilestone(milestone);
    return { due: effectiveDue(milestone, own, calendar), light: milestoneLight(milestone, day, calendar, own).light, own };
  }

  /** Measures and units as the program lights them from figures and milestones. */
  wholes(day: string, figures: readonly Summarised[]) {
    const { programme } = this.world;
    const parts = [
      ...figureParts(
        { programme } as FigureContext, // reason: the lights of figures read nothing else of it
        figures.map(({ summary }) => summary),
      ),
      ...this.milestones.map((milestone): LightPart => {
        const { measure, unit, title } = milestone;
        const { light, why } = milestoneLight(milestone, day, calendar, this.pausesOfMilestone(milestone));
        return { measure, subject: `milestone:${milestone.id}`, units: [unit], title: { zh: title, en: title }, light, why };
      }),
    ];
    return { measures: litMeasures(programme, parts), units: litUnits(programme, new Map(), parts) };
  }

  pausesOfNotice(notice: SimNotice): readonly KeptPause[] {
    return noticePauses(notice, this.pauses);
  }

  #apply(day: string, { issue, cleared, escalated }: DayWork): void {
    for (const notice of this.notices) {
      if (cleared.includes(notice.id)) {
        notice.clearedOn = day;
        notice.state = nextState(notice.state, 'clear', notice.step) ?? notice.state;
      }
      if (escalated.includes(notice.id)) notice.state = nextState(notice.state, 'escalate', notice.step) ?? notice.state;
    }
    for (const one of issue) {
      const isNumbered = one.step === 'notice' || one.step === 'talk';
      const year = Number(day.slice(0, 4));
      const number = isNumbered ? this.notices.filter((notice) => notice.year === year).length + 1 : null;
      this.notices.push({
        ...one,
        id: this.id(),
        rulesVersion: 0,
        receiver: presets.steps[one.step].receiver,
        year: isNumbered ? year : null,
        number,
        issuedOn: day,
        issuedByName: '',
        termDays: presets.steps[one.step].termWorkingDays,
        instruction: null,
        instructedBy: null,
        state: 'open',
        clearedOn: null,
        holdsUntil: null,
        withdrawnWhy: null,
        answers: [],
        answersOn: this.#answersOn(one.unit, day, presets.steps[one.step].termWorkingDays),
        decidesOn: null,
      });
    }
  }

  /** The day on which a unit of this temper gets round to an answer; null: it never does. */
  #answersOn(unit: string, day: string, term: number): string | null {
    const { chance, tempers } = this.world;
    if (term === 0) return null;
    const temper = tempers.get(unit) ?? 'prompt';
    if (temper === 'silent') return chance.isTrue(0.15) ? plus(day, chance.integer(10, 30)) : null;
    return plus(day, temper === 'slow' ? chance.integer(4, 16) : chance.integer(0, 4));
  }

  #peopleAct(day: string): void {
    const { chance, tempers } = this.world;
    for (const milestone of this.milestones) {
      if (milestone.state === 'open' && milestone.tellsOn <= day) {
        milestone.state = 'reported';
        milestone.reportedOn = day;
        milestone.decidesOn = plus(day, chance.integer(1, 6));
        this.acts.push({ day, is: 'report', milestone: milestone.id });
      } else if (milestone.state === 'reported' && milestone.decidesOn === day) {
        const isTrue = milestone.reallyDoneOn <= (milestone.reportedOn ?? day);
        const accepts = isTrue || chance.isTrue(0.2);
        this.acts.push({ day, is: 'decide-report', milestone: milestone.id, accepts });
        if (accepts) {
          milestone.state = 'done';
          milestone.doneOn = milestone.reportedOn;
        } else {
          milestone.state = 'open';
          milestone.tellsOn = plus(day, chance.integer(5, 30));
        }
      }
    }
    for (const notice of this.notices) {
      if (notice.answersOn === day && nextState(notice.state, 'answer', notice.step))
        this.#answer(notice, day, tempers.get(notice.unit) === 'lying');
      else if (notice.decidesOn === day && notice.state === 'answered') this.#decide(notice, day);
    }
  }

  #answer(notice: SimNotice, day: string, lies: boolean): void {
    const { chance } = this.world;
    const kind = lies ? 'evidence' : chance.isTrue(0.4) ? 'new-date' : 'measure';
    notice.answers.push({
      id: this.id(),
      kind,
      text: '已安排',
      newDate: kind === 'new-date' ? plus(day, chance.integer(5, 40)) : null,
      answeredOn: day,
      answeredByName: '',
      verdict: null,
      reason: null,
      decidedOn: null,
      decidedByName: null,
    });
    notice.state = nextState(notice.state, 'answer', notice.step) ?? notice.state;
    notice.decidesOn = plus(day, chance.integer(1, 7));
    const { newDate } = notice.answers.at(-1) ?? { newDate: null };
    this.acts.push({ day, is: 'answer', cause: notice.cause, kind, newDate });
  }

  #decide(notice: SimNotice, day: string): void {
    const { chance } = this.world;
    const answer = notice.answers.at(-1);
    if (!answer) return;
    const accepts = chance.isTrue(0.6);
    answer.verdict = accepts ? 'accepted' : 'returned';
    answer.decidedOn = day;
    notice.state = nextState(notice.state, accepts ? 'accept' : 'return', notice.step) ?? notice.state;
    this.acts.push({ day, is: 'decide-answer', cause: notice.cause, accepts });
    if (!accepts) {
      notice.answersOn = this.#answersOn(notice.unit, plus(day, 1), notice.termDays);
      return;
    }
    notice.holdsUntil = answer.newDate ?? calendar.addWorkingDays(day, presets.holdWorkingDays);
    const milestone = this.milestones.find(({ id }) => notice.subject === `milestone:${id}`);
    if (!milestone || milestone.state === 'done') return;
    if (answer.newDate) milestone.dueOn = answer.newDate;
    if (answer.kind !== 'evidence') return;
    milestone.doneOn = milestone.reportedOn ?? answer.answeredOn;
    milestone.state = 'done';
  }
}
