import { type Said, said } from '../../kernel/i18n/said.ts';

/** What may be wrong with a file as a whole, or with an import on its way. */
export const importWords: Readonly<Record<string, Said>> = {
  'problem.file-needed': said(
    '没有收到文件。请选择一个 .xlsx 或 .csv 文件再上传。',
    'No file arrived. Choose an .xlsx or .csv file.',
  ),
  'problem.file-empty': said('这个文件是空的。请核对后再上传。', 'The file is empty. Check it and try again.'),
  'problem.file-type': said(
    '只能上传 .xlsx 或 .csv 表格。请在表格软件里另存为其中一种。',
    'Only .xlsx and .csv can be read. Save the table as one of them.',
  ),
  'problem.file-old-excel': said(
    '这是旧版 .xls 或加了密码的表格。请去掉密码，另存为 .xlsx 再上传。',
    'This is an old .xls or a protected workbook. Remove the password, save it as .xlsx and try again.',
  ),
  'problem.file-damaged': said(
    '表格文件损坏，读不出来。请用表格软件打开后另存一份再上传。',
    'The workbook is damaged. Open it in a spreadsheet program, save it anew and try again.',
  ),
  'problem.file-bomb': said(
    '这个文件解压后大得不正常，已拒绝。请另存为 .csv 再上传。',
    'This file unpacks to an abnormal size and was refused. Save it as .csv and try again.',
  ),
  'problem.file-encoding': said(
    '文件的文字编码读不出来。请另存为“CSV UTF-8”或 .xlsx 再上传。',
    'The file’s text encoding cannot be read. Save it as “CSV UTF-8” or .xlsx.',
  ),
  'problem.file-quotes': said(
    '第 {row} 行附近的引号不成对。请检查这一行的 " 号。',
    'The quotes near row {row} do not pair up. Check the " on that row.',
  ),
  'problem.file-too-many-rows': said(
    '一次最多 {limit} 行。请分成几个文件上传。',
    'At most {limit} rows at a time. Split the file.',
  ),
  'problem.file-no-header': said(
    '前 10 行里没有找到表头。请使用本类记录的模板，保留表头一行。',
    'No header was found in the first 10 rows. Use this type’s template and keep its header.',
  ),
  'problem.file-columns-missing': said(
    '缺少必填的列：{columns}。请补上这些列，或使用模板。',
    'Required columns are missing: {columnsEn}. Add them, or use the template.',
  ),
  'problem.file-columns-twice': said('有两列都是“{column}”。请只留一列。', 'Two columns are both “{column}”. Keep one.'),
  'problem.file-no-rows': said(
    '表头下面没有数据。请填好后再上传。',
    'There are no rows below the header. Fill it in and try again.',
  ),
  'problem.file-gone': said(
    '原文件已不在服务器上，无法继续。请重新上传。',
    'The original file is no longer on the server. Upload it again.',
  ),
  'problem.file-unreadable': said(
    '存着的原文件打不开：它被改动过，或者密钥换了。请重新上传。',
    'The stored file does not open: it was changed, or the key is another. Upload it again.',
  ),
  'problem.report-too-long': said(
    '需要改正的行超过 {limit} 行，请下载 .csv。',
    'More than {limit} rows must be put right: download them as .csv.',
  ),
  'problem.notice-columns-unknown': said(
    '这些列没有用到，已跳过：{columns}。',
    'These columns are not used and were left out: {columns}.',
  ),
  'problem.notice-sheets-left': said(
    '只读了工作表“{sheet}”，其他没有读：{others}。',
    'Only the sheet “{sheet}” was read; not these: {others}.',
  ),
  'problem.notice-examples': said(
    '有 {rows} 行还是模板里的示例，导入前请删去。',
    '{rows} rows are still the template’s examples; delete them before taking the file.',
  ),
  'problem.notice-file-again': said(
    '这个文件以前导入过（{number}）。已经有的记录不会重复计数。',
    'This file was taken before ({number}). Records already there do not count twice.',
  ),
  'problem.import-not-checked': said(
    '这份文件还没核对完，或者已经处理过了。请刷新看看现在的状态。',
    'This file is still being checked, or was dealt with before. Refresh to see its state.',
  ),
  'problem.import-has-bad-rows': said(
    '有 {bad} 行需要改正，不能全部导入。可以只导入没问题的，或改好后重新上传。',
    '{bad} {bad|row|rows} must be put right, so not all can be taken. Take the good ones, or correct the file and upload it again.',
  ),
  'problem.import-nothing-new': said(
    '没有可导入的新记录：{alreadyThere} 行早已在库。',
    'There is nothing new to take: {alreadyThere} rows are there already.',
  ),
  'problem.import-not-taken': said('只有已导入的文件才能整份冲销。', 'Only a file that was taken can be reversed.'),
  'problem.import-busy': said('这份文件正在处理，请等它完成。', 'This file is being worked on; wait until it is done.'),
  'problem.import-interrupted': said(
    '处理中断，没有导入任何记录。系统会自动重试，也可以重新上传。',
    'The work was interrupted and nothing was taken. It is tried again by itself; you can also upload the file again.',
  ),
  'problem.import-changed-meanwhile': said(
    '核对之后情况有变：现在有 {bad} 行需要改正。请看清后重新决定。',
    'Things changed since the check: now {bad} {bad|row|rows} must be put right. Look again and decide.',
  ),
};
