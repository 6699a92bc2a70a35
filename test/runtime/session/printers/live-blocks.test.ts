import t from 'tap';
import { liveBlocks } from '../../../../runtime/session/printers/live-blocks.js';

t.test('a block is written over by the next of its name, others stay', async (t) => {
  const live = liveBlocks({ rows: 10 });
  t.equal(live.replace('a', 'a1\n'), 'a1\n');
  t.equal(live.replace('a', 'a2\na2\n'), '\x1b[1A\x1b[Ja2\na2\n');
  t.equal(live.replace('b', 'b1\n'), '\x1b[2A\x1b[Ja2\na2\nb1\n');
  t.equal(live.replace('a', 'a3\n'), '\x1b[3A\x1b[Ja3\nb1\n');
});

t.test('behind other output it begins anew', async (t) => {
  const live = liveBlocks({ rows: 10 });
  live.replace('a', 'a1\n');
  live.end();
  t.equal(live.replace('b', 'b1\n'), 'b1\n');
});

t.test('where the screen is none, or too low, blocks follow each other', async (t) => {
  const pipe = liveBlocks({ rows: undefined });
  const low = liveBlocks({ rows: 2 });
  for (const live of [pipe, low]) {
    t.equal(live.replace('a', 'a1\na1\n'), 'a1\na1\n');
    t.equal(live.replace('a', 'a2\na2\n'), 'a2\na2\n');
  }
});
