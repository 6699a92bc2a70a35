import * as fc from 'fast-check';
import t from 'tap';
import { TseccError } from '../../../core/errors.js';
import { parseArguments } from '../../../runtime/arguments/parse-arguments.js';
import { argumentsOfEvents } from '../../fixtures/arguments.js';

const found = argumentsOfEvents([
  { name: 'verbose', cmdarg: { short: 'v' } },
  { name: 'quiet', cmdarg: { short: 'q' } },
  { name: 'target_pid', cmdarg: { short: 'p', long: 'pid' } },
]);

/** What is set, by variable, as hex. */
function parse(...argv: string[]): Readonly<Record<string, string>> {
  const { patches } = parseArguments(found, argv);
  const nameOf = (section: string, offset: number) =>
    found.find((each) => each.section === section && each.offset === offset)?.variable ?? '?';
  return Object.fromEntries(
    patches.map(({ section, offset, bytes }) => [
      nameOf(section, offset),
      Buffer.from(bytes).toString('hex'),
    ]),
  );
}

t.test('reads every form', async (t) => {
  t.same(parse('--pid', '1'), { target_pid: '01000000' });
  t.same(parse('--pid=1'), { target_pid: '01000000' });
  t.same(parse('-p', '1'), { target_pid: '01000000' });
  t.same(parse('-p1'), { target_pid: '01000000' });
  t.same(parse('-p=1'), { target_pid: '01000000' });
  t.same(parse('--level=-1'), { level: 'ff' });
  t.same(parse('--level', '-1'), { level: 'ff' }, 'a negative number is a value');
  t.same(parse('--target-comm', 'sshd', '--'), { target_comm: '7373686400000000' });
  t.same(parse('--target_comm', ''), { target_comm: '0000000000000000' });
  t.same(parse('--targets', '7,8'), { targets: '070000000800000000000000' });
  t.same(parse('--wanted', 'STOPPED', '--rights', 'READ|EXEC'), { wanted: '07000000', rights: '05000000' });
  t.same(parse('--total', '0xffffffffffffffff', '--runs=4'), { total: 'ffffffffffffffff', runs: '04000000' });
});

t.test('reads switches', async (t) => {
  t.same(parse('--no-verbose', '--quiet'), { verbose: '00', quiet: '01' });
  t.same(parse('--disable-verbose', '--enable-quiet'), { verbose: '00', quiet: '01' });
  t.same(parse('-vq'), { verbose: '01', quiet: '01' });
  t.same(parse('--verbose=false'), { verbose: '00' });
  t.same(parse('--no-verbose=false'), { verbose: '01' });
  t.same(parse('-vqp', '2'), { verbose: '01', quiet: '01', target_pid: '02000000' });
  t.same(parse('-qp2'), { quiet: '01', target_pid: '02000000' });
});

t.test('the last one counts', async (t) => {
  t.same(parse('--verbose', '--pid=1', '--no-verbose', '--pid=2'), { verbose: '00', target_pid: '02000000' });
});

t.test('asks for help and version', async (t) => {
  t.match(parseArguments(found, ['-h']), { help: true, version: false, patches: [] });
  t.match(parseArguments(found, ['--version', '--help']), { help: true, version: true });
  t.match(parseArguments([], []), { help: false, version: false, patches: [] });
});

t.test("the manifest's defaults are set where no option is", async (t) => {
  const preset = argumentsOfEvents([{ name: 'port', value: 443 }]);
  t.same([...(parseArguments(preset, []).patches[0]?.bytes ?? [])], [0xbb, 1]);
  const { patches } = parseArguments(preset, ['--port', '1']);
  t.equal(patches.length, 1);
  t.same([...(patches[0]?.bytes ?? [])], [1, 0]);
});

t.test('says what is wrong', async (t) => {
  const refuse =
    (...argv: string[]) =>
    () =>
      parseArguments(found, argv);
  t.throws(refuse('--pidd', '1'), {
    code: 'usage',
    message: "read argument '--pidd': the program has no such option",
    cure: 'did you mean --pid',
  });
  t.throws(refuse('--entirely-different'), { code: 'usage', cure: '-h shows those it has' });
  t.throws(refuse('-x'), { message: "read argument '-x': the program has no such option" });
  t.throws(refuse('-pid', '1'), { message: "read argument '-p': 'id' is not a whole number" });
  t.throws(refuse('--pid'), {
    message: "read argument '--pid': its value is missing",
    cure: '--pid <pid_type>',
  });
  t.throws(refuse('--pid', '--verbose'), { message: "read argument '--pid': its value is missing" });
  t.throws(refuse('--level', '200'), { message: /^read argument '--level': 200 is out of range/ });
  t.throws(refuse('word'), { message: "read argument 'word': an option begins with -" });
  t.throws(refuse('--', 'word'), { message: "read argument '--': an option begins with -" });
  t.throws(refuse('-'), { code: 'usage' });
  t.throws(refuse('--help=1'), { message: "read argument '--help': it takes no value" });
  t.throws(refuse('--verbose=maybe'), { message: /neither true nor false/ });
});

t.test('any arguments are read or refused', async (t) => {
  const word = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '--pid',
      '-p',
      '-v',
      '--no-verbose',
      '--level=-1',
      '--',
      '-h',
      '1',
      '-1',
      '--targets',
      '1,2',
      '=',
      '-vq',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 6 }), (argv) => {
      try {
        return parseArguments(found, argv).patches.every(({ bytes }) => bytes.length > 0);
      } catch (error) {
        return error instanceof TseccError && error.code === 'usage';
      }
    }),
    { numRuns: 1000 },
  );
  t.pass();
});
