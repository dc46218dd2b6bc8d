/** From the camera to the page of the links with which others may watch. */

import { find } from '../../app/dom.js';

/**
 * The server must know what is planned before it can make a link to it.
 *
 * @param {HTMLElement} root
 * @param {Pick<import('../upload/attempt-api.js').AttemptApi, 'put'>} api
 * @param {import('../attempt/attempt.js').Attempt} attempt
 */
export async function invite(root, api, attempt) {
    const known = await api.put(attempt).catch((fault) => void console.error(fault));
    if (known) {
        location.assign(`/practice/${attempt.id}/live`);
    }
    find('[data-not-invited]', root).hidden = Boolean(known);
}
