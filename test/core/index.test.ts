import t from 'tap';
import * as core from '../../core/index.js';

t.test('the library gives errors, and what is said of a source', async (t) => {
  t.strictSame(Object.keys(core).sort(), ['TseccError', 'exitCodes', 'formatDiagnostic', 'version']);
});
