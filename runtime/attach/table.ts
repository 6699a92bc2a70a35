import { attachCgroup } from './cgroup.js';
import { attachIterator } from './iterator.js';
import { attachKprobeMulti } from './kprobe-multi.js';
import { attachKprobe } from './kprobe.js';
import { attachLsm } from './lsm.js';
import { attachToNamespace } from './namespace.js';
import { attachNetfilter } from './netfilter.js';
import { attachPerfSamples } from './perf-samples.js';
import { attachRawTracepoint } from './raw-tp.js';
import { runOnce } from './run-once.js';
import { attachSocketFilter } from './socket-filter.js';
import { attachToSockmap } from './sockmap.js';
import { attachStructOps } from './struct-ops.js';
import { attachSyscallProbe } from './syscall-probe.js';
import { attachTc } from './tc.js';
import { attachTracepoint } from './tracepoint.js';
import { attachTrampoline } from './trampoline.js';
import type { AttachKind, Attacher } from './types.js';
import { attachUprobeMulti } from './uprobe-multi.js';
import { attachUprobe } from './uprobe.js';
import { attachUsdt } from './usdt/usdt.js';
import { attachXdp } from './xdp.js';

/** Which file attaches which kind: a new kind is one file and one row. */
export const attachers: Readonly<Record<AttachKind, Attacher>> = {
  kprobe: attachKprobe,
  kretprobe: attachKprobe,
  tracepoint: attachTracepoint,
  raw_tp: attachRawTracepoint,
  tp_btf: attachTrampoline,
  fentry: attachTrampoline,
  fexit: attachTrampoline,
  'kprobe.multi': attachKprobeMulti,
  'kretprobe.multi': attachKprobeMulti,
  'kprobe.session': attachKprobeMulti,
  ksyscall: attachSyscallProbe,
  kretsyscall: attachSyscallProbe,
  'raw_tp.w': attachRawTracepoint,
  fmod_ret: attachTrampoline,
  lsm: attachLsm,
  uprobe: attachUprobe,
  uretprobe: attachUprobe,
  'uprobe.multi': attachUprobeMulti,
  'uretprobe.multi': attachUprobeMulti,
  'uprobe.session': attachUprobeMulti,
  usdt: attachUsdt,
  perf_event: attachPerfSamples,
  iter: attachIterator,
  syscall: runOnce,

  xdp: attachXdp,
  tc: attachTc,
  tcx: attachTc,
  netfilter: attachNetfilter,
  cgroup: attachCgroup,
  sockops: attachCgroup,
  lsm_cgroup: attachCgroup,
  sk_msg: attachToSockmap,
  sk_skb: attachToSockmap,
  sk_lookup: attachToNamespace,
  flow_dissector: attachToNamespace,
  socket: attachSocketFilter,
  struct_ops: attachStructOps,
};
