import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { App, Button, Popconfirm } from 'antd';
import { useMemo } from 'react';
import type { ConfirmedDraft, CountableKind, Draft, Paper } from '../../../../../server/modules/programme/draft/contract.ts';
import { change } from '../../../../shared/client.ts';
import { isRefusal } from '../../../../shared/refusal.ts';
import { useWords } from '../../../../shared/words/index.ts';
import { forget, useAsk, useChange } from '../../../asking.ts';
import { holds, useSignedIn } from '../../../me.ts';
import { Choices } from '../../../parts/choices.tsx';
import { Heading } from '../../../parts/heading.tsx';
import { Problem, Reading } from '../../../parts/notices.tsx';
import { ItemList } from './item-list.tsx';
import { confirmItem, findingsByItem, listItems } from './items.ts';
import { PaperPane } from './paper-pane.tsx';
import { type Editing, useDraft } from './use-draft.ts';

const route = getRouteApi('/programme/drafts/$draft');

/** The paper on the left, what was read from it on the right; one leads to the other. */
export function DraftPage() {
  const { say } = useWords();
  const { draft: id } = route.useParams();
  const draft = useAsk<Draft>(`/api/programme/drafts/${id}`);
  const paper = useAsk<Paper>(`/api/programme/papers/${draft.data?.paper}`, {}, { enabled: draft.data !== undefined });
  const kinds = useAsk<readonly CountableKind[]>('/api/programme/kinds');
  return (
    <div className="page page-wide">
      <Reading of={draft} title={say('draft.title')}>
        {(found) => (
          <Reading of={paper}>
            {(text) => (
              <Work
                key={`${found.draft} ${draft.dataUpdatedAt}`}
                draft={found}
                paper={text}
                kinds={kinds.data ?? []}
                reload={() => void draft.refetch()}
              />
            )}
          </Reading>
        )}
      </Reading>
    </div>
  );
}

function Work({
  draft,
  paper,
  kinds,
  reload,
}: {
  draft: Draft;
  paper: Paper;
  kinds: readonly CountableKind[];
  reload: () => void;
}) {
  const { say } = useWords();
  const search = route.useSearch();
  const me = useSignedIn();
  const editing = useDraft(draft);
  const navigate = useNavigate({ from: '/programme/drafts/$draft' });
  const items = useMemo(() => listItems(editing.content), [editing.content]);
  const findings = useMemo(() => findingsByItem(items, editing.findings), [items, editing.findings]);
  const chosen = search.item === 'head' ? '' : search.item;
  const mayEdit = draft.state === 'open' && holds(me, 'programme-office');
  const open = items.filter(({ state }) => state === 'read');
  const clear = open.filter(({ path }) => !findings.get(path)?.length);
  return (
    <>
      <Heading
        title={draft.content.title.zh || say('draft.title')}
        above={
          <>
            <Link to="/programme">‹ {say('programme.title')}</Link> · {say('draft.title')}
          </>
        }
        lead={say('draft.lead', { name: draft.paperName, revision: editing.revision, n: open.length })}
      >
        <span className="grey" role="status">
          {say(editing.error ? 'draft.not-saved' : editing.isSaving ? 'draft.saving' : 'draft.saved')}
        </span>
        {mayEdit && (
          <Button disabled={!editing.canUndo} onClick={editing.undo}>
            {say('draft.undo')}
          </Button>
        )}
        {mayEdit && <Closing draft={draft} editing={editing} open={open.length} />}
      </Heading>
      {draft.state !== 'open' && (
        <p className="past-line">{say(`draft.closed.${draft.state}`, { version: draft.version ?? '' })}</p>
      )}
      <Problem error={editing.error} retry={editing.save} />
      {isRefusal(editing.error, 'draft-moved-on') && <Button onClick={reload}>{say('draft.reload')}</Button>}
      <div className="filters">
        <span className="draft-views">
          <Choices
            label={say('draft.view')}
            value={search.view === 'paper' ? 'paper' : 'items'}
            choices={[
              { value: 'items', label: say('draft.items') },
              { value: 'paper', label: say('draft.paper') },
            ]}
            onChoose={(view) =>
              void navigate({ search: (old) => ({ ...old, view: view === 'paper' ? 'paper' : undefined }), replace: true })
            }
          />
        </span>
        {mayEdit && clear.length > 0 && (
          <Button onClick={() => editing.edit((content) => clear.reduce((done, { path }) => confirmItem(done, path), content))}>
            {say('draft.confirm-clear', { n: clear.length })}
          </Button>
        )}
        {open[0] && (
          <Link
            from="/programme/drafts/$draft"
            search={(old) => ({ ...old, item: next(open, chosen) || 'head', edit: undefined })}
            resetScroll={false}
          >
            {say('draft.next')} ›
          </Link>
        )}
      </div>
      <div className={search.view === 'paper' ? 'draft draft-shows-paper' : 'draft'}>
        <PaperPane paper={paper} items={items} chosen={chosen} />
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
        <section className="draft-items" aria-label={say('draft.items')} tabIndex={0}>
          <ItemList
            editing={editing}
            items={items}
            findings={findings}
            kinds={kinds}
            chosen={chosen}
            isEditing={mayEdit && search.edit === '1'}
            mayEdit={mayEdit}
          />
        </section>
      </div>
    </>
  );
}

/** The item to look at after the one chosen, round to the first. */
const next = (open: readonly { path: string }[], chosen: string | undefined): string =>
  open[(open.findIndex(({ path }) => path === chosen) + 1) % open.length]?.path ?? '';

/** The two ways a draft ends. */
function Closing({ draft, editing, open }: { draft: Draft; editing: Editing; open: number }) {
  const { say } = useWords();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const errors = editing.findings.filter(({ level }) => level === 'error').length;
  const isReady = open === 0 && errors === 0 && editing.isSaved && !editing.isSaving;
  const leave = async () => {
    await navigate({ to: '/programme' });
    await forget(queries, '/api');
  };
  const confirm = useChange(
    () =>
      change<ConfirmedDraft>('POST', `/api/programme/drafts/${draft.draft}/confirm`, {
        revision: editing.revision,
        replaces: draft.inForce,
      }),
    [],
    {
      onSuccess: async ({ version }) => {
        void message.success(say('draft.done', { version }));
        await leave();
      },
    },
  );
  const discard = useChange(
    () => change('POST', `/api/programme/drafts/${draft.draft}/discard`, { revision: editing.revision }),
    [],
    { onSuccess: leave },
  );
  return (
    <>
      <Popconfirm
        title={say('draft.discard')}
        description={say('draft.discard-sure')}
        okText={say('draft.discard')}
        cancelText={say('action.cancel')}
        onConfirm={() => discard.mutate(undefined)}
      >
        <Button loading={discard.isPending}>{say('draft.discard')}</Button>
      </Popconfirm>
      <Popconfirm
        disabled={!isReady}
        title={say('draft.confirm-version')}
        description={say('draft.confirm-sure')}
        okText={say('draft.confirm-version')}
        cancelText={say('action.cancel')}
        onConfirm={() => confirm.mutate(undefined)}
      >
        <Button type="primary" disabled={!isReady} loading={confirm.isPending}>
          {say('draft.confirm-version')}
        </Button>
      </Popconfirm>
      <p className="grey closing-line">{isReady ? say('draft.ready') : say('draft.not-ready', { errors, n: open })}</p>
      <Problem error={confirm.error ?? discard.error} />
    </>
  );
}
