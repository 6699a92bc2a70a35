import t from 'tap';
import { readObject } from '../../../core/object/read-object.js';
import { renameSection } from '../../../core/object/rename-section.js';
import { nameSectionsForLoading } from '../../../runtime/configure/loadable-sections.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

const sectionsOf = (object: ReturnType<typeof readObject>) =>
  Object.fromEntries(object.programs.map(({ name, section }) => [name, section]));

t.test('sections that an older libbpf does not know get names that it knows, each another', async (t) => {
  const object = readObject(objectBytes('network'));
  t.match(sectionsOf(object), { comes_in: 'tcx/ingress', goes_out: '?tcx/egress' });
  t.match(sectionsOf(nameSectionsForLoading(object)), {
    comes_in: 'tc',
    goes_out: '?classifier',
    passes: 'sk_msg',
  });
});

t.test('a name that is taken is not given again', async (t) => {
  const object = readObject(renameSection(objectBytes('network'), 'sk_msg', 'tc'));
  t.match(sectionsOf(nameSectionsForLoading(object)), { comes_in: 'classifier', goes_out: '?tcx/egress' });
});

t.test('any other object stays as it is', async (t) => {
  const object = readObject(objectBytes('unlink'));
  t.equal(nameSectionsForLoading(object), object);
});
