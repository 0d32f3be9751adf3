import { createRootRoute, createRoute, createRouter, lazyRouteComponent, retainSearchParams } from '@tanstack/react-router';
import { Loading, PageFailed } from './parts/notices.tsx';
import { parseSearch, picks, stringifySearch } from './search.ts';
import { Frame } from './shell/frame.tsx';
import { Missing } from './shell/missing.tsx';

const root = createRootRoute({
  validateSearch: picks('lang'),
  search: { middlewares: [retainSearchParams(['lang'])] },
  component: Frame,
  notFoundComponent: Missing,
});

const at = <const Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

const signIn = createRoute({
  ...at('/sign-in'),
  validateSearch: picks('next', 'problem'),
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in.tsx'), 'SignIn'),
});
const today = createRoute({ ...at('/'), component: lazyRouteComponent(() => import('./pages/today/today.tsx'), 'Today') });
const ledger = createRoute({
  ...at('/ledger'),
  validateSearch: picks('on', 'area', 'unit', 'light', 'order', 'measure'),
  component: lazyRouteComponent(() => import('./pages/ledger/ledger.tsx'), 'LedgerPage'),
});
const measure = createRoute({
  ...at('/measures/$no'),
  validateSearch: picks('topic', 'period'),
  component: lazyRouteComponent(() => import('./pages/measure/measure.tsx'), 'MeasurePage'),
});
const closeOuts = createRoute({
  ...at('/close-outs'),
  validateSearch: picks('view'),
  component: lazyRouteComponent(() => import('./pages/close-outs/close-outs.tsx'), 'CloseOutsPage'),
});
const figure = createRoute({
  ...at('/figures/$code'),
  validateSearch: picks('on', 'view', 'by', 'show'),
  component: lazyRouteComponent(() => import('./pages/figure/figure.tsx'), 'FigurePage'),
});
const counted = createRoute({
  ...at('/figures/$code/records'),
  validateSearch: picks('on', 'month', 'town', 'unit', 'side', 'late', 'record'),
  component: lazyRouteComponent(() => import('./pages/figure/counted.tsx'), 'CountedPage'),
});
const bulletins = createRoute({
  ...at('/bulletins'),
  component: lazyRouteComponent(() => import('./pages/bulletins/bulletins.tsx'), 'BulletinsPage'),
});
const newBulletin = createRoute({
  ...at('/bulletins/new'),
  validateSearch: picks('kind', 'from', 'to'),
  component: lazyRouteComponent(() => import('./pages/bulletins/new.tsx'), 'NewBulletin'),
});
const bulletin = createRoute({
  ...at('/bulletins/$bulletin'),
  validateSearch: picks('view'),
  component: lazyRouteComponent(() => import('./pages/bulletins/bulletin.tsx'), 'BulletinPage'),
});
const people = createRoute({
  ...at('/people'),
  validateSearch: picks('view', 'search', 'role', 'standing', 'page', 'person'),
  component: lazyRouteComponent(() => import('./pages/people/people.tsx'), 'PeoplePage'),
});
const messages = createRoute({
  ...at('/messages'),
  validateSearch: picks('state'),
  component: lazyRouteComponent(() => import('./pages/messages/messages.tsx'), 'MessagesPage'),
});
const audit = createRoute({
  ...at('/audit'),
  validateSearch: picks('view', 'from', 'until', 'actor', 'action', 'outcome', 'entry'),
  component: lazyRouteComponent(() => import('./pages/audit/audit.tsx'), 'AuditPage'),
});
const account = createRoute({
  ...at('/account'),
  component: lazyRouteComponent(() => import('./pages/account/account.tsx'), 'AccountPage'),
});
const programme = createRoute({
  ...at('/programme'),
  validateSearch: picks('version'),
  component: lazyRouteComponent(() => import('./pages/programme/programme.tsx'), 'ProgrammePage'),
});
const newProgramme = createRoute({
  ...at('/programme/new'),
  component: lazyRouteComponent(() => import('./pages/programme/new.tsx'), 'NewProgramme'),
});
const compare = createRoute({
  ...at('/programme/compare'),
  validateSearch: picks('before', 'after'),
  component: lazyRouteComponent(() => import('./pages/programme/compare.tsx'), 'ComparePage'),
});
const draft = createRoute({
  ...at('/programme/drafts/$draft'),
  validateSearch: picks('item', 'edit', 'view'),
  component: lazyRouteComponent(() => import('./pages/programme/draft/draft.tsx'), 'DraftPage'),
});
const records = createRoute({
  ...at('/records'),
  component: lazyRouteComponent(() => import('./pages/records/records.tsx'), 'RecordsPage'),
});
const recordType = createRoute({
  ...at('/records/$type'),
  validateSearch: picks('view', 'from', 'until', 'area', 'unit', 'import', 'all', 'record'),
  component: lazyRouteComponent(() => import('./pages/records/type.tsx'), 'RecordTypePage'),
});
const recordImport = createRoute({
  ...at('/records/imports/$import'),
  component: lazyRouteComponent(() => import('./pages/records/import.tsx'), 'ImportPage'),
});
const gigStation = createRoute({
  ...at('/gig-station'),
  validateSearch: picks('station', 'code', 'view', 'person', 'panel'),
  component: lazyRouteComponent(() => import('./pages/gig-station/counter.tsx'), 'GigStationPage'),
});
const gigStations = createRoute({
  ...at('/gig-stations'),
  validateSearch: picks('station'),
  component: lazyRouteComponent(() => import('./pages/gig-stations/stations.tsx'), 'GigStationsPage'),
});
const consultations = createRoute({
  ...at('/consultations'),
  component: lazyRouteComponent(() => import('./pages/consultations/consultations.tsx'), 'ConsultationsPage'),
});
const newConsultation = createRoute({
  ...at('/consultations/new'),
  component: lazyRouteComponent(() => import('./pages/consultations/new.tsx'), 'NewConsultation'),
});
const consultation = createRoute({
  ...at('/consultations/$consultation'),
  validateSearch: picks('view', 'opinion', 'show', 'before', 'after'),
  component: lazyRouteComponent(() => import('./pages/consultations/consultation.tsx'), 'ConsultationPage'),
});
const plan = createRoute({
  ...at('/measures/$no/plan'),
  component: lazyRouteComponent(() => import('./pages/plan/plan.tsx'), 'PlanPage'),
});
const notices = createRoute({
  ...at('/notices'),
  validateSearch: picks('state', 'step', 'unit'),
  component: lazyRouteComponent(() => import('./pages/notices/notices.tsx'), 'NoticesPage'),
});
const newNotice = createRoute({
  ...at('/notices/new'),
  component: lazyRouteComponent(() => import('./pages/notices/new-notice.tsx'), 'NewNoticePage'),
});
const notice = createRoute({
  ...at('/notices/$notice'),
  component: lazyRouteComponent(() => import('./pages/notices/notice.tsx'), 'NoticePage'),
});
const supervision = createRoute({
  ...at('/supervision'),
  component: lazyRouteComponent(() => import('./pages/supervision/supervision.tsx'), 'SupervisionPage'),
});
const units = createRoute({
  ...at('/units'),
  validateSearch: picks('search'),
  component: lazyRouteComponent(() => import('./pages/units/units.tsx'), 'UnitsPage'),
});
const employers = createRoute({
  ...at('/employers'),
  validateSearch: picks('state', 'search', 'page', 'employer'),
  component: lazyRouteComponent(() => import('./pages/employers/employers.tsx'), 'EmployersPage'),
});
const unit = createRoute({
  ...at('/units/$unit'),
  component: lazyRouteComponent(() => import('./pages/units/unit.tsx'), 'UnitPage'),
});
const marketRounds = createRoute({
  ...at('/market-rounds'),
  component: lazyRouteComponent(() => import('./pages/market/rounds.tsx'), 'MarketRoundsPage'),
});
const marketRound = createRoute({
  ...at('/market-rounds/$round'),
  validateSearch: picks('station'),
  component: lazyRouteComponent(() => import('./pages/market/round.tsx'), 'MarketRoundPage'),
});
const marketInspection = createRoute({
  ...at('/market-inspections/$inspection'),
  component: lazyRouteComponent(() => import('./pages/market/inspection.tsx'), 'MarketInspectionPage'),
});
const gigComplaints = createRoute({
  ...at('/gig/complaints'),
  validateSearch: picks('state', 'station'),
  component: lazyRouteComponent(() => import('./pages/gig/complaints.tsx'), 'GigComplaintsPage'),
});
const gigComplaint = createRoute({
  ...at('/gig/complaints/$complaint'),
  component: lazyRouteComponent(() => import('./pages/gig/complaint.tsx'), 'GigComplaintPage'),
});
const gigAppeals = createRoute({
  ...at('/gig/appeals'),
  component: lazyRouteComponent(() => import('./pages/gig/appeals.tsx'), 'GigAppealsPage'),
});
const gigLicences = createRoute({
  ...at('/gig/licences'),
  component: lazyRouteComponent(() => import('./pages/gig/licences.tsx'), 'GigLicencesPage'),
});
const gigWages = createRoute({
  ...at('/gig/wages'),
  validateSearch: picks('view', 'station', 'employer'),
  component: lazyRouteComponent(() => import('./pages/gig/wages.tsx'), 'GigWagesPage'),
});
const gigRules = createRoute({
  ...at('/gig/rules'),
  validateSearch: picks('kind', 'set'),
  component: lazyRouteComponent(() => import('./pages/gig/rules.tsx'), 'GigRulesPage'),
});
const gigBatches = createRoute({
  ...at('/gig/batches'),
  validateSearch: picks('station', 'day'),
  component: lazyRouteComponent(() => import('./pages/gig/batches.tsx'), 'GigBatchesPage'),
});
const gigBatch = createRoute({
  ...at('/gig/batches/$batch'),
  validateSearch: picks('view'),
  component: lazyRouteComponent(() => import('./pages/gig/batch.tsx'), 'GigBatchPage'),
});
const gigFairness = createRoute({
  ...at('/gig/fairness'),
  validateSearch: picks('view', 'month', 'station'),
  component: lazyRouteComponent(() => import('./pages/gig/fairness.tsx'), 'GigFairnessPage'),
});
const gigFlags = createRoute({
  ...at('/gig-flags'),
  component: lazyRouteComponent(() => import('./pages/gig-flags/flags.tsx'), 'GigFlagsPage'),
});
const children = [
  signIn,
  today,
  ledger,
  measure,
  closeOuts,
  figure,
  counted,
  records,
  recordType,
  recordImport,
  gigStation,
  gigStations,
  programme,
  newProgramme,
  compare,
  draft,
  bulletins,
  newBulletin,
  bulletin,
  consultations,
  newConsultation,
  consultation,
  people,
  messages,
  audit,
  account,
  plan,
  notices,
  newNotice,
  notice,
  supervision,
  units,
  unit,
  marketRounds,
  marketRound,
  marketInspection,
  gigComplaints,
  gigComplaint,
  gigAppeals,
  gigLicences,
  gigWages,
  gigRules,
  gigBatches,
  gigBatch,
  gigFairness,
  gigFlags,
  employers,
];

export const router = createRouter({
  routeTree: root.addChildren(children),
  basepath: '/office',
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: Loading,
  defaultErrorComponent: PageFailed,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
