import { message, type Phrase } from '../../../core/message.js';
import { sectionTable, type ProgramKind } from '../../../core/object/section-table.js';
import { doctorContext } from '../../../runtime/doctor/examine.js';
import { checkKind } from '../../../runtime/doctor/kinds.js';
import type { Kernel } from '../../../runtime/kernel/types.js';
import type { Needs } from '../lessons/types.js';
import { lackingLinux } from './lacking-linux.js';

/** What this host lacks of what a lesson needs: each kind of program is tried, as `tsecli doctor` does. */
export async function lackOnHost(
  kernel: Kernel,
  env: Readonly<Record<string, string | undefined>>,
  needs: Needs,
): Promise<Phrase | undefined> {
  const { context } = await doctorContext(kernel, env);
  for (const kind of needs.kinds ?? []) {
    if (!isKind(kind)) continue;
    const { state, detail = '' } = checkKind(kind, context);
    if (state === 'missing' || state === 'unknown') return message`${kind}: ${detail}`;
  }
  return lackingLinux(kernel.release, needs);
}

const kinds: ReadonlySet<string> = new Set(sectionTable.map(({ kind }) => kind));

const isKind = (name: string): name is ProgramKind => kinds.has(name);
