/** After the recording, on the phone: what the viewers said, and how the host reacted. */

import { find, fromTemplate, message } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { occurrencesOf } from './record.js';

/**
 * @param {HTMLElement} section
 * @param {import('../attempt/attempt.js').Attempt} attempt
 */
export function showOccurrences(section, attempt) {
    const occurrences = occurrencesOf(attempt);
    const scenario = attempt.audience?.scenario;
    section.hidden = occurrences.length === 0;
    find('[data-occurrence-list]', section).replaceChildren(...occurrences.map((one) => {
        const item = fromTemplate('template', section);
        const event = scenario?.timeline.find(({ id }) => id === one.event);
        find('[data-at]', item).textContent = minutes(one.ms);
        find('[data-who]', item).textContent = scenario?.people.find(({ id }) => id === event?.who)?.name ?? '';
        find('[data-words]', item).textContent = event?.says[one.says] ?? '';
        find('[data-outcome]', item).textContent = outcome(one, event?.within ?? 0);
        find('[data-does]', item).textContent = event?.does ?? '';
        return item;
    }));
}

/** @param {import('./occurrence.js').Occurrence} occurrence @param {number} within seconds for a good answer */
function outcome({ answeredAfterMs, namedAfterMs, heard }, within) {
    const seconds = Math.round((answeredAfterMs ?? 0) / 1_000);
    const answered = answeredAfterMs !== undefined
        ? message(seconds <= within ? 'occurrence-answered' : 'occurrence-late', { seconds })
        : message(heard ? 'occurrence-missed' : 'occurrence-unheard');
    return namedAfterMs === undefined ? answered : `${message('occurrence-named')} ${answered}`;
}
