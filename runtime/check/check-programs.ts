import { TseccError } from '../../core/errors.js';
import type { OpenedPackage } from '../../core/package/types.js';
import type { AttachPoint } from '../attach/types.js';
import { bpftoolAt, type Bpftool } from '../bpftool/bpftool.js';
import { failedPoint } from '../bpftool/failed-point.js';
import { findBpftool } from '../bpftool/find.js';
import { choosePrograms } from '../configure/choose-programs.js';
import { readWishes, type ProgramOptions } from '../configure/wishes.js';
import { requireCapabilities } from '../kernel/capabilities.js';
import { kernelFacts } from '../kernel/kernel-facts.js';
import { ensureTracefs } from '../kernel/trace-instance.js';
import type { Kernel } from '../kernel/types.js';
import { loadOnce } from './load-once.js';
import type { Verdict } from './types.js';

/** How programs are checked. */
export interface CheckOptions extends ProgramOptions {
  readonly kernel: Kernel;
  /** Where bpftool is looked for first, as in the variable PATH. */
  readonly path?: string | undefined;
  /** By default the one that is found. */
  readonly bpftool?: Bpftool | undefined;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Loads the programs that a run would load, and gives the kernel's verdict on each. A refused one is left out, and the
 * rest loaded again, until nothing more is refused. Throws what is not the fault of one program.
 */
export async function checkPrograms(
  opened: OpenedPackage,
  options: CheckOptions,
): Promise<readonly Verdict[]> {
  const { kernel, signal, path = process.env['PATH'], disable = [] } = options;
  requireCapabilities(kernel);
  const bpftool = options.bpftool ?? bpftoolAt(findBpftool(kernel, path));
  const facts = kernelFacts(kernel, () => ensureTracefs(kernel));
  const refused = new Map<string, TseccError>();
  let wanted: readonly AttachPoint[] | undefined;
  for (;;) {
    const left = [...disable, ...refused.keys()];
    const choice = choosePrograms(readWishes(opened, { ...options, disable: left }), facts, []);
    const { points } = choice;
    wanted ??= points;
    const context = { kernel, points, tracefs: () => ensureTracefs(kernel) };
    try {
      const loaded = await loadOnce({ opened, choice, bpftool, context, signal });
      return verdictsOf(wanted, refused, loaded);
    } catch (error) {
      const point = failedPoint(error, wanted);
      if (!(error instanceof TseccError) || !point) throw error;
      // libbpf loads a section as a whole: this one cannot be left out.
      const again = refused.has(point.program);
      if (!again) refused.set(point.program, error);
      if (again || refused.size === wanted.length) return verdictsOf(wanted, refused, new Map());
    }
  }
}

function verdictsOf(
  points: readonly AttachPoint[],
  refused: ReadonlyMap<string, TseccError>,
  loaded: ReadonlyMap<string, number | undefined>,
): readonly Verdict[] {
  return points.map(({ program, section }) => {
    const error = refused.get(program);
    if (error) return { program, section, verdict: 'refused', error };
    if (!loaded.has(program)) return { program, section, verdict: 'unchecked' };
    return { program, section, verdict: 'ok', instructions: loaded.get(program) };
  });
}
