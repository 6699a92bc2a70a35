import type { CommandIo } from '../../core/command.js';
import { message } from '../../core/message.js';
import type { PolicyRules } from '../../core/policy/types.js';
import { tell } from '../../core/tell.js';
import { hasPolicy, type PolicyFile } from '../policy/policy-file.js';
import { readPolicy } from '../policy/read-policy.js';
import type { FetchedPackage } from '../source/types.js';
import { originName } from './origin-name.js';
import { readKeyFiles } from './read-key-file.js';
import { requireTrust } from './require-trust.js';
import type { TrustRequest } from './types.js';

/** The part of `ensureTrust` that reads the policy and keys; says it loudly when nobody vouches for the package. */
export async function demandTrust(
  fetched: FetchedPackage,
  { keys, digest, insecure }: TrustRequest,
  io: CommandIo,
  policyFile: PolicyFile,
): Promise<PolicyRules> {
  const directory = io.cwd();
  const policy = hasPolicy(policyFile) ? readPolicy(policyFile) : undefined;
  const trust = await requireTrust(fetched, {
    ...{ policy, digest, insecure, directory },
    keys: await readKeyFiles(keys, directory),
  });
  if (trust.kind === 'insecure') {
    tell(
      io,
      message`WARNING: nobody vouches for '${originName(fetched.origin)}': it runs because of --insecure`,
    );
  }
  return policy?.rules ?? {};
}
