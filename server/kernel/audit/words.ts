import { type Said, said } from '../i18n/said.ts';
import type { AuditFindingCode } from './finding.ts';

/** What a verification says of each thing it finds: what is wrong, and what that means. */
export const auditFindingWords: Readonly<Record<`auditFinding.${AuditFindingCode}`, Said>> = {
  'auditFinding.entry-edited': said(
    '第 {lane} 链第 {seq} 条：内容与它的指纹不符，被改过。',
    'Lane {lane}, entry {seq}: the content does not match its hash; it was edited.',
  ),
  'auditFinding.entry-column-differs': said(
    '第 {lane} 链第 {seq} 条：这些列与内容不符，被改过：{columns}。',
    'Lane {lane}, entry {seq}: these columns differ from the content, they were edited: {columns}.',
  ),
  'auditFinding.entry-unreadable': said(
    '第 {lane} 链第 {seq} 条：内容已无法读出，被改过。',
    'Lane {lane}, entry {seq}: the content can no longer be read; it was edited.',
  ),
  'auditFinding.entries-missing': said(
    '第 {lane} 链第 {from} 条到第 {to} 条：不见了，被删除或挪走。',
    'Lane {lane}, entries {from} to {to}: gone, deleted or moved.',
  ),
  'auditFinding.entry-out-of-place': said(
    '第 {lane} 链第 {seq} 条：序号不可能存在，是硬塞进来的。',
    'Lane {lane}, entry {seq}: no entry can have this number; it was put in.',
  ),
  'auditFinding.link-broken': said(
    '第 {lane} 链第 {seq} 条：接不上前一条，这里有改动、插入或调换。',
    'Lane {lane}, entry {seq}: it does not link to the one before; something was edited, put in or swapped here.',
  ),
  'auditFinding.head-differs': said(
    '第 {lane} 链：记载应有 {head} 条，实际到第 {last} 条或末条不符，末尾被删、被加或被改。',
    'Lane {lane}: {head} entries are on record, the last one found is {last} or another; its end was cut, extended or edited.',
  ),
  'auditFinding.lane-missing': said('第 {lane} 链：整条链的记载不见了。', 'Lane {lane}: the record of the whole lane is gone.'),
  'auditFinding.lane-unknown': said(
    '第 {lane} 链：不应有这条链，是硬塞进来的。',
    'Lane {lane}: there is no such lane; it was put in.',
  ),
  'auditFinding.checkpoint-edited': said(
    '检查点 {checkpoint}（{at}）：内容与它的指纹不符，被改过。',
    'Checkpoint {checkpoint} ({at}): the content does not match its hash; it was edited.',
  ),
  'auditFinding.checkpoint-not-ours': said(
    '检查点 {checkpoint}（{at}）：签名不是本系统的。如换过密钥，请把旧公钥配置上；否则是伪造的。',
    'Checkpoint {checkpoint} ({at}): not signed by this system. If the key was changed, configure the old public key; otherwise it is forged.',
  ),
  'auditFinding.checkpoint-link-broken': said(
    '检查点 {checkpoint}（{at}）：接不上前一个，中间有检查点被删或被调换。',
    'Checkpoint {checkpoint} ({at}): it does not link to the one before; checkpoints between were deleted or swapped.',
  ),
  'auditFinding.checkpoint-goes-back': said(
    '检查点 {checkpoint}：第 {lane} 链只到第 {seq} 条，比更早的检查点还少，记录曾被退回。',
    'Checkpoint {checkpoint}: lane {lane} stands at {seq}, behind an earlier checkpoint; the log had been wound back.',
  ),
  'auditFinding.checkpoint-differs': said(
    '第 {lane} 链第 {seq} 条：与检查点 {checkpoint} 记下的不同，整段被改写过。',
    'Lane {lane}, entry {seq}: differs from what checkpoint {checkpoint} holds; the lane was rewritten.',
  ),
  'auditFinding.checkpoint-entry-missing': said(
    '第 {lane} 链第 {seq} 条：检查点 {checkpoint} 记着它，现在没有了，末尾被删。',
    'Lane {lane}, entry {seq}: checkpoint {checkpoint} holds it, but it is gone; the end was cut off.',
  ),
  'auditFinding.witness-unreadable': said(
    '见证文件第 {line} 行：不是完整的检查点。',
    'Witness file, line {line}: not a whole checkpoint.',
  ),
  'auditFinding.witness-not-ours': said(
    '见证文件第 {line} 行：检查点 {checkpoint}（{at}）的签名与现在的密钥不符。见证文件或本系统的密钥被换过。',
    'Witness file, line {line}: checkpoint {checkpoint} ({at}) was not signed with our key. The file or the key of this system was changed.',
  ),
  'auditFinding.witnessed-checkpoint-missing': said(
    '检查点 {checkpoint}（{at}）：见证方存有，本系统里没有了，被删除。',
    'Checkpoint {checkpoint} ({at}): the witness holds it, this system no longer does; it was deleted.',
  ),
  'auditFinding.witnessed-checkpoint-differs': said(
    '检查点 {checkpoint}（{at}）：与见证方所存的不同，被改写。',
    'Checkpoint {checkpoint} ({at}): differs from what the witness holds; it was rewritten.',
  ),
};
