import { decodeText, textEnd } from '../decode/decode-text.js';
import { integerReader } from '../decode/read-integer.js';
import type { Field } from '../../core/record/types.js';
import type { EventType, Source, SymbolResolver } from '../decode/types.js';
import type { Kernel } from '../kernel/types.js';
import { kernelSymbolsNote } from '../symbols/kernel-symbols.js';
import { symbolResolver } from '../symbols/symbol-resolver.js';
import type { PackageFacts } from '../../core/package/types.js';
import { stackFields, type StackFields } from './stack-fields.js';
import type { Emit, StackFrame, StackSample } from './types.js';
import type { Phrase } from '../../core/message.js';

/** More frames than bpf_get_stack() ever gives (sysctl kernel.perf_event_max_stack is 127). */
const maxFrames = 1024;

/** What makes stacks of a buffer's records, and what has to be said of it. */
export interface StackEmitter {
  readonly emit: Emit;
  readonly notes: readonly Phrase[];
}

/** For a buffer whose records hold call stacks; undefined for any other. Throws what {@link stackFields} throws. */
export function stackEmitter(
  kernel: Kernel,
  context: PackageFacts,
  map: string,
  types: readonly EventType[],
): StackEmitter | undefined {
  const stacks = stackFields(context, map, types);
  if (!stacks) return undefined;
  const { fields, withSymbols } = stacks;
  const note = withSymbols && fields.kstack ? kernelSymbolsNote(kernel) : undefined;
  const read = sampleReader(stacks, withSymbols ? symbolResolver(kernel) : undefined);
  return {
    notes: note === undefined ? [] : [note],
    emit: ({ offsets, lengths, count }, source, time) => {
      const samples = Array.from({ length: count }, (_, index) => {
        const at = offsets[index] ?? 0;
        return read(source, at, at + (lengths[index] ?? 0));
      });
      return [{ kind: 'stacks', name: map, stacks: samples, time }];
    },
  };
}

/** Reads the record between two offsets; what it is too short for is missing. */
type ReadSample = (source: Source, at: number, end: number) => StackSample;

function sampleReader({ type, fields }: StackFields, symbols: SymbolResolver | undefined): ReadSample {
  const { littleEndian } = type;
  const pid = numberReader(fields.pid, littleEndian);
  const cpu = numberReader(fields.cpu_id, littleEndian);
  const kernel = stackReader(fields.kstack, fields.kstack_sz, littleEndian);
  const user = stackReader(fields.ustack, fields.ustack_sz, littleEndian);
  return (source, at, end) => {
    const processId = pid(source, at, end) ?? 0;
    // A process may end at any moment; the kernel waits.
    const userFrames = user(source, at, end).map((address): StackFrame => ({
      address,
      symbol: symbols?.user(address, processId),
    }));
    return {
      comm: readComm(fields.comm, source, at, end),
      pid: processId,
      cpu: cpu(source, at, end) ?? 0,
      kernel: kernel(source, at, end).map((address): StackFrame => ({
        address,
        symbol: symbols?.kernel(address),
      })),
      user: userFrames,
    };
  };
}

function readComm(field: Field | undefined, { bytes }: Source, at: number, end: number): string {
  if (!field) return '';
  const start = at + field.offset;
  const last = Math.min(end, start + field.shape.size);
  return start < last ? decodeText(bytes, start, textEnd(bytes, start, last)) : '';
}

function numberReader(
  field: Field | undefined,
  littleEndian: boolean,
): (source: Source, at: number, end: number) => number | undefined {
  if (field?.shape.kind !== 'integer') return () => undefined;
  const { offset, shape } = field;
  const read = integerReader(shape.size, shape.signed, littleEndian);
  return (source, at, end) =>
    at + offset + shape.size <= end ? Number(read(source, at + offset)) : undefined;
}

/** Addresses of a stack: as many as its size in bytes says; without a size up to the first 0. */
function stackReader(
  stack: Field | undefined,
  size: Field | undefined,
  littleEndian: boolean,
): (source: Source, at: number, end: number) => readonly bigint[] {
  if (stack?.shape.kind !== 'array') return () => [];
  const { offset, shape } = stack;
  const most = Math.min(shape.tail === 'rest' ? maxFrames : shape.length, maxFrames);
  const readSize = numberReader(size, littleEndian);
  return (source, at, end) => {
    // A negative size is the error that bpf_get_stack() gave: there is no stack.
    const bytes = readSize(source, at, end) ?? (size ? 0 : most * 8);
    const start = at + offset;
    const count = Math.min(most, Math.floor(Math.max(0, Math.min(bytes, end - start)) / 8));
    const addresses: bigint[] = [];
    for (let index = 0; index < count; index++) {
      const address = source.view.getBigUint64(start + index * 8, littleEndian);
      if (address === 0n) break;
      addresses.push(address);
    }
    return addresses;
  };
}
