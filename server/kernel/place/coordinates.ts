/**
 * Positions on the map. Everything is stored in WGS-84, which GPS and the browser give; Chinese maps and data made from them
 * use GCJ-02, which is shifted by some 500 m. The two are converted at the edge, here, and nowhere else.
 *
 * The shift is the published approximation of GCJ-02 (Krasovsky ellipsoid), good to a few metres against the official one.
 * Outside mainland China's bounding box positions are the same in both and come back unchanged; on the very rim of that box,
 * at sea or abroad, the inverse isn't unique.
 */

/** Degrees, in GeoJSON's order: longitude first. */
export type Position = readonly [longitude: number, latitude: number];

const SEMI_MAJOR_AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006693421622965943;
const EARTH_RADIUS_METRES = 6_371_008.8;

/** GPS to Chinese map. */
export function wgs84ToGcj02(position: Position): Position {
  return isOutsideChina(position) ? position : shifted(position);
}

/** Chinese map to GPS: the position whose shift gives this one, to within 10⁻⁹ degrees (a tenth of a millimetre). */
export function gcj02ToWgs84(position: Position): Position {
  if (isOutsideChina(position)) return position;
  let [longitude, latitude] = position;
  // The shift changes slowly, so correcting by the error of the last guess converges in three or four rounds.
  for (let round = 0; round < 20; round++) {
    const [shiftedLongitude, shiftedLatitude] = shifted([longitude, latitude]);
    const longitudeError = shiftedLongitude - position[0];
    const latitudeError = shiftedLatitude - position[1];
    longitude -= longitudeError;
    latitude -= latitudeError;
    if (Math.abs(longitudeError) < 1e-10 && Math.abs(latitudeError) < 1e-10) break;
  }
  return [longitude, latitude];
}

/** Metres between two positions of the same system along the great circle; within 0.5 % of the ellipsoid's. */
export function distance(from: Position, to: Position): number {
  const fromLatitude = radians(from[1]);
  const toLatitude = radians(to[1]);
  const halfLatitude = Math.sin((toLatitude - fromLatitude) / 2);
  const halfLongitude = Math.sin(radians(to[0] - from[0]) / 2);
  const haversine = halfLatitude ** 2 + Math.cos(fromLatitude) * Math.cos(toLatitude) * halfLongitude ** 2;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(haversine)));
}

/** Also true for what is no number, so that it comes back as it is instead of turning into another place. */
function isOutsideChina([longitude, latitude]: Position): boolean {
  return !(longitude >= 72.004 && longitude <= 137.8347 && latitude >= 0.8293 && latitude <= 55.8271);
}

function shifted([longitude, latitude]: Position): Position {
  const x = longitude - 105;
  const y = latitude - 35;
  const waves = (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3);
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * Math.sqrt(Math.abs(x)) +
    waves +
    wave(y, [20, 1], [40, 3], [160, 12], [320, 30]);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * Math.sqrt(Math.abs(x)) +
    waves +
    wave(x, [20, 1], [40, 3], [150, 12], [300, 30]);
  const sine = Math.sin(radians(latitude));
  const bend = 1 - ECCENTRICITY_SQUARED * sine * sine;
  const metresNorth = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / (bend * Math.sqrt(bend));
  const metresEast = (SEMI_MAJOR_AXIS / Math.sqrt(bend)) * Math.cos(radians(latitude));
  return [longitude + degrees(east / metresEast), latitude + degrees(north / metresNorth)];
}

function wave(value: number, ...terms: (readonly [amplitude: number, divisor: number])[]): number {
  return terms.reduce((sum, [amplitude, divisor]) => sum + amplitude * Math.sin((value / divisor) * Math.PI), 0) * (2 / 3);
}

function radians(angle: number): number {
  return (angle * Math.PI) / 180;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
