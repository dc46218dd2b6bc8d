/** Undoes a hand-in, as long as no mentor has begun. */

import { confirmedIn, message } from '../../app/dom.js';
import { Refusal } from '#app/http.js';
import { toast } from '../../app/toast.js';
import { takenBack } from '../upload/completion.js';

/**
 * Requires a confirmation. Only the server knows whether a mentor has begun.
 *
 * @param {string} id
 * @param {import('../ports.js').Ports} ports
 * @returns {Promise<boolean>} whether it was taken back
 */
export async function takeBack(id, { api, store }) {
    if (!(await confirmedIn('take-back'))) {
        return false;
    }
    try {
        await api.takeBack(id);
    } catch (fault) {
        console.warn('not taken back:', fault);
        toast(message(fault instanceof Refusal && fault.status === 409 ? 'mentor-began' : 'not-taken-back'));
        return false;
    }
    await store.update(id, takenBack);
    return true;
}
