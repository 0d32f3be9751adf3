import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync } from 'vite';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A file of ours, by its path from the root with forward slashes. */
export interface Source {
  readonly file: string;
  readonly text: string;
}

/** One import (or re-export) of one of our files by another. */
export interface Import {
  readonly from: string;
  readonly to: string;
  /** Gone when compiled: `import type`, or only `type` names. */
  readonly isType: boolean;
}

/** Every TypeScript file below these folders; none where a folder is not there. */
export async function sourcesIn(...folders: string[]): Promise<Source[]> {
  const found: Source[] = [];
  for (const folder of folders) {
    const entries = await readdir(path.join(root, folder), { recursive: true, withFileTypes: true }).catch(() => []);
    for (const entry of entries) {
      const absolute = path.join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.tsx?$/.test(entry.name) || absolute.includes('node_modules')) continue;
      found.push({ file: path.relative(root, absolute).split(path.sep).join('/'), text: await readFile(absolute, 'utf8') });
    }
  }
  return found;
}

/** The relative imports of a file: static, re-exported, dynamic and `import('…')` types. Throws where the file does not parse. */
export function importsOf({ file, text }: Source): Import[] {
  const { module } = parsed({ file, text });
  const named = (request: string, isType: boolean): Import[] =>
    request.startsWith('.') ? [{ from: file, to: path.posix.join(path.posix.dirname(file), request), isType }] : [];
  const statics = module.staticImports.flatMap(({ moduleRequest, entries }) =>
    named(moduleRequest.value, entries.length > 0 && entries.every((entry) => entry.isType)),
  );
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap((entry) => (entry.moduleRequest ? named(entry.moduleRequest.value, entry.isType) : [])),
  );
  const dynamic = module.dynamicImports.flatMap(({ moduleRequest }) => {
    const literal = text.slice(moduleRequest.start, moduleRequest.end).match(/^(['"`])([^$]*)\1$/);
    return named(literal?.[2] ?? '', false);
  });
  return [...statics, ...exported, ...dynamic];
}

/** The syntax tree and the imports of a file. */
export function parsed({ file, text }: Source): ReturnType<typeof parseSync> {
  const result = parseSync(file, text);
  const [error] = result.errors;
  if (error) throw new Error(`${file}: ${error.message}`);
  return result;
}

/** A node of the tree, as loosely as a search through it needs. */
export type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>;

/** Every node of a tree, parents first. */
export function* nodesOf(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const item of value) yield* nodesOf(item);
  } else if (typeof value === 'object' && value !== null) {
    if ('type' in value && typeof value.type === 'string') yield value as Node; // every node of ESTree has type and start
    for (const child of Object.values(value)) if (typeof child === 'object') yield* nodesOf(child);
  }
}

/** The text of a literal or of a template without holes. */
export function literalOf(node: unknown): string | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const { type, value, expressions, quasis } = node as Node;
  if (type === 'Literal' && typeof value === 'string') return value;
  if (type !== 'TemplateLiteral' || !Array.isArray(expressions) || expressions.length > 0 || !Array.isArray(quasis))
    return undefined;
  return quasis.map((part) => part.value.cooked).join('');
}
