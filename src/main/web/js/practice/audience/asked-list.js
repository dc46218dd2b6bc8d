/** After the recording, on the phone: what viewers asked, and what the host did. */

import { find, message } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { askedBefore } from './record.js';

/**
 * @param {HTMLElement} section
 * @param {import('../attempt/attempt.js').Attempt} attempt
 */
export function showAsked(section, attempt) {
    const asked = askedBefore(attempt);
    section.hidden = asked.length === 0;
    const template = /** @type {HTMLTemplateElement} */ (find('template', section));
    find('[data-asked-list]', section).replaceChildren(...asked.map((one) => {
        const item = /** @type {HTMLElement} */ (template.content.cloneNode(true).firstChild);
        const { scenario } = /** @type {import('./record.js').Audience} */ (attempt.audience);
        const event = scenario.timeline.find(({ id }) => id === one.event);
        find('[data-asked-at]', item).textContent = minutes(one.ms);
        find('[data-asked-who]', item).textContent = scenario.people.find(({ id }) => id === event?.who)?.name ?? '';
        find('[data-asked-words]', item).textContent = event?.says[one.says] ?? '';
        find('[data-asked-outcome]', item).textContent = outcome(one, event?.within ?? 0);
        find('[data-asked-does]', item).textContent = event?.does ?? '';
        return item;
    }));
}

/** @param {import('./engine.js').Asked} one @param {number} within */
function outcome({ answeredAfterMs, namedAfterMs, heard }, within) {
    const seconds = Math.round((answeredAfterMs ?? 0) / 1_000);
    const answered = answeredAfterMs !== undefined
        ? message(seconds <= within ? 'asked-answered' : 'asked-late', { seconds })
        : message(heard ? 'asked-missed' : 'asked-unheard');
    return namedAfterMs === undefined ? answered : `${message('asked-named')} ${answered}`;
}
