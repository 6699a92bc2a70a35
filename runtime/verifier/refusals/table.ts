import type { Refusal } from '../types.js';
import { callRefusals } from './calls.js';
import { flowRefusals } from './flow.js';
import { kernelMemoryRefusals } from './kernel-memory.js';
import { memoryRefusals } from './memory.js';
import { nullRefusals } from './null.js';
import { pointerRefusals } from './pointers.js';
import { referenceRefusals } from './references.js';

/** All kinds of refusals that are explained, the first that fits first. A new one is a row in one of these lists. */
export const refusalTable: readonly Refusal[] = [
  ...nullRefusals,
  ...referenceRefusals,
  ...pointerRefusals,
  ...memoryRefusals,
  ...kernelMemoryRefusals,
  ...callRefusals,
  ...flowRefusals,
];
