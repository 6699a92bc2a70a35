import t from 'tap';
import { renderTemplate } from '../../../compiler/output/render-template.js';

t.test('values are put in as they stand', async (t) => {
  const text = renderTemplate('standalone-program.sh', { command: `"$runtime/a" & 'b' <c>` });
  t.match(text, /^#!\/bin\/sh\n/);
  t.ok(text.endsWith(`exec "$runtime/a" & 'b' <c> "$@"\n`));
});

t.test('a value that is missing is an error, and so is a template', async (t) => {
  t.throws(() => renderTemplate('standalone-program.sh', {}), /"command" not defined/);
  t.throws(() => renderTemplate('none', {}), { code: 'tool-missing', message: /none\.hbs'/ });
});
