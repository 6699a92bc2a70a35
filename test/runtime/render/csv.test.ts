import t from 'tap';
import { columnsOf } from '../../../runtime/decode/columns.js';
import { csvHeader, csvLine, csvRow } from '../../../runtime/render/csv.js';
import { record, text, typeOf, u64 } from '../../fixtures/shapes.js';

t.test('quotes what has to be', async (t) => {
  t.equal(csvLine(['a', 'b,c', 'd"e', ' f', '']), 'a,"b,c","d""e"," f",\r\n');
});

t.test('writes names and exact values', async (t) => {
  const took = { kind: 'formatted', size: 8, format: 'ns', inner: u64, processId: undefined } as const;
  const columns = columnsOf(typeOf({ took, at: record({ file: text(8) }) }));
  t.equal(csvHeader(columns, 'time'), 'time,took,at.file\r\n');
  t.equal(
    csvRow(columns, '1.5', { took: 2n ** 63n, at: { file: 'a,\n' } }),
    '1.5,9223372036854775808,"a,\\x0a"\r\n',
  );
});
