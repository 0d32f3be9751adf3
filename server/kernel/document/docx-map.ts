import { AlignmentType, Paragraph, TextRun } from 'docx';
import { type IShapeGroupChildOptions, ShapeGroupRun } from 'docx/shapes';
import type { MapPicture } from './document.ts';
import { asHigh, font } from './docx-styles.ts';
import { ink, tones, wash } from './look.ts';
import { type PlacedMap, placeMap } from './map-layout.ts';
import { fonts, page, pixels } from './page-measures.ts';

const TYPE = 11;

/** The map as shapes: crisp at any size, and nothing that a picture would have to be made of. */
export function docxMap(map: MapPicture): ShapeGroupRun {
  const placed = placeMap(map, Math.round(pixels(page.typeWidth * 0.8)), TYPE);
  const described = `${map.title}: ${map.places.map(({ name, written }) => `${name} ${written}`).join(', ')}`.slice(0, 2000);
  return new ShapeGroupRun({
    altText: { name: map.title, description: described },
    children: [...placed.rings.map(ringShape), ...placed.circles.map(circleShape), ...placed.labels.map(labelShape)],
  });
}

function ringShape(ring: PlacedMap['rings'][number]): IShapeGroupChildOptions {
  const xs = ring.map(([x]) => x);
  const ys = ring.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    type: 'custom',
    altText: { name: 'outline' },
    path: `M${ring.map(([x, y]) => `${x} ${y}`).join('L')}Z`,
    transformation: { width: Math.max(...xs) - left, height: Math.max(...ys) - top, offset: { left, top } },
    fill: wash,
    line: { color: tones.quiet, width: 1 },
  };
}

const circleShape = ({ name, x, y, radius, hasValue }: PlacedMap['circles'][number]): IShapeGroupChildOptions => ({
  type: 'ellipse',
  altText: { name },
  transformation: { width: radius * 2, height: radius * 2, offset: { left: x - radius, top: y - radius } },
  fill: hasValue ? tones.plain : 'FFFFFF',
  line: { color: hasValue ? 'FFFFFF' : tones.quiet, width: 0.75 },
});

const alignments = { start: AlignmentType.LEFT, middle: AlignmentType.CENTER, end: AlignmentType.RIGHT } as const;
const SPARE = 1.3;

function labelShape({ text, x, y, width, anchor }: PlacedMap['labels'][number]): IShapeGroupChildOptions {
  const wide = width * SPARE + 4;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  const high = TYPE * 1.8;
  return {
    type: 'rectangle',
    altText: { name: text },
    transformation: { width: wide, height: high, offset: { left, top: y - high / 2 } },
    line: { width: 0, transparency: 100 },
    textOptions: { wrap: false, verticalAlignment: 'center', margins: { top: 0, right: 0, bottom: 0, left: 0 } },
    children: [
      new Paragraph({
        spacing: asHigh,
        alignment: alignments[anchor],
        children: [
          new TextRun({
            text,
            size: Math.round((TYPE / 96) * 72 * 2),
            font: font(fonts.heading),
            color: ink,
          }),
        ],
      }),
    ],
  };
}
