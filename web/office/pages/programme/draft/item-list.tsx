import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type {
  CountableKind,
  DraftContent,
  DraftFigure,
  Finding,
} from '../../../../../server/modules/programme/draft/contract.ts';
import { sayDay } from '../../../../shared/day.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { sayValue, totalOf } from '../../../figure-format.ts';
import { sayRule } from '../say-rule.ts';
import { FigureForm } from './figure-form.tsx';
import { ItemCard } from './item-card.tsx';
import { addItem, changeItem, confirmItem, type Item, type ItemKind, removeItem } from './items.ts';
import { AreaForm, HeadForm, MeasureForm, UnitForm } from './simple-forms.tsx';
import type { Editing } from './use-draft.ts';

type Props = {
  readonly editing: Editing;
  readonly items: readonly Item[];
  readonly findings: ReadonlyMap<string, readonly Finding[]>;
  readonly kinds: readonly CountableKind[];
  readonly chosen: string | undefined;
  readonly isEditing: boolean;
  readonly mayEdit: boolean;
};

/** The draft as it would count: head, goal areas, units, tasks with their figures. */
export function ItemList({ editing, items, findings, kinds, chosen, isEditing, mayEdit }: Props) {
  const { say } = useWords();
  const { content, edit } = editing;
  const navigate = useNavigate({ from: '/programme/drafts/$draft' });
  const choose = (path: string, isCorrecting: boolean) =>
    void navigate({
      search: (old) => ({ ...old, item: path || 'head', edit: isCorrecting ? '1' : undefined }),
      replace: true,
      resetScroll: false,
    });
  const keep = (path: string, value: object) => {
    edit((old) => changeItem(old, path, (item) => ({ ...item, ...value, state: item.state === 'added' ? 'added' : 'changed' })));
    choose(path, false);
  };
  const add = (kind: Exclude<ItemKind, 'head'>, measureAt?: number) => {
    const next = addItem(content, kind, measureAt);
    edit(() => next.content);
    choose(next.path, true);
  };
  const card = (path: string, form: () => ReactNode, body?: ReactNode) => {
    const item = items.find((one) => one.path === path);
    if (!item) return null;
    return (
      <ItemCard
        key={path}
        item={item}
        findings={findings.get(path) ?? []}
        isChosen={chosen === path}
        isEditing={isEditing && chosen === path}
        mayEdit={mayEdit}
        form={form}
        onConfirm={() => edit((old) => confirmItem(old, path))}
        onEdit={() => choose(path, true)}
        onRemove={path === '' ? undefined : () => edit((old) => removeItem(old, path))}
      >
        {body}
      </ItemCard>
    );
  };
  const form = (path: string) => ({ onKeep: (value: object) => keep(path, value), onCancel: () => choose(path, false) });
  const adder = (kind: Exclude<ItemKind, 'head'>, measureAt?: number) =>
    mayEdit && (
      <Button size="small" type="dashed" onClick={() => add(kind, measureAt)}>
        {say(`draft.add.${kind}`)}
      </Button>
    );
  const toDo = (kind: ItemKind) => items.some((item) => item.kind === kind && (item.state === 'read' || item.path === chosen));
  return (
    <>
      {card(
        '',
        () => (
          <HeadForm value={content} {...form('')} />
        ),
        <Head content={content} />,
      )}
      <details className="item-group" open={toDo('area')}>
        <summary>{say('draft.areas', { n: content.goalAreas.length })}</summary>
        {content.goalAreas.map((area, at) =>
          card(`/goalAreas/${at}`, () => <AreaForm value={area} {...form(`/goalAreas/${at}`)} />),
        )}
        {adder('area')}
      </details>
      <details className="item-group" open={items.some(({ kind, path }) => kind === 'unit' && path === chosen) || undefined}>
        <summary>{say('draft.units', { n: content.units.length })}</summary>
        {content.units.map((unit, at) =>
          card(
            `/units/${at}`,
            () => <UnitForm value={unit} {...form(`/units/${at}`)} />,
            <p className="grey">
              {unit.code} · {unit.name.en}
            </p>,
          ),
        )}
        {adder('unit')}
      </details>
      <details className="item-group" open>
        <summary>{say('draft.measures', { n: content.measures.length })}</summary>
        {content.measures.map((measure, at) => (
          <div key={at} className="item-measure-group">
            {card(
              `/measures/${at}`,
              () => (
                <MeasureForm value={measure} content={content} {...form(`/measures/${at}`)} />
              ),
              <Units content={content} lead={measure.lead} cooperating={measure.cooperating} />,
            )}
            {measure.figures.map((figure, place) =>
              card(
                `/measures/${at}/figures/${place}`,
                () => <FigureForm value={figure} kinds={kinds} {...form(`/measures/${at}/figures/${place}`)} />,
                <Figure figure={figure} kinds={kinds} startsOn={content.startsOn} />,
              ),
            )}
            {adder('figure', at)}
          </div>
        ))}
        {adder('measure')}
      </details>
    </>
  );
}

function Head({ content }: { content: DraftContent }) {
  const { say, language } = useWords();
  const day = (given: string) => (/^\d{4}-\d{2}-\d{2}$/.test(given) ? sayDay(given, language) : '—');
  return (
    <p className="grey">
      {content.district.name.zh} · {say('field.starts-on')} {day(content.startsOn)} · {say('field.valid-until')}{' '}
      {day(content.validUntil)}
    </p>
  );
}

function Units({
  content,
  lead,
  cooperating,
}: {
  content: DraftContent;
  lead: readonly string[];
  cooperating: readonly string[];
}) {
  const { say } = useWords();
  const names = new Map(content.units.map(({ code, name }) => [code, say(name) || name.zh]));
  const of = (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(say('text.and')) || '—';
  return (
    <p className="grey">
      {say('text.pair', { name: say('field.lead'), value: of(lead) })}
      {say('text.then')}
      {say('text.pair', { name: say('field.cooperating'), value: of(cooperating) })}
    </p>
  );
}

function Figure({ figure, kinds, startsOn }: { figure: DraftFigure; kinds: readonly CountableKind[]; startsOn: string }) {
  const { say, language } = useWords();
  const { target } = figure;
  return (
    <>
      <p>
        {say(`per.${target.per}`, {
          comparator: say(`comparator.${target.comparator}`),
          value: sayValue(figure, target.value, language),
          total: sayValue(figure, totalOf(target, startsOn), language),
          by: /^\d{4}-\d{2}-\d{2}$/.test(target.by) ? sayDay(target.by, language) : '—',
        })}
      </p>
      <p className={figure.count ? 'grey' : 'task-late'}>
        {say('text.pair', { name: say('rule.title'), value: sayRule(figure.count, kinds, say) })}
      </p>
    </>
  );
}
