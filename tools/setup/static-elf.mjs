// @ts-check

const PT_INTERP = 3; // elf.h

/**
 * Whether these first bytes of a file are those of a 64-bit little-endian ELF program that needs no dynamic loader:
 * only such a busybox runs in the lab's guest, where there is no C library.
 * @param {Uint8Array | undefined} start at least the program headers, which follow the ELF header in practice
 */
export function isStaticElf(start) {
  if (
    !start ||
    start.length < 64 ||
    start[0] !== 0x7f ||
    start[1] !== 0x45 ||
    start[4] !== 2 ||
    start[5] !== 1
  )
    return false;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const table = Number(view.getBigUint64(32, true));
  const entrySize = view.getUint16(54, true);
  const count = view.getUint16(56, true);
  if (table + count * entrySize > start.length) return false;
  for (let index = 0; index < count; index++) {
    if (view.getUint32(table + index * entrySize, true) === PT_INTERP) return false;
  }
  return true;
}
