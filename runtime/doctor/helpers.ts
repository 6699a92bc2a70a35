import type { Check } from '../../core/doctor/types.js';
import { message } from '../../core/message.js';
import { lackingCapabilities } from '../kernel/capabilities.js';
import { labCure } from '../kernel/lab-cure.js';
import { errno } from '../kernel/errno.js';
import { tryProgram, type TrialProgram } from '../kernel/try-program.js';
import type { Kernel } from '../kernel/types.js';
import { explainRights, explainTrial } from './explain-trial.js';
import type { DoctorContext, Finding } from './types.js';

// enum bpf_prog_type, include/uapi/linux/bpf.h.
const KPROBE = 2;
const SCHED_CLS = 3;
const XDP = 6;

/** Helpers that kernels differ in, or that are withheld, by the type of program that they are tried in. */
const rows: readonly { readonly type: number; readonly helpers: Readonly<Record<string, number>> }[] = [
  {
    type: KPROBE,
    // BPF_FUNC_…, include/uapi/linux/bpf.h.
    helpers: {
      bpf_trace_printk: 6,
      bpf_get_stackid: 27,
      bpf_perf_event_output: 25,
      bpf_probe_write_user: 36,
      bpf_override_return: 58,
      bpf_send_signal: 109,
      bpf_probe_read_user: 112,
      bpf_probe_read_kernel: 113,
      bpf_ktime_get_boot_ns: 125,
      bpf_ringbuf_output: 130,
      bpf_get_task_stack: 141,
      bpf_task_storage_get: 156,
      bpf_for_each_map_elem: 164,
      bpf_snprintf: 165,
      bpf_timer_init: 169,
      bpf_get_func_ip: 173,
      bpf_get_attach_cookie: 174,
      bpf_trace_vprintk: 177,
      bpf_loop: 181,
      bpf_strncmp: 182,
      bpf_user_ringbuf_drain: 209,
      bpf_cgrp_storage_get: 210,
    },
  },
  {
    type: SCHED_CLS,
    helpers: { bpf_skb_store_bytes: 9, bpf_redirect: 23, bpf_fib_lookup: 69, bpf_sk_assign: 124 },
  },
  { type: XDP, helpers: { bpf_redirect_map: 51, bpf_xdp_adjust_head: 44, bpf_xdp_load_bytes: 189 } },
];

/** A check for each helper that kernels differ in: whether programs may call it here. */
export function checkHelpers(context: DoctorContext): readonly Check[] {
  return rows.flatMap(({ type, helpers }) =>
    Object.entries(helpers).map(([name, helper]) => ({
      id: `helper:${name}`,
      title: name,
      ...checkHelper(context, { type, helper }),
    })),
  );
}

function checkHelper({ kernel, withoutCalls }: DoctorContext, program: TrialProgram): Finding {
  if (withoutCalls) return { state: 'unknown', detail: withoutCalls };
  const lacking = lackingCapabilities(kernel).filter((name) => name !== 'CAP_NET_ADMIN');
  if (lacking.length > 0) return { ...explainRights(kernel), state: 'unknown' };
  const { answer, number } = tryHelper(kernel, program);
  if (answer === 'there') return { state: 'ok' };
  if (answer === 'refused') return { ...explainTrial(kernel, number), state: 'unknown' };
  return {
    state: 'missing',
    detail: message`kernel ${kernel.release} does not give it to programs, for its age, its configuration or its lockdown`,
    cure: labCure('kernel'),
  };
}

/** What verifiers say of a helper that there is not, or not for such programs: Linux 5.10 to 7.2. */
const unknownHelper = /unknown func |invalid func |program of this type cannot use helper /;

/** Whether a program may call a helper; `refused` where no such program could be loaded at all. */
export function tryHelper(
  kernel: Kernel,
  program: TrialProgram,
): { readonly answer: 'there' | 'missing' | 'refused'; readonly number: number } {
  const { errno: number, log } = tryProgram(kernel, program);
  if (number === undefined) return { answer: 'there', number: 0 };
  if (unknownHelper.test(log)) return { answer: 'missing', number };
  // It complains of something else in the program: then it has let the helper pass.
  const judged = log !== '' && (number === errno.EACCES || number === errno.EINVAL);
  return { answer: judged ? 'there' : 'refused', number };
}
