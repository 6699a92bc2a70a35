import { TseccError } from '../../core/errors.js';
import type { Phrase } from '../../core/message.js';
import type { OpenedPackage } from '../../core/package/types.js';
import { hasPolicy, type PolicyFile } from '../policy/policy-file.js';
import { readPolicy, type HostPolicy } from '../policy/read-policy.js';
import { requireRules } from '../policy/require-rules.js';
import type { FetchedPackage } from '../source/types.js';
import { findSignature } from '../trust/find-signature.js';
import type { TrustedKey } from '../trust/public-key.js';
import { requireTrust } from '../trust/require-trust.js';
import { signatureCandidates } from '../trust/signature-candidates.js';

/** Who vouches for a package, and what a run of it on this host would say. */
export interface TrustDescription {
  /** How many signatures came with it or lie beside it. */
  readonly signatures: number;
  /** Who made one that holds: of the keys that the user named and those of the host's policy. */
  readonly signer: TrustedKey | undefined;
  /** Why nobody did. */
  readonly why: Phrase | undefined;
  /** What is wrong with a file that should hold its signature. */
  readonly unreadable: Phrase | undefined;
  /** What a run ends with before anything is loaded; undefined where it goes on. */
  readonly refusal: TseccError | undefined;
}

/** By what a run would judge. */
export interface TrustContext {
  readonly keys: readonly TrustedKey[];
  /** The digest that the user named. */
  readonly digest: string | undefined;
  readonly directory: string;
  readonly policyFile: PolicyFile;
}

/** Says who signed a package, and whether this host would run it. It demands nothing: a refusal is told, not thrown. */
export async function describeTrust(
  fetched: FetchedPackage,
  opened: OpenedPackage,
  context: TrustContext,
): Promise<TrustDescription> {
  let policy: HostPolicy | undefined;
  const refusal = await refusalOf(async () => {
    policy = hasPolicy(context.policyFile) ? readPolicy(context.policyFile) : undefined;
    await requireTrust(fetched, { ...context, policy, insecure: false });
    await requireRules(opened, asItIs, policy?.rules);
  });
  return { ...(await describeSignature(fetched, context, policy?.keys ?? [])), refusal };
}

/** A run that moves no program and leaves none out. */
const asItIs = {
  rules: { allow: [], deny: [] },
  attach: [],
  disable: [],
  attachOptions: { binary: undefined, interfaces: [], cgroup: undefined, pid: undefined },
} as const;

async function describeSignature(
  fetched: FetchedPackage,
  { keys, directory }: TrustContext,
  policyKeys: readonly TrustedKey[],
): Promise<Omit<TrustDescription, 'refusal'>> {
  try {
    const candidates = await signatureCandidates(fetched, { directory });
    const found = findSignature(fetched, candidates, [...keys, ...policyKeys]);
    return {
      signatures: candidates.length,
      signer: found.signer,
      why: found.signer ? undefined : found.why,
      unreadable: undefined,
    };
  } catch (error) {
    if (!(error instanceof TseccError)) throw error;
    const { message: why } = error.phrases;
    return { signatures: 0, signer: undefined, why, unreadable: why };
  }
}

async function refusalOf(run: () => Promise<void>): Promise<TseccError | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (error instanceof TseccError) return error;
    throw error;
  }
}
