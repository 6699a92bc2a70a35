import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { TseccError } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import { removeImages } from './images/image.js';
import { pulledKernels } from './kernels/kernel.js';
import { matchesVersion } from './kernels/versions.js';
import { forgetBrokenKvm } from './machine/accelerator.js';
import type { LabPaths } from './paths.js';

/**
 * Removes the lab's images and pulled kernels, all or those of a version or path, except images that a lab runs from.
 * Gives what was done, as a line. Throws `usage` where there is none of that name.
 */
export function cleanLab(paths: LabPaths, wanted?: string): Message {
  const fits = (release: string, path: string) =>
    wanted === undefined || path === wanted || matchesVersion(release, wanted);
  const kernels = pulledKernels(paths.kernels).filter(({ release, image }) => fits(release, image));
  let images = 0;
  const inUse = removeImages(paths.images, ({ description }) => {
    const chosen = fits(description.kernelRelease, description.kernel);
    if (chosen) images++;
    return chosen;
  });
  if (wanted !== undefined && kernels.length === 0 && images === 0) {
    throw new TseccError('usage', message`lab clean: no kernel '${wanted}' is here`, {
      cure: message`see tsecli lab list`,
    });
  }
  for (const { image } of kernels) rmSync(dirname(image), { recursive: true, force: true });
  if (wanted === undefined) forgetBrokenKvm(paths.memory);
  const removed = images - inUse;
  return inUse > 0
    ? message`lab: removed ${kernels.length} kernels and ${removed} images, ${inUse} in use left`
    : message`lab: removed ${kernels.length} kernels and ${removed} images`;
}
