/** The verbs with which opinions ask for changes. Plain data: add a word here when a city uses another one. */

export const CHANGE_TO =
  '(?:修改|更改|调整|完善|变更|替换|改写|更正|规范|更换|优化|简化|细化|统一|修订|订正|精简|改|换)(?:表述|表达)?(?:为|成|作)';
export const ADD = '增加|补充|新增|增列|增补|增写|增设|加入|添加|加上|补入|写入|纳入|增添|补上|插入';
export const REMOVE = '删除|删去|删掉|去掉|去除|移除|剔除|取消|移出|调出|划掉|删减|不再保留|不再提及';
/** A number that goes from one value to another. */
export const MOVES = '修改|调整|改|变更|提高|提升|上调|增加|扩大|降低|下调|减少|压减|压缩|缩短|延长|放宽';
export const ROLE = '(?:牵头|主责|主办|配合|协办|协同|协助|参与|支持|责任|负责|承办|协作)(?:责任)?(?:单位|部门)(?:名单|列表)?';
/** 作为第三条配合单位: whose list it is. */
export const OF_MEASURE =
  '(?:第 ?[\\d零一二三四五六七八九十百]{1,5} ?[条项点]|该[条项]?|本[条项]|此[条项]|这[条项])?(?:任务|工作|措施)?的?';
/** Where the object of a verb ends. */
export const END = '$|[，。；\\n）)]|并(?:且|将|把|在|增加|删除|补充)|同时|，?其余|，?理由';

/** 我局: the unit that speaks. */
export const OWN_UNIT =
  /^(?:我|本)(?:局|委|办|部|院|会|厅|署|街道|镇|乡|中心|单位|部门|公司|校|馆|站|所|街道办事处|镇政府|乡政府|集团|园区|管委会)$/;
/** A verb that was caught before a unit's name: 建议增列区水务局. */
export const VERB_BEFORE = /^.*(?:建议|增列|增加|补充|新增|增设|明确|将|把|第[\d零一二三四五六七八九十百]{1,5}[条项])(?=.{2})/;
/** Out of a list. */
export const OUT_OF = '调整出|调出|移出|退出|剔除出|划出|剔出|撤出';
/** What stands around a unit's name in such a sentence. */
export const AROUND_UNIT =
  /^(?:文中的?|其中的?|对|将|把|原|的|建议|应|宜|中的?|里的?|和|由)+|(?:等单位|单位|一并|也|均|都|等\d*家?)+$/g;
/** The number of a measure before its heading. */
export const NUMBER_BEFORE =
  /^\s*(?:第\s*[\d零一二三四五六七八九十百]{1,5}\s*[条项点]|[（(]\s*[\d零一二三四五六七八九十百]{1,5}\s*[）)]|[\d零一二三四五六七八九十百]{1,5}\s*[.、．](?!\d))\s*[、.：:]?\s*/;
