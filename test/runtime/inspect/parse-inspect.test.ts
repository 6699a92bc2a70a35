import t from 'tap';
import { parseInspect } from '../../../runtime/inspect/parse-inspect.js';

t.test('options stand on both sides of the package', async (t) => {
  const plain = {
    ...{ package: 'p', json: false, keys: [], digest: undefined, quiet: false },
    network: { caFile: undefined, plainHttp: false },
  };
  t.same(parseInspect(['p']), plain);
  t.same(parseInspect(['--json', 'p']), { ...plain, json: true });
  t.same(parseInspect(['p', '-j', '--lang=zh']), { ...plain, json: true });
  t.same(parseInspect(['-o', 'json', '-']), { ...plain, package: '-', json: true });
});

t.test('what a run would be given may be given', async (t) => {
  const digest = `sha256:${'ab'.repeat(32)}`;
  t.same(
    parseInspect([
      ...['--key', 'a', 'p', '--key=b', '--plain-http'],
      ...['-q', '--ca-file=c', '--digest', digest],
    ]),
    {
      ...{ package: 'p', json: false, keys: ['a', 'b'], digest, quiet: true },
      network: { caFile: 'c', plainHttp: true },
    },
  );
});

t.test('what makes no sense is refused', async (t) => {
  for (const [argv, says] of [
    [[], /none was named/],
    [['p', 'q'], /'q' is one word too many/],
    [['--exec=x', 'p'], /--exec is of no use here/],
    [['--insecure', 'p'], /--insecure is of no use here/],
    [['--digest=1', 'p'], /read --digest '1'/],
    [['-o', 'csv', 'p'], /--output=csv is of no use here/],
  ] as const) {
    t.throws(() => parseInspect(argv), { code: 'usage', message: says });
  }
});
