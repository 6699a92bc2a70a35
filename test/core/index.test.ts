import t from 'tap';
import * as core from '../../core/index.js';

t.test('the library gives readers, errors and what both commands share', async (t) => {
  t.strictSame(Object.keys(core).sort(), [
    'BtfError',
    'ElfError',
    'TseccError',
    'escapeText',
    'exitCodes',
    'initialValue',
    'nearest',
    'nearestFunctions',
    'parseSection',
    'plainTypeName',
    'readBtf',
    'readBtfExt',
    'readElf',
    'readObject',
    'relocationsFor',
    'renameSection',
    'sizeOf',
    'skipQualifiers',
    'typeName',
    'version',
  ]);
});
