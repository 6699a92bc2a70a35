import { errno, errnoOf } from './errno.js';

/** Takes away something of the network that may have gone by itself, as with its interface: then there is no error. */
export function ifThere(remove: () => void): void {
  try {
    remove();
  } catch (error) {
    const number = errnoOf(error);
    if (number !== errno.ENOENT && number !== errno.ENODEV && number !== errno.EINVAL) throw error;
  }
}
