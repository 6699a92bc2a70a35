/** Bytes of a line of the dump. */
const perLine = 16;

/** A record's bytes as lines of hex and ASCII, as `hexdump -C` has them: for a terminal, where raw bytes would act. */
export function renderHexDump(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += perLine) {
    const line = [...bytes.subarray(at, at + perLine)];
    const hex = line.map((byte) => byte.toString(16).padStart(2, '0'));
    const halves = [hex.slice(0, perLine / 2), hex.slice(perLine / 2)].map((half) => half.join(' '));
    const ascii = line
      .map((byte) => (byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : '.'))
      .join('');
    text += `${at.toString(16).padStart(8, '0')}  ${halves.join('  ').padEnd(perLine * 3)}  |${ascii}|\n`;
  }
  return text;
}
