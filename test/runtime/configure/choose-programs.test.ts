import t from 'tap';
import { choosePrograms } from '../../../runtime/configure/choose-programs.js';
import { choiceObject, kernelWithout, wishesFor } from '../../fixtures/kernel/choices.js';
import { inEnglish } from '../../fixtures/in-english.js';

t.test('what is chosen is loaded, planned and told', async (t) => {
  const wishes = wishesFor(
    {
      probe: { fallback: ['kprobe/b'] },
      entry: { optional: true },
      raw: { alternative: 'how' },
      two_of_two: { alternative: 'how' },
    },
    { disabled: ['one_of_two'] },
  );
  const { object, points, notes } = choosePrograms(wishes, kernelWithout(['first', 'second']), []);
  t.match(points, [
    { program: 'probe', kind: 'kprobe', target: 'b' },
    { program: 'two_of_two', kind: 'tracepoint' },
  ]);
  t.same(
    object.programs.map(({ name }) => name),
    ['probe', 'one_of_two', 'two_of_two'],
  );
  t.same(inEnglish(notes), [
    { text: "'probe' falls back to kprobe/b: kernel 6.1-test has no function first", detail: true },
    { text: "left out 'entry': kernel 6.1-test has no function second in its BTF", detail: false },
    { text: "left out 'one_of_two': --disable says so", detail: true },
    { text: "left out 'raw': 'two_of_two' stands for it", detail: true },
  ]);
});

t.test('an alternative that gives way is only told when asked for', async (t) => {
  const wishes = wishesFor({ probe: { alternative: 'how' }, raw: { alternative: 'how' } });
  const { notes } = choosePrograms(wishes, kernelWithout(['first']), []);
  t.same(inEnglish(notes), [
    { text: "left out 'probe': kernel 6.1-test has no function first", detail: true },
  ]);
});

t.test('at least one program is to be left', async (t) => {
  const disabled = choiceObject.programs.map(({ name }) => name);
  t.throws(() => choosePrograms(wishesFor({}, { disabled }), kernelWithout([]), []), {
    code: 'usage',
    message: /--disable leaves no program/,
  });
});
