import { Type } from 'typebox';
import { query } from '../../../kernel/command/query.ts';
import { readableBulletin } from '../hold.ts';
import { mayRead } from '../may.ts';
import type { Paper } from '../paper/paper.ts';
import { readPaper } from './read-paper.ts';

/** A bulletin's numbers and words, for making a file of them. `GET /api/bulletins/:bulletin/paper.docx` asks it. */
export const paperQuery = query({
  name: 'bulletins.paper',
  input: Type.Object({ bulletin: Type.String({ format: 'uuid' }) }, { additionalProperties: false }),
  may: mayRead,
  run: async ({ bulletin }, reading): Promise<Paper> =>
    readPaper(reading, await readableBulletin(reading.transaction, bulletin, reading.actor)),
});
