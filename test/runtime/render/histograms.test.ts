import t from 'tap';
import { paintWith } from '../../../runtime/render/colour.js';
import { renderHistograms } from '../../../runtime/render/histograms.js';
import { quarterToThree } from '../../fixtures/batches.js';

const batch = {
  kind: 'histograms',
  name: 'hists',
  scale: 'log2',
  unit: 'usecs',
  entries: [
    { label: 'comm = sshd', slots: [1n, 4n] },
    { label: '', slots: [0n, 0n] },
  ],
  time: quarterToThree,
} as const;
const plain = { columns: undefined, paint: paintWith(false) };

t.test('each key has its bars below the time', async (t) => {
  t.equal(
    renderHistograms(batch, plain),
    `14:45:30 hists

comm = sshd
     usecs               : count    distribution
         0 -> 1          : 1        |**********                              |
         2 -> 3          : 4        |****************************************|
nothing counted

`,
  );
});

t.test('a linear one counts single values', async (t) => {
  t.match(renderHistograms({ ...batch, scale: 'linear' }, plain), /^ +1 +: 4 +\|\*+\|$/m);
});

t.test('no line is wider than the terminal', async (t) => {
  const long = { ...batch, name: 'n'.repeat(99), entries: [{ label: 'l'.repeat(99), slots: [1n] }] };
  for (const columns of [60, 80]) {
    const lines = renderHistograms(long, { ...plain, columns }).split('\n');
    t.ok(
      lines.every((line) => line.length <= columns),
      String(columns),
    );
  }
});

t.test('colour is for the title, control characters for nobody', async (t) => {
  const painted = { columns: undefined, paint: paintWith(true) };
  const text = renderHistograms({ ...batch, name: '\x1b[2J' }, painted);
  t.ok(text.startsWith('\x1b[1m14:45:30 \\x1b[2J\x1b[22m\n'));
});
