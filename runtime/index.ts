export { main, type MainHooks } from './cli.js';
export { startRun, type Run, type RunOptions } from './run.js';
export type { Attachment } from './configure/attach-elsewhere.js';
export type { Link } from './attach/types.js';
export type { TraceEvent, TraceLine } from './readers/trace-lines.js';
export { renderJson } from './render/json.js';
export { renderTraceText } from './render/trace-text.js';
