import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Draft, DraftContent, Finding, SavedDraft } from '../../../../../server/modules/programme/draft/contract.ts';
import { change } from '../../../../shared/client.ts';
import { forget } from '../../../asking.ts';

export type Editing = {
  readonly content: DraftContent;
  readonly revision: number;
  readonly findings: readonly Finding[];
  readonly isSaving: boolean;
  readonly isSaved: boolean;
  readonly error: unknown;
  readonly canUndo: boolean;
  readonly edit: (next: (content: DraftContent) => DraftContent) => void;
  readonly undo: () => void;
  readonly save: () => void;
};

/**
 * A draft being worked on. Every step is saved at once, one save after the other, each naming the revision it was made on; when a
 * save fails what was done stays on the page, and the next save carries it.
 */
export function useDraft(draft: Draft): Editing {
  const queries = useQueryClient();
  const [content, setContent] = useState(draft.content);
  const [saved, setSaved] = useState({ content: draft.content, revision: draft.revision, findings: draft.findings });
  const [isSaving, setSaving] = useState(false);
  const [error, setError] = useState<unknown>();
  const [past, setPast] = useState<readonly DraftContent[]>([]);
  const latest = useRef({ content, revision: draft.revision, isSaving: false });

  const save = useCallback(async () => {
    if (latest.current.isSaving) return;
    latest.current.isSaving = true;
    setSaving(true);
    setError(undefined);
    try {
      for (let sent: DraftContent | undefined; sent !== latest.current.content; ) {
        sent = latest.current.content;
        const answer = await change<SavedDraft>('PUT', `/api/programme/drafts/${draft.draft}`, {
          revision: latest.current.revision,
          content: sent,
        });
        latest.current.revision = answer.revision;
        setSaved({ content: sent, revision: answer.revision, findings: answer.findings });
      }
      void forget(queries, '/api/programme/papers');
    } catch (refusal) {
      setError(refusal);
    } finally {
      latest.current.isSaving = false;
      setSaving(false);
    }
  }, [draft.draft, queries]);

  const put = useCallback(
    (next: DraftContent) => {
      latest.current.content = next;
      setContent(next);
      void save();
    },
    [save],
  );
  const isSaved = saved.content === content;
  useEffect(() => {
    if (isSaved) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isSaved]);

  return {
    content,
    revision: saved.revision,
    findings: saved.findings,
    isSaving,
    isSaved,
    error,
    canUndo: past.length > 0,
    edit: (next) => {
      setPast((steps) => [...steps.slice(-49), latest.current.content]);
      put(next(latest.current.content));
    },
    undo: () => {
      const step = past.at(-1);
      if (!step) return;
      setPast((steps) => steps.slice(0, -1));
      put(step);
    },
    save: () => void save(),
  };
}
