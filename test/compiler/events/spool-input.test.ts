import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import t from 'tap';
import { spoolInput } from '../../../compiler/events/spool-input.js';

t.test('a program reads the whole text from /dev/stdin, and no file is left', async (t) => {
  const text = 'é\n'.repeat(100_000);
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-'));
  const file = await spoolInput(text);
  try {
    const left = readdirSync(tmpdir()).filter((name) => name.startsWith('tsecc-') && !before.includes(name));
    t.same(left, []);
    const { stdout } = spawnSync('cat', ['/dev/stdin'], {
      stdio: [file.fd, 'pipe', 'inherit'],
      encoding: 'utf8',
    });
    t.ok(stdout === text);
  } finally {
    await file.close();
  }
});
