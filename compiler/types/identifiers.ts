/** A C name as that of a TypeScript type: `exec_event` is `ExecEvent`; what no identifier may have becomes `_`. */
export function typeIdentifier(name: string): string {
  const words = name.replaceAll(/[^A-Za-z0-9_$]/g, '_').split('_');
  const joined = words.map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join('');
  if (joined === '') return 'Unnamed';
  return /^\d/.test(joined) ? `_${joined}` : joined;
}

/** A name as the key of a property: in quotes where it is no identifier. */
export function propertyKey(name: string): string {
  return /^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name);
}

/** Text as a string of TypeScript, which ends no line. */
export function quote(text: string): string {
  const inner = JSON.stringify(text).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'");
  return `'${inner.replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')}'`;
}

/** Text within a comment, which it cannot end. */
export function commentText(text: string): string {
  return text.replaceAll('*/', '*\\/').replaceAll(/\s+|\p{Cc}/gu, ' ');
}
