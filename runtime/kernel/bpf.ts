import type { Kernel } from './types.js';

// enum bpf_cmd and enum bpf_attach_type, include/uapi/linux/bpf.h.
const BPF_OBJ_GET = 7;
const BPF_RAW_TRACEPOINT_OPEN = 17;
const BPF_LINK_CREATE = 28;
const BPF_PERF_EVENT = 41;

/** Opens what is pinned at a path of bpffs; gives its file descriptor. */
export function openPinned(kernel: Kernel, path: string): number {
  const text = Buffer.from(`${path}\0`);
  const attributes = attributesOf(16);
  attributes.setBigUint64(0, kernel.address(text), littleEndian);
  return kernel.bpf(BPF_OBJ_GET, bytesOf(attributes), [text]);
}

/**
 * Attaches a program to a raw tracepoint by name; without a name to the hook that was fixed when the program was
 * loaded (tp_btf, fentry, fexit: Linux ≥ 5.5). Gives the link's descriptor: closing it detaches.
 */
export function openRawTracepoint(kernel: Kernel, program: number, name?: string): number {
  const text = Buffer.from(`${name ?? ''}\0`);
  const attributes = attributesOf(16);
  attributes.setBigUint64(0, name === undefined ? 0n : kernel.address(text), littleEndian);
  attributes.setUint32(8, program, littleEndian);
  return kernel.bpf(BPF_RAW_TRACEPOINT_OPEN, bytesOf(attributes), [text]);
}

/**
 * Attaches a program to a perf event by a link (Linux ≥ 5.15; older ones answer EINVAL); the program reads the cookie
 * with bpf_get_attach_cookie(). Gives the link's descriptor.
 */
export function createPerfLink(kernel: Kernel, program: number, event: number, cookie = 0): number {
  const attributes = attributesOf(24);
  attributes.setUint32(0, program, littleEndian);
  attributes.setUint32(4, event, littleEndian);
  attributes.setUint32(8, BPF_PERF_EVENT, littleEndian);
  attributes.setBigUint64(16, BigInt(cookie), littleEndian);
  return kernel.bpf(BPF_LINK_CREATE, bytesOf(attributes));
}

/** The kernel reads attributes in its own byte order, which is this machine's. */
export const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

function attributesOf(size: number): DataView {
  return new DataView(new ArrayBuffer(size));
}

function bytesOf(view: DataView): Uint8Array {
  return new Uint8Array(view.buffer);
}
