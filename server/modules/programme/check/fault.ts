/** One thing wrong with a programme, before it gets its words. `path` is a JSON pointer into the value that was checked. */
export type Fault = {
  readonly level: 'error' | 'warning';
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
};

export const error = (path: string, code: string, params: Fault['params'] = {}): Fault => ({
  level: 'error',
  path,
  code,
  params,
});
export const warning = (path: string, code: string, params: Fault['params'] = {}): Fault => ({
  level: 'warning',
  path,
  code,
  params,
});
