import type { Module } from '../../kernel/module.ts';
import { recordKinds } from './catalogue.ts';
import { endRecord, reverseRecord } from './commands/reverse-record.ts';
import { sendRecord, sendRecords } from './commands/send-record.ts';
import { listRecordTypes } from './queries/record-types.ts';
import { getRecord, listRecords } from './queries/records.ts';
import { recordsWords } from './words.ts';

export { recordKinds, recordTypes } from './catalogue.ts';
export { endRecord, reverseRecord } from './commands/reverse-record.ts';
export { sendRecord, sendRecords } from './commands/send-record.ts';

/** Records of work: sent one by one or in files, checked, counted as facts, and taken back when they were wrong. */
export const records: Module = {
  name: 'records',
  commands: [sendRecord, sendRecords, reverseRecord, endRecord],
  queries: [listRecordTypes, listRecords, getRecord],
  kinds: recordKinds,
  words: recordsWords,
};
