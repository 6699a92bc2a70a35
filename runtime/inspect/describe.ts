import { readObject } from '../../core/object/read-object.js';
import type { BpfObject } from '../../core/object/types.js';
import { requireAgreement } from '../../core/package/agreement.js';
import type { OpenedPackage, PackageMeta } from '../../core/package/types.js';
import { argumentsOf } from '../arguments/arguments-of.js';
import { digestOf } from '../trust/fingerprint.js';
import { describeEvents } from './describe-events.js';
import { describeMaps } from './describe-maps.js';
import { describePrograms } from './describe-programs.js';
import { findPowers, findSights } from './find-capabilities.js';
import { findNeeds } from './find-needs.js';
import type { PackageDescription } from './types.js';

/**
 * Says what a package is and may do, by its object. Throws `package-invalid` for a broken object and for a manifest
 * that disagrees with it.
 */
export function describePackage(opened: OpenedPackage): PackageDescription {
  const { manifest } = opened;
  const { meta } = manifest;
  const object = readObject(opened.object);
  requireAgreement(manifest, object);
  const name = meta.bpf_skel.obj_name;
  const programs = describePrograms(object, manifest);
  const maps = describeMaps(object, name);
  return {
    name,
    about: meta.bpf_skel.doc?.description ?? meta.bpf_skel.doc?.brief,
    programs,
    maps,
    sees: findSights(programs),
    changes: findPowers(programs, maps),
    needs: findNeeds(object, programs, maps),
    arguments: describeArguments(object, meta),
    events: describeEvents(object, meta, programs),
    license: object.license,
    objectSize: opened.object.length,
    objectDigest: digestOf(opened.object),
    builder: { tsecc: meta.tsecc?.version, eunomia: meta.eunomia_version },
  };
}

function describeArguments(object: BpfObject, meta: PackageMeta): PackageDescription['arguments'] {
  return argumentsOf(object, meta).map(({ name, short, type, defaultText, help }) => ({
    ...{ name, short, type, default: defaultText, help },
  }));
}
