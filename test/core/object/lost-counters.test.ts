import t from 'tap';
import { lostSection, readLostCounters } from '../../../core/object/lost-counters.js';
import { readObject } from '../../../core/object/read-object.js';
import { objectBytes } from '../../fixtures/objects/load-object.js';

for (const name of ['lost', 'lost.be']) {
  t.test(`each call in ${name} has counters, under the map that it fills`, async (t) => {
    const object = readObject(objectBytes(name));
    const counters = readLostCounters(object);
    t.same(counters.map(({ buffer }) => buffer).toSorted(), [
      'chosen',
      'events',
      'others',
      'samples',
      'samples',
    ]);
    const section = object.dataSections.find(({ name }) => name === lostSection);
    const places = counters.flatMap(({ count, full }) => [count, full]);
    t.equal(new Set(places).size, places.length, 'none shares its place with another');
    for (const place of places) {
      t.ok(place % 8 === 0 && place + 8 <= (section?.size ?? 0));
      t.same(section?.data.slice(place, place + 8), new Uint8Array(8), 'it begins at zero');
    }
  });
}

t.test('an object without the header has none', async (t) => {
  t.same(readLostCounters(readObject(objectBytes('buffers'))), []);
});

t.test('what does not fit its section is no counter', async (t) => {
  const object = readObject(objectBytes('lost'));
  const [section] = object.dataSections.filter(({ name }) => name === lostSection);
  const [variable] = section?.variables ?? [];
  if (!section || !variable) throw new Error('the object has a section of counters');
  const wrong = [
    { ...variable, offset: 4 },
    { ...variable, offset: section.size },
    { ...variable, size: 16 },
    { ...variable, size: section.size + 1 },
  ];
  const changed = { ...object, dataSections: [{ ...section, variables: wrong }] };
  t.same(readLostCounters(changed), []);
});
