import type { CommandIo } from '../../core/command.js';
import { tell } from '../../core/tell.js';
import type { Bpftool } from '../bpftool/bpftool.js';
import { toolsFor } from '../bpftool/tools-for.js';
import type { Kernel } from '../kernel/types.js';
import type { FetchedPackage } from '../source/types.js';

/** The bpftool that a bundle's types ask for; undefined for the usual one. What the user should know of it is told. */
export async function bundledTools(
  { btfs }: Pick<FetchedPackage, 'btfs'>,
  kernel: Kernel,
  io: CommandIo,
): Promise<Bpftool | undefined> {
  const { bpftool, notes } = await toolsFor({ btfs }, { kernel, path: io.env['PATH'] });
  for (const note of notes) tell(io, note);
  return bpftool;
}
