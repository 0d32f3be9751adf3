import type { Block, OfficialDocument } from '../../kernel/document/document.ts';
import { type Language, type Said, said, say } from '../../kernel/i18n/said.ts';
import { writeDay } from '../../kernel/page/written.ts';
import type { Grade, Rewards, ShownRewards, StationInRound } from './contract.ts';
import { gradeWords } from './words.ts';

const texts = {
  head: said('{district}就业友好型城市建设工作专班', '{district} employment-friendly city programme office'),
  title: said('零工市场规范化检查情况和奖励建议', 'Inspection of the gig market: results and proposed rewards'),
  about: said(
    '按照《零工市场规范化建设标准》（{version}版），对 {from}至{to}的情况做了检查。每个站点先自查，再由抽签抽中的外街道（乡镇）人员互查；能由记录算出的，由记录算出；两边不一致的，逐项说明理由后认定。',
    'The stations were inspected by version {version} of the market’s standard, for the days from {from} to {to}. Each inspected itself and was inspected by somebody from elsewhere, drawn by lot; what records can show was counted from them; where the two differed, the office decided item by item with a reason.',
  ),
  results: said('检查结果', 'Results'),
  station: said('站点', 'Station'),
  grade: said('等次', 'Grade'),
  points: said('得分', 'Points'),
  state: said('说明', 'Remark'),
  waits: said('还没有评定', 'not graded yet'),
  objected: said('已提异议，尚待答复', 'has objected; the answer is due'),
  changed: said('异议后调整', 'changed after an objection'),
  open: said('异议期至{until}', 'may object until {until}'),
  rewards: said('奖励建议', 'Proposed rewards'),
  reward: said('建议金额（元）', 'Proposed amount (yuan)'),
  toSet: said('待定', 'to be set'),
  from: said('以上建议自{from}起执行，理由：{reason}', 'The proposals hold from {from}: {reason}'),
  noAmounts: said(
    '奖励金额尚未确定：须由区人力社保局会同区财政局研究后写入。',
    'No amounts have been set yet: the bureau of human resources decides them with the finance bureau.',
  ),
  noPayment: said(
    '本文件是建议，不是拨款通知；奖励以正式批准为准。',
    'This paper proposes; it pays nothing. Rewards take effect when they are formally approved.',
  ),
  draw: said(
    '抽签编号 {id}，种子和名单指纹在平台上公布，任何人可以重抽核验。',
    'Draw {id}: its seed and the hash of its list are published; anybody can draw again.',
  ),
} as const;

export type ProposalGround = {
  readonly district: Said;
  readonly version: string;
  readonly from: string;
  readonly to: string;
  readonly stations: readonly StationInRound[];
  readonly rewards: ShownRewards;
  readonly draw: string;
  readonly today: string;
};

/** The round's results and what is proposed for them, as an official paper. */
export function proposalDocument(ground: ProposalGround, language: Language): OfficialDocument {
  const tell = (text: Said, params: Record<string, string | number> = {}): string => say(text, language, params);
  const day = (of: string): string => writeDay(of, language);
  const head = tell(texts.head, { district: ground.district[language] });
  const { rewards, stations } = ground;
  const blocks: Block[] = [
    { is: 'paragraph', text: tell(texts.about, { version: ground.version, from: day(ground.from), to: day(ground.to) }) },
    { is: 'heading', level: 1, text: tell(texts.results) },
    {
      is: 'table',
      columns: [
        { title: tell(texts.station), width: 2 },
        { title: tell(texts.grade) },
        { title: tell(texts.points), align: 'right' },
        { title: tell(texts.reward), align: 'right' },
        { title: tell(texts.state), width: 2 },
      ],
      rows: [...stations]
        .sort(byPoints)
        .map((station) => [
          station.name[language],
          station.grade ? tell(gradeWords[station.grade]) : '—',
          station.grade ? `${station.points}/${station.ofPoints}` : '—',
          station.grade ? amountOf(station.grade, rewards.content, tell) : '—',
          remarkOf(station, tell, day),
        ]),
    },
    { is: 'heading', level: 1, text: tell(texts.rewards) },
    {
      is: 'paragraph',
      text:
        rewards.fromOn === null
          ? tell(texts.noAmounts)
          : tell(texts.from, { from: day(rewards.fromOn), reason: rewards.reason ?? '' }),
    },
    { is: 'paragraph', text: tell(texts.noPayment) },
    { is: 'note', text: tell(texts.draw, { id: ground.draw }) },
  ];
  return { language, head, title: tell(texts.title), blocks, signature: head, date: ground.today };
}

type Tell = (text: Said, params?: Record<string, string | number>) => string;

const amountOf = (grade: Grade, content: Rewards, tell: Tell): string => {
  if (grade === 'unqualified') return '—';
  return content[grade] > 0 ? content[grade].toLocaleString('en-US') : tell(texts.toSet);
};

function remarkOf({ state, grade, objectUntil, decision }: StationInRound, tell: Tell, day: (of: string) => string): string {
  if (grade === null) return tell(texts.waits);
  if (state === 'objected') return tell(texts.objected);
  if (decision) return decision.kept ? '' : tell(texts.changed);
  return objectUntil === null ? '' : tell(texts.open, { until: day(objectUntil) });
}

const share = ({ points, ofPoints }: StationInRound): number => (points === null || !ofPoints ? -1 : points / ofPoints);
const byPoints = (one: StationInRound, other: StationInRound): number =>
  share(other) - share(one) || (one.name.zh < other.name.zh ? -1 : 1);
