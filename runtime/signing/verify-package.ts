import type { CommandIo } from '../../core/command.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { tell } from '../../core/tell.js';
import { hasPolicy, type PolicyFile } from '../policy/policy-file.js';
import { readPolicy } from '../policy/read-policy.js';
import { readSource } from '../source/read-source.js';
import { sourceContext } from '../source/source-context.js';
import type { NetworkOptions } from '../source/types.js';
import { fingerprintOf } from '../trust/fingerprint.js';
import { originName } from '../trust/origin-name.js';
import type { TrustedKey } from '../trust/public-key.js';
import { readKeyFiles } from '../trust/read-key-file.js';
import { requireTrust } from '../trust/require-trust.js';

/** What is verified, and by what. */
export interface VerifyRequest {
  readonly package: string;
  readonly keys: readonly string[];
  readonly signature: string | undefined;
  readonly digest: string | undefined;
  readonly quiet: boolean;
  readonly network: NetworkOptions;
}

interface VerifyContext {
  readonly policyFile: PolicyFile;
  readonly signal?: AbortSignal | undefined;
}

/** Tells who signed a package. Throws `package-invalid` when none of the keys did, `usage` when there is no key. */
export async function verifyPackage(
  request: VerifyRequest,
  io: CommandIo,
  { policyFile, signal }: VerifyContext,
): Promise<void> {
  const directory = io.cwd();
  const keys = await keysFor(request.keys, directory, policyFile);
  const fetched = await readSource(request.package, sourceContext(request, io, signal));
  const trust = await requireTrust(fetched, {
    ...{ policy: undefined, insecure: false, keys, directory },
    digest: request.digest,
    signatureFile: request.signature,
  });
  if (trust.kind !== 'signed') throw new Error(`a package that no key signed was taken: ${trust.kind}`);
  const { name, key } = trust.key;
  tell(io, message`'${originName(fetched.origin)}' was signed by '${name}' (${fingerprintOf(key)})`);
}

async function keysFor(
  paths: readonly string[],
  directory: string,
  policyFile: PolicyFile,
): Promise<readonly TrustedKey[]> {
  if (paths.length > 0) return await readKeyFiles(paths, directory);
  const keys = hasPolicy(policyFile) ? readPolicy(policyFile).keys : [];
  if (keys.length > 0) return keys;
  throw new TseccError('usage', message`verify package: no key is named`, {
    cure: message`name one: --key cosign.pub; or put keys into ${policyFile.path}`,
  });
}
