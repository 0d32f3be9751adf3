import { type Said, said } from '../../../kernel/i18n/said.ts';

/** What may go wrong between a file and a draft, beside what the reader itself says of a file. */
export const paperWords: Readonly<Record<string, Said>> = {
  'problem.paper-too-long': said(
    '{filename} 有 {most} 字以上，不像一份政策文件。请只上传正文。',
    '{filename} has more than {most} characters, which no policy paper has. Upload its text only.',
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
