import type { BpfObject } from '../../core/object/types.js';

/** BPF_FUNC_trace_printk and BPF_FUNC_trace_vprintk, include/uapi/linux/bpf.h. */
const printkHelpers = [6, 177];

/** Whether a program of the object may write trace lines. */
export function callsPrintk({ programs }: Pick<BpfObject, 'programs'>): boolean {
  return programs.some(({ helpers }) => helpers.some((helper) => printkHelpers.includes(helper)));
}
