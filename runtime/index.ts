export { main, type MainHooks } from './cli.js';
export { startRun, type Run, type RunOptions } from './run.js';
export {
  configurePackage,
  type Configuration,
  type ConfiguredPackage,
} from './configure/configure-package.js';
export type { Attachment } from './configure/attach-elsewhere.js';
export type { Link } from './attach/types.js';
export type { TraceEvent, TraceLine } from './readers/trace-lines.js';
export type { EventBatch, RecordBatch, Stream } from './readers/types.js';
export { decoderFor, type Decoder } from './decode/decoder.js';
export { jsonWriterFor, type JsonLineWriter } from './decode/json-writer.js';
export type { EventType, Value } from './decode/types.js';
export { renderJson } from './render/json.js';
export { renderTraceText } from './render/trace-text.js';
