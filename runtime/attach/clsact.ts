import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { addClsact, clsactParents, findClsact } from '../kernel/clsact.js';
import { removeEmptyClsact } from '../kernel/empty-clsact.js';
import { errno, errnoOf } from '../kernel/errno.js';
import {
  filterMark,
  filterMarkText,
  parseFilterMark,
  undoFilter,
  type OwnFilter,
} from '../kernel/filter-mark.js';
import type { NetworkInterface } from '../kernel/interfaces.js';
import { createMark, listMarks } from '../kernel/marks.js';
import { networkNamespace } from '../kernel/network-namespace.js';
import { programId } from '../kernel/object-info.js';
import { addFilter } from '../kernel/tc-filter.js';
import type { Kernel } from '../kernel/types.js';
import { goneMeanings } from './at-interfaces.js';
import { networkRefusal } from './network-refusal.js';
import type { AttachContext, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

/** Where among an interface's filters a program is to stand. */
export interface FilterWish {
  /** A side of the clsact qdisc, or a parent of another one. */
  readonly parent: number;
  /** 0: the kernel chooses. */
  readonly handle: number;
  readonly priority: number;
  /** The program is an action, not a classifier. */
  readonly action: boolean;
}

/**
 * Attaches a program as a filter of an interface's clsact qdisc, which is made where it is missing. The kernel keeps
 * both whoever ends, so a mark goes before them. Disposing removes our filter, and the qdisc if we made it and nothing
 * else hangs on it.
 */
export async function attachFilter(
  program: LoadedProgram,
  context: AttachContext,
  target: NetworkInterface,
  wish: FilterWish,
): Promise<Disposable> {
  const { kernel } = context;
  const own = planFilter(program, kernel, target, wish);
  const mark = await createMark(kernel, filterMark, filterMarkText(own));
  let made = false;
  try {
    made = isClsact(wish.parent) && makeClsact(program, kernel, target);
    addOne(program, kernel, target, wish);
  } catch (error) {
    if (made) removeEmptyClsact(kernel, target.index);
    mark.remove();
    throw error;
  }
  let attached = true;
  return {
    [Symbol.dispose]: () => {
      if (!attached) return;
      attached = false;
      undoFilter(kernel, own);
      mark.remove();
    },
  };
}

function isClsact(parent: number): boolean {
  return Object.values<number>(clsactParents).includes(parent);
}

function planFilter(
  program: LoadedProgram,
  kernel: Kernel,
  { index, name }: NetworkInterface,
  { parent }: FilterWish,
): OwnFilter {
  const namespace = networkNamespace(kernel);
  const found = isClsact(parent) ? findClsact(kernel, index) : undefined;
  if (found === 'ingress' && parent === clsactParents.egress) {
    throw new TseccError(
      'attach-failed',
      message`attach '${program.program}' to ${program.section} at ${name}: its qdisc 'ingress' has no place for packets that go out`,
      { cure: message`replace it by clsact: tc qdisc del dev ${name} ingress` },
    );
  }
  // A qdisc that another run of ours made for itself serves both: who ends last removes it.
  const madeQdisc =
    isClsact(parent) &&
    (found === undefined ||
      listMarks(kernel, filterMark)
        .map(parseFilterMark)
        .some((other) => other?.madeQdisc && other.ifindex === index && other.namespace === namespace));
  return { namespace, ifindex: index, parent, program: programId(kernel, program.fd), madeQdisc };
}

/** True when it was not there before. */
function makeClsact(program: LoadedProgram, kernel: Kernel, target: NetworkInterface): boolean {
  try {
    addClsact(kernel, target.index);
    return true;
  } catch (cause) {
    if (errnoOf(cause) === errno.EEXIST) return false;
    throw networkRefusal(program, target.name, cause, {
      [errno.ENOENT]: withoutModule(kernel, message`clsact qdisc (CONFIG_NET_SCH_INGRESS)`),
      ...goneMeanings(kernel, target, cause),
    });
  }
}

function addOne(program: LoadedProgram, kernel: Kernel, target: NetworkInterface, wish: FilterWish): void {
  const { parent, handle, priority, action } = wish;
  try {
    const filter = { ifindex: target.index, parent, handle, priority, action };
    addFilter(kernel, { ...filter, program: program.fd, name: program.program });
  } catch (cause) {
    throw networkRefusal(program, target.name, cause, {
      [errno.EEXIST]: {
        reason: message`a filter with handle ${handle} and priority ${priority} is there already`,
        cure: message`take others in @tcopts`,
      },
      [errno.ENOENT]: withoutModule(
        kernel,
        action ? message`BPF actions (CONFIG_NET_ACT_BPF)` : message`BPF filters (CONFIG_NET_CLS_BPF)`,
      ),
      ...goneMeanings(kernel, target, cause),
    });
  }
}

function withoutModule({ release }: Kernel, what: Phrase) {
  return {
    code: 'kernel-cannot',
    reason: message`kernel ${release} has no ${what}`,
    cure: labCure('kernel'),
  } as const;
}
