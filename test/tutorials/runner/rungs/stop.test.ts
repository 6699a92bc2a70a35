import t from 'tap';
import { TseccError } from '../../../../core/errors.js';
import { stopAtCheck, stopAtError, stopWith } from '../../../../tutorials/runner/rungs/stop.js';
import { say } from '../../../fixtures/learning.js';

t.test('a stop says where and why', async (t) => {
  t.match(stopAtCheck({ id: 'line', rung: 'L3', say: say('no') }, ['x']), {
    kind: 'stop',
    stop: { rung: 'L3', check: 'line', say: { en: 'no' }, found: ['x'] },
  });
  const error = new TseccError('attach-failed', 'attach x', { cure: 'mend it' });
  t.match(stopAtError('L2', error, { topic: 'run:attach-failed' }), {
    stop: { rung: 'L2', check: undefined, say: 'attach x', cure: 'mend it', topic: 'run:attach-failed' },
    error,
  });
  t.match(stopAtError('L0', 'plain'), { stop: { say: 'plain', cure: undefined } });
  t.match(stopWith('L4', 'left-behind', 'left'), { stop: { check: 'left-behind', found: [] } });
});
