/** One of each numeral as people write it: plain, formal (壹), traditional (萬), contracted (廿, 俩). What is of another script is refused as such. */
export const NUMERALS = '零一二三四五六七八九十百千万亿兆两俩仨廿卅卌皕壹弌贰貳弍叁叄弎肆伍陆陸柒捌玖拾佰仟萬億兩倆';

/**
 * Words of official prose with a numeral in them that count nothing. Each holds only as a whole word, and excuses no numeral beside it:
 * 九一方面 and 一千方百计 are numbers. What is not listed is refused; a phrase too few can be said otherwise, a number too many cannot be taken back.
 */
export const setPhrases: readonly string[] = words(`
  一些 一定 一样 一直 一般 一旦 一致 一律 一贯 一向 一同 一并 一切 一流 一线 一再 一味 一体 一体化 一系列 一如既往 一以贯之 一抓到底 一手 一把手 一盘棋 一张网 一条龙
  一站式 一揽子 一卡通 一网通办 一网统管 一次性 一次办好 一件事 一对一 一个个 一批 一批批 一大批 一方面 另一方面 一带一路 一目了然 一视同仁 一丝不苟 一心一意
  一鼓作气 一马当先 一成不变 一刻不停 一步到位 一人一策 一企一策 一户一策 一人一档 一企一档 一事一议 一岗双责 一一对应 一一核实 一一落实
  统一 唯一 单一 同一 专一 逐一 之一 如一 不一 不一样 不一定 进一步 下一步 新一轮 新一批 下一阶段 新一代 最后一公里 始终如一 知行合一 合而为一 万众一心
  第一时间 第一线 第一书记 第一责任人 第一要务 第一议题 第三方 三方协议 三方机制 三位一体 四位一体 五位一体 两会 两手抓 两新 三农 五险一金 四面八方 二维码
  千方百计 千家万户 千头万绪 万无一失 百姓 老百姓 百花齐放 百尺竿头 十分 五湖四海 五花八门 再三 三心二意 六稳 六保 三支一扶
  “十四五” “十五五” “十四五”规划 “十五五”规划 党的二十大 党的二十大精神 二十届三中全会 二十届四中全会 中央八项规定 八项规定
  零工 打零工 零工市场 零工驿站 零售 零售业 零星 零散 零碎 零件 零部件 零就业家庭 零就业 零距离
  征兆 预兆 队伍 入伍 退伍 落伍 陆续 大陆 登陆 内陆 水陆 收拾 肆意 大肆`);

/** A clause may be numbered as papers number theirs: 一是强化统筹，二是压实责任. (Folded: full-width marks are plain ones.) */
export const ENUMERATION = /(?<=^\s*|[。、“,;:!?(\n]\s*)[一二三四五六七八九十](?=是(?!否)|要(?![素件点求]))/gu;

/** Half, double and parts of a whole, which need no numeral; and ranks from below. */
export const AMOUNT = /翻了?番|倍|半|分之|[个双單单]位数|倒数|榜首|垫底/u;
/** Words with these that are none. */
export const unmeasured: readonly string[] = words(
  '上半年 下半年 前半年 后半程 半导体 事半功倍 倍感 加倍努力 倍加 倍受 半途而废',
);

const PLAIN = 'zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen';
const TENS = 'twent|thirt|fort|fift|sixt|sevent|eight|ninet';
const GREAT = 'hundred|thousand|million|billion|trillion|quadrillion|dozen|lakh|crore|myriad';
const ORDINAL = 'first|second|third|fifth|eighth|ninth|twelfth|quarter|half|halve|once|twice|thrice';
const TIMES = '(?:dou|tre)bl|tripl|(?:quadru|quintu|sextu|septu|octu|decu)pl|halv|quarter';
const SHARE = 'per ?cent|pct|decade|nil|nought|naught|majority|couple|pair';
/** The number words of English, however inflected: sixties, tenths, tenfold, halved, quadrupling, pct. */
export const ENGLISH = new RegExp(
  `(?<![a-z])(?:(?:${PLAIN}|${GREAT})(?:s|es|th|ths|fold)?|(?:${TENS})(?:y|ies|yfold|ieths?)|(?:${ORDINAL})(?:s|ly)?|halves|(?:${TIMES})(?:e|es|ed|ing|y)|(?:${SHARE})(?:s|ages?|iles?)?|centur(?:y|ies)|scores of)(?![a-z])`,
  'iu',
);
/** English phrases that count nothing. */
export const ENGLISH_PHRASES =
  /(?<![a-z])(?:one by one|one another|one-stop|on the one hand|no one|one and all|first of all|first and foremost|at first|at once|once again|once more|once and for all)(?![a-z])/giu;

function words(list: string): readonly string[] {
  return Object.freeze(list.trim().split(/\s+/));
}
