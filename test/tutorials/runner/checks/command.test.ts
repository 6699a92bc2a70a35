import t from 'tap';
import { checkCommand } from '../../../../tutorials/runner/checks/command.js';
import { say } from '../../../fixtures/learning.js';

t.test('a command has to end as the check wants', async (t) => {
  const ran: (readonly string[])[] = [];
  const run = (argv: readonly string[]) => Promise.resolve(ran.push(argv) && 7);
  const evidence = { script: { stdout: '', directory: '/', run }, saved: new Map() };
  const base = { id: 'x', rung: 'L3', say: say(''), command: ['tsecli', 'verify'] } as const;
  t.match(await checkCommand({ ...base, exit: 7 }, evidence), { holds: true });
  t.same(await checkCommand(base, evidence), { holds: false, found: ['tsecli verify: 7'] });
  t.same(ran, [base.command, base.command]);
});
