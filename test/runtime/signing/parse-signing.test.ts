import t from 'tap';
import { parseSigning } from '../../../runtime/signing/parse-signing.js';

const digest = `sha256:${'a'.repeat(64)}`;

t.test('each command has its options, on both sides of the package', async (t) => {
  t.same(parseSigning('generate-key-pair', []), { command: 'generate-key-pair', prefix: 'cosign' });
  t.match(parseSigning('generate-key-pair', ['--output-key-prefix=x']), { prefix: 'x' });
  t.same(parseSigning('sign', ['p', '--key', 'k', '--output-signature', 's']), {
    ...{ command: 'sign', package: 'p', key: 'k', output: 's' },
  });
  t.match(parseSigning('verify', ['--key', 'a', 'p', '--key=b', '--signature', 's', '--digest', digest]), {
    ...{ command: 'verify', package: 'p', keys: ['a', 'b'], signature: 's', digest },
  });
  t.match(parseSigning('verify', ['-', '--lang', 'zh']), { package: '-', keys: [], digest: undefined });
  t.match(parseSigning('verify', ['h/a', '-q', '--ca-file', 'ca.pem', '--plain-http']), {
    ...{ quiet: true, network: { caFile: 'ca.pem', plainHttp: true } },
  });
});

t.test('help needs nothing else', async (t) => {
  for (const command of ['generate-key-pair', 'sign', 'verify'] as const) {
    t.same(parseSigning(command, ['-h']), { command: 'help' });
  }
});

t.test('what is missing, too much or unknown is told', async (t) => {
  const cases = [
    ['sign', ['p'], 'sign: name the private key: --key FILE'],
    ['sign', ['--key', 'k'], 'sign: name a package'],
    ['verify', [], 'verify: name a package'],
    ['verify', ['a', 'b'], "verify: too many arguments: 'b'"],
    ['generate-key-pair', ['a'], "generate-key-pair: too many arguments: 'a'"],
    ['verify', ['--kee', 'a'], "verify: Unknown option '--kee'"],
    ['verify', ['--digest', 'x', 'a'], "read --digest 'x': it is not sha256: and 64 hexadecimal digits"],
  ] as const;
  for (const [command, argv, message] of cases) {
    t.throws(() => parseSigning(command, argv), { code: 'usage', message }, message);
  }
});
