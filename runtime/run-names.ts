import type { OpenedPackage } from '../core/package/types.js';

/** What pins and trace instance of a run are called: no other run has it. bpffs takes no dots. */
export function runName(): string {
  return `${process.pid}-${Math.random().toString(36).slice(2)}`;
}

/** The object's name as libbpf can have it: maps of global variables begin with it. */
export function objectName({ manifest }: OpenedPackage): string {
  return manifest.meta.bpf_skel.obj_name.replaceAll(/\W/g, '_').slice(0, 60) || 'object';
}
