import * as fc from 'fast-check';
import t from 'tap';
import { exportedTypes, parseEventType, typedefsOf, typeText } from '../../../compiler/events/event-type.js';
import { annotatedSource, declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test(
  'the structs of a header are exported in order, what is commented or switched off is not',
  async (t) => {
    t.same(exportedTypes(await declarationsOf(await annotatedSource('events.h'))).map(typeText), [
      'struct event',
      'struct header_first',
      'bare_t',
      'struct named',
      'struct hist',
    ]);
  },
);

t.test('maps, nested structs and pointers to nameless ones are no events', async (t) => {
  const source =
    'struct { __uint(type, BPF_MAP_TYPE_HASH); } m SEC(".maps"); struct a { struct b { int c; } d; };' +
    'typedef struct { int e; } *f; struct { int g; } h; struct a; struct a *i;';
  t.same(exportedTypes(await declarationsOf(source)).map(typeText), ['struct a']);
});

t.test('a type is read as it is written', async (t) => {
  for (const text of ['struct event', 'union u', 'event_t']) t.equal(typeText(parseEventType(text)), text);
  t.same(parseEventType(' struct   event '), { kind: 'struct', name: 'event' });
  t.same(parseEventType('event', new Set(['event'])), { kind: 'struct', name: 'event' });
});

t.test('of two typedefs of one name the first counts', async (t) => {
  const [one, two] = [
    await declarationsOf('typedef struct a x;'),
    await declarationsOf('typedef struct b x;'),
  ];
  t.equal(typedefsOf([one, two]).get('x')?.type.name, 'a');
});

t.test('any header gives types with names', async () => {
  const piece = fc.constantFrom(
    'struct ',
    'typedef ',
    'a',
    ' b',
    '{',
    '}',
    ';',
    'int c;',
    '*',
    '/*',
    '*/',
    '\n',
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) =>
      exportedTypes(await declarationsOf(pieces.join(''))).every(({ name }) => /^\w+$/.test(name)),
    ),
  );
});
