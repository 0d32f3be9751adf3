import { type Import, importsOf, sourcesIn } from './source.ts';

const MODULE = /^server\/modules\/([^/]+)\//;
const OPEN = /^server\/modules\/[^/]+\/(module|contract)\.tsx?$/;

/** Where an import crosses a border of the house (ARCHITECTURE.md); undefined when it may stand. */
export function crossing({ from, to, isType }: Import): string | undefined {
  const [ours, theirs] = [MODULE.exec(from)?.[1], MODULE.exec(to)?.[1]];
  if (theirs && ours && theirs !== ours && !OPEN.test(to))
    return `the module ${ours} may import ${theirs} only through its module.ts or contract.ts`;
  if (from.startsWith('server/kernel/') && !to.startsWith('server/kernel/')) return 'the kernel knows nothing but itself';
  if (from.startsWith('web/') && to.startsWith('server/')) {
    if (to === 'server/kernel/i18n/said.ts') return undefined; // how anything is said: three lines without a server in them
    const isShape = to.endsWith('/contract.ts') || to.startsWith('server/kernel/');
    if (!isShape) return 'web/ may see only a contract.ts and the shapes of the kernel';
    if (!isType) return 'web/ takes types only (import type)';
  }
  if (from.startsWith('server/') && /^(web|tests|bench|scripts)\//.test(to))
    return `the server stands without ${to.split('/')[0]}/`;
  return undefined;
}

/** Every crossing in the project. Fails too when it finds no module: then it looked at nothing. */
export async function checkBorders(): Promise<string[]> {
  const sources = (await sourcesIn('server', 'web')).filter(({ file }) => !/\.(test|fixture)\.tsx?$/.test(file));
  const modules = new Set(sources.flatMap(({ file }) => MODULE.exec(file)?.[1] ?? []));
  if (modules.size === 0) return ['no module was found below server/modules: nothing was checked'];
  return sources.flatMap(importsOf).flatMap((one) => {
    const problem = crossing(one);
    return problem ? [`${one.from} imports ${one.to}: ${problem}`] : [];
  });
}
