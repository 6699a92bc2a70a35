import { TseccError } from '../../core/errors.js';
import { orderTypes } from '../../core/object/order-types.js';
import { message } from '../../core/message.js';
import { run, start, type Finished, type RunOptions } from '../toolchain/run.js';
import { readRule } from '../results/read-rule.js';
import { clangArgs, standardInput, type ClangTarget } from './clang-args.js';
import { openScratchFile } from './scratch-file.js';
import { spoolSource } from './spool-source.js';

/** The programs of a compile. */
export interface Toolchain {
  readonly clang: string;
  readonly strip: string;
}

/** What a compile gave: the object unless clang refused, and what clang said. */
export interface ClangResult {
  readonly object: Uint8Array | undefined;
  readonly stderr: string;
  /** The files that clang read, headers included, as it names them; empty where it did not say. */
  readonly read: readonly string[];
}

/**
 * Compiles a source and strips its debug information, in memory: clang's output goes straight to llvm-strip, which
 * keeps BTF. Throws `tool-missing` when a tool does not run, or llvm-strip fails on what clang made.
 */
export async function compileObject(
  tools: Toolchain,
  target: ClangTarget,
  options: RunOptions,
): Promise<ClangResult> {
  const spooled =
    target.appended === undefined ? undefined : await spoolSource(target.source, target.appended);
  const rule = await openScratchFile();
  try {
    const stripArgs = ['-g', '-', '-o', '-'];
    // An object has megabytes of debug information: clang writes them to llvm-strip itself.
    const strip = start(tools.strip, stripArgs, { ...options, onCommand: undefined, openInput: true });
    const clang = run(tools.clang, clangArgs({ ...target, ruleFile: '/dev/fd/3' }), {
      ...options,
      inherit: [rule.fd],
      ...(spooled && { inputFile: spooled.fd }),
      ...(strip.stdin && { output: strip.stdin }),
    });
    options.onCommand?.([tools.strip, ...stripArgs]);
    strip.stdin?.destroy();
    const [compiled, stripped] = await Promise.all([clang, strip.finished]);
    const stderr = spooled ? nameSource(compiled.stderr, target.source) : compiled.stderr;
    const read = readRule(await rule.readFile('utf8')).map((path) =>
      path === standardInput ? target.source : path,
    );
    return { ...judge(tools, { ...compiled, stderr }, stripped), read };
  } finally {
    await rule.close();
    await spooled?.close();
  }
}

// In the user's words: what clang read is their file.
function nameSource(stderr: string, source: string): string {
  const place = new RegExp(`^((?:In file included from )?)${standardInput}:`, 'gm');
  return stderr.replaceAll(place, (_, before: string) => `${before}${source}:`);
}

function judge(
  tools: Toolchain,
  compiled: Finished,
  stripped: Finished,
): Pick<ClangResult, 'object' | 'stderr'> {
  if (compiled.code !== 0 && !lostReader(compiled)) return { object: undefined, stderr: saidBy(compiled) };
  if (stripped.code === 0 && stripped.stdout.length > 0)
    return { object: orderTypes(stripped.stdout), stderr: compiled.stderr };
  throw new TseccError(
    'tool-missing',
    message`strip the object: '${tools.strip}' failed: ${stripped.stderr.trim() || message`no output`}`,
    {
      cure: message`name one of the same version as clang: --llvm-strip-bin`,
      log: stripped.stderr,
    },
  );
}

// EX_IOERR of sysexits.h is what clang ends with when nobody reads its output any more.
const lostReader = ({ code, signal }: Finished): boolean => code === 74 || signal === 'SIGPIPE';

function saidBy({ stderr, signal }: { stderr: string; signal: string | null }): string {
  return signal === null ? stderr : `${stderr}error: clang was ended by ${signal}\n`;
}

/** False when clang itself says that it was built without the BPF target. Asked only after it failed. */
export async function hasBpfTarget(clang: string, options: RunOptions): Promise<boolean> {
  const { code, stdout } = await run(clang, ['--print-targets'], options);
  return code !== 0 || /^\s*bpf\b/m.test(stdout.toString());
}
