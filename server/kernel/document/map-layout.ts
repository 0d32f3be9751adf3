import type { Position } from '../place/coordinates.ts';
import type { MapPicture } from './document.ts';

export type Point = readonly [x: number, y: number];
export type PlacedLabel = {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly anchor: 'start' | 'middle' | 'end';
};
export type PlacedMap = {
  readonly width: number;
  readonly height: number;
  readonly rings: readonly (readonly Point[])[];
  readonly circles: readonly {
    readonly name: string;
    readonly x: number;
    readonly y: number;
    readonly radius: number;
    readonly hasValue: boolean;
  }[];
  readonly labels: readonly PlacedLabel[];
};

const MARGIN = 12;
const HAIR = 1;
/** The largest circle's radius, as a share of the width. */
const LARGEST = 0.036;

/**
 * Puts a map on paper: north up, degrees stretched so that a kilometre is the same both ways, circles with area in proportion to the
 * value, names beside their circles where they cover nothing. The same for the web page and the .docx.
 *
 * @param type height of the letters, in the units of `width`
 */
export function placeMap({ outline, places }: MapPicture, width: number, type: number): PlacedMap {
  const positions: Position[] = [...outline.flat(), ...places.flatMap(({ at }) => (at ? [at] : []))];
  if (positions.length === 0) return { width, height: type * 4, rings: [], circles: [], labels: [] };
  const west = Math.min(...positions.map(([longitude]) => longitude));
  const east = Math.max(...positions.map(([longitude]) => longitude));
  const south = Math.min(...positions.map(([, latitude]) => latitude));
  const north = Math.max(...positions.map(([, latitude]) => latitude));
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = (width - 2 * MARGIN) / Math.max((east - west) * narrowing, (north - south) / 1.15, 1e-9);
  const height = Math.round((north - south) * scale + 2 * MARGIN);
  const left = (width - (east - west) * narrowing * scale) / 2;
  const at = ([longitude, latitude]: Position): Point => [
    round(left + (longitude - west) * narrowing * scale),
    round(MARGIN + (north - latitude) * scale),
  ];
  const most = Math.max(1e-9, ...places.map(({ value }) => value ?? 0));
  const circles = places.flatMap(({ name, at: position, value }) => {
    if (!position) return [];
    const [x, y] = at(position);
    const radius = round(Math.max(type * 0.3, width * LARGEST * Math.sqrt(Math.max(0, value ?? 0) / most)));
    return [{ name, x, y, radius, hasValue: value !== null && value > 0 }];
  });
  // The largest first, so that a small circle stays visible on a large one.
  circles.sort((a, b) => b.radius - a.radius);
  return {
    width,
    height,
    rings: outline.map((ring) => thinned(ring.map(at))),
    circles,
    labels: placeLabels(circles, type, width, height),
  };
}

/** A border as fine as paper shows it: points nearer than a hair to the one before are left out. */
function thinned(ring: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of ring) {
    const last = kept.at(-1);
    if (!last || Math.hypot(point[0] - last[0], point[1] - last[1]) >= HAIR) kept.push(point);
  }
  return kept;
}

type Box = { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };

/** Each name to the right, left, below or above its circle, near or a step away: where it covers the least. */
function placeLabels(circles: PlacedMap['circles'], type: number, width: number, height: number): PlacedLabel[] {
  const taken: Box[] = circles.map(({ x, y, radius }) => ({
    left: x - radius,
    right: x + radius,
    top: y - radius,
    bottom: y + radius,
  }));
  return circles.map(({ name, x, y, radius }, own): PlacedLabel => {
    const long = widthOf(name, type);
    const gap = type * 0.25;
    const options = [0, 0.8, 1.7, 2.6].flatMap((step) => {
      const far = step * type;
      return (
        [
          { anchor: 'start', x: x + radius + gap, y },
          { anchor: 'end', x: x - radius - gap, y },
          { anchor: 'middle', x, y: y + radius + gap + type / 2 },
          { anchor: 'middle', x, y: y - radius - gap - type / 2 },
          { anchor: 'start', x: x + radius + gap, y: y + type * 0.9 },
          { anchor: 'start', x: x + radius + gap, y: y - type * 0.9 },
          { anchor: 'end', x: x - radius - gap, y: y + type * 0.9 },
          { anchor: 'end', x: x - radius - gap, y: y - type * 0.9 },
        ] as const
      ).map((option) => ({
        ...option,
        x: option.x + (option.anchor === 'start' ? far : option.anchor === 'end' ? -far : 0),
        y: option.y + Math.sign(option.y - y) * far,
      }));
    });
    const covered = (box: Box): number =>
      taken.reduce((sum, other, index) => sum + (index === own ? 0 : overlap(box, other)), 0) +
      (box.left < 0 || box.right > width || box.top < 0 || box.bottom > height ? 1e6 : 0);
    let best = options[0];
    let least = Number.POSITIVE_INFINITY;
    for (const option of options) {
      const covers = covered(boxOf(option, long, type));
      if (covers < least) [best, least] = [option, covers];
      if (least === 0) break;
    }
    const chosen = best ?? { anchor: 'start' as const, x, y };
    taken.push(boxOf(chosen, long, type));
    return { text: name, x: round(chosen.x), y: round(chosen.y), width: round(long), anchor: chosen.anchor };
  });
}

function boxOf({ x, y, anchor }: { x: number; y: number; anchor: PlacedLabel['anchor'] }, long: number, type: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - long : x - long / 2;
  return { left, right: left + long, top: y - type * 0.55, bottom: y + type * 0.55 };
}

const overlap = (a: Box, b: Box): number =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

/** A Chinese character is as wide as it is high, a Latin one about half. */
export const widthOf = (text: string, type: number): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2e7f' ? 1 : 0.55), 0) * type;
const round = (number: number): number => Math.round(number * 10) / 10;
