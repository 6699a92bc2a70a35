import { randomBytes } from 'node:crypto';
import type { Translate } from '../../../core/message.js';
import { readObject } from '../../../core/object/read-object.js';
import { openLabIn, type Lab, type LabOptions } from '../../../runtime/lab/lab.js';
import { collect } from './collect.js';
import { lackInLab } from './lack-in-lab.js';
import { findLeftovers, readState, stateScript, type KernelState } from './leftovers.js';
import type { Place, Stand, StandRequest } from './types.js';
import { goScript, otherProcessIds, quote, waitingScript, workloadScript } from './workload.js';

/** How labs are opened. */
export interface LabPlaceOptions {
  readonly kernel?: string | undefined;
  readonly language: string;
  /** English where it is left out. */
  readonly translate?: Translate | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((line: string) => void) | undefined;
  /** What opens one; a test has its own. */
  readonly open?: (options: LabOptions) => Promise<Lab>;
}

/** What is in the kernel of a lab that nobody has used, and the directory that its programs start in. */
interface Snapshot {
  readonly state: KernelState;
  readonly cwd: string;
}

/** A lab that nobody has used. */
interface FreshLab extends Snapshot {
  readonly lab: Lab;
}

/**
 * Labs, one at a time: each run has a kernel of its own, fresh from the snapshot, with a tsecli in it that has started
 * already. When one was used, the next is opened while the learner reads what came of it.
 */
export function labPlace(options: LabPlaceOptions): Place {
  let release: string | undefined;
  let closed = false;
  let next: Promise<FreshLab> | undefined;
  // All labs of one kernel wake from one snapshot: what the first one held, each does.
  let snapshot: Snapshot | undefined;

  const openNext = (): Promise<FreshLab> => {
    next ??= openFresh(options, snapshot);
    // Whoever takes it gets the error.
    next.catch(() => undefined);
    return next;
  };
  const take = async (): Promise<FreshLab> => {
    const taken = openNext();
    try {
      const fresh = await taken;
      release = fresh.lab.kernelRelease;
      snapshot = { state: fresh.state, cwd: fresh.cwd };
      return fresh;
    } finally {
      next = undefined;
    }
  };
  return {
    kind: 'lab',
    kernelRelease: () => release,
    open: async (request) => {
      const fresh = await take();
      return await standIn(fresh, request, () => {
        if (!closed) void openNext();
      });
    },
    lacking: async (needs) => {
      const fresh = await take();
      await using lab = fresh.lab;
      return await lackInLab(lab, needs, options.language);
    },
    [Symbol.asyncDispose]: async () => {
      closed = true;
      const last = next;
      next = undefined;
      await last?.then(({ lab }) => lab[Symbol.asyncDispose]()).catch(() => undefined);
    },
  };
}

async function openFresh(options: LabPlaceOptions, snapshot: Snapshot | undefined): Promise<FreshLab> {
  const { kernel, signal, onProgress, translate = String } = options;
  const { open = (wanted) => openLabIn(translate, wanted) } = options;
  const lab = await open({ kernel, signal, onProgress });
  if (snapshot) return { lab, state: snapshot.state, cwd: snapshot.cwd };
  try {
    const { stdout } = await lab.exec(`pwd; ${stateScript}`);
    const [cwd = '/', ...state] = stdout.split('\n');
    return { lab, state: readState(state.join('\n')), cwd };
  } catch (error) {
    await lab[Symbol.asyncDispose]();
    throw error;
  }
}

async function standIn(
  { lab, state, cwd }: FreshLab,
  { program, cgroup }: StandRequest,
  used: () => void,
): Promise<Stand> {
  const word = randomBytes(4).toString('hex');
  const values = {
    dir: `/tmp/${word}`,
    ...(program && { program: `${cwd}/${program.name}` }),
    ...(cgroup && { cgroup: `/sys/fs/cgroup/${word}` }),
  };
  const files = program ? { [program.name]: program.bytes } : {};
  if (cgroup) await lab.exec(`mkdir ${quote(`/sys/fs/cgroup/${word}`)}`);
  let waiting: string | undefined;
  return {
    values,
    prepare: async (workload) => {
      const { stdout } = await lab.exec(`${otherProcessIds()}${waitingScript(values.dir, workload)}`, {
        files,
      });
      waiting = stdout.trim();
      return waiting;
    },
    perform: async ({ opened, options, workload, signal }) => {
      const exec =
        waiting === undefined
          ? `${otherProcessIds()}${workloadScript(values.dir, workload)}`
          : goScript(values.dir, waiting);
      const collected = await collect(lab.run(opened, { ...options, files, exec, signal }));
      // A lab that was lost cannot be asked; what it failed of says so.
      const look = async (): Promise<KernelState> => readState((await lab.exec(stateScript)).stdout);
      const names = readObject(opened.object).programs.map(({ name }) => name);
      const leftovers = collected.failure === undefined ? await findLeftovers(state, names, look) : [];
      return { ...collected, leftovers };
    },
    [Symbol.asyncDispose]: async () => {
      await lab[Symbol.asyncDispose]();
      used();
    },
  };
}
