import { message, type Message } from '../../core/message.js';
import type { ObjectMap } from '../../core/object/types.js';

/** A rule that the kernel has for maps: what is wrong with one that breaks it, and what to write. */
export interface MapRule {
  /** The member at fault; the map's name is shown where the definition does not have it. */
  readonly member: string;
  /** A warning for what tsecli or another loader can mend when it loads the map. */
  readonly severity: 'error' | 'warning';
  readonly breaks: (map: ObjectMap) => boolean;
  readonly fault: (map: ObjectMap) => Message;
  readonly cure: (map: ObjectMap) => Message;
}

// enum bpf_map_type of linux/bpf.h.
const hashes = [1, 5, 9, 10, 11, 13];
const arrays = [2, 3, 4, 6, 8, 12];
const ofDescriptors = [3, 4, 8];
const perCpu = [5, 6, 10];
const ringBuffers = [27, 31];
const withoutKey = [22, 23, 30];
const preallocatedNever = [11, 24, 28, 29, 32];
const counted = [...hashes, 2, 3, 6, 7, 12, 14, 15, 16, 17, 18, 22, 23, 25, 30, ...ringBuffers];
const isOne = (types: readonly number[], { type }: ObjectMap): boolean => types.includes(type);

const BPF_F_NO_PREALLOC = 1;
/** PCPU_MIN_UNIT_SIZE of linux/percpu.h. */
const perCpuBytes = 32 * 1024;
const page = 4096;

/** Sizes that ring buffers have, as libbpf since 0.8 rounds them up: pages times a power of two. */
const ringBufferSize = (bytes: number): number => page * 2 ** Math.ceil(Math.log2(Math.ceil(bytes / page)));

/** The first rule that a map breaks is told. From map_check_btf() and the alloc_check functions of kernel/bpf. */
export const mapRules: readonly MapRule[] = [
  {
    member: 'type',
    severity: 'error',
    breaks: ({ type }) => type === 0,
    fault: () => message`it has no type`,
    cure: () => message`add __uint(type, BPF_MAP_TYPE_HASH);`,
  },
  {
    member: 'key',
    severity: 'warning',
    breaks: (map) => isOne(ringBuffers, map) && map.keySize + map.valueSize > 0,
    fault: () => message`a ring buffer has no key and no value: libbpf cannot make it`,
    cure: () => message`leave out key and value: it needs only type and max_entries`,
  },
  {
    member: 'key',
    severity: 'error',
    breaks: (map) => isOne(withoutKey, map) && map.keySize > 0,
    fault: () => message`a queue, a stack or a bloom filter has no key`,
    cure: () => message`leave out the key`,
  },
  {
    member: 'key',
    severity: 'error',
    breaks: (map) => isOne([...hashes, ...arrays], map) && map.keySize === 0,
    fault: () => message`the type of its keys is missing`,
    cure: () => message`add __type(key, u32);`,
  },
  {
    member: 'key',
    severity: 'error',
    breaks: (map) => isOne(arrays, map) && map.keySize !== 4,
    fault: ({ keySize }) => message`the key of an array has 4 bytes, not ${keySize}`,
    cure: () => message`write __type(key, u32);`,
  },
  {
    member: 'value',
    severity: 'error',
    breaks: (map) => isOne([...hashes, ...arrays], map) && map.valueSize === 0,
    fault: () => message`the type of its values is missing`,
    cure: () => message`add __type(value, …); with the type of what it holds`,
  },
  {
    member: 'value_size',
    severity: 'error',
    breaks: (map) => isOne(ofDescriptors, map) && map.valueSize !== 4,
    fault: ({ valueSize }) => message`its values are file descriptors of 4 bytes, not ${valueSize}`,
    cure: () => message`write __uint(value_size, sizeof(u32));`,
  },
  {
    member: 'value',
    severity: 'error',
    breaks: (map) => isOne(perCpu, map) && map.valueSize > perCpuBytes,
    fault: ({ valueSize }) =>
      message`a value for each processor has at most ${perCpuBytes} bytes, not ${valueSize}`,
    cure: () => message`make the value smaller, or split it over several entries`,
  },
  {
    member: 'map_flags',
    severity: 'error',
    breaks: (map) => isOne(preallocatedNever, map) && map.flags % 2 !== BPF_F_NO_PREALLOC,
    fault: () => message`a map of this type cannot be allocated in advance`,
    cure: () => message`add __uint(map_flags, BPF_F_NO_PREALLOC);`,
  },
  {
    member: 'pinning',
    severity: 'error',
    breaks: ({ pinning }) => pinning > 1,
    fault: ({ pinning }) => message`libbpf knows no pinning ${pinning}`,
    cure: () => message`write __uint(pinning, LIBBPF_PIN_BY_NAME);, or leave it out`,
  },
  {
    member: 'max_entries',
    severity: 'warning',
    breaks: (map) => isOne(counted, map) && map.maxEntries === 0,
    fault: () => message`it has room for nothing`,
    cure: (map) =>
      isOne(ringBuffers, map)
        ? message`add __uint(max_entries, 256 * 1024);, or run it with --map-size ${map.name}=262144`
        : message`add __uint(max_entries, 1024);, or run it with --map-size ${map.name}=1024`,
  },
  {
    member: 'max_entries',
    severity: 'warning',
    breaks: (map) => isOne(ringBuffers, map) && ringBufferSize(map.maxEntries) !== map.maxEntries,
    fault: ({ maxEntries }) =>
      message`a ring buffer has a power of two of pages, not ${maxEntries} bytes: libbpf before 0.8 refuses it`,
    cure: ({ maxEntries }) => message`write __uint(max_entries, ${ringBufferSize(maxEntries)});`,
  },
];
