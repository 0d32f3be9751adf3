import { strFromU8, strToU8, type Unzipped, unzipSync, zipSync } from 'fflate';
import { linePitch, standIns } from './page-measures.ts';

const FONT_TABLE = 'word/fontTable.xml';
const CORE = 'docProps/core.xml';
/** The first day a ZIP can name. */
const NO_DATE = '1980-01-01';

/**
 * Settles what the library leaves open: which installed font stands in for one that is not (`w:altName`), the moments in the file, the
 * names of its relations, so that one document is always the same bytes.
 */
export function settled(packed: Uint8Array, date: string | undefined): Buffer {
  const files = unzipSync(packed);
  files[FONT_TABLE] = strToU8(fontTable());
  return Buffer.from(zipped(withOwnNames(files), date ?? NO_DATE));
}

function zipped(files: Unzipped, day: string): Uint8Array<ArrayBuffer> {
  const core = files[CORE];
  const fixed: Unzipped = {};
  for (const [name, content] of Object.entries(files))
    fixed[name] = name.endsWith('.xlsx') ? zipped(unzipSync(content), day) : content;
  if (core) fixed[CORE] = strToU8(strFromU8(core).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${day}T00:00:00Z`));
  return zipSync(fixed, { level: 6, mtime: new Date(`${day}T12:00:00Z`) });
}

/**
 * Drawings are related by names drawn by lot and counted through all documents of the process; here they are counted in this one.
 * Lines higher than the grid's keep their own height: not every word processor leaves an exact height alone on a grid.
 */
function withOwnNames(files: Unzipped): Unzipped {
  const names = new Map<string, string>();
  const plain = (name: string): string => {
    const known = names.get(name) ?? `rIdPart${names.size + 1}`;
    names.set(name, known);
    return known;
  };
  let drawings = 0;
  const settledXml = (xml: string): string =>
    xml
      .replace(new RegExp(`<w:spacing(?=[^>]*w:lineRule)(?![^>]*w:line="${linePitch}")`, 'g'), '<w:snapToGrid w:val="0"/>$&')
      .replace(/rId[a-z0-9_-]{12,}/g, plain)
      .replace(/(<(?:wp:docPr|wps:cNvPr|wpg:cNvPr) id=")\d+/g, (_whole, before: string) => `${before}${++drawings}`);
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) =>
      /\.(xml|rels)$/.test(name) ? [name, strToU8(settledXml(strFromU8(content)))] : [name, content],
    ),
  );
}

function fontTable(): string {
  const entries = standIns.map(
    ({ name, instead, family }) =>
      `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:charset w:val="86"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
  );
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${entries.join('')}</w:fonts>`;
}
