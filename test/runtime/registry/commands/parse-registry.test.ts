import t from 'tap';
import { parseRegistry } from '../../../../runtime/registry/commands/parse-registry.js';

t.test('what is pushed, and where to', async (t) => {
  t.match(parseRegistry('push', ['p.json', 'h/a:1', '--key', 'k']), {
    command: 'push',
    sources: [{ architecture: undefined, path: 'p.json' }],
    reference: 'h/a:1',
    format: 'tsecc',
    key: 'k',
  });
  t.match(parseRegistry('push', ['amd64=a', 'arm64=b', 'h/a', '--plain-http', '--ca-file=c', '-q']), {
    sources: [
      { architecture: 'amd64', path: 'a' },
      { architecture: 'arm64', path: 'b' },
    ],
    plainHttp: true,
    caFile: 'c',
    quiet: true,
  });
  t.match(parseRegistry('push', ['x=y', 'h/a']), { sources: [{ architecture: undefined, path: 'x=y' }] });
  for (const argv of [
    [],
    ['p.json'],
    ['a', 'b', 'h/a'],
    ['amd64=a', 'amd64=b', 'h/a'],
    ['a', 'h', '--format', 'x'],
    ['--odd'],
  ])
    t.throws(
      () => parseRegistry('push', argv),
      { code: 'usage', cure: 'see tsecli push --help' },
      argv.join(' '),
    );
});

t.test('what is pulled', async (t) => {
  t.match(parseRegistry('pull', ['h/a', '-o', 'x', '--arch', 'arm64', '--key', 'a.pub', '--key=b.pub']), {
    keys: ['a.pub', 'b.pub'],
    reference: 'h/a',
    output: 'x',
    arch: 'arm64',
  });
  t.throws(() => parseRegistry('pull', []), { code: 'usage' });
  t.throws(() => parseRegistry('pull', ['a', 'b']), { code: 'usage', message: /too many/ });
});

t.test('where somebody logs in, and out', async (t) => {
  t.match(parseRegistry('login', ['https://ghcr.io/v2/', '-u', 'me', '--password-stdin']), {
    registry: 'ghcr.io',
    username: 'me',
    passwordFromStdin: true,
  });
  t.match(parseRegistry('login', ['index.docker.io']), { registry: 'docker.io' });
  t.match(parseRegistry('logout', ['localhost:5000']), { command: 'logout', registry: 'localhost:5000' });
  t.throws(() => parseRegistry('login', ['h', '--password-stdin']), {
    code: 'usage',
    message: /needs --username/,
  });
  t.throws(() => parseRegistry('logout', ['a b']), { code: 'usage', message: /no host/ });
  for (const command of ['push', 'pull', 'login', 'logout'] as const)
    t.same(parseRegistry(command, ['-h']), { command: 'help' });
});
