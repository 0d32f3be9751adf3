import { allow } from '../../kernel/actor/permission.ts';

/** Who works at the counter of a gig station, each in the area of the station. */
const counter = { 'station-officer': 'own-area', 'street-officer': 'own-area', 'programme-office': 'district' } as const;

/** A worker belongs to no station: whoever stands behind any counter may serve everybody. */
const anyCounter = { 'station-officer': 'district', 'street-officer': 'district', 'programme-office': 'district' } as const;

export const mayRunStation = allow(counter);
export const mayServeWorkers = allow(anyCounter);
export const mayKeepStations = allow({ 'programme-office': 'district' });
export const maySetRules = allow({ 'programme-office': 'district' });

/** The person themself, or a counter that acts for them. */
export const mayActForWorker = allow({ ...anyCounter, resident: 'own-person' });
export const mayWorkerDo = allow({ resident: 'own-person' });

/** A manager of the employer, or the counter that takes the order by telephone: what an order promises costs money. */
export const mayOrder = allow({ ...counter, employer: 'managed-employer' });
/** The employer's word on its money and its name: paid, answered, appealed. */
export const mayManagerDo = allow({ employer: 'managed-employer' });

/** At the site a foreman is enough: who comes, the code, who was there. */
export const mayRunSite = allow({ ...counter, employer: 'own-employer' });
export const mayForemanDo = allow({ employer: 'own-employer' });

export const mayCheckInAtKiosk = allow({ kiosk: 'own-station' });

/** The code of the day hangs in the station and nowhere else: on its screen, which may do nothing more. */
export const mayShowCode = allow({ ...counter, screen: 'own-station' });

/** How the market is doing, without anybody's name. */
export const maySeeMarket = allow({
  ...counter,
  liaison: 'district',
  leader: 'district',
  evaluator: 'district',
});

/** The day's temperatures hold for the whole district; a weather service sends them with a token of one of these roles. */
export const mayRecordWeather = mayServeWorkers;

/** The employer's own people, and any counter that helps them: an employer belongs to no station either. */
export const mayLookAtEmployer = allow({ ...anyCounter, employer: 'own-employer' });
/** What somebody is paid and what was complained of: for managers. */
export const mayLookAtItsAccounts = allow({ ...anyCounter, employer: 'managed-employer' });

/** Both sides of a wage or a complaint, and the counter of its station. */
export const maySeeBothSides = allow({ ...counter, resident: 'own-person', employer: 'managed-employer' });

/** Who looks into services that look unusual; who may see what was found. */
export const maySettleFlags = allow({ 'programme-office': 'district' });
export const mayReadFlags = allow({ 'programme-office': 'district', leader: 'district', evaluator: 'district' });

/** Sums of whole stations without anybody's name, small ones hidden: whoever works on the programme may compare. */
export const maySeeFairness = allow({
  'programme-office': 'district',
  'station-officer': 'district',
  'street-officer': 'district',
  liaison: 'district',
  leader: 'district',
  evaluator: 'district',
});
