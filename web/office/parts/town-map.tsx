import { useEffect, useRef } from 'react';
import type { MapAnswer } from '../../../server/modules/figures/contract.ts';
import { useWords } from '../../shared/words/index.ts';
import { useAsk } from '../asking.ts';
import type { TownMapDrawing } from './town-map-drawing.ts';

type Props = {
  readonly label: string;
  /** By the town's code. */
  readonly values: ReadonlyMap<string, number>;
  readonly spoken: (value: number | null) => string;
  /** A share is shown by colour alone would be unfair: all circles the same size, the number beside. */
  readonly isShare: boolean;
  readonly onTown: (code: string) => void;
};

/** The district's outline with a circle for every street and town, as large as its value. Drawn without any outside map. */
export function TownMap({ label, values, spoken, isShare, onTown }: Props) {
  const { say, language } = useWords();
  const map = useAsk<MapAnswer>('/api/map');
  const place = useRef<HTMLDivElement>(null);
  const drawing = useRef<TownMapDrawing | undefined>(undefined);
  const latest = useRef({ values, spoken, isShare, onTown });
  latest.current = { values, spoken, isShare, onTown };

  useEffect(() => {
    if (!map.data || !place.current) return;
    let isGone = false;
    const { data } = map;
    void import('./town-map-drawing.ts').then(({ drawTownMap }) => {
      if (isGone || !place.current) return;
      drawing.current = drawTownMap(place.current, data, language);
      drawing.current.show(latest.current);
    });
    return () => {
      isGone = true;
      drawing.current?.remove();
      drawing.current = undefined;
    };
  }, [map.data, language]);
  useEffect(() => drawing.current?.show(latest.current), [values]);

  if (map.error) return <p className="grey">{say('problem.unreachable')}</p>;
  return (
    <section className="town-map" aria-label={label}>
      <div ref={place} className="town-map-place" />
    </section>
  );
}
