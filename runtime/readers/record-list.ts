import type { RecordList } from './types.js';

/** Most records of one batch, so that the rest of the program gets its turn in between. */
const maxRecords = 4096;

/** An empty list of records for a reader. */
export function recordList(size = maxRecords): RecordList {
  return { offsets: new Uint32Array(size), lengths: new Uint32Array(size), count: 0 };
}
