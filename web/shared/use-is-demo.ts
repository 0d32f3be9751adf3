import { useEffect, useState } from 'react';
import type { Me } from '../../server/modules/people/contract.ts';
import { ask } from './client.ts';

const AGAIN_AFTER = 5_000;

/** Whether these are demonstration data: said once, as the house was started so. */
export function useIsDemo(): boolean {
  const [isDemo, setIsDemo] = useState<boolean>();
  useEffect(() => {
    if (isDemo !== undefined) return;
    let timer: ReturnType<typeof setTimeout>;
    const read = () =>
      void ask<Me>('/api/me').then(
        ({ demo }) => setIsDemo(demo),
        () => (timer = setTimeout(read, AGAIN_AFTER)),
      );
    read();
    return () => clearTimeout(timer);
  }, [isDemo]);
  return isDemo ?? false;
}
