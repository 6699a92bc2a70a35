// Assigning one of these keys changes an object's prototype or what made it.
const unsafe = new Set(['__proto__', 'constructor', 'prototype']);

/** JSON pointer (RFC 6901) to the first key that reaches into prototypes, in a parsed JSON value of bounded depth. */
export function findUnsafeKey(value: unknown, pointer = ''): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const place = `${pointer}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const found = unsafe.has(key) ? place : findUnsafeKey(inner, place);
    if (found !== undefined) return found;
  }
  return undefined;
}
