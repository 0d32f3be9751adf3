/**
 * The script of a day worker's pages. Without it they work as plain forms; with it a check-in, an answer, a beginning and an end are
 * kept on the phone and sent once there is network, and the page of today follows what happens.
 */
import type { Letter } from '../shared/offline/letter.ts';
import { isRefusal } from '../shared/refusal.ts';
import { keepPages, keepToday } from './keep-pages.ts';
import { watchToday } from './today.ts';
import { NOBODY, OWN_NUMBER, openWorkerBox, type WorkerBox } from './worker-outbox.ts';

/** How often what waits is tried again: the browser's own word that there is network is not worth much. */
const EVERY = 5_000;

const page = document.getElementById('worker');
const notes = document.getElementById('kept');
const words = (name: string, filled: Record<string, string> = {}): string =>
  (page?.dataset[name] ?? '').replace(/\{(\w+)\}/g, (whole, key: string) => filled[key] ?? whole);

guardForms();
askForPlace();
if (page && notes && 'fetch' in window && 'indexedDB' in window) void start(page);

async function start(of: HTMLElement): Promise<void> {
  standAtAddress();
  keepPages(of.dataset.script);
  const opened = await openWorkerBox();
  const { box } = opened;
  const number = of.dataset.number;
  if (number) await box.keep(OWN_NUMBER, { value: number, at: Date.now() });
  const known = number ?? (await box.kept(OWN_NUMBER))?.value;
  const owner = typeof known === 'string' ? known : NOBODY;
  const today = of.dataset.polls
    ? watchToday(of.dataset.polls, {
        words,
        say,
        changed: keepToday,
        drawn: () => {
          answered.clear();
          draw(opened, owner);
        },
      })
    : undefined;
  tellSent();
  const told = follow(opened, owner, (sent) => (today ? today.look() : showSent(sent)));
  takeForms(opened, owner, told);
}

/** What is said once on the page that comes next. */
const SENT = 'leye-sent';
const isStandIn = document.getElementById('without') !== null;

