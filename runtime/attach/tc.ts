import { attachTypes } from '../kernel/attach-types.js';
import { createLink } from '../kernel/bpf-attach.js';
import { clsactParents } from '../kernel/clsact.js';
import { errno, errnoOf } from '../kernel/errno.js';
import type { NetworkInterface } from '../kernel/interfaces.js';
import { attachToEach, goneMeanings } from './at-interfaces.js';
import { chooseInterfaces } from './choose-interfaces.js';
import { attachFilter, type FilterWish } from './clsact.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import { nestedSettings, numberSetting, textSetting } from './settings.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

/**
 * Attaches a classifier to each interface, where packets come in unless its section or ecc's `@tchook` says where
 * they go out: by a tcx link (Linux ≥ 6.6), else by a filter of a clsact qdisc. What only filters have, a handle or
 * priority (`@tcopts`), another qdisc's parent, or SEC("action"), makes it a filter everywhere.
 */
export async function attachTc(program: LoadedProgram, context: AttachContext): Promise<Link> {
  const settings = context.settings(program.program);
  const packaged =
    numberSetting(nestedSettings(settings, 'tchook'), 'ifindex') ?? numberSetting(settings, 'ifindex');
  const targets = chooseInterfaces(program, context, packaged);
  const wish = wishOf(program, context);
  const held = await attachToEach(targets, async (target) =>
    wish.onlyFilter
      ? await attachFilter(program, context, target, wish)
      : (tcxLink(program, context, target, wish) ?? (await attachFilter(program, context, target, wish))),
  );
  return {
    program: program.program,
    section: program.section,
    [Symbol.dispose]: () => {
      for (const each of held.toReversed()) each[Symbol.dispose]();
    },
  };
}

interface TcWish extends FilterWish {
  readonly egress: boolean;
  readonly onlyFilter: boolean;
}

function wishOf({ program, kind, section }: LoadedProgram, { settings }: AttachContext): TcWish {
  const hook = nestedSettings(settings(program), 'tchook');
  const options = nestedSettings(settings(program), 'tcopts');
  const point = textSetting(hook, 'attach_point');
  const egress = kind === 'tcx' ? section.endsWith('/egress') : point === 'BPF_TC_EGRESS';
  const custom = point === 'BPF_TC_CUSTOM' ? numberSetting(hook, 'parent') : undefined;
  const handle = numberSetting(options, 'handle') ?? 0;
  const priority = (numberSetting(options, 'priority') ?? 0) & 0xffff;
  const action = section === 'action';
  return {
    egress,
    parent: custom ?? (egress ? clsactParents.egress : clsactParents.ingress),
    handle,
    priority,
    action,
    onlyFilter: action || custom !== undefined || handle !== 0 || priority !== 0,
  };
}

/** Undefined where the kernel knows no tcx. */
function tcxLink(
  program: LoadedProgram,
  { kernel }: AttachContext,
  target: NetworkInterface,
  { egress }: TcWish,
): Disposable | undefined {
  const type = egress ? attachTypes.BPF_TCX_EGRESS : attachTypes.BPF_TCX_INGRESS;
  try {
    return linkOf(kernel, program, [createLink(kernel, { program: program.fd, target: target.index, type })]);
  } catch (cause) {
    // What a kernel says of an attach type that it does not know; any other cause shows again at the filter.
    if (errnoOf(cause) === errno.EINVAL) return undefined;
    throw networkRefusal(program, target.name, cause, goneMeanings(kernel, target, cause));
  }
}
