import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const { devDependencies } = createRequire(import.meta.url)('../../package.json') as { devDependencies: Record<string, string> }; // reason: our own file

/** npm brings one for this kind of machine. */
export const isBrought = process.platform === 'linux' && process.arch === 'x64';

/**
 * The Chromium that npm brings, unpacked with the libraries and fonts it needs: its program and the environment it runs in.
 * It is unpacked once a machine and user, aside, and moved into place whole: many test files ask for it at the same moment, and a run that
 * was cut off must not leave half a program behind.
 */
export async function broughtBrowser(): Promise<{ executablePath: string; env: NodeJS.ProcessEnv }> {
  const folder = path.join(tmpdir(), `leye-chromium-${devDependencies['@sparticuz/chromium']}-${userInfo().username}`);
  if (!existsSync(folder)) await unpackInto(folder);
  return {
    executablePath: path.join(folder, 'chromium'),
    env: {
      ...process.env,
      LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib'),
      FONTCONFIG_FILE: path.join(folder, 'fonts.conf'),
    },
  };
}

/** The package unpacks into the folder for temporary files, and its libraries only where it believes to be at home. */
async function unpackInto(folder: string): Promise<void> {
  const aside = await mkdtemp(`${folder}-unpacking-`);
  const home = { TMPDIR: aside, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x', AWS_LAMBDA_JS_RUNTIME: 'nodejs22.x' };
  const unpack = `import('@sparticuz/chromium').then((brought) => brought.default.executablePath())`;
  try {
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', unpack], {
      cwd: import.meta.dirname,
      env: { ...process.env, ...home },
    });
    await mkdir(path.join(aside, 'fonts-cache'));
    const places = `<dir>${path.join(folder, 'fonts')}</dir><cachedir>${path.join(folder, 'fonts-cache')}</cachedir>`;
    await writeFile(path.join(aside, 'fonts.conf'), `<?xml version="1.0"?>\n<fontconfig>${places}</fontconfig>\n`);
    await rename(aside, folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error; // else another test file was faster
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}
