import { Link } from '@tanstack/react-router';
import { useWords } from '../../shared/words/index.ts';
import { Heading } from '../parts/heading.tsx';
import { Empty } from '../parts/notices.tsx';

export function Missing() {
  const { say } = useWords();
  return (
    <div className="page">
      <Heading title={say('problem.nothing-here')} />
      <Empty title={say('problem.nothing-here-hint')}>
        <Link to="/">{say('shell.today')}</Link>
      </Empty>
    </div>
  );
}

/** A page that this role has no use for; its own doors are in the rail. */
export function NotYours() {
  const { say } = useWords();
  return (
    <div className="page">
      <Heading title={say('problem.not-yours')} />
      <Empty title={say('problem.not-yours-hint')}>
        <Link to="/">{say('shell.today')}</Link>
      </Empty>
    </div>
  );
}
