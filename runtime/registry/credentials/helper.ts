import { spawn } from 'node:child_process';
import { buffer } from 'node:stream/consumers';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import type { Credentials } from '../types.js';

/** How long a helper may take, in milliseconds: it may ask the user to unlock what it keeps. */
const patience = 60_000;

/** What may be asked of a credential helper. */
export type HelperAction = 'get' | 'store' | 'erase';

/**
 * Runs `docker-credential-NAME ACTION` with the text on its standard input, and gives what it printed; undefined where it
 * knows nothing of the server. Throws `tool-missing` where there is no such program, `unforeseen` where it fails.
 */
export async function runHelper(
  name: string,
  action: HelperAction,
  input: string,
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | undefined> {
  const program = `docker-credential-${name}`;
  const child = spawn(program, [action], {
    env: { ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  // spawn's own limit keeps the process alive for all that time where there is no such program.
  const limit = setTimeout(() => child.kill('SIGKILL'), patience);
  // A helper that reads nothing has closed its input before it is written.
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const ended = new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  try {
    const [output, code] = await Promise.all([buffer(child.stdout), ended]);
    const text = output.toString().trim();
    if (code === 0) return text;
    if (/credentials not found|no credentials/i.test(text)) return undefined;
    const why = code === null ? message`it was ended` : message`it ended with ${code}: ${text}`;
    throw new TseccError('unforeseen', message`run '${program} ${action}': ${why}`);
  } catch (cause) {
    if (cause instanceof TseccError) throw cause;
    throw new TseccError('tool-missing', message`run '${program} ${action}': it cannot be started`, {
      cure: message`Docker's configuration names it as the keeper of credentials: install it, or take it out there`,
      cause,
    });
  } finally {
    clearTimeout(limit);
  }
}

/** The answer of `get`. Throws `unforeseen` for one that is none. */
export function parseHelperAnswer(name: string, text: string): Credentials | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'object' && value !== null && 'Username' in value && 'Secret' in value) {
      const { Username: username, Secret: secret } = value;
      if (typeof username === 'string' && typeof secret === 'string')
        return secret === '' ? undefined : { username, secret, identityToken: username === '<token>' };
    }
  } catch {
    // Told below, as for any other answer that is none.
  }
  throw new TseccError(
    'unforeseen',
    message`run '${`docker-credential-${name}`} get': what it printed is no credentials`,
  );
}
