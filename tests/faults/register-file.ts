import { setTimeout as pause } from 'node:timers/promises';
import type { Leye } from './leye.ts';

type ImportView = { readonly state: string; readonly receipt: { readonly new: number } | null };

/** A gig station's register of so many services, uploaded, taken and taken back over HTTP as an officer does. */
export function registerFile(leye: Leye, cookie: string, rows: number) {
  const ask = async <T>(method: string, path: string, body?: BodyInit, type?: string): Promise<T> => {
    const headers = { cookie, ...(type ? { 'content-type': type } : {}) };
    const response = await fetch(leye.address + path, { method, body, headers });
    const answer = await response.text();
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${answer}`);
    return JSON.parse(answer) as T; // reason: the caller names the shape of records/contract.ts
  };
  const change = (path: string, body: object) => ask('POST', path, JSON.stringify(body), 'application/json');

  return {
    async upload(): Promise<string> {
      const lines = Array.from({ length: rows }, (_, at) => {
        const day = String(1 + (at % 28)).padStart(2, '0');
        return `198${String(at).padStart(8, '0')},岗位对接,2026-02-${day},台账导入站,马驹桥镇`;
      });
      const form = new FormData();
      form.append('file', new Blob([`手机号,服务项目,服务日期,服务站点,所在地区\n${lines.join('\n')}\n`]), '台账.csv');
      return (await ask<{ import: string }>('POST', '/api/record-types/gig-service/imports', form)).import;
    },
    take: (id: string) => change(`/api/record-imports/${id}/take`, { mode: 'all' }),
    takeBack: (id: string) => change(`/api/record-imports/${id}/reverse`, { why: '整份报错了' }),
    /** Waits until the import has left this state. */
    async after(id: string, state: string): Promise<ImportView> {
      for (;;) {
        const view = await ask<ImportView>('GET', `/api/record-imports/${id}`);
        if (view.state !== state) return view;
        await pause(250);
      }
    },
  };
}
