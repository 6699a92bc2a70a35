import t from 'tap';
import { optionTable } from '../../../runtime/arguments/option-table.js';
import { argumentsOfEvents } from '../../fixtures/arguments.js';

t.test('a bool has a switch for each way, others take values', async (t) => {
  const table = optionTable(argumentsOfEvents([{ name: 'verbose', cmdarg: { short: 'v' } }]));
  t.match(table.get('--verbose'), { kind: 'switch', on: true });
  t.match(table.get('-v'), { kind: 'switch', on: true });
  t.match(table.get('--no-verbose'), { kind: 'switch', on: false });
  t.match(table.get('--enable-verbose'), { kind: 'switch', on: true });
  t.match(table.get('--disable-verbose'), { kind: 'switch', on: false });
  t.match(table.get('--target_pid'), { kind: 'value', argument: { variable: 'target_pid' } });
  t.match(table.get('--target-pid'), { kind: 'value' });
  t.match(table.get('-h'), { kind: 'help' });
  t.notOk(table.has('--'));
});

t.test('what a program calls its own goes first', async (t) => {
  const table = optionTable(
    argumentsOfEvents([
      { name: 'port', cmdarg: { short: 'h' } },
      { name: 'level', cmdarg: { long: 'no-quiet' } },
    ]),
  );
  t.match(table.get('-h'), { kind: 'value', argument: { variable: 'port' } });
  t.match(table.get('--help'), { kind: 'help' });
  t.match(table.get('--no-quiet'), { kind: 'value', argument: { variable: 'level' } });
});
