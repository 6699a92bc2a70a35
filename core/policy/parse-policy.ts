import { findInvalidUtf8 } from '../package/find-invalid-utf8.js';
import { findJsonError } from '../package/find-json-error.js';
import { message } from '../message.js';
import { policyError } from './policy-error.js';
import type { Policy } from './types.js';
import { validatePolicy } from './validate.generated.js';

/** The policy in a file's bytes, valid by policy.schema.json. Throws `package-invalid`, with `path` and where it is wrong. */
export function parsePolicy(bytes: Uint8Array, path: string): Policy {
  const invalid = findInvalidUtf8(bytes);
  if (invalid !== undefined) throw policyError(path, message`byte ${invalid} is not UTF-8 text`);
  const value = parseJson(new TextDecoder().decode(bytes), path);
  if (validatePolicy(value)) return value;
  const [error] = validatePolicy.errors ?? [];
  const { additionalProperty } = error?.params ?? {};
  if (typeof additionalProperty === 'string') {
    throw policyError(
      path,
      message`${error?.instancePath ?? ''}/${additionalProperty}: a policy has no such key`,
      {
        cure: message`see the schema: tsecc/policy.schema.json`,
      },
    );
  }
  throw policyError(
    path,
    message`${error?.instancePath || message`the whole`}: ${error?.message ?? message`is not valid`}`,
  );
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const before = text.slice(0, findJsonError(text) ?? 0);
    const line = before.split('\n').length;
    throw policyError(path, message`line ${line} is not JSON`, { cause });
  }
}
