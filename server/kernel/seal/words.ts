import { type Said, said } from '../i18n/said.ts';
import type { SealErrorCode } from './seal-error.ts';

/** What an administrator reads when sealing or opening fails; users only see that the number can't be shown just now. */
export const sealWords: Readonly<Record<`problem.${SealErrorCode}`, Said>> = {
  'problem.seal-key-length': said(
    '密钥 {key} 应为 {expected} 字节，现在是 {bytes} 字节。',
    'The key {key} must have {expected} bytes; it has {bytes}.',
  ),
  'problem.seal-key-weak': said(
    '密钥 {key} 不安全：它是占位值，或与另一把密钥相同。请重新生成。',
    'The key {key} is unsafe: a placeholder, or the same as another key. Make a new one.',
  ),
  'problem.seal-context': said(
    '程序没有说明这个号码属于哪里，因此没有加密。请报告给开发者。',
    'The program did not say where this number belongs, so it was not sealed. Tell the developers.',
  ),
  'problem.seal-malformed': said(
    '存储的内容不是加密的号码。请从备份恢复这条记录。',
    'What is stored is no sealed number. Restore this record from a backup.',
  ),
  'problem.seal-version': said(
    '号码由更新版本的加密方式（{version}）加密。请升级乐业。',
    'The number was sealed by a newer cipher ({version}). Upgrade Leye.',
  ),
  'problem.seal-key-unknown': said(
    '加密这个号码的密钥（编号 {keyId}）没有配置。请把它加入旧密钥。',
    'The key that sealed this number (id {keyId}) is not configured. Add it to the previous keys.',
  ),
  'problem.seal-broken': said(
    '加密的号码被改动过，或被移到了别处，因此打不开。请从备份恢复这条记录并查看审计日志。',
    'The sealed number was changed or moved, so it does not open. Restore this record from a backup and look at the audit log.',
  ),
  'problem.seal-index-form': said(
    '号码没有先按规范整理（{kind}），因此没有保存。请报告给开发者。',
    'The number ({kind}) was not put into its normal form first, so it was not stored. Tell the developers.',
  ),
};
