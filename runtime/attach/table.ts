import { attachKprobe } from './kprobe.js';
import { attachRawTracepoint } from './raw-tp.js';
import { attachTracepoint } from './tracepoint.js';
import { attachTrampoline } from './trampoline.js';
import type { AttachKind, Attacher } from './types.js';

/** Which file attaches which kind: a new kind is one file and one row. */
export const attachers: Readonly<Record<AttachKind, Attacher>> = {
  kprobe: attachKprobe,
  kretprobe: attachKprobe,
  tracepoint: attachTracepoint,
  raw_tp: attachRawTracepoint,
  tp_btf: attachTrampoline,
  fentry: attachTrampoline,
  fexit: attachTrampoline,
};
