import { attachCgroup } from './cgroup.js';
import { attachKprobe } from './kprobe.js';
import { attachToNamespace } from './namespace.js';
import { attachNetfilter } from './netfilter.js';
import { attachRawTracepoint } from './raw-tp.js';
import { attachSocketFilter } from './socket-filter.js';
import { attachToSockmap } from './sockmap.js';
import { attachStructOps } from './struct-ops.js';
import { attachTc } from './tc.js';
import { attachTracepoint } from './tracepoint.js';
import { attachTrampoline } from './trampoline.js';
import type { AttachKind, Attacher } from './types.js';
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
