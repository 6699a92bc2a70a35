import t from 'tap';
import { outputForms } from '../../../../runtime/options/output-form.js';
import { printerTable } from '../../../../runtime/session/printers/table.js';

t.test('each form has its printer', async (t) => {
  t.same(Object.keys(printerTable).sort(), [...outputForms, 'events'].sort());
  t.equal(new Set(Object.values(printerTable)).size, outputForms.length + 1);
});
