// From elf.h.
export const EI_CLASS = 4;
export const EI_DATA = 5;
export const ELFCLASS64 = 2;
export const ELFDATA2LSB = 1;
export const ELFDATA2MSB = 2;
export const ET_REL = 1;
export const ET_DYN = 3;
export const EM_X86_64 = 62;
export const EM_AARCH64 = 183;
export const EM_BPF = 247;
export const SHT_PROGBITS = 1;
export const SHT_SYMTAB = 2;
export const SHT_RELA = 4;
export const SHT_NOBITS = 8;
export const SHT_REL = 9;
export const SHT_DYNSYM = 11;
export const SHT_GNU_verdef = 0x6ffffffd;
export const SHT_GNU_versym = 0x6fffffff;
export const PT_LOAD = 1;
export const PF_X = 1;
export const SHF_EXECINSTR = 4;
export const SHN_XINDEX = 0xffff;

/** Bytes of an Elf64_Ehdr, Elf64_Shdr, Elf64_Sym, Elf64_Rel and Elf64_Rela. */
export const headerSize = 64;
export const sectionHeaderSize = 64;
export const symbolSize = 24;
export const relSize = 16;
export const relaSize = 24;

/** Bytes of an Elf64_Phdr. */
export const programHeaderSize = 56;
