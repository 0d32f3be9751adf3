/** Headings of the columns of a task table (任务分工表). Plain data. */
export const NUMBER_COLUMNS = '序号|编号|项次';
export const TASK_COLUMNS =
  '重点任务|工作任务|主要任务|具体任务|任务|任务名称|任务内容|工作内容|工作措施|具体措施|主要措施|措施|具体举措|举措|工作事项|事项|重点工作|工作目标|目标任务|年度目标|量化指标|指标|目标|内容|成果要求';
export const LEAD_COLUMNS = '牵头单位|牵头部门|主责单位|主责部门|主办单位|牵头责任单位|市级牵头单位|区级牵头单位';
export const RESPONSIBLE_COLUMNS = '责任单位|责任部门|负责单位|负责部门|落实单位|实施单位|承办单位|完成单位';
export const COOPERATING_COLUMNS = '配合单位|配合部门|协办单位|参与单位|协同单位|责任单位（配合）|配合责任单位';
export const DEADLINE_COLUMNS = '完成时限|完成时间|时限|时间节点|办结时限|完成期限|时间要求';
