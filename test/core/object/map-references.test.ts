import t from 'tap';
import { mapReferences } from '../../../core/object/map-references.js';
import { readObject } from '../../../core/object/read-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const object = readObject(objectBytes('network'));

function referencesOf(name: string): readonly string[] | undefined {
  const program = object.programs.find((each) => each.name === name);
  return program && mapReferences(object, program);
}

t.test(
  'maps are told by what the instructions name, though another program stands in the section',
  async (t) => {
    t.same(referencesOf('redirects'), ['counts', 'second']);
    t.same(referencesOf('passes'), []);
  },
);

t.test('a program of a section that is not there names none', async (t) => {
  const program = object.programs.find(({ name }) => name === 'redirects');
  t.ok(program);
  if (program) t.same(mapReferences(object, { ...program, sectionIndex: 9999 }), []);
});
