/** The text of a .docx: one line for each paragraph, with the numbers that Word draws by itself. */
import { DOMParser, type Document, XMLSerializer } from '@xmldom/xmldom';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import mammoth from 'mammoth';
import { wordNumberer } from './word-numbering.ts';

/** Beyond this a small file that unpacks hugely (a zip bomb) is refused. */
const LARGEST_PART_BYTES = 60 * 1024 * 1024;
const MAIN_PART = 'word/document.xml';

/** @throws Error when the file is no .docx, is damaged, or unpacks to too much */
export async function readWord(bytes: Uint8Array): Promise<string> {
  let unpacked = 0;
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      const isText = /\.(?:xml|rels)$/.test(name);
      if (isText) unpacked += originalSize;
      if (unpacked > LARGEST_PART_BYTES) throw new Error('The file unpacks to too much.');
      return isText;
    },
  });
  const main = files[MAIN_PART];
  if (!main) throw new Error('The file holds no Word document.');
  const document = parse(main);
  drawNumbers(document, files);
  const numbered = zipSync({ ...files, [MAIN_PART]: strToU8(new XMLSerializer().serializeToString(document)) }, { level: 0 });
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(numbered) });
  return value.replace(/\n\n/g, '\n');
}

const parse = (part: Uint8Array): Document => new DOMParser().parseFromString(strFromU8(part), 'text/xml');

/** Puts the number that Word draws before each paragraph into its text. */
function drawNumbers(document: Document, files: Record<string, Uint8Array>): void {
  const part = (name: string) => (files[name] ? parse(files[name]) : undefined);
  const numberer = wordNumberer(part('word/numbering.xml'), part('word/styles.xml'));
  const namespace = document.documentElement?.namespaceURI ?? null;
  for (const paragraph of [...document.getElementsByTagNameNS('*', 'p')]) {
    if (paragraph.namespaceURI !== namespace) continue;
    const number = numberer.next(paragraph);
    if (number === '') continue;
    const run = document.createElementNS(namespace, 'w:r');
    const text = document.createElementNS(namespace, 'w:t');
    text.appendChild(document.createTextNode(number));
    run.appendChild(text);
    const properties = [...paragraph.childNodes].find(({ nodeName }) => nodeName === 'w:pPr');
    paragraph.insertBefore(run, properties ? properties.nextSibling : paragraph.firstChild);
  }
}
