import t from 'tap';
import { ElfError, failElf } from '../../../core/elf/elf-error.js';
import { exitCodeOf, TseccError } from '../../../core/errors.js';

t.test('is an invalid package to the user, and says what was read', async (t) => {
  const error = failElf('offset 0: not an ELF file');
  t.ok(error instanceof TseccError);
  t.equal(error.message, 'read ELF: offset 0: not an ELF file');
  t.equal(error.name, 'ElfError');
  t.equal(exitCodeOf(error), 7);
  t.equal(new ElfError('x', { cure: 'do y' }).cure, 'do y');
});
