import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { runLabPackage } from '../../../runtime/lab/run-lab-package.js';
import { failureOf, writeWire } from '../../../runtime/library/wire.js';
import { fakeStartedLab } from '../../fixtures/lab/fake-started-lab.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

const opened = openFixture('tracepoint');
const attached = { programs: [], notes: [] };

t.test('the guest gets the package and all options, and its events come here', async (t) => {
  const lab = fakeStartedLab(async (_argv, { io }) => {
    io.stdout.write(writeWire({ kind: 'attached', attached }));
    io.stdout.write(writeWire({ kind: 'text', stream: 's', text: 'one' }));
    io.stderr.write('a warning\n');
    return 0;
  });
  const said: string[] = [];
  const running = runLabPackage(lab, opened, {
    args: { pid: 1n },
    filter: 'pid == 1',
    attach: { p: 'kprobe/x' },
    disable: ['q'],
    partial: true,
    interfaces: ['lo'],
    cgroup: '/c',
    pid: 7,
    binary: '/b',
    mapSizes: { events: 4096 },
    bufferSize: 8192,
    exec: 'ls',
    files: { program: new Uint8Array() },
    onText: (text) => void said.push(text),
  });
  t.same(await running.toArray(), [{ kind: 'text', stream: 's', text: 'one' }]);
  t.same(await running.ready, attached);
  t.same(said, ['a warning']);
  const name = lab.asked[0]?.files[1] ?? '';
  t.match(name, /^package-[0-9a-f]{8}\.json$/);
  t.same(lab.asked, [
    {
      argv: [
        '--output=events',
        '--filter=pid == 1',
        '--map-size=events=4096',
        '--buffer-size=8192',
        '--quiet',
        '--exec=ls',
        '--attach=p=kprobe/x',
        '--disable=q',
        '--partial',
        '--iface=lo',
        '--cgroup=/c',
        '--pid=7',
        '--binary=/b',
        name,
        '--pid=1',
      ],
      files: ['program', name],
    },
  ]);
});

t.test('what fails there is thrown here', async (t) => {
  const refused = fakeStartedLab(async (_argv, { io }) => {
    io.stdout.write(writeWire(failureOf(new TseccError('verifier-refused', 'load: refused', { log: 'R1' }))));
    return 5;
  });
  const running = runLabPackage(refused, opened, {});
  await t.rejects(running.toArray(), { code: 'verifier-refused', message: 'load: refused', log: 'R1' });
  await t.rejects(running.ready, { code: 'verifier-refused' });
  const broken = fakeStartedLab(async (_argv, { io }) => {
    io.stderr.write('tsecli: it \x1b broke\n');
    return 9;
  });
  await t.rejects(runLabPackage(broken, opened, {}).toArray(), {
    code: 'tool-missing',
    message: 'run in lab: tsecli: it \\x1b broke',
  });
  const silent = runLabPackage(
    fakeStartedLab(async () => 1),
    opened,
    {},
  );
  await t.rejects(silent.toArray(), { code: 'unforeseen', message: 'run in lab: it said nothing' });
});

t.test('a stop is Ctrl-C there; aborted before, nothing runs', async (t) => {
  const lab = fakeStartedLab(async (_argv, { io, signal }) => {
    io.stdout.write(writeWire({ kind: 'attached', attached }));
    await new Promise<void>((resolve) => signal?.addEventListener('abort', () => resolve()));
    io.stdout.write(writeWire({ kind: 'text', stream: 's', text: 'last' }));
    return 0;
  });
  const running = runLabPackage(lab, opened, {});
  await running.ready;
  running.stop();
  t.equal((await running.toArray()).length, 1);
  const aborted = runLabPackage(lab, opened, { signal: AbortSignal.abort() });
  t.same(await aborted.toArray(), []);
  t.equal(lab.asked.length, 1);
});
