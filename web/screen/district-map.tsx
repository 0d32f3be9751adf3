import { useMemo } from 'react';
import type { MapAnswer } from '../../server/modules/figures/contract.ts';
import { lights, night } from '../shared/tokens.ts';

type Ring = readonly (readonly number[])[];
type Props = {
  readonly map: MapAnswer;
  readonly values: ReadonlyMap<string, number>;
  readonly spoken: (value: number) => string;
  readonly isShare: boolean;
  readonly label: string;
  readonly tone: keyof typeof lights;
};

const SIZE = { width: 560, height: 470 };
const LETTER = 22;

/** The outline with a circle for each street and town, as large as its value; the largest carry their names, where there is room. */
export function DistrictMap({ map, values, spoken, isShare, label, tone }: Props) {
  const rings = useMemo(() => ringsOf(map.boundary), [map.boundary]);
  const project = useMemo(() => projection(rings), [rings]);
  const largest = Math.max(1e-9, ...values.values());
  const towns = map.towns
    .flatMap(({ code, name, longitude, latitude }) => {
      if (longitude === null || latitude === null) return [];
      const [x, y] = project(longitude, latitude);
      const value = values.get(code);
      return [
        {
          code,
          name,
          x,
          y,
          value: value ?? 0,
          radius: value ? (isShare ? 11 : Math.max(5, Math.sqrt(value / largest) * 34)) : 3,
        },
      ];
    })
    .sort((one, other) => (isShare ? one.value - other.value : other.value - one.value));
  const color = lights[tone].onNight;
  return (
    <svg className="district-map" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="img" aria-label={label}>
      {rings.map((ring, index) => (
        <polygon
          key={index}
          points={ring
            .map(([longitude = 0, latitude = 0]) =>
              project(longitude, latitude)
                .map((at) => at.toFixed(1))
                .join(','),
            )
            .join(' ')}
          fill={night.panel}
          stroke={night.line}
          strokeWidth="2"
        />
      ))}
      {towns.map((town) => (
        <circle
          key={town.code}
          cx={town.x}
          cy={town.y}
          r={town.radius}
          fill={color}
          fillOpacity={isShare ? 0.15 + 0.75 * Math.min(1, town.value / 100) : 0.5}
          stroke={color}
          strokeWidth="1.5"
        />
      ))}
      {named(towns).map((town) => (
        <text
          key={town.code}
          x={town.textX}
          y={town.y + 8}
          textAnchor={town.anchor}
          fontSize={LETTER}
          fill={night.ink}
          stroke={night.ground}
          strokeWidth="4"
          paintOrder="stroke"
        >
          {town.name} {spoken(town.value)}
        </text>
      ))}
    </svg>
  );
}

type Town = {
  readonly code: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly value: number;
  readonly radius: number;
};

/** Names in the order given (the largest first, of shares the smallest), left out where they would lie on another's; each on the side where it stays inside the picture. */
function named(towns: readonly Town[]): (Town & { anchor: 'start' | 'end'; textX: number })[] {
  const placed: { left: number; right: number; y: number }[] = [];
  return towns.flatMap((town) => {
    if (town.value === 0) return [];
    const width = (town.name.length + 4) * LETTER;
    for (const anchor of ['start', 'end'] as const) {
      const textX = anchor === 'start' ? town.x + town.radius + 6 : town.x - town.radius - 6;
      const [left, right] = anchor === 'start' ? [textX, textX + width] : [textX - width, textX];
      const isFree =
        left >= 0 &&
        right <= SIZE.width &&
        placed.every((other) => right < other.left || left > other.right || Math.abs(other.y - town.y) > LETTER + 6);
      if (!isFree) continue;
      placed.push({ left, right, y: town.y });
      return [{ ...town, anchor, textX }];
    }
    return [];
  });
}

/** GeoJSON's outer rings; the contract leaves its shape open, so it is asked step by step. */
function ringsOf(boundary: unknown): Ring[] {
  const object = boundary as { type?: string; features?: unknown[]; geometry?: unknown; coordinates?: unknown } | null; // reason: GeoJSON by its own specification (RFC 7946)
  if (!object?.type) return [];
  if (object.type === 'FeatureCollection') return (object.features ?? []).flatMap(ringsOf);
  if (object.type === 'Feature') return ringsOf(object.geometry);
  if (object.type === 'Polygon') return (object.coordinates as Ring[]).slice(0, 1); // reason: as above
  if (object.type === 'MultiPolygon') return (object.coordinates as Ring[][]).flatMap((polygon) => polygon.slice(0, 1)); // reason: as above
  return [];
}

/** Fits the outline into the picture; a degree of longitude is shorter by the cosine of the latitude. */
function projection(rings: readonly Ring[]): (longitude: number, latitude: number) => [number, number] {
  const points = rings.flat();
  const west = Math.min(...points.map(([longitude = 0]) => longitude));
  const east = Math.max(...points.map(([longitude = 0]) => longitude));
  const south = Math.min(...points.map(([, latitude = 0]) => latitude));
  const north = Math.max(...points.map(([, latitude = 0]) => latitude));
  if (points.length === 0) return () => [0, 0];
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = Math.min((SIZE.width - 16) / ((east - west) * narrow), (SIZE.height - 16) / (north - south));
  const left = (SIZE.width - (east - west) * narrow * scale) / 2;
  const top = (SIZE.height - (north - south) * scale) / 2;
  return (longitude, latitude) => [left + (longitude - west) * narrow * scale, top + (north - latitude) * scale];
}