/** What waited has gone, on a page that does not follow the day: one that was only there to send it gives way to what came of it. */
function showSent(sent: readonly Letter[]): void {
  const what = sent.map(({ about }) => about.what).join(words('and'));
  if (!isStandIn && document.querySelector('form[data-offline]') === null) {
    say('', what === '' ? '' : words('sent', { what }));
    return;
  }
  try {
    if (what !== '') sessionStorage.setItem(SENT, what);
  } catch {
    // Kept nothing: the page itself shows what came of it.
  }
  if (/^\/s\//.test(window.location.pathname)) window.location.replace('/gigs/today');
  else window.location.reload();
}

function tellSent(): void {
  if (isStandIn) return;
  try {
    const what = sessionStorage.getItem(SENT);
    sessionStorage.removeItem(SENT);
    if (what !== null) say('', words('sent', { what }));
  } catch {
    // As above.
  }
}

/** On the page that stands in for one that could not be fetched: at a station's address it checks in there. */
function standAtAddress(): void {
  const [without, station] = ['without', 'station'].map((id) => document.getElementById(id));
  const token = /[?&]d=([0-9a-f]{8})(?:&|$)/.exec(window.location.search)?.[1];
  if (!without || !station || !token || !/^\/s\/[a-z2-9]{6}$/.test(window.location.pathname)) return;
  without.hidden = true;
  station.hidden = false;
  const form = station.querySelector('form');
  form?.setAttribute('action', window.location.pathname);
  form?.querySelector('[name=d]')?.setAttribute('value', token);
}

/** Sends what waits whenever there may be network, and says how it stands: again when asked to. */
function follow(opened: WorkerBox, owner: string, refresh: (sent: readonly Letter[]) => void): () => void {
  const { outbox } = opened;
  let waited: readonly Letter[] = [];
  let sent: readonly Letter[] = [];
  const told = () => {
    const letters = own(outbox.look().letters, owner);
    const waits = letters.filter(({ refused, about }) => !refused && !underWay.has(String(about.of)));
    const isIn = (among: readonly Letter[], { id }: Letter) => among.some((one) => one.id === id);
    const settled = waited.filter((letter) => !isIn(waits, letter));
    sent = [...sent, ...settled.filter((letter) => !isIn(letters, letter) && !isOld(letter))];
    const isDone = waits.length === 0 && waited.length > 0;
    // Before anything else: what is shown next may tell again.
    waited = waits;
    for (const letter of settled) if (!isIn(letters, letter)) answered.add(String(letter.about.of));
    // Sent by this page, another one or the service worker: the page shows what came of it.
    if (settled.length > 0 && (isDone || page?.dataset.polls !== undefined)) {
      refresh(sent);
      sent = [];
    }
    draw(opened, owner);
  };
  outbox.subscribe(told);
  const flush = async () => {
    await outbox.flush(owner);
    if (owner !== NOBODY) await outbox.flush(NOBODY);
  };
  void flush().then(told);
  setInterval(() => void (waited.length > 0 && flush()), EVERY);
  window.addEventListener('online', () => {
    if (isStandIn && waited.length === 0) window.location.reload();
    else void flush();
  });
  document.addEventListener('visibilitychange', () => void (document.hidden || flush()));
  return told;
}

const own = (letters: readonly Letter[], owner: string) =>
  letters.filter((letter) => letter.owner === owner || letter.owner === NOBODY);

/** Whose answer is waited for on this page right now: what was tapped, and the address of its form, by what it is about. */
const underWay = new Map<string, { readonly what: string; readonly action: string }>();

/** What has been sent and taken, by what it is about, until the page shows what came of it: nobody answers it a second time. */
const answered = new Set<string>();

/** The notes on top, and which buttons have been used. */
function draw({ outbox, needsSignIn }: WorkerBox, owner: string): void {
  const letters = own(outbox.look().letters, owner);
  notes?.replaceChildren(
    ...letters
      .filter(({ about }) => !underWay.has(String(about.of)))
      .map((letter) => noteOf(letter, needsSignIn(), () => void outbox.discard(letter.id))),
    ...(passing ? [passing] : []),
  );
  const waiting = new Set(letters.filter(({ refused }) => !refused).map(({ about }) => about.of));
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-offline]')) {
    const of = form.dataset.about ?? form.action;
    const going = underWay.get(of);
    settleForm(
      form,
      going !== undefined || waiting.has(of) || answered.has(of),
      going?.action === form.action ? going.what : undefined,
    );
  }
}

/** What waits is not tapped again: its form is away until the answer is there. Where it was tapped, it says that it is being sent. */
function settleForm(form: HTMLFormElement, isWaiting: boolean, sending: string | undefined): void {
  const whole = form.closest('details') ?? form;
  whole.hidden = isWaiting;
  // A line that stands stays: it is read out once, and whoever scrolls on is left alone.
  const before = whole.previousElementSibling;
  const line = before instanceof HTMLElement && before.dataset.underWay !== undefined ? before : undefined;
  if (sending === undefined) line?.remove();
  else if (!line) {
    const told = note('note', words('sending', { what: sending }));
    told.dataset.underWay = '';
    told.setAttribute('role', 'status');
    whole.before(told);
    told.scrollIntoView({ block: 'nearest' });
  }
  for (const button of form.querySelectorAll('button')) button.disabled = isWaiting;
}

/** Half a day later nobody means it any more. */
const isOld = ({ at }: Letter): boolean => Date.now() - Date.parse(at) > 12 * 3_600_000;

function noteOf(letter: Letter, needsSignIn: boolean, discard: () => void): HTMLElement {
  const { about, refused } = letter;
  const what = about.what;
  if (refused) {
    const why = refused.message === refused.code ? '' : refused.message;
    return note('refused', words('refused', { what, why }), button(words('understood'), discard));
  }
  if (isOld(letter)) return note('refused', words('old', { what }), button(words('understood'), discard));
  if (needsSignIn) {
    const link = document.createElement('a');
    link.href = `/sign-in?next=${encodeURIComponent('/gigs/today')}`;
    link.textContent = words('tosignin');
    return note('', words('signin', { what }), link);
  }
  return note('', words('kept', { what }));
}

