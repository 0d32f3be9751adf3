import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ShownPart } from '../../../server/modules/lights/contract.ts';
import { useWords } from '../../shared/words/index.ts';

export const kindOf = (subject: string): string => subject.slice(0, subject.indexOf(':'));
export const nameOf = (subject: string): string => subject.slice(subject.indexOf(':') + 1);

/** The page on which something that is lit can be looked into; without words of its own the link says where it leads. */
export function PartLink({
  part: { subject, measure },
  children,
}: {
  part: Pick<ShownPart, 'subject' | 'measure'>;
  children?: ReactNode;
}) {
  const { say } = useWords();
  switch (kindOf(subject)) {
    case 'figure':
      return (
        <Link to="/figures/$code" params={{ code: nameOf(subject) }}>
          {children ?? say('light.to-figure')}
        </Link>
      );
    case 'notice':
      return (
        <Link to="/notices/$notice" params={{ notice: nameOf(subject) }}>
          {children ?? say('light.to-notice')}
        </Link>
      );
    case 'milestone':
    case 'service':
      return (
        <Link to="/measures/$no" params={{ no: String(measure) }} hash="milestones">
          {children ?? say('light.to-measure')}
        </Link>
      );
    default:
      return (
        <Link to="/measures/$no/plan" params={{ no: String(measure) }}>
          {children ?? say('light.to-plan')}
        </Link>
      );
  }
}
