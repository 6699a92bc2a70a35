import { message, type Phrase } from '../../../core/message.js';
import type { Lab } from '../../../runtime/lab/lab.js';
import type { Needs } from '../lessons/types.js';
import { lackingLinux } from './lacking-linux.js';

/** What a lab's kernel lacks of what a lesson needs: its own doctor tries each kind. */
export async function lackInLab(
  lab: Pick<Lab, 'exec' | 'kernelRelease'>,
  needs: Needs,
  language: string,
): Promise<Phrase | undefined> {
  const { stdout } = await lab.exec(`tsecli doctor --json --lang=${language}`);
  return lackingKind(stdout, needs) ?? lackingLinux(lab.kernelRelease, needs);
}

/** The first kind that is missing, by what `tsecli doctor --json` printed. */
export function lackingKind(json: string, { kinds = [] }: Needs): Phrase | undefined {
  for (const { id, state, detail } of readChecks(json)) {
    const kind = kinds.find((name) => id === `kind:${name}`);
    if (kind !== undefined && state === 'missing') return message`${kind}: ${detail}`;
  }
  return undefined;
}

interface ToldCheck {
  readonly id: string;
  readonly state: string;
  readonly detail: string;
}

function readChecks(json: string): readonly ToldCheck[] {
  try {
    const document: unknown = JSON.parse(json);
    const checks: unknown =
      typeof document === 'object' && document !== null && 'checks' in document ? document.checks : [];
    return Array.isArray(checks) ? checks.filter(isCheck) : [];
  } catch {
    return [];
  }
}

const isCheck = (value: unknown): value is ToldCheck =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'state' in value &&
  'detail' in value;
