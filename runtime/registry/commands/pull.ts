import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CommandIo } from '../../../core/command.js';
import { TseccError } from '../../../core/errors.js';
import { message } from '../../../core/message.js';
import { openPackage } from '../../../core/package/open.js';
import { tell } from '../../../core/tell.js';
import { isTar } from '../../source/bundle/is-tar.js';
import { sourceContext } from '../../source/source-context.js';
import { errorWords } from '../../source/error-words.js';
import type { NetworkOptions } from '../../source/types.js';
import { unbundle } from '../../source/bundle/unbundle.js';
import { readOci } from '../../source/oci.js';
import { readKeyFiles } from '../../trust/read-key-file.js';
import { requireTrust } from '../../trust/require-trust.js';
import { bundleFileName } from '../artifact/annotations.js';
import { parseReference } from '../reference.js';
import { replaceFile } from '../replace-file.js';

/** What is pulled, and where it goes. */
export interface PullRequest extends NetworkOptions {
  readonly reference: string;
  /** A file, or `-` for standard output; package.json or, for a bundle, its name unless it is named. */
  readonly output: string | undefined;
  /** Of which architecture the machine is that it is for; this one's unless it is named. */
  readonly arch: string | undefined;
  /** Files of public keys, one of which must have signed it; none asks for nothing. */
  readonly keys: readonly string[];
  readonly quiet: boolean;
}

/**
 * Fetches what was pushed, a package or a bundle, and writes it to a file, whole or not at all, once it has its digest and is
 * found to be a package. It is not run; who signed it is asked where keys are named. Throws `package-invalid`,
 * `not-permitted`, `unforeseen`.
 */
export async function pullPackage(
  request: PullRequest,
  io: CommandIo,
  signal: AbortSignal | undefined,
): Promise<void> {
  const { caFile, plainHttp, output, arch, quiet } = request;
  const directory = io.cwd();
  // Before anything is asked of the network.
  if (output !== undefined && output !== '-') await refuseOther(resolve(directory, output), output);
  const keys = await readKeyFiles(request.keys, directory);
  const context = sourceContext({ network: { caFile, plainHttp }, quiet }, io, signal);
  const fetched = await readOci(request.reference, context, { architecture: arch, signed: keys.length > 0 });
  const { bytes, origin } = fetched;
  const opened = openPackage((await unbundle(bytes)).bytes);
  if (keys.length > 0) {
    const asked = { policy: undefined, digest: undefined, insecure: false };
    await requireTrust(fetched, { ...asked, keys, directory });
  }
  if (output === '-') io.stdout.write(bytes);
  else {
    const name = output ?? (isTar(bytes) ? bundleFileName(opened) : 'package.json');
    const target = resolve(directory, name);
    if (output === undefined) await refuseOther(target, name);
    writeWhole(target, name, bytes);
  }
  const { registry, repository } = parseReference(request.reference);
  if (!quiet) tell(io, message`pulled ${`${registry}/${repository}@${origin.digest}`}`);
}

/** A file that is no package stays: package.json is npm's name as well. */
async function refuseOther(target: string, name: string): Promise<void> {
  if (!existsSync(target)) return;
  try {
    openPackage((await unbundle(readFileSync(target))).bytes);
  } catch (cause) {
    throw new TseccError(
      'usage',
      message`write '${name}': a file of this name is there, and it is no package`,
      {
        cure: message`name another one: -o FILE`,
        cause,
      },
    );
  }
}

function writeWhole(target: string, name: string, bytes: Uint8Array): void {
  try {
    replaceFile(target, bytes);
  } catch (cause) {
    throw new TseccError('usage', message`write '${name}': ${errorWords(cause)}`, { cause });
  }
}
