import type { CommandIo } from '../../../core/command.js';
import type { RegistryCommand } from '../../options/parse-options.js';
import { registryHelp } from './help.js';
import { login } from './login.js';
import { logout } from './logout.js';
import { parseRegistry } from './parse-registry.js';
import { pullPackage } from './pull.js';
import { pushPackage } from './push.js';

/** `tsecli push`, `pull`, `login` and `logout`: gives 0, or throws what each of them throws. */
export async function registryCommand(
  command: RegistryCommand,
  argv: readonly string[],
  io: CommandIo,
  { signal }: { readonly signal?: AbortSignal | undefined } = {},
): Promise<number> {
  const request = parseRegistry(command, argv);
  switch (request.command) {
    case 'help':
      io.stdout.write((io.translate ?? String)(registryHelp[command]));
      break;
    case 'push':
      await pushPackage(request, io, signal);
      break;
    case 'pull':
      await pullPackage(request, io, signal);
      break;
    case 'login':
      await login(request, io, signal);
      break;
    case 'logout':
      await logout(request.registry, io);
      break;
    default:
      return request satisfies never;
  }
  return 0;
}
