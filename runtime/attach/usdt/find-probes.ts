import { fileOffset } from '../../../core/elf/read-segments.js';
import { readUsdtProbes, type UsdtProbe } from '../../../core/elf/read-usdt-probes.js';
import { TseccError } from '../../../core/errors.js';
import { message, type Phrase } from '../../../core/message.js';
import { nearest } from '../../../core/nearest.js';
import { describeCause } from '../../kernel/errno.js';
import type { Binary } from '../binary/types.js';
import type { AttachPoint } from '../types.js';

/** A place of a probe, by offsets in the file. */
export interface ProbePlace {
  readonly probe: UsdtProbe;
  readonly offset: number;
  /** 0 for a probe without. */
  readonly semaphore: number;
}

/** All places of `provider:name` in a binary. Throws `attach-failed` when it has none, with the nearest names. */
export function findProbes(point: AttachPoint, binary: Binary, wanted: string): readonly ProbePlace[] {
  const probes = readProbes(point, binary);
  const places = probes
    .filter((probe) => nameOf(probe) === wanted)
    .map((probe) => placeOf(point, binary, probe));
  if (places.length > 0) return places;
  const names = [...new Set(probes.map(nameOf))];
  const near = nearest(wanted, names);
  const best = near[0];
  throw failed(
    point,
    message`${binary.path} has no static probe ${wanted}`,
    names.length === 0
      ? message`it has none at all: it was built without them`
      : best === undefined
        ? message`it has ${names.slice(0, 5).join(', ')}${names.length > 5 ? ', …' : ''}`
        : message`nearest: ${near.join(', ')}; try --attach ${point.program}=usdt/${binary.path}:${best}`,
  );
}

function readProbes(point: AttachPoint, binary: Binary): readonly UsdtProbe[] {
  try {
    return readUsdtProbes(binary.elf);
  } catch (cause) {
    throw failed(point, message`cannot read the static probes of ${binary.path}: ${describeCause(cause)}`);
  }
}

function nameOf({ provider, name }: UsdtProbe): string {
  return `${provider}:${name}`;
}

function placeOf(point: AttachPoint, { path, segments }: Binary, probe: UsdtProbe): ProbePlace {
  const offset = fileOffset(segments, probe.address);
  const semaphore = probe.semaphore === 0 ? 0 : fileOffset(segments, probe.semaphore);
  if (offset === undefined || semaphore === undefined) {
    throw failed(
      point,
      message`the note of its probe in ${path} names an address that the file does not have`,
    );
  }
  return { probe, offset, semaphore };
}

function failed(point: AttachPoint, why: Phrase, cure?: Phrase): TseccError {
  return new TseccError('attach-failed', message`attach '${point.program}' to ${point.section}: ${why}`, {
    cure,
  });
}
