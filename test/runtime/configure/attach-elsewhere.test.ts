import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { attachElsewhere } from '../../../runtime/configure/attach-elsewhere.js';
import { openFixture } from '../../fixtures/kernel/packages.js';

const object = readObject(openFixture('kprobe').object);

t.test('a program gets the wished section, as if its source had said so', async (t) => {
  const moved = attachElsewhere(object, [{ program: 'on_unlink', section: 'kprobe/filename_unlinkat' }]);
  t.same(
    moved.programs.map(({ name, section }) => `${name} ${section}`),
    ['on_unlink kprobe/filename_unlinkat'],
  );
  t.same(moved.programs[0]?.helpers, object.programs[0]?.helpers);
  t.not(moved.elf.bytes, object.elf.bytes);
  t.equal(object.programs[0]?.section, 'kprobe/do_unlinkat', 'the given object is left as it was');
});

t.test('of two wishes for one program the last one counts', async (t) => {
  const moved = attachElsewhere(object, [
    { program: 'on_unlink', section: 'kprobe/a' },
    { program: 'on_unlink', section: 'kprobe/b' },
  ]);
  t.equal(moved.programs[0]?.section, 'kprobe/b');
});

t.test('without a wish the object is the same', async (t) => {
  t.equal(attachElsewhere(object, []), object);
});

t.test('a program that the object has not is a usage error with the nearest name', async (t) => {
  t.throws(() => attachElsewhere(object, [{ program: 'on_unlnk', section: 'kprobe/x' }]), {
    code: 'usage',
    message: "use --attach on_unlnk=kprobe/x: the package has no program 'on_unlnk'",
    cure: 'did you mean on_unlink?',
  });
  t.throws(() => attachElsewhere(object, [{ program: 'entirely', section: 'kprobe/x' }]), {
    code: 'usage',
    cure: 'it has on_unlink',
  });
});

t.test('a section moves as a whole: programs beside the wished one must be wished there, too', async (t) => {
  const [program] = object.programs;
  if (!program) throw new Error('the fixture has a program');
  const shared = { ...object, programs: [program, { ...program, name: 'neighbour' }] };
  t.throws(() => attachElsewhere(shared, [{ program: 'on_unlink', section: 'kprobe/x' }]), {
    code: 'usage',
    message: /program 'neighbour' stands in the same section/,
    cure: 'add --attach neighbour=kprobe/x',
  });
  t.doesNotThrow(() =>
    attachElsewhere(shared, [
      { program: 'on_unlink', section: 'kprobe/x' },
      { program: 'neighbour', section: 'kprobe/x' },
    ]),
  );
});
