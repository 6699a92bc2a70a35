import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { escapeText } from '../../core/escape.js';
import { allImages } from './images/image.js';
import { pulledKernels } from './kernels/kernel.js';
import type { LabPaths } from './paths.js';
import { runningLabs } from './running/running-labs.js';
import { message, type Translate } from '../../core/message.js';

/** The text of `tsecli lab list`: a line for each kernel and each running lab. */
export function listLab(paths: LabPaths, translate: Translate = String): string {
  const images = allImages(paths.images);
  const kernels = pulledKernels(paths.kernels).map(({ label, release, image }) => {
    const own = images.filter(({ description }) => description.kernel === image);
    const state = own.length > 0 ? 'ready' : 'pulled';
    const size = diskUse(join(image, '..')) + own.reduce((sum, { directory }) => sum + diskUse(directory), 0);
    return [label, release, state, megabytes(size)];
  });
  const pulledImages = new Set(pulledKernels(paths.kernels).map(({ image }) => image));
  const others = images
    .filter(({ description }) => !pulledImages.has(description.kernel))
    .map(({ directory, description }) => [
      description.kernel,
      description.kernelRelease,
      'ready',
      megabytes(diskUse(directory)),
    ]);
  const rows = [...kernels, ...others];
  const labs = runningLabs(paths.running).map(({ kernelRelease, owner, started }) => {
    const seconds = Math.round((Date.now() - started) / 1000);
    return escapeText(
      translate(message`running: Linux ${kernelRelease}, process ${owner}, for ${seconds} s`),
    );
  });
  const table =
    rows.length > 0
      ? layOut([['KERNEL', 'RELEASE', 'STATE', 'DISK'], ...rows])
      : [translate(message`no kernels yet`)];
  return [...table, ...labs].join('\n') + '\n';
}

function layOut(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => escapeText(cell).padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

/** Bytes on disk: memory files have holes. */
function diskUse(directory: string): number {
  return readdirSync(directory, { recursive: true })
    .map((name) => statSync(join(directory, String(name))).blocks * 512)
    .reduce((sum, size) => sum + size, 0);
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1024 / 1024)} MB`;
}
