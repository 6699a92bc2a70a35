import { fileURLToPath } from 'node:url';
import { kernelTypesIdentity } from '../toolchain/vmlinux.js';
import { cacheKey, fileIdentity } from '../toolchain/vmlinux-key.js';
import type { ClangOptions, Source } from '../clang/compile-source.js';
import type { FactOptions } from '../facts/read-facts.js';

// Of clang's flags, those that name no files; directories for headers are searched as our own are.
const traceable = /^-(?:[DUI].*|O\w*|g[\w-]*|std=[\w+:]+|m[\w=.-]+|f(?:no-)?[a-z-]+|W(?![pal],)[\w=+-]*)$/;
const plugged = /^-f(?:plugin|pass-plugin|profile|sanitize|modules|module|prebuilt|crash|save|record|debug)/;

// They make clang read elsewhere, or otherwise.
const variables = [
  'CPATH',
  'C_INCLUDE_PATH',
  'CCC_OVERRIDE_OPTIONS',
  'COMPILER_PATH',
  'CLANG_CONFIG_FILE_USER_DIR',
];

/**
 * What tells this build of tsecc from any other: each writes its files anew. Undefined when it runs from its sources,
 * any of which may have changed.
 */
export function ownBuild(): string | undefined {
  const path = fileURLToPath(import.meta.url);
  return path.endsWith('.ts') ? undefined : fileIdentity(path);
}

/**
 * Name of the cache entry for a result: a hash over all that goes in but the files that clang reads. Undefined where a
 * flag or a variable may bring in what cannot be followed, or the build is not known.
 */
export function resultKey(
  source: Source,
  asked: FactOptions,
  options: ClangOptions,
  build: string | undefined = ownBuild(),
): string | undefined {
  const { env, tools, additionalFlags, architecture, vmlinux } = options;
  if (build === undefined || variables.some((name) => env[name])) return undefined;
  if (!hasTraceableFlags(additionalFlags)) return undefined;
  const kernelTypes = kernelTypesIdentity(env, vmlinux);
  if (kernelTypes === undefined) return undefined;
  return cacheKey(
    build,
    process.cwd(),
    source.path,
    JSON.stringify([
      asked.header?.path,
      asked.headerOnly,
      additionalFlags,
      architecture?.bpf,
      env['SOURCE_DATE_EPOCH'],
    ]),
    fileIdentity(tools.clang),
    fileIdentity(tools.strip),
    kernelTypes,
  );
}

function hasTraceableFlags(flags: readonly string[]): boolean {
  return flags.every((flag, index) => {
    // `-I x` is `-Ix`: the word behind it may be anything.
    if (/^-[DUI]$/.test(flags[index - 1] ?? '')) return true;
    return traceable.test(flag) && !plugged.test(flag);
  });
}
