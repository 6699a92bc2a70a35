// `ustar`, in the header of every tar since 1988 (POSIX.1-1988, tar.h: TMAGIC).
const magic = [0x75, 0x73, 0x74, 0x61, 0x72];
const offset = 257;

/** Whether bytes are a tar, by what they hold and not by their name. */
export function isTar(bytes: Uint8Array): boolean {
  return magic.every((byte, index) => bytes[offset + index] === byte);
}
