import { message, type Phrase } from '../message.js';
import { dataMapIdent } from '../object/data-map-name.js';
import { parseSection } from '../object/program-kinds.js';
import { readStructOps } from '../object/struct-ops.js';
import type { BpfObject } from '../object/types.js';
import { packageError } from './package-error.js';
import type { PackageManifest } from './types.js';

/**
 * Holds what a manifest says to its object: names and attach points of programs, names of maps and variables, places
 * and sizes of variables, helpers. What the manifest does not speak of is no disagreement. Throws `package-invalid`.
 */
export function requireAgreement(manifest: PackageManifest, object: BpfObject): void {
  const why =
    programDisagreement(manifest, object) ??
    mapDisagreement(manifest, object) ??
    variableDisagreement(manifest, object) ??
    ownDisagreement(manifest, object);
  if (why === undefined) return;
  throw packageError(why, { cure: message`it was changed after it was made: get or compile it again` });
}

/** A list that has any is whole: a program that is not on it would go unseen. Packages without lists say nothing. */
function programDisagreement({ meta }: PackageManifest, { programs }: BpfObject): Phrase | undefined {
  const { progs } = meta.bpf_skel;
  if (!progs?.length) return undefined;
  const sections = new Map(programs.map(({ name, section }) => [name, section]));
  for (const { name, attach } of progs) {
    const section = sections.get(name);
    if (section === undefined) return message`the manifest has a program '${name}', its object has none`;
    if (attach !== section) {
      return message`the manifest attaches '${name}' to ${attach}, its object to ${section}`;
    }
  }
  const listed = new Set(progs.map(({ name }) => name));
  // One behind another of its name would go unseen as well.
  const hidden = programs.find(
    ({ name }, index) => !listed.has(name) || programs.findIndex((each) => each.name === name) < index,
  );
  return hidden && message`its object has a program '${hidden.name}', the manifest does not tell of it`;
}

function mapDisagreement({ meta }: PackageManifest, object: BpfObject): Phrase | undefined {
  const { maps } = meta.bpf_skel;
  // Without BTF the object's maps are not known here.
  if (!maps?.length || !object.btf) return undefined;
  const own = new Set(object.maps.map(({ name }) => name));
  const made = new Set([
    ...object.dataSections.map(({ name }) => dataMapIdent(name)),
    ...readStructOps(object).map(({ name }) => name),
  ]);
  const stray = maps.find(({ name, ident }) => !own.has(name) && !made.has(ident));
  if (stray) return message`the manifest has a map '${stray.name}', its object has none`;
  const listed = new Set(maps.map(({ name }) => name));
  const hidden = object.maps.find(({ name }) => !listed.has(name));
  return hidden && message`its object has a map '${hidden.name}', the manifest does not tell of it`;
}

function variableDisagreement(
  { meta }: PackageManifest,
  { btf, dataSections }: BpfObject,
): Phrase | undefined {
  if (!btf) return undefined;
  for (const { name: section, variables } of meta.bpf_skel.data_sections ?? []) {
    const found = dataSections.find(({ name }) => name === section);
    const names = new Set(found?.variables.map(({ name }) => name));
    const stray = variables.find(({ name }) => !names.has(name));
    if (stray) return message`the manifest has a variable '${stray.name}' in ${section}, its object has none`;
  }
  for (const [section, facts] of Object.entries(meta.tsecc?.variables ?? {})) {
    const variables = dataSections.find(({ name }) => name === section)?.variables ?? [];
    for (const [name, { offset, size }] of Object.entries(facts)) {
      const found = variables.find((each) => each.name === name);
      if (!found) return message`the manifest has a variable '${name}' in ${section}, its object has none`;
      if (found.offset === offset && found.size === size) continue;
      return message`the manifest has the variable '${name}' at ${offset} with ${size} bytes, its object at ${found.offset} with ${found.size}`;
    }
  }
  return undefined;
}

/** What tsecc found in the object when it wrote the package. */
function ownDisagreement({ meta }: PackageManifest, { programs }: BpfObject): Phrase | undefined {
  for (const [name, facts] of Object.entries(meta.tsecc?.programs ?? {})) {
    const program = programs.find((each) => each.name === name);
    if (!program) return message`the manifest has a program '${name}', its object has none`;
    const { kind } = parseSection(program.section);
    if (facts.kind !== kind)
      return message`the manifest calls '${name}' a ${facts.kind}, its object a ${kind}`;
    if (facts.helpers.join() === program.helpers.join()) continue;
    return message`the manifest has '${name}' call the helpers ${facts.helpers.join(', ') || '-'}, its object ${program.helpers.join(', ') || '-'}`;
  }
  return undefined;
}
