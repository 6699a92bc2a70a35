import t from 'tap';
import { checkPackage } from '../../../runtime/doctor/package.js';
import { doctorContext, programLoad, wellKernel } from '../../fixtures/kernel/doctor-context.js';
import { openFixture, type PackageName } from '../../fixtures/kernel/packages.js';

function programs(name: PackageName, ...args: Parameters<typeof doctorContext>) {
  return checkPackage(openFixture(name), doctorContext(...args)).filter(({ id }) =>
    id.startsWith('program:'),
  );
}
const say = (value: unknown) => String(value);

t.test('what runs here is told with its section', async (t) => {
  const found = programs('kprobe');
  t.ok(found.length > 0);
  t.ok(
    found.every(({ state, detail }) => state === 'ok' && say(detail).startsWith('kprobe/')),
    say(found[0]?.detail),
  );
});

t.test('what the kernel lacks is told as a run would, with the nearest name', async (t) => {
  t.match(
    say(programs('kprobe', wellKernel(), {}, ['probes'])[0]?.detail),
    'was built without kprobes (CONFIG_KPROBES)',
  );
  const target = say(programs('kprobe')[0]?.detail).split('/')[1] ?? '';
  const [lacking] = programs('kprobe', wellKernel(), {}, [target]);
  t.equal(lacking?.state, 'missing');
  t.match(say(lacking?.detail), `has no function ${target}`);
});

t.test('rights and kinds that are refused stand before helpers', async (t) => {
  const kernel = wellKernel();
  kernel.fail(programLoad, 1);
  t.match(say(programs('kprobe', kernel)[0]?.detail), 'forbids it even to root');
  t.match(say(programs('fentry', wellKernel(), {}, ['types'])[0]?.detail), 'describes no types');
});
