import { message } from '../../../core/message.js';
import { isCount } from '../match/count.js';
import { describeEvent, findEvents } from './events.js';
import { resultOf } from './result.js';
import type { CheckKind } from './types.js';

/** Whether so many events of the run are as the check wants them; where too many are, these are what was found. */
export const checkEvent: CheckKind = ({ event = {}, count }, { events = [], saved }) => {
  const found = findEvents(events, event, saved);
  const shown = found.length > 0 ? found : events;
  return resultOf(
    isCount(found.length, count),
    shown.length > 0 ? shown.map(describeEvent) : [message`no event came`],
  );
};
