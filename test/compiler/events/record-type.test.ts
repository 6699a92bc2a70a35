import t from 'tap';
import { plainUse, recordType } from '../../../compiler/events/record-type.js';
import { typedefsOf } from '../../../compiler/events/event-type.js';
import { declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test('typedefs are followed to the struct', async (t) => {
  const typedefs = typedefsOf([
    await declarationsOf(
      'typedef struct event event_t; typedef event_t again; typedef struct { int a; } bare; typedef bare other; typedef struct event *p; typedef u32 number; typedef foreign mine; typedef a b; typedef b a;',
    ),
  ]);
  const type = (name: string, levels = 0) => recordType(typedefs, plainUse(name), levels);
  t.same(type('event_t'), { kind: 'struct', name: 'event' });
  t.same(type('again'), { kind: 'struct', name: 'event' });
  t.same(type('bare'), { kind: 'typedef', name: 'bare' });
  t.same(type('other'), { kind: 'typedef', name: 'bare' });
  t.same(type('p', 1), { kind: 'struct', name: 'event' });
  t.equal(type('p', 0), undefined);
  t.equal(type('number'), undefined);
  t.same(type('mine'), { kind: 'typedef', name: 'mine' });
  t.same(type('unheard_of'), { kind: 'typedef', name: 'unheard_of' });
  for (const name of ['void', 'unsigned int', '__u64', 'char', 'pid_t', 'bool'])
    t.equal(type(name), undefined, name);
  t.doesNotThrow(() => type('a'));
  t.equal(recordType(typedefs, undefined, 0), undefined);
});
