import * as fc from 'fast-check';
import t from 'tap';
import { FilterError } from '../../../runtime/filter/filter-error.js';
import { parseFilter } from '../../../runtime/filter/parse.js';
import type { Expression } from '../../../runtime/filter/types.js';

/** An expression as text with all its parentheses. */
function show(expression: Expression): string {
  switch (expression.kind) {
    case 'or':
    case 'and':
      return `(${expression.parts.map(show).join(expression.kind === 'or' ? ' || ' : ' && ')})`;
    case 'not':
      return `!${show(expression.inner)}`;
    case 'compare':
      return `(${show(expression.left)} ${expression.comparator} ${show(expression.right)})`;
    case 'mask':
      return `(${show(expression.left)} & ${show(expression.right)})`;
    case 'path':
      return expression.steps
        .map((step) => (step.kind === 'member' ? `.${step.name}` : `[${step.index}]`))
        .join('');
    case 'text':
      return JSON.stringify(expression.text);
    default:
      return String(expression.value);
  }
}

const parsed = (filter: string): string => show(parseFilter(filter));

t.test('knows what binds stronger', async (t) => {
  t.equal(parsed('a == 1 && b ~ "x" || !(c < -2)'), '(((.a == 1) && (.b ~ "x")) || !(.c < -2))');
  t.equal(parsed('a || b && c || d'), '(.a || (.b && .c) || .d)');
  t.equal(parsed('!a == 1'), '!(.a == 1)', 'not is weaker than a comparison');
  t.equal(parsed('a & 1 == b & 2 & 3'), '((.a & 1) == ((.b & 2) & 3))');
  t.equal(parsed('a.b[2].c != true'), '(.a.b[2].c != true)');
  t.equal(parsed('(a) >= -1.5'), '(.a >= -1.5)');
});

t.test('keeps where each part stands', async (t) => {
  t.match(parseFilter('(a == 1) && b'), {
    start: 0,
    end: 13,
    parts: [
      { start: 0, end: 8 },
      { start: 12, end: 13 },
    ],
  });
});

t.test('points at what is wrong', async (t) => {
  const table: Readonly<Record<string, RegExp>> = {
    '': /it is empty/,
    'a ==': /ends where a field or a value should stand\n {2}a ==\n {6}\^$/,
    '== a': /'==' stands where a field or a value should/,
    'a b': /this name is not expected here/,
    '(a == 1': /this parenthesis is not closed\n {2}\(a == 1\n {2}\^$/,
    'a)': /'\)' is not expected here/,
    'a.1': /a field name should stand here/,
    'a[b]': /an index is a whole number/,
    'a[1': /a \] should stand here/,
    '1 < a < 3': /comparisons cannot follow one another/,
    'a == -b': /a number should follow the -/,
  };
  for (const [filter, message] of Object.entries(table)) {
    t.throws(() => parseFilter(filter), { name: 'FilterError', message }, filter);
  }
});

t.test('has bounds', async (t) => {
  t.throws(() => parseFilter('('.repeat(101) + 'a' + ')'.repeat(101)), {
    message: /more than 100 parentheses/,
  });
  t.throws(() => parseFilter('!'.repeat(5000)), { name: 'FilterError' });
  t.throws(() => parseFilter('a'.repeat(10_001)), { message: /10001 characters/ });
  t.ok(parseFilter(Array.from({ length: 1000 }, () => 'a==1').join('||')));
});

t.test('throws nothing but its own errors', async (t) => {
  const word = fc.constantFrom(
    'a',
    '.',
    '[',
    ']',
    '0',
    '1.5',
    '"x"',
    '==',
    '<',
    '~',
    '&&',
    '||',
    '!',
    '&',
    '(',
    ')',
    '-',
    'true',
    ' ',
    "'",
    '\\',
  );
  const filter = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(word).map((words) => words.join(' ')),
  );
  let read = 0;
  fc.assert(
    fc.property(filter, (text) => {
      try {
        parseFilter(text);
        read++;
      } catch (error) {
        if (!(error instanceof FilterError)) throw error;
      }
    }),
    { numRuns: 3000 },
  );
  t.ok(read > 0);
});
