import type { CommandIo } from '../../core/command.js';
import type { NetworkOptions, SourceContext } from './types.js';

/** What reading a package may use, of a command's surroundings and of what the user asked. */
export function sourceContext(
  { network, quiet }: { readonly network: NetworkOptions; readonly quiet: boolean },
  io: CommandIo,
  signal: AbortSignal | undefined,
): SourceContext {
  const { env, stderr, translate } = io;
  return {
    // Whoever only asks for it opens it.
    get stdin() {
      return io.stdin;
    },
    directory: io.cwd(),
    ...network,
    ...{ env, stderr, translate, quiet, signal },
  };
}
