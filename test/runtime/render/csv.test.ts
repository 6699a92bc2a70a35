import t from 'tap';
import { columnsOf } from '../../../runtime/decode/columns.js';
import { csvLine, csvRow } from '../../../runtime/render/csv.js';
import { record, text, typeOf, u64 } from '../../fixtures/shapes.js';

t.test('quotes what has to be', async (t) => {
  t.equal(csvLine(['a', 'b,c', 'd"e', ' f', '']), 'a,"b,c","d""e"," f",\r\n');
});

t.test('writes exact values, and nothing where an event has no such column', async (t) => {
  const took = { kind: 'formatted', size: 8, format: 'ns', inner: u64, processId: undefined } as const;
  const [first, second] = columnsOf(typeOf({ took, at: record({ file: text(8) }) }));
  t.equal(
    csvRow([first, undefined, second], ['events', '1.5'], { took: 2n ** 63n, at: { file: 'a,\n' } }),
    'events,1.5,9223372036854775808,,"a,\\x0a"\r\n',
  );
});
