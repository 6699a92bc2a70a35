import { message, type Phrase } from '../../core/message.js';
import { isFullyPrivileged, lackingCapabilities } from '../kernel/capabilities.js';
import { describeErrno, errno } from '../kernel/errno.js';
import { labCure } from '../kernel/lab-cure.js';
import type { Kernel } from '../kernel/types.js';
import type { Finding } from './types.js';

/** What a call means that the kernel refused with this errno. */
export function explainTrial(kernel: Kernel, number: number): Finding {
  if (number === errno.EPERM || number === errno.EACCES) return explainRights(kernel);
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} refuses such programs: ${describeErrno(number)}`,
    cure: labCure('kernel'),
  };
}

/** What is to be said where this process may not do what root may, or where root may not either. */
export function explainRights(kernel: Kernel): Finding {
  if (isFullyPrivileged(kernel)) {
    return {
      state: 'missing',
      detail: message`the kernel forbids it even to root: it is locked down, or this is a container without the right`,
      cure: labCure('rights'),
    };
  }
  return { state: 'missing', detail: lackOf(kernel), cure: labCure('rights', runWithSudo) };
}

const runWithSudo = 'run it with sudo';

function lackOf(kernel: Kernel): Phrase {
  return message`this user lacks ${lackingCapabilities(kernel).join(', ') || 'CAP_SYS_ADMIN'}`;
}
