import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../core/diagnostics.js';
import { revivePhrase } from '../../core/message.js';
import type { PackageMeta } from '../../core/package/types.js';
import { writeAtomically } from '../output/write-atomically.js';
import { cacheDirectory } from '../toolchain/cache-directory.js';
import type { Environment } from '../toolchain/find-executable.js';
import { markUsed, trimCache, type CacheLimits } from '../toolchain/trim-cache.js';
import { hashOf, isUnchanged, type Fingerprint } from './fingerprint.js';

/** What came out of a source: all that the outputs are made of. */
export interface Result {
  readonly object: Uint8Array;
  readonly meta: PackageMeta;
  readonly diagnostics: readonly Diagnostic[];
}

/** A result that was kept, with what it hangs on. */
export interface RecalledResult extends Result {
  readonly fingerprint: Fingerprint;
}

/** A few thousand results, for two months. */
const limits: CacheLimits = { maxBytes: 64 * 1024 * 1024, maxAge: 60 * 24 * 60 * 60 * 1000 };

/** One result in so many looks after the size of the cache. */
const trimEvery = 16;

/**
 * The result that was kept under a key, if every file that went into it is still the same. What is broken is as good
 * as not there.
 */
export function recallResult(env: Environment, key: string): RecalledResult | undefined {
  const path = pathOf(env, key);
  const kept = parse(read(path));
  if (!kept || !isUnchanged(kept.fingerprint)) return undefined;
  markUsed(path);
  const { meta, fingerprint } = kept;
  const diagnostics = kept.diagnostics.map(reviveDiagnostic);
  return { object: Buffer.from(kept.object, 'base64'), meta, diagnostics, fingerprint };
}

/** Keeps a result for the next time. A cache that cannot be written costs nothing but speed. */
export function keepResult(env: Environment, key: string, result: Result, fingerprint: Fingerprint): void {
  const { object, meta, diagnostics } = result;
  const kept: Kept = { fingerprint, object: Buffer.from(object).toString('base64'), meta, diagnostics };
  const body = JSON.stringify(kept);
  const path = pathOf(env, key);
  try {
    mkdirSync(directoryOf(env), { recursive: true, mode: 0o700 });
    writeAtomically([{ path, content: `${hashOf(body)}\n${body}` }]);
    if (Math.random() * trimEvery < 1) trimCache(directoryOf(env), limits);
  } catch {
    // Read-only, full, or somebody else's.
  }
}

function reviveDiagnostic(kept: Diagnostic): Diagnostic {
  const { text, cure, notes } = kept;
  return {
    ...kept,
    text: revivePhrase(text),
    ...(cure !== undefined && { cure: revivePhrase(cure) }),
    notes: notes.map(reviveDiagnostic),
  };
}

interface Kept {
  readonly fingerprint: Fingerprint;
  /** Base64. */
  readonly object: string;
  readonly meta: PackageMeta;
  readonly diagnostics: readonly Diagnostic[];
}

const directoryOf = (env: Environment): string => join(cacheDirectory(env), 'results');
const pathOf = (env: Environment, key: string): string => join(directoryOf(env), key);

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What we wrote ourselves, as its hash shows; a torn or changed entry is none. */
function parse(text: string): Kept | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end < 0 || hashOf(body) !== text.slice(0, end)) return undefined;
  const kept: unknown = JSON.parse(body);
  return isKept(kept) ? kept : undefined;
}

const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'fingerprint' in value &&
  'object' in value &&
  'meta' in value;
