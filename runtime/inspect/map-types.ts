import type { LinuxVersion } from '../../core/object/linux-version.js';

// enum bpf_map_type of linux/bpf.h, in its order; the words are bpftool's, the versions those of ebpf-docs.
const rows: readonly (readonly [name: string, since: LinuxVersion])[] = [
  ['unspec', '3.19'],
  ['hash', '3.19'],
  ['array', '3.19'],
  ['prog_array', '4.2'],
  ['perf_event_array', '4.3'],
  ['percpu_hash', '4.6'],
  ['percpu_array', '4.6'],
  ['stack_trace', '4.6'],
  ['cgroup_array', '4.8'],
  ['lru_hash', '4.10'],
  ['lru_percpu_hash', '4.10'],
  ['lpm_trie', '4.11'],
  ['array_of_maps', '4.12'],
  ['hash_of_maps', '4.12'],
  ['devmap', '4.14'],
  ['sockmap', '4.14'],
  ['cpumap', '4.15'],
  ['xskmap', '4.18'],
  ['sockhash', '4.18'],
  ['cgroup_storage', '4.19'],
  ['reuseport_sockarray', '4.19'],
  ['percpu_cgroup_storage', '4.20'],
  ['queue', '4.20'],
  ['stack', '4.20'],
  ['sk_storage', '5.2'],
  ['devmap_hash', '5.4'],
  ['struct_ops', '5.6'],
  ['ringbuf', '5.8'],
  ['inode_storage', '5.10'],
  ['task_storage', '5.11'],
  ['bloom_filter', '5.16'],
  ['user_ringbuf', '6.1'],
  ['cgrp_storage', '6.2'],
  ['arena', '6.9'],
  ['insn_array', '6.19'],
];

/** BPF_MAP_TYPE_ARRAY: what libbpf makes of a section of variables. */
export const variablesType = 2;

/** What bpftool calls a type of map; `type 99` for one that is not known. */
export const mapTypeName = (type: number): string => rows[type]?.[0] ?? `type ${type}`;

/** The Linux that brought a type of map, by bpftool's word for it; undefined for one that is not known. */
export const mapTypeSince = (name: string): LinuxVersion | undefined =>
  rows.find(([known]) => known === name)?.[1];
