import t from 'tap';
import { helpText, optionRows } from '../../compiler/command-options.js';

t.test('the help names every option once, in lines that fit a terminal', async (t) => {
  const text = helpText();
  for (const { name } of optionRows) t.equal(text.split(`--${name} `).length - 1 >= 1, true, name);
  for (const line of text.split('\n')) t.ok(line.length <= 110, line);
});

t.test('no letter stands for two options', async (t) => {
  const letters = optionRows.flatMap(({ short }) => short ?? []);
  t.equal(new Set(letters).size, letters.length);
  t.equal(letters.join(''), 'ovyaclnbsh', "the letters are ecc's");
});
