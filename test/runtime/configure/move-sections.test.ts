import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import type { ObjectProgram } from '../../../core/object/types.js';
import { moveSections } from '../../../runtime/configure/move-sections.js';
import { choiceObject } from '../../fixtures/kernel/choices.js';

function program(name: string): ObjectProgram {
  const found = choiceObject.programs.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no program ${name}`);
  return found;
}

function sections(moves: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const targets = new Map(Object.entries(moves).map(([name, section]) => [program(name), section]));
  const { programs } = readObject(moveSections(choiceObject, targets));
  return Object.fromEntries(programs.map(({ name, section }) => [name, section]));
}

t.test('all programs of a section move with it, the others stay', async (t) => {
  t.match(sections({ one_of_two: 'kprobe/x' }), {
    one_of_two: 'kprobe/x',
    two_of_two: 'kprobe/x',
    probe: 'kprobe/first',
  });
});

t.test('a name that another section has is spelt otherwise', async (t) => {
  t.match(sections({ raw: 'kprobe/first' }), { raw: 'kprobe/first+0', probe: 'kprobe/first' });
  t.match(sections({ raw: 'kprobe/x', entry: 'kprobe/x' }), { raw: 'kprobe/x', entry: 'kprobe/x+0' });
  t.match(
    sections({ raw: 'kprobe/first', probe: 'kprobe/other' }),
    { raw: 'kprobe/first' },
    'it is free then',
  );
  t.throws(() => sections({ raw: 'fentry/second' }), { code: 'usage', message: /fentry\/second/ });
});
