import { readObject } from '../../core/object/read-object.js';
import type { OpenedPackage } from '../../core/package/types.js';
import type { Kernel } from '../kernel/types.js';
import type { Selection } from '../options/parse-options.js';
import { planSources } from '../readers/plan-sources.js';
import { viewStreams } from './record-view.js';

/**
 * Throws `usage` for `--fields`, `--filter` and `--sort` that fit no record of the package, before anything is loaded
 * or a lab is started; the kernel is only asked for what sizes records.
 */
export function checkSelection(opened: OpenedPackage, selection: Selection, kernel: Kernel): void {
  const { fields, filter, sort } = selection;
  if ((fields ?? filter ?? sort) === undefined) return;
  const sources = planSources(kernel, { object: readObject(opened.object), meta: opened.manifest.meta });
  viewStreams(
    sources.flatMap(({ streams }) => streams),
    selection,
  );
}
