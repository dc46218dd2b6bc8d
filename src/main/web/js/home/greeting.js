/** A page that was stored may be shown at another time of day. */

import { find } from '../app/dom.js';

/** @param {number} [hour] as the phone has it */
export function greet(hour = new Date().getHours()) {
    const greeting = find('[data-greeting]');
    const name = find('[data-name]').textContent?.trim() ?? '';
    const words = greeting.dataset[daytimeAt(hour)];
    if (words) {
        greeting.textContent = words.replace('#', name);
    }
}

/** As the server has it. @param {number} hour */
function daytimeAt(hour) {
    if (hour >= 5 && hour < 11) {
        return 'morning';
    }
    if (hour >= 11 && hour < 13) {
        return 'noon';
    }
    return hour >= 13 && hour < 18 ? 'afternoon' : 'evening';
}
