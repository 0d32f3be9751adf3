/** What follows a number in a figure. Plain data; longer words first where one begins another. */

/** Counted things and people: scales are worked out (1.2万人次 is 12000 人次). */
export const COUNTED =
  '人次|个次|人天|人日|户次|家次|场次|车次|班次|件次|例次|架次|批次|台次|台套|台（套）|个批次|个班次|人|名|位|个|家|户|套|场|期|次|项|件|宗|起|所|座|处|条|批|辆|艘|架|列|台|部|款|种|类|门|份|册|篇|本|支|只|头|张|幅|间|栋|幢|床|席|片|块|根|棵|株|对|组|届|轮|班|节|课时|学时|岗|例|笔|单|点|站|村|校|企|镇|县|区|市|亩次|标准箱|箱|人份|客|颗|枚|口|盏|道|层|员|团|队|节课|堂|站点|网点|岗位|床位|泊位|车位|学位|机位|餐位|机架|标准机架|倍';

/** Money: scales are worked out (2.5亿元 is 250000000 元). */
export const MONEY = '元人民币|人民币元|美元|欧元|港元|日元|元';

/** Units of power, weight, land and distance are printed with their scale in statistics, and keep it (10亿千瓦 is 10 亿千瓦). */
export const PHYSICAL =
  '千瓦时|兆瓦时|吉瓦时|千瓦|兆瓦|吉瓦|瓦|度电|吨标准煤|吨标煤|吨公里|人公里|吨二氧化碳|标准立方米|吨|公斤|千克|克|斤|升|毫升|立方米|方|标立方米|kWh|MWh|GWh|kW|MW|GW|EFLOPS|PFLOPS|TB|PB|GB|Mbps|Gbps|公里|千米|海里|公顷|亩|微克/立方米|毫克/升|微克';

/** Floor and length on the scale of people: scales are worked out (3万平方米 is 30000 平方米). */
export const EXTENT = '平方公里|平方千米|平方米|平米|㎡|米';

/** Shares. */
export const SHARE = '个百分点|个基点|%|‰';

/** Time: a length of time is a figure only when the paper promises to be quicker. */
export const DURATION = '个工作日|个自然日|工作日|个小时|小时|分钟|秒|个月|个季度|个年度|天|日|周岁|岁|周|年|月|季度';
