import { rmSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { explainPhrase, TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { lockFile } from '../kernel/lock.js';
import { buildImage } from './images/build-image.js';
import { findImage, removeImages, removeUnfinished, type Image } from './images/image.js';
import { imageKey, type ImageRecipe } from './images/image-key.js';
import { resumeImage, type ResumedImage } from './images/resume-image.js';
import type { Kernel } from './kernels/kernel.js';
import { acceleratorsToTry, rememberBrokenKvm } from './machine/accelerator.js';
import { architecture, type Accelerator } from './machine/architectures.js';
import { productRoot, type LabPaths } from './paths.js';
import type { Progress } from './progress.js';
import { findHelper, findTool } from './tools.js';

/** What opening a machine needs to know. */
export interface OpenContext {
  readonly paths: LabPaths;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly progress: Progress;
  readonly signal?: AbortSignal | undefined;
}

/** A machine of the lab that runs, and the image it runs from. */
export interface OpenedMachine extends ResumedImage {
  readonly image: Image;
}

/**
 * A running machine with this kernel: resumed from its image, which is built first where there is none, and built
 * again, once, where it is broken. Tries KVM before emulation. Throws `tool-missing`.
 */
export async function openMachine(kernel: Kernel, context: OpenContext): Promise<OpenedMachine> {
  const [first = 'tcg', ...others] = acceleratorsToTry(context.paths.memory);
  try {
    return await openWith(first, kernel, context);
  } catch (error) {
    const next = others[0];
    if (!next || context.signal?.aborted) throw error;
    rememberBrokenKvm(context.paths.memory);
    context.progress.note(message`KVM does not work here (${explainPhrase(error)}), emulating from now on`);
    return openWith(next, kernel, context);
  }
}

async function openWith(
  accelerator: Accelerator,
  kernel: Kernel,
  context: OpenContext,
): Promise<OpenedMachine> {
  const { paths, env, progress } = context;
  const recipe: ImageRecipe = {
    kernel,
    accelerator,
    architecture: architecture(),
    qemu: findTool('qemu', env),
    node: process.execPath,
    busybox: findTool('busybox', env),
    bpftool: findTool('bpftool', env),
    product: productRoot(),
  };
  const key = imageKey(recipe);
  const setpriv = findHelper('setpriv', env);
  const resume = async (image: Image) => ({
    ...(await resumeImage(image, { ...recipe, ...context, setpriv })),
    image,
  });
  const found = findImage(paths.images, key);
  if (found) {
    try {
      return await resume(found);
    } catch (error) {
      if (context.signal?.aborted) throw error;
      progress.note(
        message`the image of Linux ${kernel.release} is broken (${explainPhrase(error)}), building it again`,
      );
    }
  }
  await buildOnce(recipe, key, found, { ...context, setpriv });
  const built = findImage(paths.images, key);
  if (!built)
    throw new TseccError(
      'tool-missing',
      message`open lab: the image just built in '${paths.images}' is gone`,
    );
  return resume(built);
}

/** Builds the image unless somebody else did while we waited for the lock; `broken` is the one not to be used. */
async function buildOnce(
  recipe: ImageRecipe,
  key: string,
  broken: Image | undefined,
  context: OpenContext & { readonly setpriv: string | undefined },
): Promise<void> {
  const { paths, progress, signal } = context;
  await mkdir(paths.images, { recursive: true, mode: 0o700 }).catch(() => undefined);
  const onWait = () => progress.step(message`wait for another tsecli, which builds an image`);
  using _lock = await lockFile(join(paths.images, '.lock'), 'exclusive', { signal, onWait });
  const present = findImage(paths.images, key);
  if (present && present.description.id !== broken?.description.id) return;
  rmSync(join(paths.images, key), { recursive: true, force: true });
  removeUnfinished(paths.images);
  await buildImage(recipe, { images: paths.images, setpriv: context.setpriv, progress, signal });
  const outdated = ({ directory, description }: Image) =>
    description.kernel === recipe.kernel.image && directory !== join(paths.images, key);
  removeImages(paths.images, outdated);
}
