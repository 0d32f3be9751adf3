import type { Letter } from './letter.ts';

/** What a page remembers across a reload: letters that have not been sent, and the last answers it read. */
export type Box = {
  /** In the order in which they were written. */
  letters(): Promise<readonly Letter[]>;
  /** Gives it its place in the order. */
  add(letter: Omit<Letter, 'id'>): Promise<Letter>;
  change(letter: Letter): Promise<void>;
  remove(id: number): Promise<void>;
  keep(name: string, kept: Kept): Promise<void>;
  kept(name: string): Promise<Kept | undefined>;
  /** Forgets every answer that was kept. Letters stay. */
  forget(): Promise<void>;
};

/** `at`: when the server gave it, in milliseconds. */
export type Kept = { readonly value: unknown; readonly at: number };

/** In the browser's own database of this name; where it has none (a private window), in memory until the page is closed. */
export async function openBox(name: string): Promise<Box> {
  try {
    return inDatabase(await opened(name));
  } catch {
    return inMemory();
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore('letters', { keyPath: 'id', autoIncrement: true });
      request.result.createObjectStore('kept');
    };
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function inDatabase(database: IDBDatabase): Box {
  /** Resolves when the browser has it on disk, not when it has heard of it. */
  const within = <T>(
    store: 'letters' | 'kept',
    mode: IDBTransactionMode,
    ask: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode);
      const request = ask(transaction.objectStore(store));
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
      transaction.onerror = () => reject(transaction.error);
    });
  return {
    letters: () => within<Letter[]>('letters', 'readonly', (store) => store.getAll()),
    async add(letter) {
      const id = await within('letters', 'readwrite', (store) => store.add(letter));
      return { ...letter, id: Number(id) };
    },
    change: async (letter) => void (await within('letters', 'readwrite', (store) => store.put(letter))),
    remove: async (id) => void (await within('letters', 'readwrite', (store) => store.delete(id))),
    keep: async (name, kept) => void (await within('kept', 'readwrite', (store) => store.put(kept, name))),
    kept: (name) => within<Kept | undefined>('kept', 'readonly', (store) => store.get(name)),
    forget: async () => void (await within('kept', 'readwrite', (store) => store.clear())),
  };
}

export function inMemory(): Box {
  const letters = new Map<number, Letter>();
  const answers = new Map<string, Kept>();
  let last = 0;
  return {
    letters: async () => [...letters.values()].sort((one, other) => one.id - other.id),
    async add(letter) {
      last += 1;
      const added = { ...letter, id: last };
      letters.set(last, added);
      return added;
    },
    change: async (letter) => void (letters.has(letter.id) && letters.set(letter.id, letter)),
    remove: async (id) => void letters.delete(id),
    keep: async (name, kept) => void answers.set(name, kept),
    kept: async (name) => answers.get(name),
    forget: async () => answers.clear(),
  };
}
