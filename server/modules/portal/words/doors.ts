import { said } from '../../../kernel/i18n/said.ts';

/** The four doors. Each says what can be done today, by telephone and in person. */
export const doors = Object.freeze({
  today: said('今天就可以这样做', 'What you can do today'),
  numbers: said('这方面城市做到了哪一步', 'How the city is doing here'),
  jobs: said('找工作', 'Find a job'),
  jobsLead: said(
    '打电话，或者去您住的街道、乡镇，有人帮您找。不收钱。',
    'Ring us, or go to your street office or town government. Someone will help you look, free of charge.',
  ),
  jobsRing: said(
    '打 {telephone}，说三样：您会做什么、住在哪里、什么时候能上班。',
    'Ring {telephone} and say three things: what you can do, where you live, when you can start.',
  ),
  jobsGo: said(
    '去您住的街道办事处或乡镇政府，找就业服务窗口；社区（村）也可以找就业服务专员。带上身份证。',
    'Go to the employment desk of your street office or town government, or to the employment specialist of your community or village. Bring your ID card.',
  ),
  jobsFair: said(
    '想去招聘会、看直播带岗，打电话问最近一场的时间和地点。',
    'For job fairs and live job shows, ring to ask when and where the next one is.',
  ),
  services: said('办事', 'Get something done'),
  servicesLead: said(
    '先找到您的事，再看归谁管。打电话说出部门的名字，就能转过去。',
    'Find your matter and see who is in charge. Ring, name the department, and you will be put through.',
  ),
  servicesMatters: said('什么事，归谁管', 'Who is in charge of what'),
  servicesGo: said(
    '不方便打电话的，去您住的街道办事处或乡镇政府，请窗口的人帮您问、帮您填。',
    'If you would rather not ring, go to your street office or town government; the counter will ask and fill in forms with you.',
  ),
  nearby: said('附近', 'Near me'),
  nearbyLead: said(
    '先找您住的街道或乡镇，点进去看有哪些社区（村）。',
    'Find your street or town, then see its communities and villages.',
  ),
  nearbyTowns: said('街道和乡镇', 'Streets and towns'),
  nearbyNone: said(
    '这里还没有街道、乡镇的名单。请打电话问离您最近的服务点。',
    'The list of streets and towns is not here yet. Please ring us for the place nearest to you.',
  ),
  communities: said('{count} 个社区（村）', '{count} communities and villages'),
  nearbyRing: said(
    '不知道自己住的地方归哪个街道、乡镇？打 {telephone}，说出路名或小区名。',
    'Not sure which one you live in? Ring {telephone} and name your road or estate.',
  ),
  townLead: said(
    '有事可以去{office}，找便民服务的窗口；也可以到您住的社区（村）找就业服务专员。去之前打 {telephone} 问清楚地址和时间。',
    'You can go to the service desk of {office}, or to the employment specialist of your community or village. Ring {telephone} first for the address and hours.',
  ),
  townCommunities: said('这里的社区和村', 'Its communities and villages'),
  townNoCommunities: said(
    '名单上还没有这里的社区和村。请打电话问。',
    'Its communities are not on the list yet. Please ring us to ask.',
  ),
  townSpecialists: said(
    '{whole} 个社区（村）里，{part} 个已经有就业服务专员。',
    '{part} of its {whole} communities and villages have an employment specialist.',
  ),
  allTowns: said('看全部街道和乡镇', 'All streets and towns'),
  findTown: said('找您的街道、乡镇', 'Find your street or town'),
});
