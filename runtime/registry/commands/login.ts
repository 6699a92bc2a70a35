import type { CommandIo } from '../../../core/command.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { tell } from '../../../core/tell.js';
import { withRetries } from '../../network/retry.js';
import { openTransport } from '../../network/transport.js';
import { readStream } from '../../source/stream.js';
import type { NetworkOptions } from '../../source/types.js';
import { authorizedAsk } from '../authorize.js';
import { keepCredentials } from '../credentials/keeper.js';
import { findServer } from '../find-server.js';
import type { Credentials } from '../types.js';
import { askLine, askSecret } from './ask-terminal.js';

/** Where somebody logs in, and as whom. */
export interface LoginRequest extends NetworkOptions {
  readonly registry: string;
  readonly username: string | undefined;
  readonly passwordFromStdin: boolean;
}

/**
 * Logs in at a registry: asks it whether name and password are right, and only then keeps them where Docker would.
 * Throws `not-permitted` where they are not.
 */
export async function login(
  request: LoginRequest,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { registry, caFile, plainHttp = false } = request;
  const credentials = await readCredentials(request, io);
  await using transport = openTransport({ env: io.env, caFile, plainHttp, signal });
  const server = await withRetries(() => findServer(transport, registry, plainHttp), signal);
  const ask = authorizedAsk(transport, { registry, scope: '', credentials: async () => credentials });
  const answer = await ask({ url: new URL('/v2/', server) });
  answer.discard();
  if (answer.status !== 200)
    throw new TseccError(
      'package-invalid',
      message`ask '${registry}': it answered ${answer.status}, as no registry does`,
    );
  const keeper = await keepCredentials(registry, credentials, io.env);
  tell(io, message`logged in at ${registry}; ${keeper} keeps it`);
}

async function readCredentials(
  { username, passwordFromStdin, registry }: LoginRequest,
  io: CommandIo,
): Promise<Credentials> {
  const name = username ?? (await askLine(io, message`Name at ${registry}: `));
  const secret = passwordFromStdin
    ? Buffer.from(await readStream(io.stdin, message`standard input`))
        .toString()
        .replace(/\r?\n$/, '')
    : await askSecret(io, message`Password of ${name} at ${registry}: `);
  if (name === '' || secret === '' || name.includes(':'))
    throw new TseccError(
      'usage',
      message`log in at '${registry}': a name without a colon, and a password, are needed`,
    );
  return { username: name, secret };
}
