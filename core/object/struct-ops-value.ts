import { skipQualifiers } from '../btf/resolve.js';
import { sizeOf } from '../btf/size-of.js';
import type { Btf, BtfMember, BtfType } from '../btf/types.js';
import type { StructOps } from './struct-ops.js';
import { message } from '../message.js';
import { PhrasedError } from '../phrased-error.js';

type Struct = Extract<BtfType, { readonly kind: 'struct' | 'union' }>;

/** What a struct of functions is in a running kernel. */
export interface KernelStructOps {
  readonly btf: Btf;
  /** The struct that holds it as its member `data`, such as `bpf_struct_ops_tcp_congestion_ops`. */
  readonly valueTypeId: number;
}

/** The bytes for the kernel, and the names of its struct. */
export interface StructOpsValue {
  readonly bytes: Uint8Array;
  /** For instance `tcp_congestion_ops`. */
  readonly structName: string;
}

/** The member that the kernel's struct has not, or not in this form; its name and what is wrong. */
export class StructOpsError extends PhrasedError {
  override readonly name = 'StructOpsError';
}

/**
 * Lays an object's struct of functions out as the running kernel has it, members found by their names, with
 * `descriptorOf(program)` where a function stands (libbpf's bpf_map__init_kern_struct_ops). Throws
 * {@link StructOpsError} for a member that is set and that the kernel has not or has in another size.
 */
export function layOutStructOps(
  ops: StructOps,
  btf: Btf,
  kernel: KernelStructOps,
  descriptorOf: (program: string) => number,
): StructOpsValue {
  const value = structAt(kernel.btf, kernel.valueTypeId);
  const inner = value.members.find(({ name }) => name === 'data');
  if (!inner) throw new StructOpsError(message`the kernel describes no struct for it`);
  const target = structAt(kernel.btf, inner.typeId);
  const bytes = new Uint8Array(value.size);
  const view = new DataView(bytes.buffer);
  const start = inner.bitOffset / 8;
  for (const member of structAt(btf, ops.typeId).members) {
    const found = target.members.find(({ name }) => name === member.name);
    const at = member.bitOffset / 8;
    const program = ops.functions.find(({ offset }) => offset === at)?.program;
    const data = ops.data.subarray(Math.floor(at), Math.floor(at) + memberSize(btf, member));
    if (program === undefined && data.every((byte) => byte === 0)) continue;
    if (!found)
      throw new StructOpsError(message`this kernel's ${target.name} has no member '${member.name}'`);
    const size = memberSize(kernel.btf, found);
    if (
      size !== data.length ||
      member.bitSize !== 0 ||
      found.bitSize !== 0 ||
      start + found.bitOffset / 8 + size > bytes.length
    ) {
      throw new StructOpsError(message`this kernel's ${target.name} has '${member.name}' in another form`);
    }
    const to = start + found.bitOffset / 8;
    if (program === undefined) bytes.set(data, to);
    else view.setBigUint64(to, BigInt(descriptorOf(program)), kernel.btf.littleEndian);
  }
  return { bytes, structName: target.name };
}

function structAt(btf: Btf, id: number): Struct {
  const type = skipQualifiers(btf, id);
  if (type.kind === 'struct') return type;
  throw new StructOpsError(message`type ${id} is no struct`);
}

function memberSize(btf: Btf, { typeId }: BtfMember): number {
  return sizeOf(btf, typeId);
}
