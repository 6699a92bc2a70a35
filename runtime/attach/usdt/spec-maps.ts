import { littleEndian } from '../../kernel/bpf.js';
import { updateElement } from '../../kernel/bpf-map.js';
import type { AttachContext, LoadedMap } from '../types.js';
import { encodeUsdtSpec } from './encode-spec.js';
import type { UsdtArgument } from './types.js';

/** How many specs the maps of a run hold already: all its programs share them. */
const counts = new WeakMap<readonly LoadedMap[], number>();

/**
 * Tells bpf_usdt_arg() where arguments are, under a new number, which the program gets with the probe's events. A
 * program that asks for none has no such map: its number is 0. Undefined when the map is full (BPF_USDT_MAX_SPEC_CNT).
 */
export function addUsdtSpec(
  { kernel, maps }: AttachContext,
  args: readonly UsdtArgument[],
): number | undefined {
  const map = maps.find(({ name }) => name === '__bpf_usdt_specs');
  if (!map) return 0;
  const id = counts.get(maps) ?? 0;
  if (id >= (map.definition?.maxEntries ?? 0)) return undefined;
  counts.set(maps, id + 1);
  updateElement(kernel, map.fd, numberBytes(id), encodeUsdtSpec(args));
  return id;
}

/** Where kernels give no cookie (< 5.15) the program finds its spec by the address that it is at. */
export function addUsdtAddress({ kernel, maps }: AttachContext, address: bigint, spec: number): void {
  const map = maps.find(({ name }) => name === '__bpf_usdt_ip_to_spec_id');
  if (!map) return;
  const key = new DataView(new ArrayBuffer(8));
  key.setBigUint64(0, address, littleEndian);
  updateElement(kernel, map.fd, new Uint8Array(key.buffer), numberBytes(spec));
}

function numberBytes(number: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, number, littleEndian);
  return new Uint8Array(view.buffer);
}
