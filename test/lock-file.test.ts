import { readFileSync } from 'node:fs';
import t from 'tap';

interface LockedPackage {
  readonly optionalDependencies?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly resolved?: string;
}

const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
  packages: Record<string, LockedPackage>;
};

/** Whether a package can be found from another one's place, as Node.js looks for it. */
function isLocked(from: string, name: string): boolean {
  for (let place = from; ; place = place.slice(0, Math.max(place.lastIndexOf('/node_modules/'), 0))) {
    if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in packages) return true;
    if (place === '') return false;
  }
}

t.test('the lock file holds every platform of every package: npm ci refuses it otherwise', async (t) => {
  for (const [place, { dependencies, optionalDependencies }] of Object.entries(packages)) {
    const names = Object.keys({ ...dependencies, ...optionalDependencies });
    t.same(
      names.filter((name) => !isLocked(place, name)),
      [],
      place,
    );
  }
});

t.test('the lock file names no registry', async (t) => {
  t.notOk(Object.values(packages).some(({ resolved }) => resolved?.startsWith('http')));
});
