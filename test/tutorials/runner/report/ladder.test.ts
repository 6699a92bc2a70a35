import t from 'tap';
import { renderLadder } from '../../../../tutorials/runner/report/ladder.js';
import { stopAt } from '../../../fixtures/learning.js';

const style = { translate: String, paint: (_: string, text: string) => text, width: 80 };

t.test('the ladder shows how far it went', async (t) => {
  t.equal(
    renderLadder({ kind: 'not-yet', stop: stopAt({ rung: 'L2' }) }, style),
    '✓ L0 compiles  ✓ L1 package  ✗ L2 verifier  · L3 behaves  · L4 nothing else',
  );
  t.equal(renderLadder({ kind: 'pass' }, style).match(/✓/g)?.length, 5);
  t.equal(renderLadder(undefined, style).match(/·/g)?.length, 5);
  t.equal(
    renderLadder({ kind: 'not-yet', stop: stopAt({ rung: 'L1' }) }, { ...style, width: 40 }),
    '✓ L0  ✗ L1 package  · L2  · L3  · L4',
  );
});
