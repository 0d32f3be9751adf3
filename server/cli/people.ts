import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { reachDatabase } from '../database-access.ts';
import { openHouse } from '../house.ts';
import { system } from '../kernel/actor/actor.ts';
import { execute } from '../kernel/command/run.ts';
import { districtReader } from '../kernel/district/read.ts';
import { kernelWords, wordsOf } from '../kernel/http/errors.ts';
import { Problem } from '../kernel/problem.ts';
import { appointFirstAdministrator, people } from '../modules/people/module.ts';

const usage = `用法 Usage: leye people appoint --name 姓名 --email 邮箱 [--user-name 用户名] [--district 110112]
  建立第一位安全管理员的账号，并打印一次性密码（7 天内有效，首次登录须更换）。已有安全管理员时拒绝。
  Opens the first security administrator's account and prints its one-time password (valid for 7 days, changed at the first sign-in).
  Refused where there is a security administrator already: from then on people are invited in the office.`;

const words = new Map([...Object.entries(kernelWords), ...Object.entries(people.words ?? {})]);

/** `leye people appoint`: beside a running server or alone. Exit 0 done, 1 could not, 2 usage. */
export async function peopleCommand(args: string[], env: NodeJS.ProcessEnv = process.env): Promise<number> {
  const wanted = readArguments(args);
  if (!wanted) {
    console.error(usage);
    return 2;
  }
  const config = readConfig(env);
  const database = await reachDatabase(config);
  try {
    const house = await openHouse(config, database, { connections: 2 });
    try {
      const districts = await districtReader(house.kernel.database).all();
      const district = districts.find(({ code }) => wanted.district === undefined || code === wanted.district);
      if (!district) throw new Problem('unavailable', 'no-district');
      const { district: _district, ...person } = wanted;
      const call = { district: district.code, actor: system('command-line') };
      const { oneTimePassword } = await execute(house.kernel, appointFirstAdministrator, person, call);
      console.log(`${district.name.zh} ${district.name.en}`);
      console.log(`安全管理员 Security administrator: ${person.userName ?? person.email}`);
      console.log(`一次性密码 One-time password:      ${oneTimePassword}`);
      console.log('只显示这一次。 It is shown this once.');
      return 0;
    } finally {
      await house.close();
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(`${wordsOf(error, words, 'zh')}\n${wordsOf(error, words, 'en')}`);
    return 1;
  } finally {
    await database.close();
  }
}

function readArguments(args: string[]): { name: string; email: string; userName?: string; district?: string } | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        email: { type: 'string' },
        'user-name': { type: 'string' },
        district: { type: 'string' },
      },
    });
    const { name, email, 'user-name': userName, district } = values;
    if (positionals.join(' ') !== 'appoint' || !name || !email) return undefined;
    return { name, email, ...(userName !== undefined && { userName }), ...(district !== undefined && { district }) };
  } catch {
    return undefined;
  }
}
