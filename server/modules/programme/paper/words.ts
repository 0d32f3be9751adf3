import { type Said, said } from '../../../kernel/i18n/said.ts';

export const paperWords: Readonly<Record<string, Said>> = {
  'problem.paper-empty': said('{filename} 是空文件，请换一份有内容的。', '{filename} is empty: choose one with text in it.'),
  'problem.paper-too-large': said(
    '{filename} 太大，最多 {megabytes} MB。请只上传文件正文，图片可以去掉。',
    '{filename} is too large: at most {megabytes} MB. Upload the text of the paper, without pictures.',
  ),
  'problem.paper-too-long': said(
    '{filename} 有 {most} 字以上，不像一份政策文件。请只上传正文。',
    '{filename} has more than {most} characters, which no policy paper has. Upload its text only.',
  ),
  'problem.paper-not-text': said(
    '{filename} 不是文字文件，请另存为 .docx 或 .txt 再上传。',
    '{filename} is not a text: save it as .docx or .txt and upload that.',
  ),
  'problem.paper-is-old-word': said(
    '{filename} 是旧版 Word（.doc），请用 Word 或 WPS 另存为 .docx 再上传。',
    '{filename} is an old Word file (.doc): save it as .docx in Word or WPS.',
  ),
  'problem.paper-is-pdf': said(
    '{filename} 是 PDF，请上传 .docx 原稿，或把文字另存为 .txt。',
    '{filename} is a PDF: upload the .docx it was made from, or its text as .txt.',
  ),
  'problem.paper-damaged': said(
    '{filename} 打不开，可能已损坏，请重新保存后再上传。',
    '{filename} cannot be opened and may be damaged: save it again and upload that.',
  ),
  'problem.paper-takes-too-long': said(
    '{filename} 读了很久还没读完，不像一份政策文件。请只上传正文。',
    '{filename} took too long to read, as no policy paper does. Upload its text only.',
  ),
  'problem.paper-missing': said(
    '没有收到文件，请选一份 .docx 或 .txt 再上传。',
    'No file arrived: choose a .docx or .txt and upload it.',
  ),
  'problem.paper-without-measures': said(
    '{name} 里没有找到编号的措施，不能起草方案。请确认上传的是政策文件正文。',
    'No numbered measures were found in {name}, so there is nothing to draft. Make sure it is the text of a policy paper.',
  ),
  'problem.paper-too-much': said(
    '{name} 读出的条目太多，不像一份政策文件，不能起草方案。',
    'Far more was found in {name} than a policy paper holds; no draft was made.',
  ),
};
