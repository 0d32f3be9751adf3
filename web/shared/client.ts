import { isRefusal, Refusal, unreachable, unreadable } from './refusal.ts';

export type Search = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** A path with its search; what is empty is left out. */
export function address(path: string, search: Search = {}): string {
  const given = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const query = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return query ? `${path}?${query}` : path;
}

/** A read. Throws Refusal. */
export async function ask<T>(path: string, search?: Search, signal?: AbortSignal): Promise<T> {
  const response = await send(address(path, search), { headers: { accept: 'application/json' }, ...(signal ? { signal } : {}) });
  return await answerOf<T>(response);
}

/**
 * A change. `key` makes a repeat harmless: keep the same key while sending the same content again. Throws Refusal.
 */
export async function change<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body: unknown = {},
  key = newKey(),
  signal?: AbortSignal,
): Promise<T> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', 'idempotency-key': key };
  return await answerOf<T>(await send(path, { method, headers, body: JSON.stringify(body), ...(signal ? { signal } : {}) }));
}

/** Sends a file and says how far it is, from 0 to 1. Throws Refusal. */
export function upload<T>(path: string, form: FormData, progress: (share: number) => void, signal?: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('accept', 'application/json');
    request.setRequestHeader('idempotency-key', newKey());
    request.upload.onprogress = (event) => event.lengthComputable && progress(event.loaded / event.total);
    request.onerror = () => reject(unreachable());
    request.onabort = () => reject(new Refusal(0, { code: 'stopped' }));
    request.onload = () => {
      const answer = new Response(request.status === 204 ? null : request.responseText, { status: request.status || 502 });
      answerOf<T>(answer).then(resolve, reject);
    };
    signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}

/** A fresh idempotency key. `randomUUID` is missing where the office is reached over plain http. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

async function send(url: string, options: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { credentials: 'same-origin', ...options });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
}

async function answerOf<T>(response: Response): Promise<T> {
  const text = await response.text();
  let answer: unknown;
  try {
    answer = text === '' ? null : JSON.parse(text);
  } catch {
    throw unreadable(response.status);
  }
  if (response.ok) return answer as T; // reason: the shapes are those of the contract.ts that the server answers by
  const said = answer as { code?: string } | null; // reason: errors.ts answers every refusal with a code; anything else is not ours
  if (typeof said?.code !== 'string') throw unreadable(response.status);
  throw new Refusal(response.status, { ...said, code: said.code });
}

/** Whether trying again by itself can help: the way was cut, not the wish refused. */
export const isPassing = (error: unknown): boolean => isRefusal(error) && (error.status === 0 || error.status >= 500);
