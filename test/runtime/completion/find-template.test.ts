import { join } from 'node:path';
import t from 'tap';
import { findTemplate } from '../../../runtime/completion/find-template.js';
import { root } from '../../fixtures/project.js';

t.test('a template lies beside a directory above', async (t) => {
  const path = join(root, 'templates/completion.bash.hbs');
  t.equal(findTemplate('completion.bash'), path);
  t.equal(findTemplate('completion.bash', join(root, 'dist/bin/chunks')), path);
  t.throws(() => findTemplate('completion.bash', '/nowhere/bin'), {
    code: 'tool-missing',
    message: /'completion\.bash'/,
  });
});
