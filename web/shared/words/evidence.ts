import { said } from './pair.ts';

export const evidenceWords = {
  'evidence.title': said('佐证材料', 'Documents'),
  'evidence.hint': said(
    '记录能证明的不用传。PDF、Word、Excel、PPT、图片或纯文本，每个最多 20 MB。',
    'What the records prove needs no document. PDF, Word, Excel, PowerPoint, pictures or plain text, at most 20 MB each.',
  ),
  'evidence.add': said('添加材料', 'Add a document'),
  'evidence.checking': said('正在检查文件…', 'Checking the file…'),
  'evidence.same': said('“{name}”以前传过，直接用那一份。', '“{name}” had been uploaded before; that one is used.'),
  'evidence.remove': said('移除', 'Remove'),
  'evidence.remove-one': said('移除“{name}”', 'Remove “{name}”'),
  'evidence.earlier': said('选用本单位传过的', 'Choose one your unit uploaded before'),
  'evidence.use': said('选用', 'Use'),
  'evidence.use-one': said('选用“{name}”', 'Use “{name}”'),
  'evidence.by': said('{name} · {day}', '{name} · {day}'),
  'evidence.full': said('最多 {n} 份。先移除一份，再添加。', 'At most {n}. Remove one before adding another.'),
  'evidence.opening-kept': said('下载会留下记录。', 'Downloading leaves a record.'),
} as const;
