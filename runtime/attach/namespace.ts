import { attachTypes } from '../kernel/attach-types.js';
import { createLink } from '../kernel/bpf-attach.js';
import { errno } from '../kernel/errno.js';
import { networkNamespacePath } from '../kernel/network-namespace.js';
import { linkOf } from './link.js';
import { networkRefusal } from './network-refusal.js';
import type { AttachContext, Link, LoadedProgram } from './types.js';
import { message } from '../../core/message.js';

/** Attaches to tsecli's own network namespace by a link: sk_lookup (Linux ≥ 5.9), flow_dissector (≥ 5.8). */
export function attachToNamespace(program: LoadedProgram, { kernel }: AttachContext): Link {
  const type = program.kind === 'sk_lookup' ? attachTypes.BPF_SK_LOOKUP : attachTypes.BPF_FLOW_DISSECTOR;
  const namespace = kernel.open(networkNamespacePath);
  try {
    const link = createLink(kernel, { program: program.fd, target: namespace, type });
    return linkOf(kernel, program, [link]);
  } catch (cause) {
    const taken = {
      reason: message`another program is there already, and there is place for one`,
      cure: message`bpftool net show tells which`,
    };
    throw networkRefusal(program, message`this network namespace`, cause, {
      [errno.EEXIST]: taken,
      [errno.E2BIG]: taken,
    });
  } finally {
    kernel.close(namespace);
  }
}
