/** What was typed and is not saved yet, kept on this computer under a place of its own: it outlives another page and a reload. Never personal data. */
export function keepUnsaved(place: string, unsaved: object | undefined): void {
  try {
    if (unsaved) localStorage.setItem(`leye-${place}`, JSON.stringify(unsaved));
    else localStorage.removeItem(`leye-${place}`);
  } catch {
    // A browser that keeps nothing still has it on the page.
  }
}

export function readUnsaved<Kept>(place: string, isOne: (kept: unknown) => kept is Kept): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(`leye-${place}`) ?? 'null');
    return isOne(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}
