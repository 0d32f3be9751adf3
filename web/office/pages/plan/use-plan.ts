import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { MeasurePlan, Plan, PlanContent, PlanFinding, PlannedMilestone } from '../../../../server/modules/plans/contract.ts';
import { ask, change, newKey } from '../../../shared/client.ts';
import { isRefusal } from '../../../shared/refusal.ts';
import { useWords } from '../../../shared/words/index.ts';
import { forget } from '../../asking.ts';
import { keepUnsaved, readUnsaved } from '../../unsaved.ts';
import { isUnsaved, type Unsaved } from './unsaved.ts';

/** A row of the form: `key` tells it from the others before it has an id. */
export type Row = PlannedMilestone & { readonly key: string };
export type Writing = Omit<PlanContent, 'milestones'> & { readonly milestones: readonly Row[] };

export const newRow = (unit: string): Row => ({ key: newKey(), title: '', dueOn: '', unit, deliverable: '', proof: 'document' });

const withKeys = (content: PlanContent): Writing => ({
  ...content,
  milestones: content.milestones.map((milestone) => ({ ...milestone, key: milestone.id ?? newKey() })),
});
const withoutKeys = ({ milestones, ...rest }: Writing): PlanContent => ({
  ...rest,
  milestones: milestones.map(({ key: _, ...milestone }) => milestone),
});

/** What a save answers. */
type Saved = { readonly revision: number; readonly content: PlanContent; readonly findings: readonly PlanFinding[] };

const withSaved = (read: MeasurePlan, { revision, content, findings }: Saved): MeasurePlan => ({
  ...read,
  findings,
  inWork: { ...(read.inWork ?? begunNow(read.measure)), revision, content, savedAt: new Date().toISOString() },
});

const begunNow = (measure: number): Omit<Plan, 'revision' | 'content' | 'savedAt'> => ({
  id: '',
  measure,
  unit: '',
  state: 'drafting',
  savedByName: '',
  submittedByName: null,
  submittedAt: null,
  decidedByName: null,
  decidedAt: null,
  reason: null,
});

/** Who was quicker, and what they saved. */
export type Conflict = { readonly name: string; readonly theirs: MeasurePlan };

const PAUSE = 1_200;

/**
 * A plan being written. It is saved a moment after the last key; while a save fails, what was typed stays on the page and on this
 * computer, and the next save carries it. Each save names the revision it was made on; if somebody was quicker, a person decides.
 */
export function usePlan(plan: MeasurePlan, account: string, beginWith: () => PlanContent) {
  const { say } = useWords();
  const queries = useQueryClient();
  const place = `plan-${account}-${plan.measure}`;
  const [begun] = useState(() => {
    const kept = readUnsaved(place, isUnsaved);
    const revision = plan.inWork?.revision ?? 0;
    return { content: withKeys(kept?.content ?? plan.inWork?.content ?? beginWith()), kept, revision };
  });
  const [content, setContent] = useState(begun.content);
  const [findings, setFindings] = useState(plan.findings);
  const [isDirty, setDirty] = useState(begun.kept !== undefined);
  const [isSaving, setSaving] = useState(false);
  const [savedAt, setSavedAt] = useState<string | undefined>(plan.inWork?.savedAt);
  const [error, setError] = useState<unknown>();
  const [conflict, setConflict] = useState<Conflict>();
  const latest = useRef({
    content: begun.content,
    revision: begun.kept?.revision ?? begun.revision,
    isDirty,
    findings: plan.findings,
    running: undefined as Promise<boolean> | undefined,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const address = `/api/measures/${plan.measure}/plan`;

  const put = useCallback(
    (next: Writing) => {
      latest.current.content = next;
      latest.current.isDirty = true;
      setContent(next);
      setDirty(true);
      const unsaved: Unsaved = { revision: latest.current.revision, content: withoutKeys(next) };
      keepUnsaved(place, unsaved);
    },
    [place],
  );

  /** One save after the other until nothing is unsaved. Answers whether all of it is. */
  const save = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current);
    const run = async (): Promise<boolean> => {
      setSaving(true);
      setError(undefined);
      try {
        while (latest.current.isDirty) {
          const sent = latest.current.content;
          const answer = await change<Saved>('PUT', address, { revision: latest.current.revision, content: withoutKeys(sent) });
          // Ids are given by the server; what was typed meanwhile keeps its place.
          const ids = new Map(sent.milestones.map(({ key }, at) => [key, answer.content.milestones[at]?.id]));
          const milestones = latest.current.content.milestones.map((row) => {
            const id = row.id ?? ids.get(row.key);
            return id === undefined ? row : { ...row, id };
          });
          const isAll = sent === latest.current.content;
          latest.current = {
            ...latest.current,
            content: { ...latest.current.content, milestones },
            revision: answer.revision,
            isDirty: !isAll,
            findings: answer.findings,
          };
          setContent(latest.current.content);
          setFindings(answer.findings);
          // Whoever comes back to the page finds what was saved last, not what was read first.
          queries.setQueryData<MeasurePlan>([address, {}], (read) => read && withSaved(read, answer));
        }
        setDirty(false);
        setSavedAt(new Date().toISOString());
        keepUnsaved(place, undefined);
        void forget(queries, '/api/plans', '/api/today', '/api/units');
        return true;
      } catch (refusal) {
        setError(refusal);
        if (isRefusal(refusal, 'plan-changed'))
          setConflict({ name: String(refusal.params.name ?? ''), theirs: await ask<MeasurePlan>(address) });
        return false;
      } finally {
        setSaving(false);
      }
    };
    // Where nothing is unsaved, `run` has ended before it could be remembered: it is forgotten only afterwards.
    latest.current.running ??= run().finally(() => {
      latest.current.running = undefined;
    });
    return latest.current.running;
  }, [address, place, queries]);

  const edit = (next: (content: Writing) => Writing) => {
    put(next(latest.current.content));
    clearTimeout(timer.current);
    if (!conflict) timer.current = setTimeout(() => void save(), PAUSE);
  };

  // Found again: saved as soon as the page stands.
  useEffect(() => {
    if (latest.current.isDirty) void save();
    return () => clearTimeout(timer.current);
  }, [save]);

  useBlocker({
    enableBeforeUnload: () => latest.current.isDirty,
    shouldBlockFn: async () => {
      if (!latest.current.isDirty || (await save())) return false;
      return !window.confirm(say('plan.unsaved-leave'));
    },
  });

  return {
    content,
    findings,
    isDirty,
    isSaving,
    savedAt,
    error,
    conflict,
    wasRestored: begun.kept !== undefined,
    /** As of the last save, also before the page has been drawn again. */
    saved: () => ({ revision: latest.current.revision, findings: latest.current.findings }),
    edit,
    save,
    keepMine: () => {
      if (!conflict) return;
      latest.current.revision = conflict.theirs.inWork?.revision ?? 0;
      setConflict(undefined);
      void save();
    },
    takeTheirs: () => {
      if (!conflict) return;
      const { inWork } = conflict.theirs;
      const theirs = withKeys(inWork?.content ?? beginWith());
      latest.current = { ...latest.current, content: theirs, revision: inWork?.revision ?? 0, isDirty: false };
      setContent(theirs);
      setFindings(conflict.theirs.findings);
      setDirty(false);
      setError(undefined);
      setConflict(undefined);
      keepUnsaved(place, undefined);
    },
  };
}

export type PlanWriting = ReturnType<typeof usePlan>;
