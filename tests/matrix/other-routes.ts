import { addresses } from '../../server/modules/portal/module.ts';

type Other = {
  /** The statuses that a visitor may be answered with. */
  readonly visitor: readonly number[];
  readonly why: string;
  /** It gives the same to the same people as this command or query, whose row holds for it. */
  readonly like?: string;
};

const ownRoutes: Readonly<Record<string, Other>> = {
  'GET /health/live': { visitor: [200], why: 'asked by balancers, says nothing about anybody' },
  'GET /health/ready': { visitor: [200], why: 'asked by balancers, says nothing about anybody' },
  'GET /api/openapi.json': { visitor: [200], why: 'the description of the interface, the same for everybody' },
  'GET /office': { visitor: [200, 503], why: 'the office’s empty shell; what it shows is asked for by queries' },
  'GET /office/*': { visitor: [200, 404], why: 'the same shell for every page of the office' },
  'GET /screen': { visitor: [200, 404], why: 'the big screen’s empty shell' },
  'GET /station/*': { visitor: [200, 404], why: 'the empty shell of a station’s screen and kiosk' },
  'GET /station/worker.js': { visitor: [200, 404], why: 'what keeps a station’s pages without network; holds no data' },
  'GET /api/gig-faces/:code': {
    visitor: [404],
    why: 'what hangs on a station’s wall, numbers only; answers again only what has changed; runs gigs.screen',
  },
  'POST /api/gig-stations/:station/devices': {
    visitor: [401],
    like: 'gigs.set-up-kiosk',
    why: 'makes this browser a device: its token goes into a cookie; runs gigs.set-up-kiosk',
  },
  'GET /app/*': { visitor: [404], why: 'the built files of office and screen' },
  'GET /portal/:file': { visitor: [404], why: 'the stylesheet of the public pages' },
  ...Object.fromEntries(
    addresses.map((address) => [`GET ${address}`, { visitor: [200, 404, 422], why: 'a public page; it asks as a visitor' }]),
  ),
  'GET /consultations': { visitor: [200], why: 'the papers that everybody may speak on' },
  'GET /consultations/:consultation': { visitor: [404, 422], why: 'one of them, where the public is asked' },
  'POST /consultations/:consultation': {
    visitor: [404, 422],
    why: 'somebody’s opinion, limited by address; runs consultation.send-public-opinion',
  },
  'POST /consultations/answer': { visitor: [200, 429], why: 'what became of an opinion, by its number; limited by address' },
  'POST /consultations/response': { visitor: [404, 422, 429], why: 'its sender’s answer; runs consultation.respond-as-public' },
  'GET /sign-in': { visitor: [200], why: 'where a resident signs in' },
  'POST /sign-in/code': { visitor: [422, 429], why: 'sends a code to a telephone; limited by number and address' },
  'POST /sign-in': { visitor: [422, 429], why: 'whoever signs in is a visitor; limited by number and address' },
  'POST /me/sign-out': { visitor: [303], why: 'ends the session shown, if any' },
  ...Object.fromEntries(
    [
      'GET /me',
      'GET /me/data',
      'POST /me/data',
      'GET /me/sessions',
      'POST /me/sessions',
      'POST /me/sessions/end',
      'GET /employer',
      'GET /employer/new',
      'POST /employer/new',
      'GET /employer/:employer',
      'POST /employer/:employer/foremen',
      'POST /employer/:employer/end',
      'POST /employer/:employer/requests',
      'GET /employer/:employer/orders',
      'GET /employer/:employer/orders/new',
      'POST /employer/:employer/orders/new',
      'GET /employer/:employer/orders/:order',
      'POST /employer/:employer/orders/:order/insurance',
      'POST /employer/:employer/orders/:order/change',
      'POST /employer/:employer/orders/:order/close',
      'POST /employer/:employer/orders/:order/cancel',
      'POST /employer/:employer/orders/:order/no-show',
      'POST /employer/:employer/orders/:order/everybody',
      'GET /employer/:employer/orders/:order/people/:placement',
      'POST /employer/:employer/orders/:order/people/:placement/rate',
      'POST /employer/:employer/orders/:order/people/:placement/times',
      'GET /employer/:employer/wages',
      'GET /employer/:employer/wages/:placement',
      'POST /employer/:employer/wages/pay',
      'POST /employer/:employer/wages/:placement',
      'GET /employer/:employer/complaints',
      'GET /employer/:employer/complaints/:complaint',
      'POST /employer/:employer/complaints/:complaint',
      'GET /employer/:employer/ratings',
      'GET /employer/:employer/ratings/:rating',
      'GET /employer/:employer/ratings/:rating/appeal',
      'POST /employer/:employer/ratings/:rating/answer',
      'POST /employer/:employer/ratings/:rating/appeal',
    ].map((route) => [
      route,
      { visitor: [303], why: 'a resident’s own page, which asks as they do; others are sent to sign in' },
    ]),
  ),
  'GET /gigs': { visitor: [200], why: 'the door to day work; asks as the portal, and as whoever looks whether they have joined' },
  'GET /gigs/rules': { visitor: [200], why: 'the rules by which work is given out; asks as the portal' },
  'GET /gigs/grades': { visitor: [200], why: 'the grades of the gig stations, as published; asks as the portal' },
  'GET /gigs/offline': { visitor: [200], why: 'what a phone keeps for when there is no network; the same for everybody' },
  'GET /gigs/script/:file': { visitor: [404], why: 'the script of the worker’s pages' },
  'GET /sw.js': { visitor: [200, 404], why: 'the service worker of the same pages' },
  'GET /s/:code': { visitor: [404], why: 'what a station’s code opens; the station is everybody’s' },
  'GET /gigs/today/part': { visitor: [303], why: 'a part of a resident’s own page' },
  ...Object.fromEntries(
    [
      'GET /gigs/join',
      'POST /gigs/join',
      'POST /gigs/join/me',
      'GET /gigs/profile',
      'GET /gigs/profile/trades',
      'POST /gigs/profile/trades',
      'GET /gigs/profile/terms',
      'POST /gigs/profile/terms',
      'POST /gigs/profile/licences',
      'POST /gigs/profile/card',
      'POST /gigs/profile/pause',
      'POST /s/:code',
      'GET /gigs/today',
      'POST /gigs/today/leave',
      'POST /gigs/today/more',
      'POST /gigs/offers/:offer/take',
      'POST /gigs/offers/:offer/decline',
      'POST /gigs/placements/:placement/withdraw',
      'POST /gigs/placements/:placement/start',
      'POST /gigs/placements/:placement/end',
      'GET /gigs/work',
      'GET /gigs/work/:of',
      'POST /gigs/work/:of/received',
      'POST /gigs/work/:of/rate',
      'POST /gigs/work/:of/complain',
      'GET /gigs/complaints/:of',
      'POST /gigs/complaints/:of/withdraw',
      'POST /gigs/ratings/:of/answer',
      'POST /gigs/ratings/:of/appeal',
      'GET /gigs/team',
      'POST /gigs/team/form',
      'POST /gigs/team/join',
      'POST /gigs/team/leave',
    ].map((route) => [route, { visitor: [303], why: 'a worker’s own page, which asks as they do; others are sent to sign in' }]),
  ),
  'GET /api/me': { visitor: [200], why: 'tells who is asking that they are nobody, too' },
  'GET /api/sign-in': { visitor: [200], why: 'what the sign-in page offers' },
  'POST /api/sign-in': { visitor: [422], why: 'whoever signs in is a visitor; limited by account and address' },
  'POST /api/sign-in/second-factor': { visitor: [422], why: 'the second step of signing in' },
  'POST /api/sign-out': { visitor: [200], why: 'ends the session shown, if any' },
  'GET /api/sign-in/identity-provider': {
    visitor: [404],
    why: 'sends the browser to the identity provider, where one is set up',
  },
  'GET /api/auth/callback/identity-provider': { visitor: [404], why: 'the way back from the identity provider' },
  'POST /api/me/password': {
    visitor: [422],
    why: 'one’s own password, kept from the idempotency keys; runs people.change-password',
  },
  'POST /api/me/second-factor/start': { visitor: [422], why: 'one’s own second factor; the session is asked for inside' },
  'POST /api/me/second-factor/confirm': { visitor: [422], why: 'one’s own second factor; the session is asked for inside' },
  'POST /api/programme/papers': {
    visitor: [401],
    like: 'programme.upload-paper',
    why: 'an uploaded file, which no JSON command takes; runs programme.upload-paper',
  },
  'POST /api/evidence': {
    visitor: [401],
    like: 'evidence.keep-file',
    why: 'an uploaded file, which no JSON command takes; runs evidence.keep-file',
  },
  'GET /api/evidence/:sha256': {
    visitor: [401],
    like: 'evidence.opened',
    why: 'a document, streamed as a file; runs evidence.opened first',
  },
  'GET /api/market-rounds/:round/proposal.docx': {
    visitor: [401],
    like: 'market-standard.proposal-document',
    why: 'the proposal as a paper, streamed as a file; runs market-standard.proposal-document',
  },
  'POST /api/bulletins': {
    visitor: [401],
    like: 'bulletins.open',
    why: 'opens a bulletin, then freezes its numbers in a snapshot of their own',
  },
  'POST /api/bulletins/:bulletin/snapshot': {
    visitor: [401],
    like: 'bulletins.take-snapshot',
    why: 'numbers are read in a snapshot of their own, then kept',
  },
  'GET /api/notices/:notice/paper.docx': {
    visitor: [401],
    like: 'supervision.notice-document',
    why: 'the same paper, as a file',
  },
  'GET /api/bulletins/:bulletin/paper.docx': { visitor: [401], like: 'bulletins.paper', why: 'the same bulletin, as a file' },
  'GET /api/record-types/:type/template.xlsx': {
    visitor: [401],
    like: 'records.list-record-types',
    why: 'an empty form, as a file',
  },
  'GET /api/record-types/:type/template.csv': {
    visitor: [401],
    like: 'records.list-record-types',
    why: 'an empty form, as a file',
  },
  'POST /api/record-types/:type/imports': {
    visitor: [401],
    like: 'records.upload-import',
    why: 'an uploaded file, which no JSON command takes',
  },
  'GET /api/record-imports/:import/problems.xlsx': {
    visitor: [401],
    like: 'records.upload-import',
    why: 'the rows to put right, as a file',
  },
  'GET /api/record-imports/:import/problems.csv': {
    visitor: [401],
    like: 'records.upload-import',
    why: 'the rows to put right, as a file',
  },
  'GET /api/figures/:code/records.csv': { visitor: [401], like: 'figures.records', why: 'the same records, streamed as a file' },
  'GET /api/figures/:code/records.xlsx': {
    visitor: [401],
    like: 'figures.records',
    why: 'the same records, streamed as a workbook',
  },
  'GET /api/record-types/:type/records.csv': {
    visitor: [401],
    like: 'records.list-records',
    why: 'the same records, streamed as a file',
  },
  'POST /api/consultations': {
    visitor: [401],
    like: 'consultation.start-consultation',
    why: 'a text that is read before it is kept; runs consultation.start-consultation',
  },
  'POST /api/consultations/:consultation/versions': {
    visitor: [401],
    like: 'consultation.save-version',
    why: 'a text that is read before it is kept; runs consultation.save-version',
  },
  'GET /api/consultations/:consultation/summary.docx': {
    visitor: [401],
    like: 'consultation.summary',
    why: 'the same summary, as a Word file',
  },
  'GET /api/measures/:no/timeline.csv': {
    visitor: [401],
    like: 'timeline.get',
    why: 'the same timeline, streamed as a file',
  },
  'GET /api/measures/:no/timeline.xlsx': {
    visitor: [401],
    like: 'timeline.get',
    why: 'the same timeline, as a workbook',
  },
  'GET /api/audit/entries.csv': { visitor: [401], like: 'audit.list-entries', why: 'the same entries, streamed as a file' },
  'GET /api/audit/checkpoints.jsonl': {
    visitor: [401],
    like: 'audit.list-checkpoints',
    why: 'the same checkpoints, streamed as a file',
  },
};

/** The address of a form, read: it leads to the page above that it stands on, and says nothing itself. */
const leadsBack = Object.keys(ownRoutes).flatMap((route): [string, Other][] => {
  const [method, path = ''] = route.split(' ', 2);
  const isPage = (at: string) => `GET ${at}` in ownRoutes;
  if (method !== 'POST' || path.startsWith('/api/') || isPage(path)) return [];
  const parts = path.split('/');
  const isAbove = parts.some((_part, at) => at > 1 && isPage(parts.slice(0, at).join('/')));
  return isAbove ? [[`GET ${path}`, { visitor: [303], why: 'leads from the address of a form to its page' }]] : [];
});

/**
 * What is reachable and is neither a command nor a query, with what a visitor is answered and why it stands alone. Nothing else may
 * be registered: a route without a permission rule is a hole.
 */
export const otherRoutes: Readonly<Record<string, Other>> = { ...Object.fromEntries(leadsBack), ...ownRoutes };
