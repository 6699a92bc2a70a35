const spellings: Readonly<Record<string, readonly string[]>> = {
  u8: ['__u8', 'uint8_t', 'unsigned char'],
  u16: ['__u16', 'uint16_t', 'unsigned short', 'short unsigned int'],
  u32: ['__u32', 'uint32_t', 'unsigned int', 'unsigned', 'uid_t', 'gid_t'],
  u64: ['__u64', 'uint64_t', 'unsigned long', 'long unsigned int', 'unsigned long long', 'size_t'],
  s8: ['__s8', 'int8_t', 'signed char'],
  s16: ['__s16', 'int16_t', 'short', 'short int'],
  s32: ['__s32', 'int32_t', 'int', 'pid_t'],
  s64: ['__s64', 'int64_t', 'long', 'long int', 'long long', 'long long int'],
  bool: ['_Bool'],
};
const plain = new Map(
  Object.entries(spellings).flatMap(([name, others]) => others.map((other) => [other, name] as const)),
);

/** A C type by the shortest of the names that mean the same: `__u32` and `unsigned int` are `u32`. */
export function plainType(name: string): string {
  const [, base = '', rest = ''] =
    /^(.*?)\s*((?:\[\d*\])*)$/.exec(name.replace(/^(?:const|volatile) /, '')) ?? [];
  return `${plain.get(base) ?? base}${rest}`;
}
