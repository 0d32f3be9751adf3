import type { Module } from '../../kernel/module.ts';
import { serveStylesheet } from '../../kernel/page/stylesheet.ts';
import { townQuery, townsQuery } from './areas.ts';
import { contactQuery } from './contact.ts';
import { servePages } from './routes.ts';
import { portalStylesheet } from './site.ts';

export { type TownListed, townsQuery } from './areas.ts';
export { DoorFigures } from './pages/doors.tsx';
export { ChoiceField, type FieldOf, Hidden, TextField, WrongSummary } from './pages/form.tsx';
export { CheckField, SelectField, TimeField, Together } from './pages/more-fields.tsx';
export { ChineseName, Ring } from './pages/parts.tsx';
export type { SignedIn, Visit } from './pages/visit.ts';
export {
  type Counted,
  emptyForm,
  entered,
  type Form,
  formOf,
  isSentByScript,
  picked,
  type Shown,
  statusOf,
  type TakeForm,
  type Wrong,
  wrongOf,
} from './public-forms.ts';
export { type AnswerPublic, type PageOptions, type Read, servePublic, type WritePage } from './public-pages.ts';
export { addresses, ledgerOf } from './routes.ts';
export { localPath, requireResident, sendToSignIn } from './sign-in-first.ts';

/** The public pages: no login, no JavaScript, one small stylesheet. */
export const portal: Module = {
  name: 'portal',
  queries: [townsQuery, townQuery, contactQuery],
  routes: async (app, host) => {
    serveStylesheet(app, portalStylesheet(), 'portal');
    await servePages(app, host);
  },
};
