import { parseSection } from '../../../core/object/program-kinds.js';
import { readObject } from '../../../core/object/read-object.js';

/** bpfman's words for kinds of programs; others keep the word of their section. */
const programTypes: readonly (readonly [kind: RegExp, type: string])[] = [
  [/^k(ret)?probe|^k(ret)?syscall/, 'kprobe'],
  [/^u(ret)?probe|^usdt/, 'uprobe'],
  [/^(tc|classifier|action)\b/, 'tc'],
  [/^tcx/, 'tcx'],
  [/^xdp/, 'xdp'],
  [/^raw_tp/, 'raw_tracepoint'],
];

/** enum bpf_map_type (include/uapi/linux/bpf.h) in bpfman's words, by number. */
const mapTypes: readonly string[] = [
  'unspec',
  'hash',
  'array',
  'prog_array',
  'perf_event_array',
  'per_cpu_hash',
  'per_cpu_array',
  'stack_trace',
  'cgroup_array',
  'lru_hash',
  'lru_per_cpu_hash',
  'lpm_trie',
  'array_of_maps',
  'hash_of_maps',
  'dev_map',
  'sock_map',
  'cpu_map',
  'xsk_map',
  'sock_hash',
  'cgroup_storage',
  'reuseport_sock_array',
  'per_cpu_cgroup_storage',
  'queue',
  'stack',
  'sk_storage',
  'dev_map_hash',
  'struct_ops',
  'ring_buf',
  'inode_storage',
  'task_storage',
  'bloom_filter',
  'user_ring_buf',
  'cgrp_storage',
  'arena',
];

/** The labels that bpfman demands of an image (its docs/developer-guide/shipping-bytecode.md): JSON of names and types. */
export function bpfmanLabels(object: Uint8Array): Readonly<Record<string, string>> {
  const { programs, maps } = readObject(object);
  const types = programs.map(({ name, section }) => [name, programType(section)]);
  const kinds = maps.map(({ name, type }) => [name, mapTypes[type] ?? String(type)]);
  return {
    'io.ebpf.programs': JSON.stringify(Object.fromEntries(types)),
    'io.ebpf.maps': JSON.stringify(Object.fromEntries(kinds)),
  };
}

function programType(section: string): string {
  const parsed = parseSection(section);
  const kind = parsed.kind === 'incomplete' ? parsed.of : parsed.kind;
  const word = kind === 'unknown' ? (section.split('/')[0] ?? '') : kind;
  return programTypes.find(([pattern]) => pattern.test(word))?.[1] ?? word;
}
