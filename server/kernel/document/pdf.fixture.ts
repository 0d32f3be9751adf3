import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const found = (name: string): boolean =>
  (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, name)));

/** Why a .docx cannot be rendered and measured on this machine; undefined where it can. */
export const missing: string | undefined =
  [
    ...(found('soffice') ? [] : ['soffice (LibreOffice)']),
    ...(found('pdftotext') && found('pdfinfo') && found('pdffonts') ? [] : ['pdftotext, pdfinfo (poppler-utils)']),
  ].join(', ') || undefined;

/** Says aloud that the layout goes unmeasured: a skipped test alone is easily overlooked. */
export function sayIfMissing(): void {
  if (missing) process.stderr.write(`\nSKIPPED: the layout of .docx is not measured on this machine; it lacks ${missing}.\n`);
}

export type Word = {
  readonly page: number;
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A .docx as LibreOffice lays it out: pages, and where each word stands, in millimetres from the page's upper left corner. */
export function layOut(docx: Uint8Array): { pages: number; width: number; height: number; words: Word[] } {
  const folder = mkdtempSync(path.join(tmpdir(), 'leye-docx-'));
  try {
    writeFileSync(path.join(folder, 'document.docx'), docx);
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync(
      'soffice',
      [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, path.join(folder, 'document.docx')],
      {
        stdio: 'ignore',
        timeout: 120_000,
      },
    );
    const pdf = path.join(folder, 'document.pdf');
    const information = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
    const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(information) ?? [];
    execFileSync('pdftotext', ['-bbox', pdf, path.join(folder, 'words.html')]);
    return {
      pages: Number(/Pages:\s+(\d+)/.exec(information)?.[1] ?? 0),
      width: millimetres(width),
      height: millimetres(height),
      words: wordsOf(readFileSync(path.join(folder, 'words.html'), 'utf8')),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const millimetres = (points: string): number => (Number(points) / 72) * 25.4;

function wordsOf(html: string): Word[] {
  let page = 0;
  const words: Word[] = [];
  for (const [, isPage, left = '', top = '', right = '', bottom = '', text = ''] of html.matchAll(
    /<(page) |<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</g,
  )) {
    if (isPage) page += 1;
    else
      words.push({
        page,
        text,
        left: millimetres(left),
        right: millimetres(right),
        top: millimetres(top),
        bottom: millimetres(bottom),
      });
  }
  return words;
}
