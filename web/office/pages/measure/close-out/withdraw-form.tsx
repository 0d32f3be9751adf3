import { Button } from 'antd';
import { useWords } from '../../../../shared/words/index.ts';
import { Problem } from '../../../parts/notices.tsx';
import type { ActionProps } from './actions.tsx';

/** The unit takes its application back, as long as nobody has decided. */
export function WithdrawForm({ error, isBusy, doing, onDo }: ActionProps) {
  const { say } = useWords();
  return (
    <div className="close-out-form">
      {doing === 'withdraw' && <Problem error={error} />}
      <p className="grey">{say('close-out.withdraw-hint')}</p>
      <div className="buttons">
        <Button loading={isBusy && doing === 'withdraw'} onClick={() => onDo('withdraw', {})}>
          {say('close-out.withdraw')}
        </Button>
      </div>
    </div>
  );
}
