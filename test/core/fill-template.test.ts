import t from 'tap';
import { fillTemplate } from '../../core/fill-template.js';

t.test('names are replaced as they stand, also within lists', async (t) => {
  const values = { name: '<a> & "b"', rows: [{ cell: 1 }, { cell: 2 }], shown: true };
  const text = '{{name}}: {{#each rows}}[{{cell}}]{{/each}}{{#if shown}}!{{/if}}';
  t.equal(fillTemplate(text, values), '<a> & "b": [1][2]!');
});

t.test('a name that is missing is an error', async (t) => {
  t.throws(() => fillTemplate('{{name}}', {}), /"name" not defined/);
});
