/** A 64-bit ELF file read into values. Offsets and sizes are in bytes; addresses that fit are plain numbers. */
export interface ElfFile {
  readonly bytes: Uint8Array;
  readonly littleEndian: boolean;
  /** `e_type`: 1 is a relocatable object (ET_REL). */
  readonly type: number;
  /** `e_machine`: 247 is EM_BPF. */
  readonly machine: number;
  readonly sections: readonly ElfSection[];
  /** All entries of `.symtab`, in file order; empty when the file has none. */
  readonly symbols: readonly ElfSymbol[];
  /** Index of the section that holds section names (`e_shstrndx`). */
  readonly sectionNamesIndex: number;
  /** Offset of the section header table in the file (`e_shoff`). */
  readonly sectionHeadersOffset: number;
}

/** One section header, with its name resolved. */
export interface ElfSection {
  readonly index: number;
  readonly name: string;
  /** `sh_name`: offset of the name in the section name table. */
  readonly nameOffset: number;
  /** `sh_type`, see SHT_* in elf.h. */
  readonly type: number;
  /** `sh_flags`, see SHF_* in elf.h. */
  readonly flags: number;
  readonly offset: number;
  readonly size: number;
  readonly link: number;
  readonly info: number;
  readonly entrySize: number;
  /** The section's bytes, a view into the file; empty for SHT_NOBITS. */
  readonly data: Uint8Array;
  /** `sh_addr`: where it stands in memory; 0 for what is not loaded. */
  readonly address: number;
}

/** One symbol. */
export interface ElfSymbol {
  readonly index: number;
  readonly name: string;
  readonly value: number;
  readonly size: number;
  readonly binding: 'local' | 'global' | 'weak' | 'other';
  readonly type: 'none' | 'object' | 'function' | 'section' | 'file' | 'other';
  /** `st_shndx`; 0 is undefined. */
  readonly sectionIndex: number;
}

/** One PT_LOAD program header: bytes of the file as they stand in memory. */
export interface ElfSegment {
  /** In the file. */
  readonly offset: number;
  /** `p_vaddr`. */
  readonly address: number;
  /** `p_filesz` and `p_memsz`: what is more in memory is zeros. */
  readonly fileSize: number;
  readonly memorySize: number;
  /** PF_X. */
  readonly executable: boolean;
}

/** One relocation of a REL or RELA section. */
export interface ElfRelocation {
  /** Byte offset in the section that is relocated. */
  readonly offset: number;
  readonly symbol: ElfSymbol;
  /** R_BPF_* for EM_BPF. */
  readonly type: number;
}
