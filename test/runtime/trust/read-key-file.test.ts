import t from 'tap';
import { readKeyFiles, readKeyText } from '../../../runtime/trust/read-key-file.js';
import { testKey } from '../../fixtures/trust.js';

t.test('keys are read from the files that were named', async (t) => {
  const directory = t.testdir({ 'a.pub': testKey('a').pem, 'b.pub': testKey('b').pem });
  const keys = await readKeyFiles(['a.pub', 'b.pub'], directory);
  t.same(
    keys.map(({ name }) => name),
    ['a.pub', 'b.pub'],
  );
});

t.test('a file that is not there is told, and what makes one', async (t) => {
  const directory = t.testdir({ folder: {} });
  await t.rejects(readKeyText('a.pub', directory), {
    code: 'usage',
    message: "read key 'a.pub': no such file or directory",
    cure: 'make one with: tsecli generate-key-pair',
  });
  await t.rejects(readKeyFiles(['folder'], directory), { code: 'usage', cure: undefined });
});
