import t from 'tap';
import { sourceContext } from '../../../runtime/source/source-context.js';
import { collectingIo } from '../../fixtures/report-io.js';

t.test('a source gets what the user asked, and standard input when it wants it', async (t) => {
  const { io } = collectingIo({ env: { A: 'b' } });
  const context = sourceContext({ network: { plainHttp: true, caFile: 'x' }, quiet: true }, io, undefined);
  t.match(context, { directory: '/', env: { A: 'b' }, plainHttp: true, caFile: 'x', quiet: true });
  t.equal(context.stdin, io.stdin);
});
