import { said } from '../../../kernel/i18n/said.ts';

export const home = Object.freeze({
  title: said('您想办什么事？', 'What do you need?'),
  description: said(
    '找工作、找零活、办事、找附近的服务，看看城市答应的就业承诺做到了哪一步。',
    'Find a job, day work, a public service or help nearby, and see how the city keeps its promises about work.',
  ),
  doors: said('您想办的事', 'What you need'),
  jobs: said('找工作', 'Find a job'),
  jobsHint: said('招聘会、直播带岗、就业专员', 'Job fairs, live shows, specialists'),
  gigs: said('找零活', 'Find day work'),
  gigsHint: said('零工市场、当天的活、工钱保障', 'Gig station, work by the day, pay'),
  services: said('办事', 'Get something done'),
  servicesHint: said('这件事归谁管、找谁问', 'Who is in charge, whom to ask'),
  nearby: said('附近', 'Near me'),
  nearbyHint: said('您的街道、乡镇和社区', 'Your street, town and community'),
  progress: said('我们的城市做得怎么样', 'How our city is doing'),
  summary: said(
    '城市对就业答应了 {promises} 件有数的事，{kept} 件跟得上进度。',
    'The city made {promises} promises about work that can be counted. {kept} are on track.',
  ),
  summaryNow: said('截至{day}', 'As of {day}'),
  all: said('看全部承诺做到哪一步', 'See every promise and how far it has come'),
});
