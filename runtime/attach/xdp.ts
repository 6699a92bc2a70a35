import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { attachTypes } from '../kernel/attach-types.js';
import { createLink } from '../kernel/bpf-attach.js';
import { errno, errnoOf, isPermissionError } from '../kernel/errno.js';
import type { NetworkInterface } from '../kernel/interfaces.js';
import { goneMeanings } from './at-interfaces.js';
import { chooseInterfaces } from './choose-interfaces.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import { numberSetting } from './settings.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';

// include/uapi/linux/if_link.h
const XDP_FLAGS_SKB_MODE = 2;
const XDP_FLAGS_DRV_MODE = 4;
const XDP_FLAGS_MODES = 0xe;

/**
 * Attaches an XDP program to each interface by a link (Linux ≥ 5.9): in the driver, or where that is not possible in
 * the kernel behind it (generic), which is told. ecc's `@flags` demands one mode.
 */
export function attachXdp(program: LoadedProgram, context: AttachContext): Link {
  const settings = context.settings(program.program);
  const demanded = (numberSetting(settings, 'flags') ?? 0) & XDP_FLAGS_MODES;
  const links: number[] = [];
  const generic: string[] = [];
  try {
    for (const each of chooseInterfaces(program, context, numberSetting(settings, 'ifindex'))) {
      const { link, isGeneric } = attachTo(program, context, each, demanded);
      links.push(link);
      if (isGeneric) generic.push(each.name);
    }
  } catch (error) {
    for (const fd of links) context.kernel.close(fd);
    throw error;
  }
  return { ...linkOf(context.kernel, program, links), note: genericNote(program, generic) };
}

function genericNote({ program }: LoadedProgram, interfaces: readonly string[]): Phrase | undefined {
  if (interfaces.length === 0) return undefined;
  return message`${program} runs in generic mode at ${interfaces.join(', ')}: native XDP is not possible there, so it is slower`;
}

interface Attached {
  readonly link: number;
  readonly isGeneric: boolean;
}

function attachTo(
  program: LoadedProgram,
  { kernel }: AttachContext,
  target: NetworkInterface,
  demanded: number,
): Attached {
  const attach = (flags: number): number =>
    createLink(kernel, { program: program.fd, target: target.index, type: attachTypes.BPF_XDP, flags });
  try {
    if (demanded !== 0) return { link: attach(demanded), isGeneric: false };
    try {
      return { link: attach(XDP_FLAGS_DRV_MODE), isGeneric: false };
    } catch (error) {
      if (isFinal(error)) throw error;
      return { link: attach(XDP_FLAGS_SKB_MODE), isGeneric: true };
    }
  } catch (cause) {
    throw cause instanceof TseccError ? cause : explain(program, kernel, target, cause);
  }
}

/** True where the other mode would be refused as well. */
function isFinal(error: unknown): boolean {
  const number = errnoOf(error);
  return isPermissionError(error) || number === errno.EBUSY || number === errno.EEXIST;
}

function explain(
  program: LoadedProgram,
  kernel: AttachContext['kernel'],
  target: NetworkInterface,
  cause: unknown,
): TseccError {
  const taken = {
    reason: message`another XDP program is there already`,
    cure: message`bpftool net show dev ${target.name} tells which`,
  };
  return networkRefusal(program, target.name, cause, {
    [errno.EBUSY]: taken,
    [errno.EEXIST]: taken,
    [errno.EOPNOTSUPP]: {
      reason: message`its driver cannot run XDP programs as the package demands`,
      cure: message`leave out @flags in the source: the kernel runs them without the driver then`,
    },
    ...goneMeanings(kernel, target, cause),
  });
}
