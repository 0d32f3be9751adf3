const decoder = new TextDecoder('gb18030');
let bytesOf: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Text as an old spreadsheet saves it. Node can only read GB18030, so its two-byte characters are found by reading all of them. */
export function asGb18030(text: string): Buffer {
  bytesOf ??= twoBytes();
  const table = bytesOf;
  return Buffer.from(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0) ?? 0;
      const pair = code < 0x80 ? [code] : table.get(character);
      if (!pair) throw new RangeError(`${character} has no two-byte form`);
      return [...pair];
    }),
  );
}

function twoBytes(): ReadonlyMap<string, readonly [number, number]> {
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1)
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  return found;
}
