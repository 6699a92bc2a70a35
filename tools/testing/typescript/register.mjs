// @ts-check
// Loaded before a test by node's --import: TypeScript files become JavaScript by esbuild, each once for all tests.
import { register } from 'node:module';

// It came in NODE_OPTIONS, the one way to be ahead of tap's own hooks; the programs that tests start need none of it.
delete process.env['NODE_OPTIONS'];
// tap's plugin for TypeScript would load the whole compiler into every test.
process.env['TAP_TYPE_STRIP_ONLY'] = '1';

register('./hooks.mjs', import.meta.url);
