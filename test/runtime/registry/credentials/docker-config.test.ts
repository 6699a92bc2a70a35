import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import t from 'tap';
import {
  credentialsIn,
  dockerConfigPath,
  helperFor,
  readDockerConfig,
  serverName,
  writeCredentials,
} from '../../../../runtime/registry/credentials/docker-config.js';

const auth = Buffer.from('alice:pa:ss').toString('base64');
const alice = { username: 'alice', secret: 'pa:ss' };

t.test("Docker's configuration is found where Docker has it", async (t) => {
  t.equal(dockerConfigPath({ DOCKER_CONFIG: '/d' }), '/d/config.json');
  t.equal(dockerConfigPath({ HOME: '/h' }), '/h/.docker/config.json');
  t.same(readDockerConfig({ DOCKER_CONFIG: '/none' }).content, {});
  const folder = t.testdir({ a: { 'config.json': '{' }, b: { 'config.json': '[]' } });
  for (const name of ['a', 'b'])
    t.throws(() => readDockerConfig({ DOCKER_CONFIG: join(folder, name) }), { code: 'usage' });
});

t.test('credentials are read in every form that Docker writes', async (t) => {
  const read = (auths: unknown, registry = 'h:1') =>
    credentialsIn({ path: 'x', content: { auths } }, registry);
  t.same(read({ 'h:1': { auth } }), alice);
  t.same(read({ 'https://h:1/v1/': { auth } }), alice);
  t.same(read({ [serverName('docker.io')]: { auth } }, 'docker.io'), alice);
  t.match(read({ 'h:1': { auth, identitytoken: 'T' } }), { secret: 'T', identityToken: true });
  for (const none of [undefined, {}, { 'h:1': {} }, { h: { auth } }]) t.equal(read(none), undefined);
  t.equal(read({}, 'constructor'), undefined);
  t.throws(() => read({ 'h:1': { auth: 'bm8=' } }), { code: 'usage' });
});

t.test('the helper of a registry, else that of all', async (t) => {
  const content = { credsStore: 'all', credHelpers: { h: 'own', bad: '../x' } };
  t.equal(helperFor({ path: 'x', content }, 'h'), 'own');
  t.equal(helperFor({ path: 'x', content }, 'other'), 'all');
  t.equal(helperFor({ path: 'x', content: {} }, 'h'), undefined);
  t.throws(() => helperFor({ path: 'x', content }, 'bad'), { code: 'usage' });
});

t.test('what is written leaves all else as it was, and only its owner reads it', async (t) => {
  const folder = t.testdir({ 'config.json': '{"proxies": {"a": 1}, "auths": {"other": {"auth": "eDp5"}}}' });
  const env = { DOCKER_CONFIG: folder };
  const path = join(folder, 'config.json');
  const written = (): unknown => JSON.parse(readFileSync(path, 'utf8'));
  writeCredentials(readDockerConfig(env), 'h:1', alice);
  t.same(written(), { proxies: { a: 1 }, auths: { other: { auth: 'eDp5' }, 'h:1': { auth } } });
  t.equal(statSync(path).mode & 0o777, 0o600);
  writeCredentials(readDockerConfig(env), 'h:1', undefined);
  t.same(written(), { proxies: { a: 1 }, auths: { other: { auth: 'eDp5' } } });
});
