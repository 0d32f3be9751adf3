import mammoth from 'mammoth';
import { expect, it } from 'vitest';
import { summaryDocx } from './summary-docx.ts';

it('the summary as a Word file holds its title, every paragraph and every cell', async () => {
  const rows = [['1', '区财政局', '删除“甲”', '采纳', '同意', '一致']];
  const columns = ['序号', '提出方', '意见', '采纳情况', '理由', '与文件是否一致'];
  const file = await summaryDocx({ title: '《措施》征求意见汇总说明', paragraphs: ['共收到 1 条意见。'], columns, rows });
  const { value } = await mammoth.extractRawText({ buffer: file });
  for (const text of ['《措施》征求意见汇总说明', '共收到 1 条意见。', ...columns, ...rows.flat()]) expect(value).toContain(text);
  const empty = await summaryDocx({ title: '空', paragraphs: [], columns, rows: [] });
  expect((await mammoth.extractRawText({ buffer: empty })).value.trim()).toBe('空');
});
