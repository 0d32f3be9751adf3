/** Words in which a summary of opinions tells who said what. Plain data: add a word here when a city uses another one. */
import { NUMERAL } from '../numerals.ts';

const NUMBER = `(?:\\d+|[${NUMERAL}]{1,4})`;
const COUNTED =
  '(?:相关|有关|区级|市级|区直|市直|县直|成员|责任|其他|其余)*(?:单位|部门|委办局|街镇|街道乡镇|街道|乡镇|镇街|机构|企业)';
/** 11家单位, 四个部门; the number is the first group. */
export const COUNT = `(${NUMBER}) ?(?:家|个) ?${COUNTED}`;
/** 单位12家 */
export const COUNT_AFTER = `(?:单位|部门)(?:共|共计|合计)?(${NUMBER}) ?(?:家|个)`;
/** What may stand between a list of units and what they said. */
export const LIST_END = `(?:（[^（）]*）)?(?:等|共|共计|合计|这|以上)? ?(?:${COUNT}|(${NUMBER}) ?家)?(?:（[^（）]*）)?`;

/** Where a list of units may end. */
export const SAYS =
  '\\n|书面|电话|口头|均|都(?=[建提无没未同表已反回书])|各(?=提|反|回)|一致|来函|来文|复函|回函|函告|函复|致函|针对|对于|对|就|关于|提出|提交|提(?=[\\d一二两三四五六])|建议|认为|反馈|指出|回复|答复|表示|反映|希望|要求|主张|暂无|无|没有|未|没|同意|原则|赞同|已(?=[书反回提复])|也|亦|仅|逾期|超期|尚|仍|视为|视同|于(?=\\d)|在(?=征|反)|经(?=研究|认真|审|梳理)|的?意见(?=[：为是])|：|，';

const KINDS_OF_COMMENT = '意见和建议|意见及建议|意见或建议|意见、建议|意见建议|建议意见|意见|建议|异议|看法';
const OF_NO_COMMENT =
  '(?:任何|其他|其它|另外|别的|具体|实质性?|原则性?|新的?|进一步|相关|更多|书面|需要|须|需)*的?(?:修改|修订|不同|反馈|补充|反对|调整|完善|增加)*(?:的|性)?';
const AGREES = '(?:原则上?|完全|一致|总体)?(?:同意|赞同|认可|支持)';
const THE_DRAFT =
  '(?:该|本|此|上述|以上|所附|征求意见稿|送审稿|文件|文稿|草案|稿件|若干措施|措施|全部|内容|全文|《[^《》]*》|的|印发|发布|实施|出台|下发|修改|表述|安排)*';
/** No comment: an answer like any other. */
export const NO_COMMENT = [
  `(?:暂|确|并)?(?:无|没有|没|未提出?过?|未提交|未反馈(?=不同|其他)|不提|未有)${OF_NO_COMMENT}(?:${KINDS_OF_COMMENT})`,
  '(?:暂)?(?:无|没有)(?:需要?)?(?:修改|补充|异议)(?:之处|内容|的地方)?(?=[，。；\\s）]|$)',
  '(?:无需|无须|不需要?|不作|不做)(?:再)?(?:修改|补充|调整)(?=[，。；\\s）]|$)',
  '(?:暂)?无(?=[，。；\\s）]|$)',
  '零意见',
  `${AGREES}${THE_DRAFT}(?=[，。；\\s）]|$)`,
].join('|');
/** No answer at all. */
export const NO_ANSWER = [
  '(?:逾期|超期|到期|至今|目前|截至[^，。；]{1,16}|尚|仍|均|都|，)*(?:未|没有|没)(?:能|曾|有)?(?:按(?:时|期|要求|规定)|及时|在(?:规定|限定|要求)的?(?:时间|期限|时限)(?:内|前)?|书面|予以|作出|进行|再)*(?:提交)?(?:反馈|回复|答复|复函|回函|回应|报送)(?!无|不同|其他)(?:的|任何|书面|具体|修改|相关)*(?:意见|情况|信息|结果|材料|建议|函件)*',
  '(?:视为|视同|视作|默认为?|按)(?:无|没有|同意)(?:修改|不同)?(?:意见|异议)?(?:处理)?',
].join('|');
/** What may stand between a unit and its answer. */
export const MANNER_OF_ANSWER =
  '(?:[，：、\\s]|均|都|也|亦|各|全部|已|仅|一致|书面|电话|口头|正式|来函|来文|复函|回函|函复|函告|形式|反馈|回复|答复|表示|反映|提出|认为|明确|（[^（）]{0,40}）|经(?:认真)?(?:研究|审阅|研读|讨论)后?|意见(?:为|是|：)|结果(?:为|是|：)|以|并)*(?:(?:针?对|就|关于)[^，。；、：]{0,60}?)?';
/** What may follow a “no comment” and adds nothing to it. */
export const ADDS_NOTHING = new RegExp(
  `^(?:[，。；！、\\s]|（[^（）]*）|并|也|且|均|都|已|以|书面|电话|口头|形式|(?:反馈|回复|答复|复函|回函)(?:了)?|${NO_COMMENT}|${NO_ANSWER}|[—/-]|表示|特此(?:复函|函复|回复|说明))*$`,
);
/** 其余单位, 各单位: all that were asked and said nothing else. */
export const ALL_OTHERS = new RegExp(
  `^(?:其他|其余|其它|另外|剩余|余下|以上|上述|所有|全部|各|被征求|参与征求|征求)(?:各|的|被征求|征求|意见|相关|有关|区级|受访)*(?:${COUNT}|(${NUMBER}) ?家|单位|部门)`,
);
/** Asks for something: what stands without any of these is no request. */
export const REQUEST =
  /建议|希望|提出|增加|补充|删除|删去|去掉|修改为|改为|改成|调整|替换|明确|不再|(?:应|宜|须|需)(?:当|该)?(?!急|届)|将“|把“/;
/** 但, 不过: what follows is the opinion. */
export const BUT = /^[，。；\s]*(?:但是?|不过|只是|同时|另外?|仅|并)[，]?/;
