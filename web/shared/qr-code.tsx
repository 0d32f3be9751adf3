import { encodeQR } from 'qr';
import { useMemo } from 'react';

/** Modules of quiet around a code (ISO/IEC 18004): without them a scanner looks for the corners in vain. */
const QUIET = 4;

/** A QR code as one path, black on white whatever is around it; its size is the style's. */
export function QrCode({ value, title }: { value: string; title: string }) {
  const { size, path } = useMemo(() => drawn(value), [value]);
  return (
    <svg role="img" viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" className="qr-code">
      <title>{title}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}

function drawn(value: string) {
  const rows = encodeQR(value, 'raw', { ecc: 'medium', border: QUIET });
  const path = rows.flatMap((row, y) => row.map((isBlack, x) => (isBlack ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}
