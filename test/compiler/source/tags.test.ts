import t from 'tap';
import { annotatedSource, declarationsOf } from '../../fixtures/annotations/read-source.js';

t.test('definitions are read with their members, nested ones after the outer', async (t) => {
  const { tags } = await declarationsOf(await annotatedSource('events.h'));
  t.same(
    tags.map(({ kind, name, path, members }) => [
      kind,
      name,
      path.join('/'),
      members.map((member) => member.name).join(),
    ]),
    [
      ['enum', 'file_kind', '', 'KIND_FILE,KIND_DIR'],
      ['struct', 'event', '', 'pid,address,peer,,kind,name'],
      ['struct', undefined, 'event/peer', 'port'],
      ['union', undefined, 'event', 'took,raw'],
      ['struct', 'header_first', '', 'inner'],
      ['struct', undefined, '', 'error'],
      ['struct', 'named', '', 'a'],
      ['union', 'not_a_struct', '', 'a'],
      ['struct', 'hist', '', 'slots'],
    ],
  );
  t.equal(tags[2]?.rootAt, tags[1]?.bodyAt);
});

t.test('packed is seen before the name and behind the brace, also through a macro', async (t) => {
  const { tags } = await declarationsOf(
    '#define TIGHT __attribute__((packed))\n' +
      'struct __attribute__((packed)) a { int x; }; struct b { int x; } __packed; struct TIGHT c { int x; };\n' +
      'typedef struct { int x; } __attribute__((packed)) d; struct e { int x; }; struct f { struct { int y; } __packed g; };',
  );
  t.same(
    tags.map(({ packed }) => packed),
    [true, true, true, true, false, false, true],
  );
});

t.test('members have their doc comments', async (t) => {
  const { tags } = await declarationsOf('/// s\nstruct a {\n/// x\nint x, y; /* no */\nint z:3; ///< zz\n};');
  t.equal(tags[0]?.doc?.lines[0]?.text, 's');
  t.same(
    tags[0]?.members.map(({ name, doc }) => [name, doc?.lines[0]?.text]),
    [
      ['x', 'x'],
      ['y', 'x'],
      ['z', 'zz'],
    ],
  );
});
