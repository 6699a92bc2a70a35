// From linux/btf.h.
export const BTF_MAGIC = 0xeb9f;
export const BTF_VERSION = 1;

/** Bytes of a struct btf_header, and of a struct btf_ext_header without CO-RE relocations. */
export const btfHeaderSize = 24;
export const btfExtHeaderSize = 24;

/** BTF_KIND_*: the number is the index. */
export const kindNames = [
  'void',
  'int',
  'ptr',
  'array',
  'struct',
  'union',
  'enum',
  'fwd',
  'typedef',
  'volatile',
  'const',
  'restrict',
  'func',
  'func_proto',
  'var',
  'datasec',
  'float',
  'decl_tag',
  'type_tag',
  'enum64',
] as const;
