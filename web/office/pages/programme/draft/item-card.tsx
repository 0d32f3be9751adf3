import { Link } from '@tanstack/react-router';
import { Button, Popconfirm } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Finding } from '../../../../../server/modules/programme/draft/contract.ts';
import { useWords } from '../../../../shared/words/index.ts';
import type { Item } from './items.ts';

type Props = {
  readonly item: Item;
  readonly findings: readonly Finding[];
  readonly isChosen: boolean;
  readonly isEditing: boolean;
  readonly mayEdit: boolean;
  readonly children?: ReactNode;
  /** The item's form, while it is being corrected. */
  readonly form: () => ReactNode;
  readonly onConfirm: () => void;
  readonly onEdit: () => void;
  readonly onRemove: (() => void) | undefined;
};

/** One item of the draft: how far a person has gone with it, what is doubtful, and what can be done. */
export function ItemCard({ item, findings, isChosen, isEditing, mayEdit, children, form, onConfirm, onEdit, onRemove }: Props) {
  const { say } = useWords();
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isChosen) place.current?.scrollIntoView({ block: 'nearest' });
  }, [isChosen]);
  const title = item.title.trim() || say('draft.untitled');
  return (
    <article
      ref={place}
      className={`item item-${item.kind}`}
      aria-current={isChosen ? 'true' : undefined}
      aria-label={`${say(`draft.kind.${item.kind}`)} ${title}`}
    >
      <div className="item-top">
        <Link
          from="/programme/drafts/$draft"
          search={(old) => ({ ...old, item: item.path || 'head', edit: undefined })}
          resetScroll={false}
          preload={false}
          className="item-title"
          title={say('draft.in-paper')}
        >
          {title}
        </Link>
        <span className={`state state-${item.state}`}>{say(`draft.state.${item.state}`)}</span>
      </div>
      {children}
      {findings.length > 0 && (
        <ul className="findings">
          {findings.map((finding) => (
            <li key={`${finding.path} ${finding.code}`} className={`finding-${finding.level}`}>
              <b>{say(`draft.level.${finding.level}`)}</b>　{say(finding.said)}
            </li>
          ))}
        </ul>
      )}
      {isEditing
        ? form()
        : mayEdit && (
            <div className="buttons">
              {item.state === 'read' && (
                <Button size="small" onClick={onConfirm} aria-label={`${say('draft.confirm')} ${title}`}>
                  {say('draft.confirm')}
                </Button>
              )}
              <Button size="small" onClick={onEdit} aria-label={`${say('draft.correct')} ${title}`}>
                {say('draft.correct')}
              </Button>
              {onRemove && (
                <Popconfirm
                  title={`${say('draft.remove')} ${title}`}
                  okText={say('draft.remove')}
                  cancelText={say('action.cancel')}
                  onConfirm={onRemove}
                >
                  <Button size="small" type="text" aria-label={`${say('draft.remove')} ${title}`}>
                    {say('draft.remove')}
                  </Button>
                </Popconfirm>
              )}
            </div>
          )}
    </article>
  );
}
