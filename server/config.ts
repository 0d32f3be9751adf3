import { isIP } from 'node:net';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepSecrets, type Secrets, type SecretTexts } from './secrets.ts';

/** What the environment says, checked once at the start and never changed after. */
export interface Config {
  readonly mode: 'demo' | 'production';
  readonly host: string;
  readonly port: number;
  /** Absolute; holds the embedded database, uploaded files and, in demonstration mode, the secrets. */
  readonly dataDirectory: string;
  readonly database:
    | { readonly kind: 'embedded' }
    | { readonly kind: 'server'; readonly ownerUrl: string; readonly appUrl?: string };
  /** Where people reach Leye, without a slash at the end. */
  readonly publicAddress: string;
  readonly secrets: Secrets;
  /** The HTTP gateway that sends text messages. */
  readonly smsUrl?: string;
  readonly smtpUrl?: string;
  readonly oidc?: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
  /** Addresses or networks whose X-Forwarded-For is believed; empty: nobody's. */
  readonly trustedProxies: readonly string[];
}

/** One thing wrong with the configuration. `params.name` is the variable; its value is never repeated, it may be a secret. */
export interface ConfigProblem {
  readonly code:
    | 'missing'
    | 'missing-channel'
    | 'incomplete-oidc'
    | 'not-a-mode'
    | 'not-a-port'
    | 'not-a-key'
    | 'key-used-twice'
    | 'secret-too-short'
    | 'not-a-url'
    | 'not-an-address';
  readonly params: Readonly<Record<string, string>>;
}

/** The configuration can't be used; `problems` names everything that is wrong at once. */
export class ConfigError extends Error {
  readonly code = 'config';
  readonly problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map(({ code, params }) => `${params.name}: ${code}`).join(', '));
    this.problems = problems;
  }
}

export const projectRoot = fileURLToPath(new URL('..', import.meta.url));

/** Reads the environment. Throws ConfigError. In demonstration mode it makes the secrets that are not given, and keeps them. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const problems: ConfigProblem[] = [];
  const report = (code: ConfigProblem['code'], name: string, more: Record<string, string> = {}) => {
    problems.push({ code, params: { name, ...more } });
    return undefined;
  };
  const text = (name: string) => env[name]?.trim() || undefined;
  const url = (name: string, ...schemes: string[]) => {
    const given = text(name);
    if (given === undefined) return undefined;
    const scheme = URL.canParse(given) ? new URL(given).protocol.slice(0, -1) : '';
    return schemes.includes(scheme)
      ? given
      : report('not-a-url', name, { schemes: schemes.map((known) => `${known}://`).join(' ') });
  };
  const secret = (name: string) => {
    const given = text(name);
    if (given === undefined) return undefined;
    if (name === 'LEYE_SESSION_SECRET') return given.length >= 32 ? given : report('secret-too-short', name);
    return isKey(given) ? given : report('not-a-key', name);
  };

  const mode = text('LEYE_MODE') ?? 'demo';
  if (mode !== 'demo' && mode !== 'production') report('not-a-mode', 'LEYE_MODE');
  const isProduction = mode === 'production';

  const portName = text('LEYE_PORT') ? 'LEYE_PORT' : 'PORT';
  const portText = text(portName) ?? '3000';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port < 1 || port > 65_535) report('not-a-port', portName);

  const host = text('LEYE_HOST') ?? '127.0.0.1';
  const ownerUrl = url('DATABASE_URL', 'postgres', 'postgresql');
  const appUrl = url('LEYE_APP_DATABASE_URL', 'postgres', 'postgresql');
  if (appUrl && !text('DATABASE_URL')) report('missing', 'DATABASE_URL');
  const given: Partial<SecretTexts> = {
    sealKey: secret('LEYE_SEAL_KEY'),
    indexKey: secret('LEYE_INDEX_KEY'),
    sessionSecret: secret('LEYE_SESSION_SECRET'),
    checkpointKey: secret('LEYE_CHECKPOINT_KEY'),
  };
  // Who holds one key must not hold the other: each opens what the other keeps.
  if (given.sealKey && given.sealKey === given.indexKey) report('key-used-twice', 'LEYE_INDEX_KEY', { other: 'LEYE_SEAL_KEY' });
  if (given.checkpointKey && (given.checkpointKey === given.sealKey || given.checkpointKey === given.indexKey))
    report('key-used-twice', 'LEYE_CHECKPOINT_KEY', {
      other: given.checkpointKey === given.sealKey ? 'LEYE_SEAL_KEY' : 'LEYE_INDEX_KEY',
    });
  const publicUrl = url('LEYE_PUBLIC_URL', ...(isProduction ? ['https'] : ['https', 'http']));
  const smsUrl = url('LEYE_SMS_URL', 'https', 'http');
  const smtpUrl = url('LEYE_SMTP_URL', 'smtps', 'smtp');

  const oidcNames = ['LEYE_OIDC_ISSUER', 'LEYE_OIDC_CLIENT_ID', 'LEYE_OIDC_CLIENT_SECRET'];
  const issuer = url('LEYE_OIDC_ISSUER', ...(isProduction ? ['https'] : ['https', 'http']));
  const [clientId, clientSecret] = [text('LEYE_OIDC_CLIENT_ID'), text('LEYE_OIDC_CLIENT_SECRET')];
  if (oidcNames.some(text)) for (const name of oidcNames) if (!text(name)) report('incomplete-oidc', name);

  const trustedProxies = (text('LEYE_TRUSTED_PROXY') ?? '').split(/[\s,]+/).filter(Boolean);
  if (!trustedProxies.every(isNetwork)) report('not-an-address', 'LEYE_TRUSTED_PROXY');

  if (isProduction) {
    const names = ['LEYE_SEAL_KEY', 'LEYE_INDEX_KEY', 'LEYE_SESSION_SECRET', 'LEYE_CHECKPOINT_KEY', 'LEYE_PUBLIC_URL'];
    for (const name of names) if (!text(name)) report('missing', name);
    if (!text('LEYE_SMS_URL') && !text('LEYE_SMTP_URL')) report('missing-channel', 'LEYE_SMS_URL', { other: 'LEYE_SMTP_URL' });
  }
  if (problems.length > 0) throw new ConfigError(problems);

  const dataDirectory = path.resolve(text('LEYE_DATA') ?? path.join(projectRoot, '.leye'));
  return Object.freeze({
    mode: isProduction ? 'production' : 'demo',
    host,
    port,
    dataDirectory,
    database: Object.freeze(ownerUrl ? { kind: 'server', ownerUrl, appUrl } : { kind: 'embedded' }),
    publicAddress: (publicUrl ?? `http://${host.includes(':') ? `[${host}]` : host}:${port}`).replace(/\/+$/, ''),
    secrets: keepSecrets(given, isProduction ? undefined : dataDirectory),
    smsUrl,
    smtpUrl,
    oidc: issuer && clientId && clientSecret ? Object.freeze({ issuer, clientId, clientSecret }) : undefined,
    trustedProxies: Object.freeze(trustedProxies),
  });
}

/** 32 bytes, and not one byte over and over: that is a placeholder. */
function isKey(text: string): boolean {
  const bytes = /^[A-Za-z0-9+/]{43}=$/.test(text) ? Buffer.from(text, 'base64') : Buffer.alloc(0);
  return bytes.length === 32 && !bytes.every((byte) => byte === bytes[0]);
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
