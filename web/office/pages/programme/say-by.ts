import type { Done } from '../../../../server/modules/programme/draft/contract.ts';
import type { Say } from '../../../shared/words/index.ts';

/** Who did it; what Leye did itself (a programme loaded from its file) is said so. */
export const sayBy = ({ by, name }: Done, say: Say): string => (by.startsWith('system') ? say('audit.system') : name);
