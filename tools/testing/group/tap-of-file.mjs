// @ts-check
// What a test file of a group imports as `tap`: `?file=` says which.
import { topOf } from './run-group.mjs';

export * from 'tap';
// oxlint-disable-next-line import/no-default-export -- that is what tap exports.
export default topOf(new URL(import.meta.url).searchParams.get('file') ?? '');
