/**
 * Helpers that the kernel gives only to programs with a GPL-compatible license, by their ids (BPF_FUNC_*): those
 * whose `gpl_only` is set in every program type, in Linux 5.10 to 6.18.
 */
export const gplHelpers: ReadonlyMap<number, string> = new Map([
  [4, 'bpf_probe_read'],
  [6, 'bpf_trace_printk'],
  [22, 'bpf_perf_event_read'],
  [25, 'bpf_perf_event_output'],
  [27, 'bpf_get_stackid'],
  [35, 'bpf_get_current_task'],
  [36, 'bpf_probe_write_user'],
  [45, 'bpf_probe_read_str'],
  [55, 'bpf_perf_event_read_value'],
  [56, 'bpf_perf_prog_read_value'],
  [58, 'bpf_override_return'],
  [67, 'bpf_get_stack'],
  [112, 'bpf_probe_read_user'],
  [113, 'bpf_probe_read_kernel'],
  [114, 'bpf_probe_read_user_str'],
  [115, 'bpf_probe_read_kernel_str'],
  [119, 'bpf_read_branch_records'],
  [126, 'bpf_seq_printf'],
  [127, 'bpf_seq_write'],
  [158, 'bpf_get_current_task_btf'],
  [165, 'bpf_snprintf'],
  [169, 'bpf_timer_init'],
  [170, 'bpf_timer_set_callback'],
  [171, 'bpf_timer_start'],
  [172, 'bpf_timer_cancel'],
  [175, 'bpf_task_pt_regs'],
  [176, 'bpf_get_branch_snapshot'],
  [177, 'bpf_trace_vprintk'],
]);

// license_is_gpl_compatible() of linux/license.h.
const compatible = new Set([
  'GPL',
  'GPL v2',
  'GPL and additional rights',
  'Dual BSD/GPL',
  'Dual MIT/GPL',
  'Dual MPL/GPL',
]);

/** Whether the kernel takes a license for one that goes with its own. */
export const isGplCompatible = (license: string): boolean => compatible.has(license);
