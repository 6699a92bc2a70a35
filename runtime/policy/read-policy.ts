import { dirname, resolve } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { PhrasedError } from '../../core/phrased-error.js';
import { parsePolicy } from '../../core/policy/parse-policy.js';
import { policyError } from '../../core/policy/policy-error.js';
import type { PolicyRules } from '../../core/policy/types.js';
import { readPublicKey, type TrustedKey } from '../trust/public-key.js';
import { parseRules } from './parse-rule.js';
import type { PolicyFile } from './policy-file.js';
import { readOwnedFile } from './read-owned-file.js';

/** What a host lets tsecli run. */
export interface HostPolicy {
  readonly path: string;
  readonly keys: readonly TrustedKey[];
  readonly requireSignature: boolean;
  readonly locked: boolean;
  readonly rules: PolicyRules;
}

/**
 * Reads a policy and the keys that it names. Throws `package-invalid` for one that is not valid or that others than its
 * owner can have written: nothing is run by half a policy.
 */
export function readPolicy({ path, owner }: PolicyFile): HostPolicy {
  const policy = parsePolicy(
    readOwned(path, owner, (why) =>
      policyError(path, why, { cure: message`chown root, chmod go-w, or remove it` }),
    ),
    path,
  );
  return {
    path,
    keys: (policy.keys ?? []).map((file, index) => readKey(file, index, { path, owner })),
    requireSignature: policy.require_signature ?? false,
    locked: policy.locked ?? false,
    rules: checkedRules(policy.rules ?? {}, path),
  };
}

/** A rule that is none would protect nobody. */
function checkedRules(rules: PolicyRules, path: string): PolicyRules {
  try {
    parseRules(rules.allow ?? [], rules.deny ?? []);
    return rules;
  } catch (cause) {
    if (!(cause instanceof TseccError)) throw cause;
    throw policyError(path, message`${'/rules'}: ${cause.phrases.message}`, {
      cure: cause.phrases.cure,
      cause,
    });
  }
}

function readKey(file: string, index: number, { path, owner }: PolicyFile): TrustedKey {
  const absolute = resolve(dirname(path), file);
  const bytes = readOwned(absolute, owner, (why) =>
    policyError(path, message`${`/keys/${index}`}: ${message`read '${absolute}': ${why}`}`),
  );
  try {
    return readPublicKey(Buffer.from(bytes).toString(), absolute);
  } catch (cause) {
    if (!(cause instanceof TseccError)) throw cause;
    throw policyError(path, message`${`/keys/${index}`}: ${cause.phrases.message}`, {
      cure: cause.phrases.cure,
      cause,
    });
  }
}

function readOwned(
  path: string,
  owner: number,
  explain: (why: PhrasedError['phrase']) => TseccError,
): Uint8Array {
  try {
    return readOwnedFile(path, owner);
  } catch (error) {
    throw error instanceof PhrasedError ? explain(error.phrase) : error;
  }
}
