import type { CompileInputs } from '../clang/compile-source.js';
import { compileFiles, type CompileFilesOptions, type CompiledFiles } from '../compile-files.js';
import { cacheDirectory } from '../toolchain/cache-directory.js';
import { stateOf, type FileState } from './file-state.js';
import { traceInputs, type TracedInputs } from './trace-inputs.js';

/** What is recorded of a file that changed while it was compiled: no state is like it. */
const unsettled: FileState = { id: 'unsettled', empty: false, changed: 0 };

/** A source that is compiled again and again, and what that hangs on. */
export class WatchedSource {
  readonly path: string;
  readonly #options: CompileFilesOptions;
  /** Files named on the command line: they count, whatever clang reads. */
  readonly #named: readonly string[];
  /** Each input as it was when it was last compiled. */
  #states = new Map<string, FileState>();

  constructor(path: string, options: CompileFilesOptions) {
    this.path = path;
    this.#options = options;
    const { header, vmlinux } = options;
    this.#named = [path, header, vmlinux].filter((name) => name !== undefined);
    const { files } = traceInputs(this.#named, [], this.#own());
    for (const file of files) this.#states.set(file, unsettled);
  }

  /** What has to be watched, as absolute paths. */
  get inputs(): Iterable<string> {
    return this.#states.keys();
  }

  /** True when an input is not what it was. */
  get isStale(): boolean {
    return [...this.#states].some(([path, { id }]) => stateOf(path).id !== id);
  }

  /** True when an input has gone or become empty: it may be in the middle of being saved. */
  get isTorn(): boolean {
    return [...this.#states].some(([path, { empty }]) => !empty && stateOf(path).empty);
  }

  /** Compiles, and sees what it hangs on now. Throws what {@link compileFiles} throws. */
  async compile(signal: AbortSignal): Promise<CompiledFiles> {
    const began = Date.now();
    const before = new Map([...this.#states.keys()].map((path) => [path, stateOf(path)]));
    this.#states = before;
    const said: CompileInputs[] = [];
    const onInputs = (inputs: CompileInputs): void => void said.push(inputs);
    const done = (known: Iterable<string>): void => {
      const traced = said.length > 0 ? this.#trace(said) : { files: [], absent: [] };
      const paths = new Set([...known, ...traced.files, ...traced.absent]);
      this.#states = new Map([...paths].map((path) => [path, before.get(path) ?? stateSince(path, began)]));
    };
    try {
      const result = await compileFiles(this.path, { ...this.#options, signal, onInputs });
      done([]);
      return result;
    } catch (error) {
      // Where it failed, some of what it hung on before may not have been reached.
      done(before.keys());
      throw error;
    }
  }

  #trace(said: readonly CompileInputs[]): TracedInputs {
    const own = this.#own();
    const files = said.flatMap((inputs) => inputs.files);
    const searched = [...new Set(said.flatMap((inputs) => inputs.searched))];
    const traced = traceInputs([...this.#named, ...files], searched, own);
    const absent = said.flatMap((inputs) => inputs.absent ?? []).filter((path) => !path.startsWith(own));
    return { files: traced.files, absent: new Set([...traced.absent, ...absent]) };
  }

  #own(): string {
    return `${cacheDirectory(this.#options.env ?? process.env)}/`;
  }
}

/** The state of a file that was not known before the compile began. */
function stateSince(path: string, began: number): FileState {
  const state = stateOf(path);
  return state.changed >= began ? unsettled : state;
}
