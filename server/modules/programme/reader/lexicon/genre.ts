/** Words by which a policy paper shows its parts. Plain data: add a word here when a city uses another one. */

/** A paper's title ends in the name of its genre. */
export const GENRE_ENDINGS =
  '若干政策措施|政策措施|若干措施|若干政策|若干举措|若干规定|措施|举措|意见|方案|计划|通知|办法|规定|细则|决定|规划|要点|清单|政策|规程|指引|纲要|条例|函|任务分工|分工表|任务分解|实事|实事项目|任务分解表|任务表|任务书|条';

/** What may follow the genre in brackets: （试行）, （审议稿）, （2024—2026年）. */
export const TITLE_SUFFIX = '试行|暂行|修订|稿|本|版|年';

/** Clauses that say why and how, not what is to be done. */
export const PREAMBLE_TITLES =
  '总体要求|总体思路|总体目标|总体考虑|总则|指导思想|基本原则|工作原则|主要原则|实施原则|工作思路|基本思路|背景|重要意义|目的意义|适用范围|适用对象|支持对象|定义';

/** Clauses that state the paper's goals: no task of their own, but figures. */
export const GOAL_TITLES = '目标|指标';

/** Clauses about carrying out the paper; a measure only when units are named or the numbering runs on. */
export const CLOSING_TITLES =
  '工作要求|有关要求|相关要求|保障措施|组织保障|组织实施|实施保障|工作保障|组织领导|保障机制|附则|其他|其它|有关事项|实施步骤|时间安排|进度安排|工作步骤|方法步骤|施行|解释';

/** How a clause begins that is about the paper itself: its validity, its interpretation. */
export const ON_THE_PAPER =
  '(?:本|上述|以上)(?:文件|措施|意见|方案|办法|通知|政策|计划|规定|细则|若干措施|若干政策|若干意见|行动)(?:自|由|有效|施行|执行|实施|从|的解释|解释|所称|所指|中|与|未|如)';

/** Titles of papers that come with a policy paper and are not part of it. */
export const COMPANION_PAPERS = '起草说明|编制说明|政策解读|解读|审查意见|评估报告|审核意见';
