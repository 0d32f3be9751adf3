import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useNavigate, useRouter } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { isWord, useWords } from '../../../shared/words/index.ts';
import icon from '../../icon.svg';
import { useMe } from '../../me.ts';
import { LanguageSwitch } from '../../shell/language-switch.tsx';
import { ChangePassword } from './change-password.tsx';
import { Enrol } from './enrol.tsx';
import { Password } from './password.tsx';
import { SecondFactor } from './second-factor.tsx';

export type Next = 'done' | 'second-factor' | 'set-up-second-factor' | 'new-password';
export type SignInAnswer = { readonly next: Next; readonly secondFactor: 'on' | 'skipped' | 'off' };

const route = getRouteApi('/sign-in');

/** The door: password, then the phone's code, then whatever the account still lacks, one question at a time. */
export function SignIn() {
  const { say } = useWords();
  const { next, problem } = route.useSearch();
  const me = useMe();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const router = useRouter();
  const [isAskingCode, askCode] = useState(false);
  const [isEnrolling, enrol] = useState(false);
  const pending = me.data?.signedIn ? me.data.pending : undefined;
  const isDone = me.data?.signedIn === true && pending === undefined && !isEnrolling;

  useEffect(() => {
    document.title = say('shell.title', { page: say('sign-in.title') });
  }, [say]);
  useEffect(() => {
    if (!isDone) return;
    // Only a place of this office: an address given from outside may not send anybody elsewhere.
    if (next === 'screen') window.location.replace('/screen');
    else if (next && /^\/(?![/\\])/.test(next)) router.history.replace(`/office${next}`);
    else void navigate({ to: '/', replace: true });
  }, [isDone, next, navigate, router]);
  useEffect(() => {
    if (pending === 'second-factor') enrol(true);
  }, [pending]);

  const proceed = async (answer: SignInAnswer) => {
    askCode(answer.next === 'second-factor');
    if (answer.next === 'set-up-second-factor') enrol(true);
    if (answer.next !== 'second-factor') await queries.invalidateQueries();
  };
  const told = problem && `sign-in.problem.${problem}`;
  return (
    <main className="door">
      <div className="door-head">
        <img src={icon} alt="" width="36" height="36" />
        <div>
          <p className="door-name">{say('shell.name')}</p>
          <p className="grey">{me.data ? say(me.data.district.name) : say('shell.office')}</p>
        </div>
        <LanguageSwitch />
      </div>
      {told && (
        <Alert
          type="error"
          role="alert"
          showIcon
          className="problem"
          title={say(isWord(told) ? told : 'sign-in.problem.other')}
        />
      )}
      {pending === 'new-password' ? (
        <ForcedPassword onDone={() => void queries.invalidateQueries()} />
      ) : isEnrolling ? (
        <Enrol onDone={() => enrol(false)} />
      ) : isAskingCode ? (
        <SecondFactor onAnswer={proceed} onStartOver={() => askCode(false)} />
      ) : (
        <Password onAnswer={proceed} />
      )}
    </main>
  );
}

function ForcedPassword({ onDone }: { onDone: () => void }) {
  const { say } = useWords();
  return (
    <>
      <h1>{say('password.title')}</h1>
      <p className="door-lead">{say('password.lead')}</p>
      <ChangePassword onDone={onDone} />
    </>
  );
}
