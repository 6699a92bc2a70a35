/** The runtime as a library: what the command `tsecli` does, for programs. */
export { openPackage } from './library/open-package.js';
export { run } from './library/run.js';
export { verifyPackage, type VerifyOptions } from './library/verify-package.js';
export type {
  AnyStreams,
  Attached,
  AttachedProgram,
  Fields,
  Frame,
  HistogramEvent,
  LostEvent,
  QueueOptions,
  RecordEvent,
  RunEvent,
  Running,
  RunOptions,
  StackEvent,
  TextEvent,
  TraceLineEvent,
} from './library/types.js';
export type { Value } from './decode/types.js';
