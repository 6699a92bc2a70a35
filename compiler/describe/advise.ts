import type { Diagnostic } from '../../core/diagnostics.js';
import type { BpfObject } from '../../core/object/types.js';
import { message } from '../../core/message.js';

/** Warnings about an object that compiles but will not do what its author expects. */
export function advise(object: BpfObject): Diagnostic[] {
  if (object.license !== undefined) return [];
  return [
    {
      severity: 'warning',
      text: message`the program states no license: the kernel refuses it most helpers, bpf_printk among them`,
      notes: [],
      cure: message`add: char LICENSE[] SEC("license") = "Dual BSD/GPL";`,
    },
  ];
}
