import { byteReader } from '../bytes.js';
import { failElf } from '../elf/elf-error.js';

/** Bytes of a struct bpf_insn (linux/bpf.h). */
export const instructionSize = 8;

// From linux/bpf.h.
const BPF_CALL_OPCODE = 0x85;
const BPF_LD_IMM64_OPCODE = 0x18;
const BPF_PSEUDO_CALL = 1;
const BPF_PSEUDO_KFUNC_CALL = 2;

/** An instruction that can lead to a helper; offsets in bytes from the start of the section. */
export type Reference =
  | { readonly kind: 'helper'; readonly offset: number; readonly id: number }
  /** A call of a BPF function; without a relocation it goes `immediate` + 1 instructions ahead. */
  | { readonly kind: 'call'; readonly offset: number; readonly immediate: number }
  /** A call of a function of the kernel by its number in the kernel's BTF, as loaders write it: compilers do not. */
  | { readonly kind: 'kernel function'; readonly offset: number; readonly id: number }
  /** A 64-bit constant; with a relocation to code it is a function's address, for a callback. */
  | { readonly kind: 'address'; readonly offset: number; readonly immediate: number };

/** The calls and 64-bit constants of a section of BPF code, in its order. */
export function readReferences(code: Uint8Array, littleEndian: boolean): Reference[] {
  const reader = byteReader(code, littleEndian, failElf);
  const references: Reference[] = [];
  for (let offset = 0; offset + instructionSize <= code.length; offset += instructionSize) {
    const opcode = reader.u8(offset);
    const immediate = reader.i32(offset + 4);
    if (opcode === BPF_CALL_OPCODE) {
      const source = sourceRegister(reader.u8(offset + 1), littleEndian);
      // Ids begin at 1 (BPF_FUNC_map_lookup_elem); loaders write others where a call must never run.
      if (source === 0 && immediate > 0) references.push({ kind: 'helper', offset, id: immediate });
      if (source === BPF_PSEUDO_KFUNC_CALL) {
        references.push({ kind: 'kernel function', offset, id: immediate });
      }
      if (source === BPF_PSEUDO_CALL) references.push({ kind: 'call', offset, immediate });
    } else if (opcode === BPF_LD_IMM64_OPCODE) {
      references.push({ kind: 'address', offset, immediate });
      // The second half of the constant is a slot of its own that is no instruction.
      offset += instructionSize;
    }
  }
  return references;
}

/** The two registers share a byte as bit fields, whose order follows the byte order. */
function sourceRegister(registers: number, littleEndian: boolean): number {
  return littleEndian ? registers >> 4 : registers & 0xf;
}
