import { boundJson } from './bound-json.js';
import { findInvalidUtf8 } from './find-invalid-utf8.js';
import { findJsonError } from './find-json-error.js';
import { findUnsafeKey } from './find-unsafe-key.js';
import { maxPackageSize, packageFormat } from './limits.js';
import { packageError } from './package-error.js';
import { refuseForeign } from './refuse-foreign.js';
import type { PackageManifest } from './types.js';
import { validateManifest } from './validate.generated.js';
import { message } from '../message.js';

/**
 * The manifest in a package's bytes, valid by package.schema.json; the object in it is not yet looked at.
 * Throws `package-invalid` with a JSON pointer, or an offset where the bytes are not even JSON.
 */
export function parseManifest(bytes: Uint8Array): PackageManifest {
  if (bytes.length === 0) throw packageError(message`the file is empty`);
  if (bytes.length > maxPackageSize) {
    throw packageError(
      message`${bytes.length} bytes are more than the ${maxPackageSize} that a package may have`,
    );
  }
  refuseForeign(bytes);
  const value = parseJson(bytes);
  refuseUnsafe(value);
  refuseNpm(value);
  refuseNewer(value);
  if (validateManifest(value)) return value;
  const error = validateManifest.errors?.[0];
  throw packageError(
    message`${error?.instancePath || message`the whole`}: ${error?.message ?? message`is not valid`}`,
  );
}

function parseJson(bytes: Uint8Array): unknown {
  const invalid = findInvalidUtf8(bytes);
  if (invalid !== undefined)
    throw packageError(message`byte ${invalid} is not UTF-8 text: this is not a package`);
  boundJson(bytes);
  const text = new TextDecoder().decode(bytes);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    const at = findJsonError(text) ?? 0;
    if (at < text.length) throw packageError(message`character ${at} is not JSON`, { cause });
    throw packageError(message`the JSON ends early, after ${at} characters`, {
      cure: message`the package was cut: get it again`,
      cause,
    });
  }
}

function refuseUnsafe(value: unknown): void {
  const pointer = findUnsafeKey(value);
  if (pointer !== undefined) throw packageError(message`${pointer}: a key of this name is not allowed`);
}

function refuseNpm(value: unknown): void {
  if (!isObject(value) || 'bpf_object' in value) return;
  const npm = ['name', 'version', 'scripts', 'dependencies', 'devDependencies'].filter((key) => key in value);
  if (npm.length < 2) return;
  throw packageError(message`this is npm's package.json, not a BPF package`, {
    cure: message`name the package.json that tsecc wrote, or make it: tsecc <name>.bpf.c -o DIR`,
  });
}

// Before the schema: what a newer tsecc wrote may not fit ours, and "must be string" would hide why.
function refuseNewer(value: unknown): void {
  const meta = isObject(value) ? value['meta'] : undefined;
  const ours = isObject(meta) ? meta['tsecc'] : undefined;
  const format = isObject(ours) ? ours['format'] : undefined;
  if (typeof format !== 'number' || format <= packageFormat) return;
  throw packageError(
    message`/meta/tsecc/format: written by a newer tsecc (format ${format}; this one reads up to ${packageFormat})`,
    { cure: message`update tsecc and tsecli` },
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
