import type { InstanceFileProblem } from '../kernel/matching/file.ts';
import type { InstanceProblem } from '../kernel/matching/instance.ts';

/** What to do about a file whose size is not what its counts say. */
export function fileProblemText({ code, size, expected }: InstanceFileProblem, file: string): string {
  if (code === 'no-counts') {
    return `${file} 只有 ${size} 字节，连开头的三个数（工人、岗位、连线）都没有：请重新生成文件。
${file} has only ${size} bytes, not even the three counts it begins with (workers, openings, arcs): make the file again.`;
  }
  if (code === 'negative-count') {
    return `${file} 开头的人数、岗位数或连线数是负数：这不是撮合数据，或字节顺序不对（应为小端 Int32）。请检查文件。
${file} begins with a negative count: it is no matching instance, or its bytes stand in the wrong order (little-endian Int32 is expected). Check the file.`;
  }
  if (code === 'too-short') {
    return `${file} 不完整：按开头的数应有 ${expected} 字节，实有 ${size} 字节。请重新生成或重新传送。
${file} is cut short: its counts call for ${expected} bytes, there are ${size}. Make it or send it again.`;
  }
  return `${file} 比应有的长：按开头的数应有 ${expected} 字节，实有 ${size} 字节。请确认它是撮合数据。
${file} is too long: its counts call for ${expected} bytes, there are ${size}. Make sure that it is a matching instance.`;
}

/** What stands wrong in the arrays, and where. */
export function instanceProblemText({ code, where, at, value, expected }: InstanceProblem, file: string): string {
  const place = `${where}[${at}]`;
  switch (code) {
    case 'opening-out-of-range':
      return `${file}：${place} 指向岗位 ${value}，但岗位编号只到 ${expected}。请改正后再试。
${file}: ${place} names opening ${value}, but openings go from 0 to ${expected}. Correct it and try again.`;
    case 'negative-capacity':
      return `${file}：${place} 是 ${value}，岗位人数不能为负。不招人的岗位请写 0。
${file}: ${place} is ${value}; an opening cannot have fewer places than none. Write 0 for a closed one.`;
    case 'rows-not-rising':
      return `${file}：${place} 是 ${value}，应不小于 ${expected}。rowPtr 须从 0 开始，逐个不减。
${file}: ${place} is ${value}, expected at least ${expected}. rowPtr must begin with 0 and never fall.`;
    case 'rows-and-arcs-differ':
      return `${file}：${place} 是 ${value}，应等于连线数 ${expected}。请改正后再试。
${file}: ${place} is ${value}, but there are ${expected} arcs. Correct it and try again.`;
    default:
      return `${file}：${where} 是 ${value}，应为 ${expected}。请改正后再试。
${file}: ${where} is ${value}, expected ${expected}. Correct it and try again.`;
  }
}
