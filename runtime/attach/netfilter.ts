import { TseccError } from '../../core/errors.js';
import { message, type Phrase } from '../../core/message.js';
import { attachTypes } from '../kernel/attach-types.js';
import { createLink } from '../kernel/bpf-attach.js';
import { errno } from '../kernel/errno.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import { nestedSettings, textSetting } from './settings.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { labCure } from '../kernel/lab-cure.js';

// include/uapi/linux/netfilter.h: NFPROTO_IPV4 and NFPROTO_IPV6, enum nf_inet_hooks.
const protocols: Readonly<Record<string, number>> = { ipv4: 2, ipv6: 10 };
const hooks: Readonly<Record<string, number>> = {
  prerouting: 0,
  input: 1,
  forward: 2,
  output: 3,
  postrouting: 4,
};

/**
 * Attaches a netfilter program by a link (Linux ≥ 6.4): to IPv4's input with priority 0, or where the package's
 * `netfilter` says: `{"pf": "ipv4" | "ipv6", "hook": "prerouting" | …, "priority": -100}`.
 */
export function attachNetfilter(program: LoadedProgram, { kernel, settings }: AttachContext): Link {
  const wish = nestedSettings(settings(program.program), 'netfilter');
  const pf = wordIn(program, protocols, 'pf', textSetting(wish, 'pf') ?? 'ipv4');
  const hook = wordIn(program, hooks, 'hook', textSetting(wish, 'hook') ?? 'input');
  const priority = priorityIn(wish['priority']);
  try {
    const request = { program: program.fd, target: 0, type: attachTypes.BPF_NETFILTER };
    return linkOf(kernel, program, [createLink(kernel, { ...request, extra: [pf, hook, priority, 0] })]);
  } catch (cause) {
    throw networkRefusal(program, message`priority ${priority}`, cause, {
      [errno.EBUSY]: {
        reason: message`another BPF program has this priority already`,
        cure: message`give the package another`,
      },
      [errno.EINVAL]: {
        code: 'kernel-cannot',
        reason: message`kernel ${kernel.release} attaches no BPF programs to netfilter (Linux 6.4 and later, with CONFIG_NETFILTER_BPF_LINK)`,
        cure: labCure('newer kernel'),
      },
    });
  }
}

function wordIn(
  { program, section }: LoadedProgram,
  table: Readonly<Record<string, number>>,
  what: Phrase,
  word: string,
): number {
  const found = Object.hasOwn(table, word) ? table[word] : undefined;
  if (found !== undefined) return found;
  throw new TseccError(
    'package-invalid',
    message`attach '${program}' to ${section}: the package names the ${what} '${word}', which netfilter has not`,
    { cure: message`it has ${Object.keys(table).join(', ')}` },
  );
}

function priorityIn(value: unknown): number {
  return typeof value === 'number' && Number.isInteger(value)
    ? Math.max(-(2 ** 31), Math.min(value, 2 ** 31 - 1))
    : 0;
}
