import { message, type Message } from '../../core/message.js';

/** What helps who is not let in. */
export function loginCure(registry: string): Message {
  return message`log in with: tsecli login ${registry}`;
}
