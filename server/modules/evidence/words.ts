import { type Said, said } from '../../kernel/i18n/said.ts';

export const words: Readonly<Record<string, Said>> = {
  'problem.evidence-too-large': said(
    '文件太大，最多 {megabytes} MB。请压缩图片，或只传需要的几页。',
    'The file is too large: at most {megabytes} MB. Make the pictures smaller, or send only the pages that are needed.',
  ),
  'problem.evidence-needed': said('没有收到文件。请选一个文件再上传。', 'No file arrived: choose one and upload it.'),
  'problem.evidence-gone': said(
    '这份材料的文件已经不在了。请重新上传。',
    'The file of this document is no longer there. Upload it again.',
  ),
  'problem.evidence-empty': said('这个文件是空的。请选另一个。', 'This file is empty. Choose another.'),
  'problem.evidence-macros': said(
    '这个文件里有宏或会自动运行的内容，不能收。请另存为不带宏的 .docx、.xlsx 或 .pdf，再上传。',
    'This file holds macros or something that runs by itself. Save it as .docx, .xlsx or .pdf without them and upload that.',
  ),
  'problem.evidence-virus': said(
    '这个文件带有病毒测试标记，不能收。请给电脑杀毒，再上传干净的文件。',
    'This file carries the mark by which virus scanners are tested. Have your computer scanned and upload a clean file.',
  ),
  'problem.evidence-template': said(
    '这份文档打开时会从别处加载模板或对象，不能收。请在 Word 里改回默认模板、断开链接后另存，或另存为 PDF，再上传。',
    'This document loads a template or an object from elsewhere when opened. Set its template back to the default and break its links in Word, or save it as PDF, and upload that.',
  ),
  'problem.evidence-attachments': said(
    '这份 PDF 里夹带了别的文件，不能收。请重新打印成 PDF，夹带的文件另外上传。',
    'This PDF carries other files. Print it to PDF anew, and upload the files in it by themselves.',
  ),
  'problem.evidence-locked': said(
    '这份 PDF 加了密或限制了权限，看不到里面有什么，不能收。请去掉密码，或重新打印成 PDF，再上传。',
    'This PDF is locked or restricted, so what it holds cannot be seen. Take the password off, or print it to PDF anew, and upload that.',
  ),
  'problem.evidence-program': said(
    '这是程序或脚本，不是证明材料，不能收。如果是文字，请另存为 .txt 或 .docx 再上传。',
    'This is a program or a script, not a document. If it is words, save them as .txt or .docx and upload that.',
  ),
  'problem.evidence-web-page': said(
    '这是网页或矢量图文件，不能收。请打印成 PDF，或截图后上传。',
    'This is a web page or a vector drawing. Print it to PDF, or take a picture of it, and upload that.',
  ),
  'problem.evidence-old-office': said(
    '这是旧版 Word、Excel 或 PPT 文件。请打开后另存为 .docx、.xlsx、.pptx 或 PDF，再上传。',
    'This is an old Word, Excel or PowerPoint file. Save it as .docx, .xlsx, .pptx or PDF and upload that.',
  ),
  'problem.evidence-packed': said(
    '这是压缩包。请解压后逐个上传里面的文件。',
    'This is an archive. Unpack it and upload the files in it one by one.',
  ),
  'problem.evidence-damaged': said(
    '文件已损坏，打不开。请重新保存后再上传。',
    'The file is damaged and cannot be opened. Save it again and upload that.',
  ),
  'problem.evidence-encoding': said(
    '这份文本的编码不认识。请另存为 UTF-8 后再上传。',
    'The encoding of this text is not known. Save it as UTF-8 and upload that.',
  ),
  'problem.evidence-type': said(
    '不能收这种文件。可以传 PDF、Word（.docx）、Excel（.xlsx）、PPT（.pptx）、PNG、JPG、WebP 图片和纯文本。',
    'Files of this kind are not taken. PDF, Word (.docx), Excel (.xlsx), PowerPoint (.pptx), PNG, JPG and WebP pictures and plain text are.',
  ),
  'problem.evidence-unknown': said(
    '有 {n} 份材料找不到，可能已过期删除，或不是您单位上传的。请重新上传。已填的内容都还在。',
    'Documents not found: {n}. They may have lapsed, or another unit uploaded them. Upload them again; what you typed is kept.',
  ),
};
