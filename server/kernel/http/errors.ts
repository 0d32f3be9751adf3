import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { type Language, type Params, type Said, say } from '../i18n/said.ts';
import { writeDay } from '../page/written.ts';
import { Problem, problemStatus } from '../problem.ts';
import { redact } from '../seal/redact.ts';

/** Wording of what any request may meet. Modules bring their own under the same `problem.<code>` keys. */
export const kernelWords: Readonly<Record<string, Said>> = {
  'problem.shape': {
    zh: '提交的内容有误，请检查这些项：{fields}。已填的内容都还在。',
    en: 'Please check these fields: {fields}. What you typed is kept.',
  },
  'problem.field-missing': { zh: '缺少这一项。', en: 'This field is missing.' },
  'problem.field-unknown': { zh: '没有这一项，请去掉。', en: 'There is no such field; leave it out.' },
  'problem.field-blank': { zh: '这一项不能空着，也不能只有空格。', en: 'This field cannot be left blank.' },
  'problem.field-too-short': {
    zh: '请至少写 {n} 个字，首尾的空格不算。',
    en: 'Write at least {n} characters; blanks at both ends do not count.',
  },
  'problem.field-too-long': { zh: '最多写 {n} 个字。', en: 'Write at most {n} characters.' },
  'problem.field-whole': { zh: '请填 {least} 到 {most} 之间的整数。', en: 'Enter a whole number from {least} to {most}.' },
  'problem.field-number': { zh: '请填 {least} 到 {most} 之间的数。', en: 'Enter a number from {least} to {most}.' },
  'problem.field-yuan': {
    zh: '请填 {least} 到 {most} 元之间的数，最多两位小数。',
    en: 'Enter an amount from {least} to {most} yuan, with at most two decimals.',
  },
  'problem.field-digits': { zh: '请填 {n} 位数字。', en: 'Enter {n} digits.' },
  'problem.field-choice': { zh: '请从列出的里面选一个。', en: 'Choose one of those listed.' },
  'problem.field-too-few': { zh: '请至少选 {n} 项。', en: 'Choose at least {n}.' },
  'problem.field-too-many': { zh: '最多选 {n} 项。', en: 'Choose at most {n}.' },
  'problem.field-wrong': { zh: '这一项的内容不对。', en: 'This field’s value is not allowed.' },
  'problem.not-found': {
    zh: '没有找到。它可能已被移走，或不在您的职责范围内。',
    en: 'Not found. It may have moved, or it lies outside your area of work.',
  },
  'problem.not-signed-in': { zh: '请先登录。', en: 'Please sign in first.' },
  'problem.forbidden': {
    zh: '您的角色不能做这件事。如有需要，请联系安全管理员授权。',
    en: 'Your role may not do this. Ask the security administrator if you need it.',
  },
  'problem.managers-only': {
    zh: '这件事只能由单位的管理人来办。请让管理人登录后操作。',
    en: 'Only a manager of the employer can do this. Please ask one to sign in.',
  },
  'problem.key-reused': {
    zh: '这个幂等键已用于另一份内容。请换一个新的键再提交。',
    en: 'This idempotency key was used for other content. Send it again with a new key.',
  },
  'problem.cross-site': {
    zh: '这次提交来自别的网站，已拦下。请在本站页面上操作。',
    en: 'This request came from another site and was stopped. Use this site’s own pages.',
  },
  'problem.too-large': { zh: '内容太大，最多 {limit}。请分批提交。', en: 'Too large: at most {limit}. Send it in parts.' },
  'problem.too-many': { zh: '操作太频繁，请 {seconds} 秒后再试。', en: 'Too many requests. Try again in {seconds} seconds.' },
  'problem.bad-request': { zh: '请求的格式不对：{detail}', en: 'The request could not be read: {detail}' },
  'problem.database-away': {
    zh: '数据库暂时连不上，您的这次操作没有保存。系统会自动恢复，请稍后再试。',
    en: 'The database cannot be reached; this was not saved. Leye recovers by itself, please try again shortly.',
  },
  'problem.outcome-unknown': {
    zh: '保存的最后一刻数据库断开了，这次操作可能已经保存，也可能没有。系统会自动恢复，请稍后刷新核对，没有再提交。',
    en: 'The database went away at the very moment of saving: this may or may not have been saved. Leye recovers by itself; look again shortly, and send it again if it is not there.',
  },
  'problem.disk-full': {
    zh: '服务器磁盘已满，这次操作没有保存，原有数据完好。请通知系统管理员。',
    en: 'The server’s disk is full: this was not saved, existing data is safe. Tell the system administrator.',
  },
  'problem.no-district': {
    zh: '还没有建立任何区县。请先用 leye programme load 载入方案。',
    en: 'No district has been set up. Load a programme first: leye programme load.',
  },
  'problem.office-not-built': {
    zh: '办公端页面还没有构建，请运行 npm run prepare。',
    en: 'The office has not been built. Run npm run prepare.',
  },
  'problem.unexpected': {
    zh: '系统出了意外，这次操作没有保存。请稍后再试，或把编号 {reference} 告诉我们。',
    en: 'Something went wrong and nothing was saved. Try again, or give us this reference: {reference}.',
  },
};

