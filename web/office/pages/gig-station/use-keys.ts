import { useEffect, useRef, useState } from 'react';

const KEPT = 'leye.counter-keys';

/** Whether single keys do something at the counter: they do, unless somebody who speaks to their machine has switched them off. */
export function useKeysOn(): [isOn: boolean, set: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => window.localStorage.getItem(KEPT) !== 'off');
  return [
    isOn,
    (on) => {
      window.localStorage.setItem(KEPT, on ? 'on' : 'off');
      setOn(on);
    },
  ];
}

/** Single keys of the counter, by the key; never while somebody types, chooses, or holds another key. */
export function useKeys(keys: Readonly<Record<string, () => void>>, isOn: boolean): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    if (!isOn) return;
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
      const { target } = event;
      const isTyping = target instanceof Element && target.closest('input, textarea, select, [contenteditable], .ant-modal');
      if (isTyping && event.key !== 'Escape') return;
      const act = latest.current[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [isOn]);
}
