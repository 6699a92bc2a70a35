import { seal } from './seal.js';

/**
 * The schema of packages, for an editor: it shall apply to files called package.json, but npm's are called so, too. So it
 * says something only about those that have a `bpf_object`.
 */
export function packageSchemaFile(schema: string): string {
  const value: unknown = JSON.parse(schema);
  if (typeof value !== 'object' || value === null) throw new TypeError('the schema of packages is no object');
  const { $schema, $defs, ...rules }: Partial<Record<string, unknown>> = { ...value };
  const unlessPackage = { not: { type: 'object', required: ['bpf_object'] } };
  // An `else` instead of a `then`: what has a member called `then` is a promise for `await`.
  const wrapped = { $schema, if: unlessPackage, else: rules, $defs };
  // The seal is the first member.
  const rest = JSON.stringify(wrapped, null, 2).slice('{\n'.length);
  return seal(`${rest}\n`, { before: '{ "$comment": "', after: '",' });
}
