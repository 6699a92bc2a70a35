// Writes core/package/validate.generated.ts from the package schema: Ajv at build time, plain code at run time.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

const head = `// @ts-nocheck: made by tools/generate-validator.mjs from package.schema.json.
import type { PackageManifest } from './types.js';
`;

// What Ajv's code is used as, so that the untyped part stays in this one file.
const typed = (name) => `
/** One thing that the schema does not allow. \`instancePath\` is a JSON pointer. */
export interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
}

/** True when the value is a manifest; otherwise \`errors\` says what is wrong, until the next call. */
export const validateManifest: {
  (value: unknown): value is PackageManifest;
  errors?: readonly SchemaError[] | null;
} = ${name};
`;

/** Makes the validator under the project's root; leaves the file alone when it is as it should be. */
export async function generateValidator(root) {
  // Descriptions are for people and editors; the validator is smaller without them.
  const schema = JSON.parse(
    readFileSync(join(root, 'core/package/package.schema.json'), 'utf8'),
    (key, value) => (key === 'description' && typeof value === 'string' ? undefined : value),
  );
  // unicode: false counts UTF-16 units, which needs no helper of Ajv's at run time. Ajv advises against it on stderr.
  const ajv = new Ajv2020({
    code: { source: true, esm: true },
    unicode: false,
    strictTypes: false,
    logger: false,
  });
  const code = standalone.default(ajv, ajv.compile(schema));
  if (/\brequire\(/.test(code))
    throw new Error('generate validator: the schema uses a keyword that needs Ajv at run time');

  const name = /export default (\w+);/.exec(code)?.[1];
  if (!name) throw new Error('generate validator: Ajv wrote no default export');
  const body = code
    .replace(/^"use strict";/, '')
    .replace(/export const validate = \w+;export default \w+;/, '');
  const text = `${head}${body}${typed(name)}`;

  const target = join(root, 'core/package/validate.generated.ts');
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  writeFileSync(`${target}.${process.pid}.tmp`, text);
  renameSync(`${target}.${process.pid}.tmp`, target);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generateValidator(fileURLToPath(new URL('..', import.meta.url)));
}