const away = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOTFOUND',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  '08001',
  '53300',
]);
const lost =
  /Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed and is not queryable/;

/** Any error as a problem. Nothing of an unknown error's text leaves the server: it may quote what somebody typed. */
export function asProblem(error: unknown, reference: string): Problem {
  if (error instanceof Problem) return error;
  if (!(error instanceof Error)) return new Problem('unavailable', 'unexpected', { reference });
  const { code, statusCode } = error as Partial<FastifyError>; // reason: pg and fastify errors both carry a code beside Error's own fields
  // PostgreSQL's, and the file system's own where an upload is laid down.
  if (code === '53100' || code === 'ENOSPC' || code === 'EDQUOT') return new Problem('unavailable', 'disk-full');
  if ((code && away.has(code)) || lost.test(error.message)) return new Problem('unavailable', 'database-away');
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || code === 'FST_REQ_FILE_TOO_LARGE')
    return new Problem('too-large', 'too-large', { limit: '200 MB' });
  if (statusCode === 429) return new Problem('too-many', 'too-many', { seconds: 60 });
  if (statusCode === 404) return new Problem('not-found', 'not-found');
  if (statusCode && statusCode >= 400 && statusCode < 500)
    return new Problem('invalid', 'bad-request', { detail: code ?? String(statusCode) });
  return new Problem('unavailable', 'unexpected', { reference });
}

export const wordsOf = (problem: Problem, words: ReadonlyMap<string, Said>, language: Language): string => {
  const text = words.get(`problem.${problem.code}`);
  return text ? say(text, language, asSaid(problem.params, language)) : problem.code;
};

/** Days are written as people read them; `params` in the answer keep them as programs do. */
const asSaid = (params: Problem['params'], language: Language): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? writeDay(value, language) : value,
    ]),
  );

export function answerProblem(
  problem: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  words: ReadonlyMap<string, Said>,
  language: Language,
  message = wordsOf(problem, words, language),
): FastifyReply {
  const status = problem.code === 'unexpected' ? 500 : problem.code === 'bad-request' ? 400 : problemStatus[problem.kind];
  const details = problem.details.map((detail) => {
    const text = words.get(`problem.${detail.code}`);
    return { ...detail, message: text ? say(text, language, asSaid(detail.params ?? {}, language)) : detail.code };
  });
  const answer = {
    code: problem.code,
    params: problem.params,
    message,
    details,
    reference: request.id,
  };
  // A problem names the field it is about, and a field's name is what the sender typed: it may be a personal number.
  return reply
    .code(status)
    .type('application/json; charset=utf-8')
    .send(redact(JSON.stringify(answer)));
}
