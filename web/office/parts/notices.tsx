import type { ErrorComponentProps } from '@tanstack/react-router';
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { isPassing } from '../../shared/client.ts';
import { isRefusal, type Refusal } from '../../shared/refusal.ts';
import { isWord, type Say, useWords } from '../../shared/words/index.ts';
import { Heading } from './heading.tsx';

/** What an error says to a person: the server's own sentence, else ours. */
export function sentenceOf(error: unknown, say: Say): string {
  if (!isRefusal(error)) return say('problem.page');
  const own = `problem.${error.code}`;
  return error.status === 0 || error.code === 'unreadable' ? (isWord(own) ? say(own) : error.message) : error.message;
}

/** Says what happened, what was kept and what to do, with a button to try again where that can help. */
export function Problem({ error, retry, title }: { error: unknown; retry?: () => void; title?: string }) {
  const { say } = useWords();
  if (!error) return null;
  const refusal: Refusal | undefined = isRefusal(error) ? error : undefined;
  const sentence = sentenceOf(error, say);
  // A fault of one field is often the sentence itself, and is not said twice.
  const details = refusal?.details.filter(({ message }) => message !== sentence) ?? [];
  return (
    <Alert
      className="problem"
      type="error"
      role="alert"
      showIcon
      title={title ?? sentence}
      description={
        title || details.length > 0 || (refusal?.reference && refusal.status >= 500) ? (
          <>
            {title && <p>{sentence}</p>}
            {details.length > 0 && (
              <ul>
                {details.slice(0, 20).map((detail) => (
                  <li key={`${detail.at} ${detail.code}`}>{detail.message}</li>
                ))}
              </ul>
            )}
            {refusal?.reference && refusal.status >= 500 && <p>{say('problem.reference', { reference: refusal.reference })}</p>}
          </>
        ) : undefined
      }
      action={retry && <Button onClick={retry}>{say('action.retry')}</Button>}
    />
  );
}

/** Nothing is here yet: why, and what to do next. */
export function Empty({ title, hint, children }: { title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <p className="empty-title">{title}</p>
      {hint && <p className="empty-hint">{hint}</p>}
      {children && <div className="empty-action">{children}</div>}
    </div>
  );
}

export function Loading() {
  const { say } = useWords();
  return (
    <div className="loading" role="status" aria-label={say('shell.loading')}>
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

/** A page that broke while being shown; the rest of the office goes on. */
export function PageFailed({ reset, error }: ErrorComponentProps) {
  return (
    <div className="page">
      <Problem error={error} retry={reset} />
    </div>
  );
}

/** What a reading shows while it comes, when it fails, and when it is here. */
export function Reading<T>({
  of,
  title,
  children,
}: {
  /** Of a page whose heading comes with what is read: what it is called until then, or where that fails. */
  title?: string;
  of: { data: T | undefined; error: unknown; refetch: () => unknown; isPlaceholderData?: boolean };
  children: (data: T) => ReactNode;
}) {
  const { say } = useWords();
  if (of.data === undefined)
    return (
      <>
        {title && <Heading title={title} />}
        {of.error ? (
          <Problem error={of.error} {...(isPassing(of.error) ? { retry: () => void of.refetch() } : {})} />
        ) : (
          <Loading />
        )}
      </>
    );
  return (
    <>
      {of.error ? <Problem error={of.error} title={say('problem.kept')} retry={() => void of.refetch()} /> : null}
      <div className={of.isPlaceholderData ? 'is-stale' : undefined} aria-busy={of.isPlaceholderData || undefined}>
        {children(of.data)}
      </div>
    </>
  );
}
