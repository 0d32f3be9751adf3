import { Problem } from '../../../kernel/problem.ts';
import { redact } from '../../../kernel/seal/redact.ts';

/** Words that say nothing about the work and only hurt whoever did it. Spaces and signs between the characters do not hide one. */
const chinese =
  /傻[逼比屄缺叉]|煞笔|沙雕|[王忘]八蛋|混[蛋账帐]|狗(?:东西|日的|杂种|娘养)|畜[生牲]|人渣|垃圾人|贱[人货种]|婊子|杂种|[你他她它]妈[的逼]|操你|草泥马|去死(?!角)|脑残|白痴|弱智|智障|蠢货|废物|乡巴佬|外地佬|臭要饭|穷鬼|死(?:胖子|瘸子|聋子|哑巴|娘们)/u;
const english = /\b(?:idiots?|morons?|bastards?|bitch(?:es)?|assholes?|fuck\w*|scum|retards?)\b/iu;

/** Whether a text insults a person. Pure. */
export function isInsult(text: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  return english.test(plain) || chinese.test(plain.replace(/[\s\p{P}\p{S}]/gu, ''));
}

/**
 * What somebody writes about another at the market is read by others: no personal number and no insult may stand in it. What was typed
 * stays in the form.
 * @throws Problem `gig-text-personal`, `gig-text-insult`
 */
export function requireHarmless(...texts: readonly (string | undefined)[]): void {
  for (const text of texts) {
    if (text === undefined) continue;
    if (redact(text) !== text) throw new Problem('invalid', 'gig-text-personal');
    if (isInsult(text)) throw new Problem('invalid', 'gig-text-insult');
  }
}
