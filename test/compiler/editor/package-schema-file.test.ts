import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import t from 'tap';
import { packageSchemaFile } from '../../../compiler/editor/package-schema-file.js';
import { isSealed } from '../../../compiler/editor/seal.js';
import { root } from '../../fixtures/project.js';

const text = packageSchemaFile(readFileSync(join(root, 'core/package/package.schema.json'), 'utf8'));

t.test("it judges packages, and leaves npm's alone", async (t) => {
  const validate = new Ajv2020({ strict: false }).compile(JSON.parse(text));
  t.ok(validate({ name: 'an-npm-package', version: '1.0.0' }));
  const bpf = { bpf_object: 'eJwDAAAAAAE=', bpf_object_size: 64, meta: { bpf_skel: { obj_name: 'x' } } };
  t.ok(validate(bpf), JSON.stringify(validate.errors));
  t.notOk(validate({ ...bpf, bpf_object_size: 'many' }));
  t.notOk(validate({ ...bpf, meta: {} }));
});

t.test('it is sealed, and its descriptions are there for the reader', async (t) => {
  t.ok(isSealed(text));
  t.match(text, /"description": "Size of the ELF object before compression/);
});

t.test('what is no schema is refused', async (t) => {
  t.throws(() => packageSchemaFile('null'), TypeError);
});
