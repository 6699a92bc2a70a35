import type { Btf } from '../btf/types.js';
import type { ElfFile } from '../elf/types.js';

/** The facts of a BPF object, read from its bytes alone: nothing here depends on the running kernel. */
export interface BpfObject {
  readonly elf: ElfFile;
  /** Undefined when the object was compiled without `-g`. */
  readonly btf: Btf | undefined;
  /** Text of the `license` section. */
  readonly license: string | undefined;
  /** In the order of sections, then of offsets. */
  readonly programs: readonly ObjectProgram[];
  readonly maps: readonly ObjectMap[];
  readonly dataSections: readonly DataSection[];
}

/** One program: a global function in an executable section other than `.text`. */
export interface ObjectProgram {
  readonly name: string;
  /** The section as written in SEC(), for instance `kprobe/do_unlinkat`. */
  readonly section: string;
  readonly sectionIndex: number;
  /** Byte offset and size in the section. */
  readonly offset: number;
  readonly size: number;
  /** Sorted ids (BPF_FUNC_*) of the helpers it may call, those of its subprograms included. */
  readonly helpers: readonly number[];
  /** Sorted names of the kernel's functions (kfuncs) it may call; `#7` for one called by its number in the kernel's BTF. */
  readonly kernelFunctions: readonly string[];
}

/** One map, from the BTF definition in `.maps`. */
export interface ObjectMap {
  readonly name: string;
  /** BPF_MAP_TYPE_*; 0 when the definition does not say. */
  readonly type: number;
  readonly keySize: number;
  readonly valueSize: number;
  readonly maxEntries: number;
  readonly flags: number;
  readonly keyTypeId: number | undefined;
  readonly valueTypeId: number | undefined;
  /** LIBBPF_PIN_*: 1 is pinned by name. */
  readonly pinning: number;
}

/** One section of global variables: `.rodata`, `.data`, `.bss`, `.kconfig` or a named one such as `.rodata.cfg`. */
export interface DataSection {
  readonly name: string;
  readonly sectionIndex: number | undefined;
  readonly size: number;
  /** Initial bytes; zeros for `.bss`. */
  readonly data: Uint8Array;
  readonly variables: readonly DataVariable[];
}

/** One global variable. Offset and size in bytes. */
export interface DataVariable {
  readonly name: string;
  readonly typeId: number;
  readonly offset: number;
  readonly size: number;
  readonly static: boolean;
}
