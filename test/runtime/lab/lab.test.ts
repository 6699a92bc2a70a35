import t from 'tap';
import { libraryLab, openLab } from '../../../runtime/lab/lab.js';
import { writeWire } from '../../../runtime/library/wire.js';
import { fakeStartedLab } from '../../fixtures/lab/fake-started-lab.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

t.test('a lab runs packages and commands until it is disposed', async (t) => {
  const started = fakeStartedLab(async (argv, { io }) => {
    if (argv[0] === 'sh') {
      // A character comes torn.
      const bytes = Buffer.from('ö\n');
      io.stdout.write(bytes.subarray(0, 1));
      io.stdout.write(bytes.subarray(1));
      io.stderr.write('said\n');
      return 3;
    }
    io.stdout.write(writeWire({ kind: 'text', stream: 's', text: 'one' }));
    return 0;
  });
  {
    await using lab = libraryLab(started);
    t.equal(lab.kernelRelease, '6.1.0-1-fake');
    t.same(await lab.exec('ls', { files: { a: new Uint8Array() } }), {
      code: 3,
      stdout: 'ö\n',
      stderr: 'said\n',
    });
    t.same(await lab.run(openFixture('tracepoint')).toArray(), [{ kind: 'text', stream: 's', text: 'one' }]);
  }
  t.match(started.asked, [{ argv: ['sh', '-c', 'ls'], files: ['a'] }, { files: [/^package-.*\.json$/] }]);
  t.ok(started.disposed());
});

t.test('one that cannot be opened says why', async (t) => {
  await t.rejects(openLab({ kernel: '/no/such/kernel' }), {
    name: 'TseccError',
    message: /\/no\/such\/kernel/,
  });
  await t.rejects(openLab({ signal: AbortSignal.abort(new Error('enough')) }));
});
