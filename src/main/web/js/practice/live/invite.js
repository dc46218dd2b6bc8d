/** From the camera to the page of the links with which others may watch. */

import { find } from '../../app/dom.js';

/**
 * The server must know what is planned before it can make a link to it.
 *
 * @param {HTMLElement} root
 * @param {object} ports
 * @param {Pick<import('../upload/attempt-api.js').AttemptApi, 'put'>} ports.api
 * @param {Pick<import('../attempt/attempt-store.js').AttemptStore, 'update'>} ports.store
 * @param {import('../attempt/attempt.js').Attempt} attempt
 */
export async function invite(root, { api, store }, attempt) {
    const known = await api.put(attempt).catch((fault) => void console.error(fault));
    if (known) {
        await store.update(attempt.id, (fresh) => {
            fresh.invited = true;
        });
        location.assign(`/practice/${attempt.id}/live`);
    }
    find('[data-not-invited]', root).hidden = Boolean(known);
}
