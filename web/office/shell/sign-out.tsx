import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { change } from '../../shared/client.ts';
import { forgetKept } from '../../shared/offline/forget.ts';
import { useWords } from '../../shared/words/index.ts';
import { useChange } from '../asking.ts';

export function SignOut() {
  const { say } = useWords();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const leave = useChange(() => change('POST', '/api/sign-out'), [], {
    onSettled: async () => {
      // Nothing that this person read may stay behind for the next at a shared desk.
      queries.clear();
      await forgetKept();
      await navigate({ to: '/sign-in' });
      await queries.invalidateQueries();
    },
  });
  return (
    <button type="button" className="link-button" disabled={leave.isPending} onClick={() => leave.mutate(undefined)}>
      {say('shell.sign-out')}
    </button>
  );
}
