import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { replaceFile } from '../replace-file.js';
import type { Credentials } from '../types.js';

type JsonObject = Readonly<Record<string, unknown>>;

/** Docker's configuration: what of it says who the user is, and all of it, to be written again. */
export interface DockerConfig {
  readonly path: string;
  readonly content: JsonObject;
}

/** Where Docker's configuration lies. */
export function dockerConfigPath(env: Readonly<Record<string, string | undefined>>): string {
  return join(env['DOCKER_CONFIG'] || join(env['HOME'] || homedir(), '.docker'), 'config.json');
}

/** Reads the configuration; an empty one where there is none. Throws `usage` for one that is none of Docker's. */
export function readDockerConfig(env: Readonly<Record<string, string | undefined>>): DockerConfig {
  const path = dockerConfigPath(env);
  const text = readText(path);
  if (text === undefined) return { path, content: {} };
  try {
    const content: unknown = JSON.parse(text);
    if (isObject(content)) return { path, content };
  } catch (cause) {
    throw new TseccError('usage', message`read '${path}': it is not JSON`, { cause });
  }
  throw new TseccError('usage', message`read '${path}': it is not Docker's configuration`);
}

function readText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
    throw new TseccError('usage', message`read '${path}': it cannot be read`, { cause });
  }
}

/** Docker keeps those for its Hub under an address of old. */
const hubKey = 'https://index.docker.io/v1/';

/** What a registry is called in the configuration and by credential helpers. */
export function serverName(registry: string): string {
  return registry === 'docker.io' ? hubKey : registry;
}

/** The name of the program that keeps the credentials of a registry; undefined where the file itself does. */
export function helperFor({ content, path }: DockerConfig, registry: string): string | undefined {
  const own = objectAt(content, 'credHelpers')[serverName(registry)];
  const name = own ?? content['credsStore'];
  if (name === undefined || name === '') return undefined;
  if (typeof name === 'string' && /^[\w.-]+$/.test(name)) return name;
  throw new TseccError('usage', message`read '${path}': the name of a credential helper is none`);
}

/** The credentials that the file itself has for a registry. */
export function credentialsIn({ content, path }: DockerConfig, registry: string): Credentials | undefined {
  const auths = objectAt(content, 'auths');
  // Docker finds addresses as well, with which files of old were written.
  const entry = [
    serverName(registry),
    `https://${registry}`,
    `https://${registry}/v1/`,
    `https://${registry}/v2/`,
  ]
    .map((key) => (Object.hasOwn(auths, key) ? auths[key] : undefined))
    .find(isObject);
  if (!entry) return undefined;
  const { auth, identitytoken } = entry;
  if (typeof identitytoken === 'string' && identitytoken !== '')
    return { username: '<token>', secret: identitytoken, identityToken: true };
  if (typeof auth !== 'string' || auth === '') return undefined;
  const decoded = Buffer.from(auth, 'base64').toString();
  const colon = decoded.indexOf(':');
  if (colon < 1)
    throw new TseccError(
      'usage',
      message`read '${path}': what it has for '${registry}' is no name and password`,
    );
  return { username: decoded.slice(0, colon), secret: decoded.slice(colon + 1).replace(/\0+$/, '') };
}

/** Writes the credentials of a registry into the file, readable by its owner alone; undefined takes them out. */
export function writeCredentials(
  { path, content }: DockerConfig,
  registry: string,
  credentials: Credentials | undefined,
): void {
  const { [serverName(registry)]: _, ...others } = objectAt(content, 'auths');
  const entry = credentials && {
    auth: Buffer.from(`${credentials.username}:${credentials.secret}`).toString('base64'),
  };
  const auths = entry ? { ...others, [serverName(registry)]: entry } : others;
  try {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    const text = `${JSON.stringify({ ...content, auths }, null, '\t')}\n`;
    // A link stays one.
    replaceFile(followLink(path), text, 0o600);
  } catch (cause) {
    throw new TseccError('unforeseen', message`write '${path}': it cannot be written`, { cause });
  }
}

function followLink(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectAt(content: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(content, key) ? content[key] : undefined;
  return isObject(value) ? value : {};
}
