import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { evidenceName, sniffEvidence } from './rules.ts';
import { words } from './words.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));
const pdf = (body: string) => bytesOf(`%PDF-1.7\n${body}\n%%EOF`);
/** A PDF whose objects lie packed together, as most programs write them. */
const packed = (objects: string, type = '/ObjStm') => {
  const stream = deflateSync(Buffer.from(objects, 'latin1'));
  const head = `%PDF-1.7\n1 0 obj<</OpenAction 3 0 R>>endobj 2 0 obj<</Type${type}/N 1/First 4/Filter/FlateDecode>>stream\r\n`;
  return new Uint8Array(Buffer.concat([Buffer.from(head, 'latin1'), stream, Buffer.from('\nendstream endobj')]));
};
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const docx = (references: string) =>
  zipSync({
    '[Content_Types].xml': bytesOf(`<Types><Override PartName="/word/document.xml" ContentType="${WORD}"/></Types>`),
    'word/_rels/settings.xml.rels': bytesOf(`<Relationships>${references}</Relationships>`),
  });
const reference = (type: string, target: string) =>
  `<Relationship Id="r1" Type="${TYPES}/${type}" Target="${target}" TargetMode="External"/>`;
const virusTest = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD', '-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

describe('what could do harm is refused with what to do instead', () => {
  it.each([
    ['the test of virus scanners', bytesOf(virusTest), 'a.txt', 'evidence-virus'],
    ['the same as a program', bytesOf(virusTest), 'eicar.com', 'evidence-virus'],
    ['a PDF that writes its script’s name with #', pdf('<</S/J#61vaScript/JS(app.alert(1))>>'), 'a.pdf', 'evidence-macros'],
    ['a PDF that starts a program', pdf('<</S/L#61unch/F(cmd.exe)>>'), 'a.pdf', 'evidence-macros'],
    ['a PDF with its script packed', packed('3 0 <</S/JavaScript/JS(app.alert(1))>>'), 'a.pdf', 'evidence-macros'],
    ['the same, the packing named with #', packed('3 0 <</S/JavaScript>>', '/Obj#53tm'), 'a.pdf', 'evidence-macros'],
    ['a PDF with a file inside', pdf('<</Type/EmbeddedFile/Length 3>>stream\nabc\nendstream'), 'a.pdf', 'evidence-attachments'],
    ['a PDF with files inside, packed', packed('3 0 <</Names<</EmbeddedFiles 4 0 R>>>>'), 'a.pdf', 'evidence-attachments'],
    ['a locked PDF', pdf('trailer<</Root 1 0 R/Encrypt 5 0 R>>'), 'a.pdf', 'evidence-locked'],
    [
      'Word with a template from elsewhere',
      docx(reference('attachedTemplate', 'http://x.cn/a.dotm')),
      'a.docx',
      'evidence-template',
    ],
    ['a template from another machine', docx(reference('attachedTemplate', '\\\\x\\a.dotm')), 'a.docx', 'evidence-template'],
    [
      'a template spelt to be overlooked',
      docx(`<Relationship TargetMode = 'External' Target='http://x.cn/a' Type='${TYPES}/attached&#x54;emplate'/>`),
      'a.docx',
      'evidence-template',
    ],
    ['an object from elsewhere', docx(reference('oleObject', 'http://x.cn/a.hta!')), 'a.docx', 'evidence-template'],
    ...['js', 'bat', 'ps1', 'VBS', 'sh', 'bat.', 'b\u200bat'].map(
      (ending) => [`a script called .${ending}`, bytesOf('del *'), `a.${ending}`, 'evidence-program'] as const,
    ),
    ['a batch called text', bytesOf('@echo off\r\ndel *'), 'a.txt', 'evidence-program'],
  ] as const)('%s', async (_what, bytes, name, fault) => {
    expect(await sniffEvidence(bytes, name)).toEqual({ fault });
    expect(words[`problem.${fault}`]?.zh).toMatch(/请.+上传/);
  });

  it.each([
    ['a PDF that only opens at a page', pdf('<</Type/Catalog/OpenAction[1 0 R/Fit]>>'), 'a.pdf', 'pdf'],
    ['a PDF packed as most are', packed('3 0 <</Type/Page>>'), 'a.pdf', 'pdf'],
    ['Word with a link to a page', docx(reference('hyperlink', 'https://www.bjtzh.gov.cn/')), 'a.docx', 'docx'],
    [
      'Word written on a template of one’s own disk',
      docx(reference('attachedTemplate', 'file:///C:\\模板.dotm')),
      'a.docx',
      'docx',
    ],
    ['a text about a batch', bytesOf('run.bat was run'), 'a.txt', 'text'],
  ] as const)('%s is taken', async (_what, bytes, name, type) => {
    expect(await sniffEvidence(bytes, name)).toEqual({ type });
  });
});

describe('a name', () => {
  it.each([
    ['张三110112199003075432.txt', '张三（号码略）.txt'],
    ['张三 11011219900307543X 身份证.txt', '张三 （号码略） 身份证.txt'],
    ['李四13800001234.txt', '李四（号码略）.txt'],
    ['1101*12199003075432.txt', '（号码略）.txt'],
    ['110112\u200b199003075432.txt', '（号码略）.txt'],
    ['１１０１１２１９９００３０７５４３２.txt', '（号码略）.txt'],
    ['2025年度 汇总*1.txt', '2025年度 汇总1.txt'],
  ])('%s keeps no digit of a personal number', (given, kept) => {
    expect(evidenceName(given, 'text')).toBe(kept);
  });
});
