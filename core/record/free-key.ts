/** The names that the time of a record goes by, the most wanted first. */
export const timeKeys = ['time', 'timestamp', 'read_at'] as const;

/** The names that its stream goes by, where several are shown. */
export const streamKeys = ['stream', 'stream_name'] as const;

/** The first of the names that no field has; if they are all taken, `@` and the first. */
export function freeKey(
  names: readonly [string, ...string[]],
  fields: readonly { readonly name: string }[],
): string {
  const taken = new Set(fields.map(({ name }) => name));
  return names.find((name) => !taken.has(name)) ?? `@${names[0]}`;
}
