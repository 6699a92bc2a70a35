import type { Diagnostic } from '../../core/diagnostics.js';
import type { BpfObject } from '../../core/object/types.js';

/** Warnings about an object that compiles but will not do what its author expects. */
export function advise(object: BpfObject): Diagnostic[] {
  if (object.license !== undefined) return [];
  return [
    {
      severity: 'warning',
      text: 'the program states no license: the kernel refuses it most helpers, bpf_printk among them',
      notes: [],
      cure: 'add: char LICENSE[] SEC("license") = "Dual BSD/GPL";',
    },
  ];
}