function note(kind: string, text: string, ...more: readonly HTMLElement[]): HTMLElement {
  const line = document.createElement('p');
  line.className = kind;
  line.append(text, ...more);
  return line;
}

function button(text: string, press: () => void): HTMLElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = text;
  made.addEventListener('click', press);
  return made;
}

/** One line that is not about a letter: that something is being sent, that there is no network, that there is an offer. */
let passing: HTMLElement | undefined;
function say(kind: string, text: string): void {
  passing?.remove();
  passing = text === '' ? undefined : note(kind, text);
  if (passing) notes?.append(passing);
}

/** The forms that may be sent later. The plain way stays open where the phone keeps nothing. */
function takeForms(opened: WorkerBox, owner: string, told: () => void): void {
  let pressed: HTMLButtonElement | undefined;
  document.addEventListener('click', (event) => {
    pressed = (event.target as Element | null)?.closest?.('button') ?? undefined; // reason: what is clicked is an element
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement; // reason: nothing else is submitted
    const what = form.dataset.offline;
    if (what === undefined) return;
    event.preventDefault();
    const fields = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]));
    const by = (event as SubmitEvent).submitter ?? pressed; // reason: a submit event; old browsers leave the submitter out
    if (by instanceof HTMLButtonElement && by.name !== '' && by.form === form) fields[by.name] = by.value;
    void send(opened, owner, form, what, fields).then(told);
  });
}

async function send(opened: WorkerBox, owner: string, form: HTMLFormElement, what: string, fields: Record<string, string>) {
  const { outbox } = opened;
  const path = new URL(form.action).pathname;
  const of = form.dataset.about ?? form.action;
  underWay.set(of, { what, action: form.action });
  say('', '');
  draw(opened, owner);
  document.querySelector('[data-under-way]')?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const outcome = await outbox.post<{ to?: string }>({ owner, path, body: fields, about: { what, of } });
  // It says so until the next page is there.
  if (outcome.is === 'done') return window.location.assign(outcome.answer?.to ?? '/gigs/today');
  underWay.delete(of);
  if (outcome.is === 'waiting') {
    // Answered, and no longer being read: the page may be drawn anew once it has gone.
    form.closest('details')?.removeAttribute('open');
    void askForSync();
  }
  draw(opened, owner);
  if (outcome.is === 'refused')
    say('refused', words('refused', { what, why: isRefusal(outcome.error) ? outcome.error.message : '' }));
  notes?.scrollIntoView({ block: 'center' });
}

/** Where the browser sends even after the page was closed. */
async function askForSync(): Promise<void> {
  try {
    const { ready } = navigator.serviceWorker;
    const registration = (await ready) as { sync?: { register(name: string): Promise<void> } }; // reason: not in the browser's own types
    await registration.sync?.register('leye-worker');
  } catch {
    // It goes when the page is open.
  }
}

/** A second tap on a plain form, while the first is under way, sends nothing. */
function guardForms(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement; // reason: nothing else is submitted
    if (form.dataset.offline !== undefined) return;
    if (form.dataset.sent !== undefined) event.preventDefault();
    form.dataset.sent = '';
  });
  window.addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) delete form.dataset.sent;
  });
}

/** Where I start from, as the phone knows it; the server keeps it coarsely. */
function askForPlace(): void {
  const place = document.getElementById('locate');
  const asking = place?.querySelector('button');
  if (!place || !asking || !navigator.geolocation || !window.isSecureContext) return;
  const said = place.querySelector('p');
  const fill = (name: string, value: number) =>
    document.querySelector(`input[name=${name}]`)?.setAttribute('value', value.toFixed(4));
  place.hidden = false;
  asking.addEventListener('click', () => {
    asking.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill('latitude', coords.latitude);
        fill('longitude', coords.longitude);
        document.querySelector('select[name=startArea]')?.removeAttribute('required');
        if (said) said.textContent = words('located');
      },
      () => {
        asking.disabled = false;
        if (said) said.textContent = words('notlocated');
      },
      { maximumAge: 600_000, timeout: 15_000 },
    );
  });
}
