import { useWords } from '../../../shared/words/index.ts';
import { opens, useSignedIn } from '../../me.ts';
import { Heading } from '../../parts/heading.tsx';
import { NotYours } from '../../shell/missing.tsx';
import { Licences, useLicences } from './licence-lists.tsx';

/** Licences of workers: those that wait for an officer's eye, and those that end. */
export function GigLicencesPage() {
  const { say } = useWords();
  const me = useSignedIn();
  const { data } = useLicences();
  if (!opens(me, 'gig-station')) return <NotYours />;
  const over = data?.ending.filter(({ isOver }) => isOver).length ?? 0;
  return (
    <div className="page">
      <Heading
        title={say('gigs.licences')}
        {...(data
          ? { lead: say('gigs.licences-lead', { claimed: data.claimed.length, ending: data.ending.length - over, over }) }
          : {})}
      />
      <Licences />
    </div>
  );
}
