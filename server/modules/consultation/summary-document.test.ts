import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { writeDocx } from '../../kernel/document/docx.ts';
import { said } from '../../kernel/i18n/said.ts';
import { summaryDocument } from './summary-document.ts';

const same = (text: string) => said(text, text);
const textOf = async (summary: Parameters<typeof summaryDocument>[0]) =>
  (await mammoth.extractRawText({ buffer: await writeDocx(summaryDocument(summary, 'zh')) })).value;

it('the summary as a Word file holds its title, every paragraph and every cell', async () => {
  const cells = ['1', '区财政局', '删除“甲”', '采纳', '同意', '一致'];
  const columns = ['序号', '提出方', '意见', '采纳情况', '理由', '与文件是否一致'];
  const title = same('《措施》征求意见汇总说明');
  const text = await textOf({
    title,
    paragraphs: [same('共收到 1 条意见。')],
    columns: columns.map(same),
    rows: [cells.map(same)],
  });
  for (const wanted of [title.zh, '共收到 1 条意见。', ...columns, ...cells]) expect(text).toContain(wanted);
});

it('without opinions there is no table', async () => {
  const text = await textOf({ title: same('空'), paragraphs: [], columns: [same('序号')], rows: [] });
  expect(text).toContain('空');
  expect(text).not.toContain('序号');
});
