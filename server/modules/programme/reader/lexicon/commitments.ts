/** Words that tell a promised figure from a rule, a rate, a record of the past. Plain data. */

/** Before the number; the comparator that they make. */
export const AT_LEAST =
  '不少于|不低于|不小于|不得少于|不得低于|至少|最少|达到|达至|达|力争(?:达到?)?|确保(?:达到?)?|保持在?|稳定在|维持在|提高(?:到|至)|提升(?:到|至)|增加(?:到|至)|增长(?:到|至)|增至|升至|扩大(?:到|至)|上升(?:到|至)|发展(?:到|至)|≥|>=';
export const MORE_THAN = '(?<!不|不得)超过|(?<!不)超|(?<!不)突破|(?<!不)(?:多于|高于|大于)|逾|>';
export const AT_MOST =
  '不超过|不超|不高于|不多于|不大于|不突破|(?<!不|不得)(?:低于|少于|小于)|控制(?:在|到|至)|限制在|压(?:减|缩|降)(?:到|至|为)|缩(?:短|减)(?:到|至|为)|减少(?:到|至)|减(?:到|至|为)|降低(?:到|至)|下降(?:到|至)|降(?:到|至|为)|≤|<=';
export const ABOUT = '大约|约|近|将近';
/** After the number. */
export const AT_LEAST_AFTER = '及以上|以上|或以上|之上|起';
export const AT_MOST_AFTER = '及以下|以下|以内|之内|之下|内';
export const ABOUT_AFTER = '左右|上下';
/** The number as it is to be, neither more nor less. */
export const EXACTLY = '统一为|调整为|设定为|确定为|固定为';

/** Verbs of work done; a number of things after one of them is a promise. */
export const RESULT_VERBS =
  '开展|举办|组织|建设|建成|新建|改建|扩建|打造|新增|培育|培养|培训|引进|引育|引入|招引|招募|招聘|提供|服务|发放|投放|采集|归集|筹集|筹建|创建|认定|评定|选树|评选|遴选|选派|帮扶|援助|吸纳|覆盖|配置|配备|配齐|设立|设置|建立|推出|孵化|开发|改造|布局|形成|发展|完成|实施|投入|带动|实现|推动|推广|新认定|签约|发布|走访|惠及|安置|促进|帮助|挖掘|盘活|供应|选拔|资助|扶持|支持|推进|落地|转化|制定|制修订|征集|募集|见习|实训|评价|鉴定|取证|考核|就业|创业|增加|增长|提高|提升|下降|降低|减少|压减|压缩|缩短|扩大|落实|安排|储备|办理|受理|新设|升级|整治|治理|修缮|更新|种植|造林|复垦|整理|输送|转移|脱贫|为|举行|协商|征收|收储|登记|注册|培植|集聚|聚集|入驻|入库|上市|发行|交付|竣工|开工|投产|投用|启用|通车|建档|签订|下发|下达|拓展|完善|运营|策划|承办|参与|录用|招收|招生|扩招|招录|选聘|聘用|派驻|查处|办结|化解|兑现|回访|慰问|稳定|保障|保持|救助|调解|核发|颁发|抽检|检查|监测|排查|命名|救治|筛查|接种|采购|采集|销售|消化|清零|清理|拆除|疏解|腾退|收集|举报|建|办|设|育|引|增';

/** A share or rate is promised when a word of result stands before the number. */
export const SHARE_SUBJECTS = '率|比重|比例|占比|占|覆盖面|满意度|知晓度|普及度|优良天数|增速|增幅|指数';

/** The figure is history or the state of things today. */
export const PAST =
  '截至|截止|目前|近(?:一|两|三|五|几|\\d)年(?!内)|现有|已经|去年|上年|上一年|近年来|过去|以来|累计已|已累计|共有|其中已|历史|原有|此前|曾';
export const PAST_BEFORE = '已|现有|共有|原(?:有|来|先|为)';

/** The figure is a grant, price, rate or ceiling of support: a rule for the one who asks, not a result. */
export const SUPPORT_RULES =
  '给予|给与|予以|补贴|补助|奖励|奖补|资助|贴息|返还|退还|减免|免收|免除|减征|减按|抵免|抵扣|扣除|税率|费率|利率|利息|缴费|缴纳|罚款|罚金|处以|保证金|担保费|最高|上限|限额|额度|封顶|最多|每人每|标准|按比例|比例给|折扣|折优惠|价格|收费|定额|一次性|免费|租金|薪酬|工资|待遇|津贴|报销|支付比例|自付|起付|保费|让利|可申请|可享受|可获得|可给予|可按|享受|兑现|补足|核定|计发|发给';
/** The figure says who is meant. */
export const ELIGIBILITY =
  '符合[^的]{0,10}$|凡|年满|未满|周岁|满足[^的]{0,8}$|(?:具备|具有)[^的]{0,6}$|连续 ?$|毕业.{0,3}年内|对象为|范围为|优先支持|允许|不得|可以|如果|如有|若(?!干)|注册资本|资质|从业人员[^，]{0,4}$|情形|放宽[^，]{0,14}$';
/** Total sums that the issuer promises although they are paid as support. */
export const PROMISED_TOTAL = '每年|全年|年均|年度|累计|总计|总额|总量|共计|合计|力争|规模|年内';
