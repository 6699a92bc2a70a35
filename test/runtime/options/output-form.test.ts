import t from 'tap';
import { outputForms, parseOutputForm } from '../../../runtime/options/output-form.js';

t.test('each form is read as itself', async (t) => {
  for (const form of outputForms) t.equal(parseOutputForm(form), form);
});

t.test('any other is a usage error, with the nearest', async (t) => {
  t.throws(() => parseOutputForm('jsn'), { code: 'usage', cure: 'did you mean json?' });
  t.throws(() => parseOutputForm('table'), { code: 'usage', cure: 'it is one of columns, json, csv, raw' });
  t.throws(() => parseOutputForm(''), { code: 'usage' });
});

t.test("the guest's own form is understood, and told to nobody", async (t) => {
  t.equal(parseOutputForm('events'), 'events');
  t.notOk(new Set<string>(outputForms).has('events'));
});
