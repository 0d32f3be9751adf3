import { said } from './pair.ts';

/** The card a worker carries: handed over, printed, renewed at the counter. */
export const gigCardWords = {
  'gig.joined': said(
    '登记好了。把卡交给本人，卡上的码只显示这一次。',
    'Registered. Hand over the card; its code is shown this once.',
  ),
  'gig.card-code': said('工友卡的码', 'The card’s code'),
  'gig.card-gone': said('卡的码已经显示过，可以另发一张卡。', 'The card’s code has been shown; a new card can be made.'),
  'gig.card-print': said('打印卡', 'Print the card'),
  'gig.card-renew': said('换一张卡', 'A new card'),
  'gig.card-why': said('为什么换', 'Why'),
  'gig.card-why-lost': said('丢了', 'lost'),
  'gig.card-why-worn': said('坏了，刷不出来', 'worn, cannot be read'),
  'gig.card-renew-means': said(
    '号码不变。旧卡马上作废，谁捡到也用不了。先核对是不是本人。',
    'The number stays. The old card stops working at once, whoever has found it. First make sure who it is.',
  ),
  'gig.card-renew-do': said('发新卡，旧卡作废', 'Make the new card'),
  'gig.card-renewed': said(
    '新卡好了，旧卡已经作废。码只显示这一次。',
    'Here is the new card; the old one is void. Its code is shown this once.',
  ),
  'gig.card-handed': said('已经交给本人', 'Handed over'),
  'gig.card-cut': said(
    '网络断了，没拿到新卡。先用工友号码签到；网络好了再换一次，最后换的那张才有效。',
    'No network, so no new card. Check in by the number meanwhile, and try again later; the card made last is the one that works.',
  ),
} as const;
