import { message, type Message, type Phrase } from '../../core/message.js';
/** The variable that everything in the lab's guest finds in its environment. */
export const labVariable = 'TSECC_LAB';

/** Why this kernel does not do: it lacks something, it is too old, or it does not permit it. */
export type LabReason = 'kernel' | 'newer kernel' | 'rights';

/**
 * What else helps, behind what helps here: the lab; in the lab another kernel, and nothing against missing rights,
 * since everybody is root there. Every cure that names the lab is made here.
 */
export function labCure(reason: LabReason, here?: Phrase): Phrase | undefined {
  const there = process.env[labVariable] === undefined ? onHost[reason] : inLab[reason];
  if (here === undefined || there === undefined) return here ?? there;
  return message`${here}; or ${there}`;
}

const onHost: Readonly<Record<LabReason, Message>> = {
  kernel: message`use --lab`,
  'newer kernel': message`use --lab with a newer kernel`,
  rights: message`use --lab, which needs no root`,
};

const inLab: Readonly<Record<LabReason, Message | undefined>> = {
  kernel: message`use another kernel: --lab=KERNEL`,
  'newer kernel': message`use a newer kernel: --lab=KERNEL`,
  rights: undefined,
};
