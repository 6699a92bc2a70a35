import type { Credentials } from '../types.js';
import { credentialsIn, helperFor, readDockerConfig, serverName, writeCredentials } from './docker-config.js';
import { parseHelperAnswer, runHelper } from './helper.js';

type Env = Readonly<Record<string, string | undefined>>;

/** The credentials that Docker's configuration, or a helper that it names, has for a registry. */
export async function findCredentials(registry: string, env: Env): Promise<Credentials | undefined> {
  const config = readDockerConfig(env);
  const helper = helperFor(config, registry);
  if (helper === undefined) return credentialsIn(config, registry);
  const answer = await runHelper(helper, 'get', serverName(registry), env);
  return answer === undefined ? credentialsIn(config, registry) : parseHelperAnswer(helper, answer);
}

/** Keeps credentials where Docker would; gives the name of the helper that took them, or the path of the file. */
export async function keepCredentials(registry: string, credentials: Credentials, env: Env): Promise<string> {
  const config = readDockerConfig(env);
  const helper = helperFor(config, registry);
  if (helper === undefined) {
    writeCredentials(config, registry, credentials);
    return config.path;
  }
  const { username, secret } = credentials;
  const input = JSON.stringify({ ServerURL: serverName(registry), Username: username, Secret: secret });
  await runHelper(helper, 'store', input, env);
  return `docker-credential-${helper}`;
}

/** Forgets the credentials of a registry; false where there were none. */
export async function forgetCredentials(registry: string, env: Env): Promise<boolean> {
  const config = readDockerConfig(env);
  const helper = helperFor(config, registry);
  const written = credentialsIn(config, registry) !== undefined;
  if (written) writeCredentials(config, registry, undefined);
  if (helper === undefined) return written;
  const kept = (await runHelper(helper, 'get', serverName(registry), env)) !== undefined;
  if (kept) await runHelper(helper, 'erase', serverName(registry), env);
  return kept || written;
}
