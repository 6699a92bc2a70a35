import fc from 'fast-check';
import t from 'tap';
import { moveChoice, type Choice } from '../../../compiler/init/move-choice.js';

const key = (name: string, ctrl = false) => ({ name, ctrl, sequence: name });
const press = (names: readonly string[], count = 13, from = 0): Choice | string => {
  let choice: Choice = { index: from, typed: '' };
  for (const name of names) {
    const next = moveChoice(choice, key(name), count);
    if (typeof next === 'string') return next;
    choice = next;
  }
  return choice;
};

t.test('arrows move, and turn around at the ends', async (t) => {
  t.match(press(['down', 'down']), { index: 2 });
  t.match(press(['up']), { index: 12 });
  t.match(press(['down'], 13, 12), { index: 0 });
  t.match(press(['end']), { index: 12 });
  t.match(press(['end', 'home', 'j', 'tab', 'k']), { index: 1 });
});

t.test('digits are a number, as long as there is such a line', async (t) => {
  t.match(press(['1']), { index: 0 });
  t.match(press(['1', '2']), { index: 11 });
  t.match(press(['1', '9']), { index: 8 });
  t.match(press(['0'], 13, 4), { index: 4 });
  t.match(press(['9'], 5, 3), { index: 3 });
  t.match(press(['1', 'down', '2']), { index: 1 });
});

t.test('Enter chooses; Esc, q, Ctrl-C and Ctrl-D leave; other keys do nothing', async (t) => {
  t.equal(press(['return']), 'chosen');
  for (const name of ['escape', 'q']) t.equal(press([name]), 'left');
  for (const name of ['c', 'd']) {
    t.equal(moveChoice({ index: 0, typed: '' }, key(name, true), 3), 'left');
    t.match(press([name]), { index: 0 });
  }
  t.match(press(['x', 'left', 'f1']), { index: 0 });
});

t.test('any keys leave a line chosen that there is', async () => {
  const keys = fc.array(fc.constantFrom('up', 'down', '0', '1', '5', '9', 'home', 'end', 'z'));
  fc.assert(
    fc.property(keys, fc.integer({ min: 1, max: 40 }), (names, count) => {
      const choice = press(names, count);
      return typeof choice !== 'string' && choice.index >= 0 && choice.index < count;
    }),
  );
});
