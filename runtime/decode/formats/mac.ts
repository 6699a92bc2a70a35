/** Six bytes as `52:54:00:12:34:56`. */
export function macText(bytes: Uint8Array, at: number): string {
  const text = (index: number) => (bytes[at + index] ?? 0).toString(16).padStart(2, '0');
  return [0, 1, 2, 3, 4, 5].map(text).join(':');
}
