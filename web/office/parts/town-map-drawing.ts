import { type CircleMarker, circleMarker, control, map as createMap, geoJSON, type LeafletMouseEvent, latLng } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import type { Language } from '../../../server/kernel/i18n/said.ts';
import type { MapAnswer } from '../../../server/modules/figures/contract.ts';
import { color } from '../../shared/tokens.ts';

type Shown = {
  readonly values: ReadonlyMap<string, number>;
  /** Of a share, null where nothing can be said. */
  readonly spoken: (value: number | null) => string;
  readonly isShare: boolean;
  readonly onTown: (code: string) => void;
};
export type TownMapDrawing = { readonly show: (shown: Shown) => void; readonly remove: () => void };

const LARGEST = 26;
const SAME = 9;

/** Draws on Leaflet, whose code comes only with the first map. Names stand where there is room for them. */
export function drawTownMap(place: HTMLElement, answer: MapAnswer, language: Language): TownMapDrawing {
  const drawn = createMap(place, {
    attributionControl: false,
    zoomControl: false,
    scrollWheelZoom: false,
    zoomSnap: 0.25,
    minZoom: 8,
    maxZoom: 15,
  });
  const words =
    language === 'zh' ? { zoomInTitle: '放大', zoomOutTitle: '缩小' } : { zoomInTitle: 'Zoom in', zoomOutTitle: 'Zoom out' };
  control.zoom(words).addTo(drawn);
  const outline = geoJSON(answer.boundary as GeoJSON.GeoJsonObject, {
    interactive: false,
    style: { color: color.field, weight: 1.5, fillColor: color.wash, fillOpacity: 1 },
  }).addTo(drawn); // reason: the contract leaves GeoJSON open; Leaflet reads it
  const bounds = outline.getBounds();
  if (bounds.isValid()) drawn.fitBounds(bounds, { padding: [12, 12] });
  let circles: { circle: CircleMarker; name: string; value: number }[] = [];

  const nameThoseWithRoom = () => {
    const taken: { x: number; y: number }[] = [];
    for (const { circle } of circles) {
      const { x, y } = drawn.latLngToContainerPoint(circle.getLatLng());
      const hasRoom = taken.every((other) => Math.abs(other.x - x) > 64 || Math.abs(other.y - y) > 30);
      if (hasRoom) taken.push({ x, y });
      if (hasRoom) circle.openTooltip();
      else circle.closeTooltip();
    }
  };
  drawn.on('zoomend', nameThoseWithRoom);

  const show = ({ values, spoken, isShare, onTown }: Shown) => {
    for (const { circle } of circles) circle.remove();
    const largest = Math.max(1e-9, ...values.values());
    circles = answer.towns
      .flatMap(({ code, name, longitude, latitude }) => {
        if (longitude === null || latitude === null) return [];
        const known = values.get(code);
        const value = known ?? 0;
        const circle = circleMarker(latLng(latitude, longitude), {
          radius: isShare ? SAME : value > 0 ? Math.max(4, Math.sqrt(value / largest) * LARGEST) : 3,
          color: color.canalDark,
          weight: 1,
          fillColor: color.canal,
          fillOpacity: known === undefined ? 0 : isShare ? 0.15 + 0.75 * (value / 100) : value > 0 ? 0.45 : 0,
        });
        circle.bindTooltip(label(name, spoken(isShare ? (known ?? null) : value)), {
          permanent: true,
          direction: 'right',
          className: 'town-name',
          offset: [4, 0],
        });
        circle.on('mouseover', () => circle.openTooltip().bringToFront());
        circle.on('mouseout', nameThoseWithRoom);
        circle.on('click', (event: LeafletMouseEvent) => {
          event.originalEvent.stopPropagation();
          onTown(code);
        });
        return [{ circle: circle.addTo(drawn), name, value }];
      })
      .sort((one, other) => other.value - one.value);
    nameThoseWithRoom();
  };
  const observer = new ResizeObserver(() => {
    drawn.invalidateSize();
    if (bounds.isValid()) drawn.fitBounds(bounds, { padding: [12, 12], animate: false });
  });
  observer.observe(place);
  return {
    show,
    remove: () => {
      observer.disconnect();
      drawn.remove();
    },
  };
}

/** Built as nodes, so that a name can never be read as HTML. */
function label(name: string, value: string): HTMLElement {
  const whole = document.createElement('span');
  const number = document.createElement('b');
  number.textContent = value;
  whole.append(`${name} `, number);
  return whole;
}
