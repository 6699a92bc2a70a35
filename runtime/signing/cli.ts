import type { CommandIo } from '../../core/command.js';
import type { SigningCommand } from '../options/parse-options.js';
import { hostPolicyFile, type PolicyFile } from '../policy/policy-file.js';
import { generateKeyPair } from './generate-key-pair.js';
import { signingHelp } from './help.js';
import { parseSigning } from './parse-signing.js';
import { signPackage } from './sign-package.js';
import { verifyPackage } from './verify-package.js';

/** What a caller may hand over. */
export interface SigningHooks {
  readonly policyFile?: PolicyFile | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** `tsecli generate-key-pair`, `sign` and `verify`: gives 0, or throws what each of them throws. */
export async function signingCommand(
  command: SigningCommand,
  argv: readonly string[],
  io: CommandIo,
  { policyFile = hostPolicyFile, signal }: SigningHooks = {},
): Promise<number> {
  const request = parseSigning(command, argv);
  switch (request.command) {
    case 'help':
      io.stdout.write((io.translate ?? String)(signingHelp[command]));
      break;
    case 'generate-key-pair':
      await generateKeyPair(request.prefix, io);
      break;
    case 'sign':
      await signPackage(request, io);
      break;
    case 'verify':
      await verifyPackage(request, io, { policyFile, signal });
      break;
    default:
      return request satisfies never;
  }
  return 0;
}
