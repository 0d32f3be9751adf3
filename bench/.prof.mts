import pg from 'pg';
import { performance } from 'node:perf_hooks';
const times = new Map<string, [number, number]>();
const q = pg.Client.prototype.query;
pg.Client.prototype.query = function (...args: any[]) {
  const c = args[0]; const name = typeof c === 'string' ? c.slice(0, 60) : c?.name ?? c?.text?.slice(0, 60) ?? 'x';
  const t = performance.now(); const r = (q as any).apply(this, args);
  if (r?.then) return r.then((v: any) => { const e = times.get(name) ?? [0, 0]; e[0] += performance.now() - t; e[1]++; times.set(name, e); return v; });
  return r;
} as any;
const { execute, ask } = await import('/work/main/server/kernel/command/run.ts');
const { openHouse, DISTRICT } = await import('/work/main/bench/house.ts');
const { writeImport } = await import('/work/main/server/modules/records/import/write-import.ts');
const { uploadImport, takeImport } = await import('/work/main/server/modules/records/commands/imports.ts');
const { workOnImport } = await import('/work/main/server/modules/records/import/work.ts');
const { keepFile } = await import('/work/main/server/kernel/files/keep-file.ts');
const { syntheticIdNumber } = await import('/work/main/server/kernel/identifier/synthetic.ts');
const { Readable } = await import('node:stream');
const { staffOf } = await import('/work/main/bench/actor.ts');
const house = await openHouse();
const call = { district: DISTRICT, actor: staffOf('programme-office') };
try {
  let seed = 7; const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
  const N = Number(process.argv[2]);
  const towns = (await house.kernel.database.pool.query("select 1")).rows && ['马驹桥镇', '中仓街道', '宋庄镇'];
  const lines = ['姓名,身份证号,服务项目,服务日期,服务站点,所在地区'];
  for (let i = 0; i < N; i++) lines.push(`测${i % 500},${syntheticIdNumber(random)},岗位对接,2026-0${1 + i % 9}-1${i % 10},站${i % 20},${towns[i % 3]}`);
  const kept = await keepFile(house.directory, Readable.from([Buffer.from(lines.join('\n'))]), 1e9);
  const { import: id } = await execute(house.kernel, uploadImport, { type: 'gig-service', fileName: 'a.csv', sha256: kept.sha256, size: kept.size, fileType: 'csv' }, call);
  const show = (what: string, t: number) => { console.log(what, Math.round(t)); for (const [n, [ms, c]] of [...times].sort((a, b) => b[1][0] - a[1][0]).slice(0, 8)) console.log('   ', Math.round(ms), c, n); times.clear(); };
  times.clear(); let t = performance.now();
  await workOnImport({ kernel: house.kernel, district: DISTRICT, id }); show('preview', performance.now() - t);
  await execute(house.kernel, takeImport, { import: id, mode: 'all' }, call);
  times.clear(); t = performance.now(); const cpu = process.cpuUsage();
  await workOnImport({ kernel: house.kernel, district: DISTRICT, id }); show('take', performance.now() - t); console.log(process.cpuUsage(cpu));
} finally { await house.close(); }
