/** The page of today follows what happens: asked for again every quarter of a minute, by a tag that costs nothing while nothing changes. */

const EVERY = 15_000;

export type Telling = {
  readonly words: (name: string, filled?: Record<string, string>) => string;
  readonly say: (kind: string, text: string) => void;
  /** Something is new. */
  readonly changed: () => void;
  /** The part stands as the server has it: drawn anew, or nothing has changed. */
  readonly drawn: () => void;
};

export function watchToday(address: string, { words, say, changed, drawn }: Telling): { look(): void } {
  const live = document.getElementById('live');
  let tag = live?.dataset.tag;
  let isOver = false;
  const isAway = { told: false };

  const look = async () => {
    if (!live || isOver) return;
    try {
      const answer = await fetch(address, {
        credentials: 'same-origin',
        headers: { accept: 'text/html', ...(tag === undefined ? {} : { 'if-none-match': tag }) },
      });
      if (isAway.told) say('', '');
      isAway.told = false;
      live.dataset.at = new Date().toISOString();
      if (answer.status === 304) return drawn();
      // Signed out meanwhile, on another device perhaps: the page itself says so.
      if (answer.redirected || answer.status === 404) {
        isOver = true;
        return window.location.reload();
      }
      if (answer.ok) show(live, await answer.text(), answer.headers.get('etag') ?? undefined);
    } catch {
      isAway.told = true;
      say('', words('offline', { time: timeOf(live.dataset.at) }));
    }
  };

  const show = (into: HTMLElement, html: string, found: string | undefined) => {
    if (found === tag) return drawn();
    const hadOffer = into.querySelector('.offer') !== null;
    // Whoever is reading reasons or typing one is not disturbed; the next round shows it.
    if (into.querySelector('details[open]') !== null) return;
    const hadFocus = into.contains(document.activeElement);
    tag = found;
    const typed = typedIn(into);
    into.innerHTML = html;
    for (const [name, field] of fieldsOf(into)) field.value = typed.get(name) ?? field.value;
    drawn();
    changed();
    if (hadFocus) into.focus();
    if (!hadOffer && into.querySelector('.offer') !== null) {
      say('', words('offer'));
      navigator.vibrate?.(300);
    }
  };

  setInterval(() => void (document.hidden || look()), EVERY);
  document.addEventListener('visibilitychange', () => void (document.hidden || look()));
  if (live && navigator.onLine === false) {
    isAway.told = true;
    say('', words('offline', { time: timeOf(live.dataset.at) }));
  }
  return { look: () => void look() };
}

/** The text fields of a part, by their form and name: the code of a beginning is not that of an end. */
const fieldsOf = (part: HTMLElement): [string, HTMLInputElement][] =>
  [...part.querySelectorAll<HTMLInputElement>('input[type=text]')].map((field) => [
    `${field.form?.getAttribute('action')} ${field.name}`,
    field,
  ]);

/** What somebody has begun to type stays when the part is drawn anew. */
const typedIn = (part: HTMLElement): ReadonlyMap<string, string> =>
  new Map(fieldsOf(part).flatMap(([name, { value, defaultValue }]) => (value === defaultValue ? [] : [[name, value]])));

/** Beijing's clock. */
const timeOf = (instant: string | undefined): string =>
  new Date(Date.parse(instant ?? '') + 8 * 3_600_000).toISOString().slice(11, 16);
