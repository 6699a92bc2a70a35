// Writes validate.generated.ts beside the types of each schema: Ajv at build time, plain code at run time.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';

/** A schema, and what its validator is used as: the untyped part stays in the file that is made. */
const validators = [
  {
    schema: 'core/package/package.schema.json',
    name: 'validateManifest',
    type: 'PackageManifest',
    what: 'a manifest',
  },
  { schema: 'core/policy/policy.schema.json', name: 'validatePolicy', type: 'Policy', what: 'a policy' },
  {
    schema: 'tutorials/lesson.schema.json',
    beside: 'tutorials/runner/lessons',
    name: 'validateLesson',
    type: 'LessonText',
    what: 'a lesson',
  },
];

const headOf = ({
  schema,
  type,
}) => `// @ts-nocheck: made by tools/generate-validator.mjs from ${basename(schema)}.
import type { ${type} } from './types.js';
`;

const typed = ({ name, type, what }, code) => `
/** One thing that the schema does not allow. \`instancePath\` is a JSON pointer. */
export interface SchemaError {
  readonly instancePath: string;
  readonly message?: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/** True when the value is ${what}; otherwise \`errors\` says what is wrong, until the next call. */
export const ${name}: {
  (value: unknown): value is ${type};
  errors?: readonly SchemaError[] | null;
} = ${code};
`;

/** Makes the validators under the project's root; leaves each file alone that is as it should be. */
export async function generateValidator(root) {
  for (const validator of validators) writeValidator(root, validator);
}

function writeValidator(root, validator) {
  // Descriptions are for people and editors; the validator is smaller without them.
  const schema = JSON.parse(readFileSync(join(root, validator.schema), 'utf8'), (key, value) =>
    key === 'description' && typeof value === 'string' ? undefined : value,
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
  const text = `${headOf(validator)}${body}${typed(validator, name)}`;

  const target = join(root, validator.beside ?? dirname(validator.schema), 'validate.generated.ts');
  if (existsSync(target) && readFileSync(target, 'utf8') === text) return;
  writeFileSync(`${target}.${process.pid}.tmp`, text);
  renameSync(`${target}.${process.pid}.tmp`, target);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await generateValidator(fileURLToPath(new URL('..', import.meta.url)));
}
