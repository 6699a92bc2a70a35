import t from 'tap';
import { fakeRepository } from '../../fixtures/fake-transport.js';

const empty = '{"schemaVersion": 2, "manifests": []}';

t.test('a manifest has its digest, whoever names it', async (t) => {
  const digest = `sha256:${'0'.repeat(64)}`;
  const { repository } = await fakeRepository({
    'GET manifests/1': { body: empty },
    'GET manifests/2': { body: empty, headers: { 'docker-content-digest': digest } },
    [`GET manifests/${digest}`]: { body: empty },
  });
  t.match(await repository.manifest('1'), { content: { kind: 'index' } });
  t.equal(await repository.manifest('none'), undefined);
  await t.rejects(repository.manifest('2'), { code: 'package-invalid', message: /was changed/ });
  await t.rejects(repository.manifest(digest), { code: 'package-invalid', message: /was changed/ });
});

t.test('what a registry refuses is told in its words', async (t) => {
  const { repository } = await fakeRepository({
    'GET x': { status: 400, body: '{"errors": [{"message": "so not"}]}' },
    'GET y': { status: 403 },
    'GET z': { status: 503, body: 'busy' },
  });
  await t.rejects(repository.ask('x', [200]), { code: 'package-invalid', message: /answered 400: so not$/ });
  await t.rejects(repository.ask('y', [200]), { code: 'not-permitted' });
  await t.rejects(repository.ask('z', [200]), { code: 'unforeseen', message: /answered 503$/ });
});
