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

export type LaidOut = {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
  readonly words: readonly Word[];
};

/** A .docx as LibreOffice lays it out: pages, and where each word stands, in millimetres from the page's upper left corner. */
export const layOut = (docx: Uint8Array): LaidOut => layOutAll([docx])[0] as LaidOut; // reason: one for each

/** Several in one start of LibreOffice, which takes longer than the work. */
export function layOutAll(docxes: readonly Uint8Array[]): LaidOut[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'leye-docx-'));
  try {
    const files = docxes.map((docx, at) => {
      const file = path.join(folder, `document-${at}.docx`);
      writeFileSync(file, docx);
      return file;
    });
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    execFileSync('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', folder, ...files], {
      stdio: 'ignore',
      timeout: 120_000,
    });
    return files.map((file) => measured(file.replace(/docx$/, 'pdf')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function measured(pdf: string): LaidOut {
  const information = execFileSync('pdfinfo', [pdf], { encoding: 'utf8' });
  const [, width = '0', height = '0'] = /Page size:\s+([\d.]+) x ([\d.]+)/.exec(information) ?? [];
  const words = pdf.replace(/pdf$/, 'html');
  execFileSync('pdftotext', ['-bbox', pdf, words]);
  return {
    pages: Number(/Pages:\s+(\d+)/.exec(information)?.[1] ?? 0),
    width: millimetres(width),
    height: millimetres(height),
    words: wordsOf(readFileSync(words, 'utf8')),
  };
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
