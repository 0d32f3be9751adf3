import { type ReactNode, useEffect } from 'react';
import { useWords } from '../../shared/words/index.ts';

/** The top of a page: what it is, one sentence, and the page's one main action. Names the browser's tab too. */
export function Heading({
  title,
  above,
  lead,
  children,
}: {
  title: string;
  above?: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
}) {
  const { say } = useWords();
  useEffect(() => {
    document.title = say('shell.title', { page: title });
  }, [say, title]);
  return (
    <header className="heading">
      <div className="heading-words">
        {above && <div className="heading-above">{above}</div>}
        <h1>{title}</h1>
        {lead && <p className="heading-lead">{lead}</p>}
      </div>
      {children && <div className="heading-actions">{children}</div>}
    </header>
  );
}
