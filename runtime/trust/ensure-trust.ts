import type { CommandIo } from '../../core/command.js';
import type { PolicyRules } from '../../core/policy/types.js';
import { hasPolicy, hostPolicyFile, type PolicyFile } from '../policy/policy-file.js';
import type { FetchedPackage } from '../source/types.js';
import type { TrustRequest } from './types.js';

/**
 * Lets a package through that may run, and gives the rules that the host's policy has for it; throws `package-invalid`
 * for any other. To be asked before anything of the package is read. Nothing is loaded for the usual case: a local
 * file, no option, no policy.
 */
export async function ensureTrust(
  fetched: FetchedPackage,
  request: TrustRequest,
  io: CommandIo,
  policyFile: PolicyFile = hostPolicyFile,
): Promise<PolicyRules> {
  const { kind } = fetched.origin;
  const local = kind === 'file' || kind === 'stdin';
  const plain = request.keys.length === 0 && request.digest === undefined;
  if (local && plain && !hasPolicy(policyFile)) return {};
  const { demandTrust } = await import('./demand-trust.js');
  return await demandTrust(fetched, request, io, policyFile);
}
