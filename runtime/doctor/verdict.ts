import type { Check } from '../../core/doctor/types.js';
import { exitCodes, type ErrorCode } from '../../core/errors.js';
import { message, type Message } from '../../core/message.js';
import { labCure } from '../kernel/lab-cure.js';

/** What the checks come to. */
export interface Verdict {
  /** Where tsecli can work, or the kind of what prevents it. */
  readonly outcome: 'host' | 'lab' | ErrorCode;
  readonly exitCode: number;
  readonly said: Message;
}

/** What has to be well for a run on this host, in the order in which a run would complain, and how it would. */
const needed: readonly (readonly [id: RegExp, code: ErrorCode])[] = [
  [/^(?:bpftool|calls)$/, 'tool-missing'],
  [/^load$/, 'not-permitted'],
  [/^mount:bpf$/, 'kernel-cannot'],
  [/^program:|^source:/, 'kernel-cannot'],
];

/** Whether the main work can be done: on this host, or else in the lab, of which `lab` has the answer. */
export function judge(checks: readonly Check[], lab: boolean): Verdict {
  const failed = needed.find(([id]) => checks.some((check) => id.test(check.id) && isBad(check)));
  if (!failed) return { outcome: 'host', exitCode: 0, said: message`tsecli can work here` };
  if (lab) {
    return {
      outcome: 'lab',
      exitCode: 0,
      said: message`tsecli cannot do this here, but in its lab: ${labCure('kernel') ?? ''}`,
    };
  }
  const [, outcome] = failed;
  return { outcome, exitCode: exitCodes[outcome], said: message`tsecli cannot do this here` };
}

const isBad = ({ state }: Check): boolean => state === 'missing';
