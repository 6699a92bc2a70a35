import { execFileSync } from 'node:child_process';
import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import { buildProgram } from '../../../../tutorials/runner/places/build-program.js';
import { scratchDirectory } from '../../../fixtures/project.js';

t.test('a C program is built, and one that clang refuses is told', async (t) => {
  const directory = scratchDirectory(t);
  const source = join(directory, 'seven.c');
  writeFileSync(source, 'int main(void) { return 0; }\n');
  const { name, bytes } = await buildProgram(source, process.env);
  t.equal(name, 'seven');
  const program = join(directory, name);
  writeFileSync(program, bytes);
  chmodSync(program, 0o755);
  t.equal(execFileSync(program, { encoding: 'utf8' }), '');
  writeFileSync(source, 'int main(void) { return x; }\n');
  await t.rejects(buildProgram(source, process.env), {
    code: 'tool-missing',
    message: /clang refuses it: .*undeclared/,
  });
});
