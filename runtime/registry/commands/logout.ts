import type { CommandIo } from '../../../core/command.js';
import { message } from '../../../core/message.js';
import { tell } from '../../../core/tell.js';
import { forgetCredentials } from '../credentials/keeper.js';

/** Forgets who the user is to a registry. That there was nothing to forget is no error. */
export async function logout(registry: string, io: CommandIo): Promise<void> {
  const known = await forgetCredentials(registry, io.env);
  tell(io, known ? message`logged out from ${registry}` : message`nobody was logged in at ${registry}`);
}
