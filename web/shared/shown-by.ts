/** What somebody showed the kiosk or the counter: a card's code, a worker's number or a mobile number. */
export type Shown = {
  readonly body: { readonly card: string } | { readonly number: string };
  /** Its last characters, by which its owner knows it again and nobody else does. */
  readonly end: string;
};

/** Undefined where it can be neither. A card's code may stand at the end of an address. */
export function shownBy(text: string): Shown | undefined {
  const plain = text.replaceAll(/\s/g, '');
  if (/^(\d{6,7}|1[3-9]\d{9})$/.test(plain)) return { body: { number: plain }, end: `…${plain.slice(-4)}` };
  const card = /(?:^|[/=])([A-Za-z0-9_-]{12})$/.exec(plain)?.[1];
  return card === undefined ? undefined : { body: { card }, end: `…${card.slice(-3)}` };
}
