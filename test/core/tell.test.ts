import t from 'tap';
import { speaking } from '../../core/language.js';
import { message } from '../../core/message.js';
import { tell } from '../../core/tell.js';
import { memoryIo } from '../fixtures/kernel/memory-io.js';

t.test(
  'a line is told in the language of the surroundings, with control characters made visible',
  async (t) => {
    const io = memoryIo({});
    tell(io, message`read '${'a\x1b[2J'}': ${message`no such file`}`);
    tell(await speaking(['--lang', 'zh'], io), message`it is a directory`);
    t.equal(io.errors(), "read 'a\\x1b[2J': no such file\n这是目录\n");
  },
);
