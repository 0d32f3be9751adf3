/** Words by which a policy paper names who does the work. Plain data: add a word here when a city uses another one. */

/** The last characters of an organ's name. */
export const ORGAN_ENDINGS =
  '部|委|局|办|厅|署|院|会|行|社|政府|法院|检察院|中心|公司|集团|妇联|残联|工会|工商联|科协|文联|侨联|台联|社科联|企联|记协|街道|办事处|管委|工委|党委|团委|分局|支队|总队|大队|支行|学校|党校|大学|学院|职教中心|医院|银行|机关|部门|单位|机构|协会|学会|商会|供销社|供销总社|合作总社|企业|园区|开发区|高新区|新区|示范区|功能区|街镇|镇街|乡镇|镇办|海关|所|站|馆|台|组|专班|科|处|室|队|人民银行|总局|税务|公安|法工委|办公厅|办公室|政治工作部|团中央|共青团|分行|分公司|兵团|军区|军分区|电力|移动|联通|电信';

/** Areas stand for the organs of that area: 各区, 各县（市）, 各街道. */
export const AREA_ENDINGS =
  '省|市|县|区|旗|州|盟|街道|镇|乡|村|社区|自治区|直辖市|县级市|地级以上市|辖市|市州|区县|县区|县市|市区|地区';

/** Labels before a list of units, by what they make of those units. */
export const LEAD_LABELS =
  '(?:总)?牵头(?:责任|负责|落实|实施|主责|承办|主办)?(?:单位|部门|科室|处室|机构)|主办(?:单位|部门)|主责(?:单位|部门)|首要责任单位|第一责任单位|主要(?:责任|负责)(?:单位|部门)';
export const COOPERATING_LABELS =
  '(?:配合|协办|协同|协助|协作|参与|参加|支持|会办|联办|协同配合|参与配合|配合责任|协同责任|指导)(?:单位|部门|机构|科室|处室)';
export const RESPONSIBLE_LABELS =
  '(?:责任|负责|落实|实施|承办|执行|完成|主管|承担|分工|工作责任|落实责任|责任落实|实施责任)(?:单位|部门|主体|机构|科室|处室)|(?:责任|任务|职责|部门)分工';
/** The same in one word; taken as a label only when a colon follows. */
export const BARE_LEAD_LABELS = '牵头|主办';
export const BARE_COOPERATING_LABELS = '配合|协办|参与|协助';
export const BARE_RESPONSIBLE_LABELS = '责任|负责|承办';
/** What may stand before a label: 市级牵头单位. */
export const LABEL_PREFIX = '(?:市级|区级|省级|县级|市直|区直|县直|市|区|县|主要|具体|共同|各项)?';

/** Verbs after a list of units, in brackets: （人社局牵头，财政局配合）. */
export const LEAD_VERBS = '牵头|主办|抓总';
export const COOPERATING_VERBS = '配合|参与|参加|协助|协办|支持|协同|指导|监督|督导';
export const RESPONSIBLE_VERBS = '负责|落实|承办|实施|推进';
/** What stands between a list and its verb, or after the verb. */
export const MANNER =
  '(?:按照?|依照?|根据|结合)?(?:各自)?(?:职责|职能|职权|任务|责任|权限)(?:分工)?|按分工|分工|分别|各自|共同|联合|协同|积极|具体|主要|依法|全力|做好|组织|抓好|统筹|等';

/** Remarks in a list that name no unit. */
export const REMARKS =
  '下同|以下|第一个|首个|首位|列第|列首|列在|排第|排首|排在|排名|位列|均为|按职责|按照职责|按分工|完成时|时间|期限|长期|持续|时限|(?:20\\d\\d|\\d{1,2}) ?[年月]|每年|全年|年底';
