// From elf.h.
export const EI_CLASS = 4;
export const EI_DATA = 5;
export const ELFCLASS64 = 2;
export const ELFDATA2LSB = 1;
export const ELFDATA2MSB = 2;
export const ET_REL = 1;
export const EM_BPF = 247;
export const SHT_PROGBITS = 1;
export const SHT_SYMTAB = 2;
export const SHT_RELA = 4;
export const SHT_NOBITS = 8;
export const SHT_REL = 9;
export const SHF_EXECINSTR = 4;
export const SHN_XINDEX = 0xffff;

/** Bytes of an Elf64_Ehdr, Elf64_Shdr, Elf64_Sym, Elf64_Rel and Elf64_Rela. */
export const headerSize = 64;
export const sectionHeaderSize = 64;
export const symbolSize = 24;
export const relSize = 16;
export const relaSize = 24;
