import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Diagnostic } from '../../core/diagnostics.js';
import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import type { CompileFilesOptions, CompiledFiles } from '../compile-files.js';
import { findTsecli } from '../toolchain/lab-btf.js';
import { Burst } from './burst.js';
import { DirectoryWatcher } from './directory-watcher.js';
import { RunningProgram, type RunArguments } from './running-program.js';
import type { Verdict } from './verdict.js';
import { WatchedSource } from './watched-source.js';

/** What to watch, and what to do with it. */
export interface Watching {
  readonly sources: readonly string[];
  readonly options: CompileFilesOptions;
  /** To run the package of the source with. */
  readonly run: RunArguments | undefined;
}

/** Whom a watch tells. */
export interface WatchReport {
  readonly say: (text: Message) => void;
  readonly verdict: (verdict: Verdict, source: string) => void;
  readonly diagnostics: (diagnostics: readonly Diagnostic[]) => void;
  readonly error: (error: unknown) => void;
}

/** A file that is being saved is whole again within this time. */
const tornMs = 150;

/** How often files are looked at where nothing was told: some file systems, such as those of networks, tell nothing. */
const pollMs = 2000;

/**
 * Compiles sources whenever they, or what they include, change, until the signal: the process stays, so that nothing has
 * to be loaded again. Throws what is wrong from the start, with the command line or the tools; what happens later is
 * reported, and the next change may mend it.
 */
export async function watchSources(
  { sources, options, run }: Watching,
  report: WatchReport,
  signal: AbortSignal,
): Promise<void> {
  const home = process.cwd();
  const burst = new Burst();
  using watcher = new DirectoryWatcher(burst.notify);
  await using program = run && programFor(run, options, report.say);
  const watched = sources.map((path) => new WatchedSource(path, options));
  const watchInputs = (): void => watcher.watch(watched.flatMap(({ inputs }) => [...inputs]));
  watchInputs();
  let first = true;
  while (!signal.aborted) {
    enter(home);
    for (const source of watched.filter(({ isStale }) => isStale)) {
      const result = await compileOnce(source, { several: watched.length > 1, first, report, signal });
      if (signal.aborted) return;
      watchInputs();
      if (result?.packagePath !== undefined) await program?.restart(result.packagePath);
    }
    if (first) report.say(message`watching ${sources.join(', ')}; Ctrl-C ends`);
    first = false;
    const again = watched.some(({ isStale }) => isStale);
    await burst.settled(signal, again ? 0 : pollMs);
    if (watched.some(({ isTorn }) => isTorn)) await burst.settled(signal, tornMs);
    watcher.refresh();
  }
}

/** Compiles one source and tells how that went; undefined where it failed. */
async function compileOnce(
  source: WatchedSource,
  told: {
    readonly several: boolean;
    readonly first: boolean;
    readonly report: WatchReport;
    readonly signal: AbortSignal;
  },
): Promise<CompiledFiles | undefined> {
  const { several, first, report, signal } = told;
  const began = performance.now();
  const tell = (ok: boolean): void => {
    const seconds = (performance.now() - began) / 1000;
    const name = several ? source.path : undefined;
    report.verdict({ ok, at: new Date(), seconds, source: name }, source.path);
  };
  try {
    const result = await source.compile(signal);
    report.diagnostics(result.diagnostics);
    tell(true);
    return result;
  } catch (error) {
    if (signal.aborted) return undefined;
    if (first && error instanceof TseccError && error.code !== 'compile-failed') throw error;
    report.error(error);
    tell(false);
    return undefined;
  }
}

function programFor(
  args: RunArguments,
  { env = process.env }: CompileFilesOptions,
  say: (text: Message) => void,
): RunningProgram {
  const tsecli = findTsecli(dirname(fileURLToPath(import.meta.url)));
  if (tsecli !== undefined) return new RunningProgram({ tsecli, args, env, say });
  throw new TseccError('tool-missing', message`run the package: tsecli is not installed beside tsecc`);
}

/** The working directory may have been removed and made again: then it is another one of the same name. */
function enter(directory: string): void {
  try {
    process.chdir(directory);
  } catch {
    // Not there in this moment; what a source needs of it is told by its compile.
  }
}
