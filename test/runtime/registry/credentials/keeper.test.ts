import { chmodSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  findCredentials,
  forgetCredentials,
  keepCredentials,
} from '../../../../runtime/registry/credentials/keeper.js';

const alice = { username: 'alice', secret: 'pass' };

t.test('credentials are kept in the file where no helper is named', async (t) => {
  const env = { DOCKER_CONFIG: join(t.testdir({}), 'new') };
  t.equal(await findCredentials('h', env), undefined);
  t.equal(await keepCredentials('h', alice, env), join(env.DOCKER_CONFIG, 'config.json'));
  t.match(await findCredentials('h', env), alice);
  t.equal(await forgetCredentials('h', env), true);
  t.equal(await forgetCredentials('h', env), false);
});

t.test('a helper that is named keeps them, and the file does not', async (t) => {
  const script = `#!/bin/sh
case $1 in
  store) cat > "$KEPT" ;;
  get) test -e "$KEPT" && cat "$KEPT" || { echo credentials not found in native keychain; exit 1; } ;;
  erase) rm "$KEPT" ;;
esac
`;
  const folder = t.testdir({ 'config.json': '{"credsStore": "test"}', 'docker-credential-test': script });
  chmodSync(join(folder, 'docker-credential-test'), 0o755);
  const kept = join(folder, 'kept');
  const env = { DOCKER_CONFIG: folder, KEPT: kept, PATH: `${folder}:${process.env['PATH']}` };
  t.equal(await keepCredentials('h', alice, env), 'docker-credential-test');
  t.match(JSON.parse(readFileSync(kept, 'utf8')), { ServerURL: 'h', Username: 'alice', Secret: 'pass' });
  t.match(await findCredentials('h', env), alice);
  t.notMatch(readFileSync(join(folder, 'config.json'), 'utf8'), /auths/);
  t.equal(await forgetCredentials('h', env), true);
  t.notOk(existsSync(kept));
});
