import { join } from 'node:path';
import t from 'tap';
import { installedPath } from '../../../compiler/output/installed-path.js';
import { root } from '../../fixtures/project.js';

t.test('what is installed is found from wherever the module lies', async (t) => {
  const schema = join(root, 'core/package/package.schema.json');
  t.equal(installedPath('core/package/package.schema.json'), schema);
  t.equal(installedPath('core/package/package.schema.json', join(root, 'dist/bin/chunks')), schema);
});

t.test('what is not there is told', async (t) => {
  t.throws(() => installedPath('none.txt'), {
    code: 'tool-missing',
    message: "read 'none.txt': it is not installed beside tsecc",
  });
});
