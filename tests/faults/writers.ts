import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Leye } from './leye.ts';

/** One change that somebody asked for: the same key and row are sent again until it is acknowledged. */
export type Write = { readonly key: string; readonly row: Readonly<Record<string, string>> };
/** `code` of a problem; `cut` where the connection broke without an answer. */
export type Answer = { readonly status: number; readonly code: string; readonly record: string; readonly ms: number };

/** A gig service of a person nobody else has: every row is a record and a fact of its own. */
export const gigRow = (station: string, person: number): Record<string, string> => ({
  phone: `199${String(person).padStart(8, '0')}`,
  service: 'matching',
  servedOn: '2026-01-15',
  station,
  area: '110112109000',
});

export async function send({ address }: Leye, cookie: string, { key, row }: Write, patience = 20_000): Promise<Answer> {
  const began = performance.now();
  try {
    const response = await fetch(`${address}/api/records/gig-service`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, cookie },
      body: JSON.stringify({ row }),
      signal: AbortSignal.timeout(patience),
    });
    const said = (await response.json()) as { id?: string; code?: string; state?: string }; // reason: the shapes of send-rows.ts and errors.ts
    const code = response.ok ? (said.state ?? '') : (said.code ?? '');
    return { status: response.status, code, record: said.id ?? '', ms: performance.now() - began };
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return { status: 0, code: late ? 'no-answer' : 'cut', record: '', ms: performance.now() - began };
  }
}

let streams = 0;

/**
 * Writers over HTTP and the ledger outside: a file that holds each acknowledged write, synced to the disk before the next is sent.
 * What was not acknowledged is kept to be sent again.
 */
export function startWriters(leye: Leye, cookie: string, options: { writers?: number; station: string }) {
  const file = path.join(tmpdir(), `leye-ledger-${randomUUID()}`);
  const ledger = openSync(file, 'a');
  const open: Write[] = [];
  const refused: Answer[] = [];
  // Every stream has a station and people of its own: a service counts once a person and day.
  streams += 1;
  const station = `${options.station}${streams}`;
  let [isStopping, isHeld, next, acknowledged] = [false, false, streams * 1_000_000, 0];
  let server = leye;

  const write = async () => {
    while (!isStopping) {
      if (isHeld) {
        await pause(20);
        continue;
      }
      const one = { key: randomUUID(), row: gigRow(station, next++) };
      const answer = await send(server, cookie, one);
      if (answer.status === 200) {
        writeSync(ledger, `${JSON.stringify({ ...one, record: answer.record })}\n`);
        fsyncSync(ledger);
        acknowledged += 1;
      } else {
        open.push(one);
        refused.push(answer);
        await pause(100);
      }
    }
  };
  const writing = Promise.all(Array.from({ length: options.writers ?? 8 }, write));
  return {
    station,
    acknowledged: () => acknowledged,
    refused,
    open,
    /** Waits until so many more writes were acknowledged: the stream flows. */
    async flows(more = 40): Promise<void> {
      const [from, until] = [acknowledged, performance.now() + 30_000];
      while (acknowledged < from + more) {
        if (performance.now() > until) throw new Error(`writes do not flow: ${JSON.stringify(refused.slice(-5))}`);
        await pause(10);
      }
    },
    hold(held: boolean, to = server) {
      [isHeld, server] = [held, to];
    },
    /** Ends the stream; what the ledger outside says was acknowledged, read back from the disk. */
    async stop(): Promise<(Write & { readonly record: string })[]> {
      isStopping = true;
      await writing;
      closeSync(ledger);
      const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
      rmSync(file);
      return lines.map((line) => JSON.parse(line));
    },
  };
}

export type Writers = ReturnType<typeof startWriters>;
