import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { message } from '../../core/message.js';
import { vmlinuxDirectory } from '../toolchain/vmlinux.js';
import { runningKernel } from '../toolchain/vmlinux-key.js';
import type { CheckRow, DoctorContext, Finding } from './types.js';

/** Where vmlinux.h comes from: the running kernel's BTF, and the header that is made of it. */
export const kernelTypeRows: readonly CheckRow[] = [
  { id: 'btf', title: message`types of the running kernel`, needed: false, look: findBtf },
  { id: 'vmlinux', title: 'vmlinux.h', needed: true, look: makeHeader },
];

function findBtf(): Finding {
  const { btf } = runningKernel;
  try {
    accessSync(btf, constants.R_OK);
    return { state: 'ok', detail: btf };
  } catch {
    const why = existsSync(btf) ? message`'${btf}' cannot be read` : message`this kernel has no BTF: ${btf} is not there`;
    return { state: 'missing', detail: why, cure: message`name a vmlinux.h or BTF: --vmlinux FILE` };
  }
}

/** Made as a compile would, so that the next one finds it. Without BTF it would take a machine of the lab: that waits. */
async function makeHeader({ env, signal }: DoctorContext): Promise<Finding> {
  if (!existsSync(runningKernel.btf)) {
    return { state: 'unknown', detail: message`the first compile takes the types of a kernel of the lab` };
  }
  const path = join(await vmlinuxDirectory({ env, signal }), 'vmlinux.h');
  const megabytes = (statSync(path).size / 1e6).toFixed(1);
  return { state: 'ok', detail: message`${megabytes} MB, ${path}` };
}
