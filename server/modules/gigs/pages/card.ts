/** A worker's card as a picture that a phone can keep: the code for the kiosk's scanner, and the number for people. */
import { crc32, deflateSync } from 'node:zlib';
import { encodeQR } from 'qr';

/** Dots of a module of the code, and of the digits below it. */
const SCALE = 8;
const QUIET = 4;

/** The card as a PNG of black and white dots, ready for an `img`. */
export function cardPicture(secret: string, number: number): string {
  const code = encodeQR(secret, 'raw', { ecc: 'medium', border: QUIET });
  const size = code.length;
  const digits = String(number);
  const width = size * SCALE;
  const text = 5 * DIGIT_SCALE + 2 * QUIET * SCALE;
  const height = width + text;
  const left = Math.floor((width - (digits.length * 4 - 1) * DIGIT_SCALE) / 2);
  const isBlack = (x: number, y: number): boolean => {
    if (y < width) return code[Math.floor(y / SCALE)]?.[Math.floor(x / SCALE)] ?? false;
    const row = Math.floor((y - width) / DIGIT_SCALE);
    const column = Math.floor((x - left) / DIGIT_SCALE);
    if (row < 0 || row > 4 || column < 0 || column % 4 === 3) return false;
    return digitDots[digits[Math.floor(column / 4)] ?? '']?.[row * 3 + (column % 4)] === '1';
  };
  return `data:image/png;base64,${png(width, height, isBlack).toString('base64')}`;
}

const DIGIT_SCALE = 9;
/** Three dots wide, five high. */
const digitDots: Readonly<Record<string, string>> = {
  '0': '111101101101111',
  '1': '010110010010111',
  '2': '111001111100111',
  '3': '111001111001111',
  '4': '101101111001001',
  '5': '111100111001111',
  '6': '111100111101111',
  '7': '111001010010010',
  '8': '111101111101111',
  '9': '111101111001111',
};

/** PNG (ISO/IEC 15948), one bit a dot. */
function png(width: number, height: number, isBlack: (x: number, y: number) => boolean): Buffer {
  const stride = Math.ceil(width / 8) + 1;
  const rows = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + 1 + (x >> 3);
      if (!isBlack(x, y)) rows[at] = (rows[at] ?? 0) | (128 >> (x & 7));
    }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(content.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
