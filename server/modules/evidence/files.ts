import path from 'node:path';
import type { Services } from '../../kernel/command/services.ts';
import type { FileStore } from '../../kernel/files/keep-file.ts';

/** Evidence lies below a folder of its own: the originals of imports are swept by other rules. */
export const evidenceFolder = (dataDirectory: string): string => path.join(dataDirectory, 'evidence');

/** Where a district's evidence lies. */
export function evidenceOf({ dataDirectory, sealKeys }: Services, district: string): FileStore {
  if (!sealKeys) throw new TypeError('evidence needs services.sealKeys');
  return { dataDirectory: evidenceFolder(dataDirectory), district, keys: sealKeys };
}
