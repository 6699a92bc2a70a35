import type { Check, CheckGroup } from '../../core/doctor/types.js';
import { TseccError } from '../../core/errors.js';
import { message } from '../../core/message.js';
import { headerRows } from './headers.js';
import { installationRows } from './installation.js';
import { programRows } from './programs.js';
import type { CheckRow, DoctorContext, Finding, RowGroup } from './types.js';
import { kernelTypeRows } from './types-of-kernel.js';

const groups: readonly RowGroup[] = [
  { id: 'programs', title: message`Programs`, rows: programRows },
  { id: 'headers', title: message`Headers`, rows: headerRows },
  { id: 'types', title: message`Kernel types`, rows: kernelTypeRows },
  { id: 'installation', title: message`Installation`, rows: installationRows },
];

/** Looks at all that a compile needs, in groups; what can be tried is tried. */
export async function examine(context: DoctorContext): Promise<readonly CheckGroup[]> {
  return await Promise.all(
    groups.map(async ({ id, title, rows }) => ({
      id,
      title,
      checks: await Promise.all(rows.map(async (row) => await check(row, context))),
    })),
  );
}

async function check(row: CheckRow, context: DoctorContext): Promise<Check> {
  const { id, title, needed } = row;
  const { state, detail, cure } = await look(row, context);
  return { id, title, state: state === 'missing' && !needed ? 'limited' : state, detail, cure };
}

async function look({ look: find }: CheckRow, context: DoctorContext): Promise<Finding> {
  try {
    return await find(context);
  } catch (error) {
    if (!(error instanceof TseccError)) throw error;
    return { state: 'missing', detail: error.phrases.message, cure: error.phrases.cure };
  }
}
