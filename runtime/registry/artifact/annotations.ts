import type { OpenedPackage } from '../../../core/package/types.js';

/** What people see of a package in a registry. No time: the same package has the same digest, whenever it is pushed. */
export function packageAnnotations({ manifest }: OpenedPackage): Readonly<Record<string, string>> {
  const { obj_name: name, doc } = manifest.meta.bpf_skel;
  const told = { description: doc?.brief ?? doc?.description, version: doc?.version };
  const given = Object.entries({ title: name.replace(/_bpf$/, ''), ...told }).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
  );
  return Object.fromEntries(given.map(([key, text]) => [`org.opencontainers.image.${key}`, text]));
}

/** The object's file name. Other tools write files by it: so nothing of a path is left of the package's own word. */
export function objectFileName(opened: OpenedPackage): string {
  return `${fileName(opened)}.bpf.o`;
}

/** A bundle's file name, by the same rule. */
export function bundleFileName(opened: OpenedPackage): string {
  return `${fileName(opened)}.tar`;
}

function fileName({ manifest }: OpenedPackage): string {
  const name = manifest.meta.bpf_skel.obj_name.replaceAll(/[^\w-]+/g, '_').slice(0, 100);
  return name === '' ? 'object' : name.replace(/_bpf$/, '');
}
