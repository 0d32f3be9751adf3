/** Why an opinion got its verdict, in both languages. Sentences without a full stop. */
import { type Said, said } from '../../../kernel/i18n/said.ts';
import type { Decision, FindingCode, RequestKind, Verdict } from './shapes.ts';

export const findingWords: Readonly<Record<`verdict.${FindingCode}`, Said>> = {
  'verdict.new-words-stand': said('“{words}”已在文中', '“{words}” stands in the text'),
  'verdict.new-words-stand-old-too': said(
    '“{words}”已在文中，但应被替换的“{old}”也还在',
    '“{words}” stands in the text, and so does “{old}”, which it was to replace',
  ),
  'verdict.new-words-stand-elsewhere': said(
    '“{words}”不在这一项里，而在文件的别处，请人工确认位置对不对',
    '“{words}” stands elsewhere in the paper, not in this measure; a person should say whether that is the place',
  ),
  'verdict.new-words-reworded': said(
    '文中没有原样的“{words}”，但有相近的一段，请人工确认是否就是采纳后的表述',
    'the text does not hold “{words}” word for word, but a similar passage; a person should say whether that is it',
  ),
  'verdict.new-words-absent': said(
    '写明已采纳，但文中没有“{words}”，也没有相近的表述',
    'said to be adopted, yet the text holds neither “{words}” nor anything like it',
  ),
  'verdict.old-words-stand-instead': said(
    '写明已采纳，但文中仍是“{old}”，没有改为“{words}”',
    'said to be adopted, yet the text still reads “{old}” and not “{words}”',
  ),
  'verdict.removed-words-absent': said('“{words}”已删去', '“{words}” is gone'),
  'verdict.removed-words-stand': said('写明已采纳，但“{words}”还在文中', 'said to be adopted, yet “{words}” still stands'),
  'verdict.removed-words-reworded': said(
    '“{words}”已不在，但留有相近的一段，请人工确认',
    '“{words}” is gone, but a similar passage stands; a person should look',
  ),
  'verdict.refused-removal-stands': said('未采纳，“{words}”仍在文中', 'not adopted, and “{words}” still stands'),
  'verdict.refused-removal-absent': said(
    '写明不采纳，但文中已没有要求删除的“{words}”',
    'said not to be adopted, yet the text no longer carries “{words}”, which was to be removed',
  ),
  'verdict.refused-removal-reworded': said(
    '写明不采纳，“{words}”已改写，请人工确认',
    'said not to be adopted; “{words}” has been reworded, a person should look',
  ),
  'verdict.refused-words-absent': said('未采纳，文中没有“{words}”', 'not adopted, and “{words}” is not in the text'),
  'verdict.refused-words-stand': said(
    '写明不采纳，但文中有“{words}”',
    'said not to be adopted, yet “{words}” stands in the text',
  ),
  'verdict.refused-words-reworded': said(
    '写明不采纳，但文中有与“{words}”相近的一段，请人工确认',
    'said not to be adopted, yet a passage like “{words}” stands; a person should look',
  ),
  'verdict.refused-old-words-gone': said(
    '写明不采纳，但应保留的“{old}”已不在文中',
    'said not to be adopted, yet “{old}”, which was to stay, is gone',
  ),
  'verdict.unit-listed': said('{unit}已列入', '{unit} is listed'),
  'verdict.unit-listed-otherwise': said(
    '{unit}列在另一类单位里，请人工确认',
    '{unit} is listed in another role; a person should look',
  ),
  'verdict.unit-not-listed': said('写明已采纳，但单位名单中没有{unit}', 'said to be adopted, yet {unit} is not listed'),
  'verdict.unit-removed': said('名单中已没有{unit}', '{unit} is no longer listed'),
  'verdict.unit-still-listed': said('写明已采纳，但{unit}仍在名单中', 'said to be adopted, yet {unit} is still listed'),
  'verdict.refused-unit-still-listed': said('未采纳，{unit}仍在名单中', 'not adopted, and {unit} is still listed'),
  'verdict.refused-unit-gone': said(
    '写明不采纳，但名单中已没有要求删除的{unit}',
    'said not to be adopted, yet {unit}, which was to be removed, is no longer listed',
  ),
  'verdict.refused-unit-listed': said('写明不采纳，但{unit}已在名单中', 'said not to be adopted, yet {unit} is listed'),
  'verdict.refused-unit-not-listed': said('未采纳，名单中没有{unit}', 'not adopted, and {unit} is not listed'),
  'verdict.partly-adopted': said('部分采纳，采纳到什么程度须人工确认', 'adopted in part; how far, a person has to say'),
  'verdict.remark-only': said(
    '没有提出具体的文字改动，须人工确认',
    'no definite change of words is asked for; a person has to say',
  ),
  'verdict.decision-unstated': said('没有写明是否采纳', 'it is not said whether it was adopted'),
  'verdict.adopted-without-words': said(
    '写明已采纳，但没有写出改成了哪些字',
    'said to be adopted, without saying which words were changed',
  ),
  'verdict.refused-without-reason': said('未采纳，但没有写理由', 'not adopted, without a reason'),
  'verdict.unquoted-words-not-found': said(
    '意见没有用引号写出原文，文中没有找到，须人工确认',
    'the words were described, not quoted, and were not found; a person has to look',
  ),
};

export const verdictWords: Readonly<Record<Verdict, Said>> = {
  consistent: said('一致', 'consistent'),
  contradiction: said('矛盾', 'contradiction'),
  'needs a person': said('须人工确认', 'needs a person'),
};
export const decisionWords: Readonly<Record<Decision, Said>> = {
  adopted: said('采纳', 'adopted'),
  partly: said('部分采纳', 'partly adopted'),
  'not adopted': said('不采纳', 'not adopted'),
  unstated: said('未写明', 'unstated'),
};
export const kindWords: Readonly<Record<RequestKind, Said>> = {
  replace: said('修改', 'replace'),
  add: said('增加', 'add'),
  remove: said('删除', 'remove'),
  remark: said('说明', 'remark'),
};
