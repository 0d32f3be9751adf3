import { ConfigError } from '../config.ts';
import { explainStartError } from '../kernel/database/start-errors.ts';
import { type Said, said } from '../kernel/i18n/said.ts';

/** Takes what stands after its name; gives the exit code. */
type Run = (args: string[]) => Promise<number>;

interface Command {
  readonly what: Said;
  /** Loads its file only when it is asked for, so that each command starts at once. */
  readonly load: () => Promise<Run>;
}

const commands: Readonly<Record<string, Command>> = {
  policy: {
    what: said('读政策文件：policy read 文件 [--json]', 'read a policy paper: policy read FILE [--json]'),
    load: async () => (await import('./policy.ts')).policyCommand,
  },
  consultation: {
    what: said(
      '核对征求意见是否照办：consultation check 文件 [--json]',
      'hold a paper against its summary of opinions: consultation check FILE [--json]',
    ),
    load: async () => (await import('./consultation.ts')).consultationCommand,
  },
  programme: {
    what: said('检查任务台账文件：programme check 文件', "check a programme's file: programme check FILE"),
    load: async () => (await import('./programme.ts')).programmeCommand,
  },
  people: {
    what: said('任命第一位安全管理员：people appoint', 'appoint the first security administrator: people appoint'),
    load: async () => (await import('./people.ts')).peopleCommand,
  },
  audit: {
    what: said('核验审计记录：audit verify', 'verify the audit log: audit verify'),
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  gigs: {
    what: said(
      '撮合零工：gigs solve 文件 [--json] [--repeat 次数]；重算一轮：gigs replay 轮次编号 [--json]',
      'match day workers: gigs solve FILE [--json] [--repeat TIMES]; run a round again: gigs replay BATCH [--json]',
    ),
    load: async () => (await import('./gigs.ts')).gigsCommand,
  },
  draw: {
    what: said('核验一次抽签：draw verify 编号', 'verify a draw: draw verify ID'),
    load: async () => (await import('./draw.ts')).drawCommand,
  },
  demo: {
    what: said('制作演示数据：demo --scale city', 'make demonstration data: demo --scale city'),
    load: async () => (await import('./demo.ts')).demoCommand,
  },
};

/** Runs `leye ARGS`. Exit codes: 0 done, 1 failed with a sentence, 2 not understood. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || ['help', '--help', '-h'].includes(name)) {
    console.log(usage());
    return name === undefined ? 2 : 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(`没有命令 ${name}。 There is no command ${name}.\n\n${usage()}`);
    return 2;
  }
  const run = await command.load();
  try {
    return await run(rest);
  } catch (error) {
    const sentence = await explained(error);
    if (sentence === undefined) throw error;
    console.error(sentence);
    return 1;
  }
}

async function explained(error: unknown): Promise<string | undefined> {
  if (error instanceof ConfigError) return (await import('../config-errors.ts')).explainConfigError(error);
  return explainStartError(error);
}

function usage(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const lines = Object.entries(commands).map(
    ([name, { what }]) => `  ${name.padEnd(width)}  ${what.zh}\n  ${' '.repeat(width)}  ${what.en}`,
  );
  return ['用法 Usage：npm run leye -- 命令 COMMAND', '', ...lines].join('\n');
}
