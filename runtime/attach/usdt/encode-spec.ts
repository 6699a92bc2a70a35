import { littleEndian } from '../../kernel/bpf.js';
import type { UsdtArgument } from './types.js';

/** BPF_USDT_MAX_ARG_CNT of usdt.bpf.h. */
export const maxUsdtArguments = 12;

const argumentSize = 16;
const countOffset = maxUsdtArguments * argumentSize + 8;

/** Bytes of a struct __bpf_usdt_spec. */
export const usdtSpecSize = countOffset + 8;

/** enum __bpf_usdt_arg_type. */
const argumentTypes = { constant: 0, register: 1, memory: 2 } as const;

/**
 * The struct __bpf_usdt_spec from which bpf_usdt_arg() reads a probe's arguments (libbpf's usdt.bpf.h, the same since
 * 0.8): twelve arguments, a cookie of the user's, their count. At most {@link maxUsdtArguments}.
 */
export function encodeUsdtSpec(args: readonly UsdtArgument[]): Uint8Array {
  const spec = new DataView(new ArrayBuffer(usdtSpecSize));
  args.forEach((argument, index) => writeArgument(spec, index * argumentSize, argument));
  spec.setInt16(countOffset, args.length, littleEndian);
  return new Uint8Array(spec.buffer);
}

/** A struct __bpf_usdt_arg_spec: val_off, arg_type, reg_off, arg_signed, arg_bitshift. */
function writeArgument(spec: DataView, at: number, argument: UsdtArgument): void {
  const value =
    argument.kind === 'constant' ? argument.value : argument.kind === 'memory' ? argument.offset : 0n;
  spec.setBigInt64(at, BigInt.asIntN(64, value), littleEndian);
  spec.setUint32(at + 8, argumentTypes[argument.kind], littleEndian);
  spec.setInt16(at + 12, argument.kind === 'constant' ? 0 : argument.register, littleEndian);
  spec.setUint8(at + 14, argument.signed ? 1 : 0);
  spec.setUint8(at + 15, 64 - argument.size * 8);
}
