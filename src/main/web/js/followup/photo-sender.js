/** Sends photos whose visits the server has. The same file is kept once there, so one sent twice does no harm. */

import { PERSON, Refusal } from '#app/http.js';

const TIMEOUT_MS = 120_000;
const TOO_LARGE = 413;
/** No later try makes a picture of these. Whatever else is refused may be taken another day: there may be room then. */
const NO_PICTURE = ['store.photo-not-a-picture', 'store.photo-heic', 'store.photo-too-large', 'store.photo-too-many-pixels'];

/**
 * @param {object} ports
 * @param {string} ports.person phones are shared: photos of one person are never sent in the session of another
 * @param {import('./photo-store.js').PhotoStore} ports.photos
 * @param {Pick<import('../app/outbox.js').Outbox, 'waiting' | 'refused'>} ports.outbox
 * @param {Pick<import('../app/http.js').HttpClient, 'call' | 'json'>} ports.http
 */
export function createPhotoSender({ person, photos, outbox, http }) {
    /** @type {Promise<void> | undefined} */
    let sending;

    /** @param {import('./photo-store.js').WaitingPhoto} waiting */
    const send = async ({ visit, photo }) => {
        const body = new FormData();
        body.append('photo', photo, 'photo.jpg');
        try {
            const request = { body, headers: { [PERSON]: person }, timeoutMs: TIMEOUT_MS };
            await http.call('POST', `/api/follow-up/visits/${visit}/photos`, request);
        } catch (fault) {
            if (!(fault instanceof Refusal)) {
                throw fault;
            }
            console.warn('photo refused:', fault.message);
            if (!isNoPicture(fault)) {
                return;
            }
        }
        await photos.remove(visit);
    };

    const sendAll = async () => {
        const all = await photos.of(person);
        if (!all.length) {
            return;
        }
        const held = new Set([...(await outbox.waiting()), ...(await outbox.refused())].map(({ id }) => id));
        const ready = all.filter(({ visit }) => !held.has(visit));
        if (ready.length && /** @type {{id: string}} */ (await http.json('GET', '/api/me')).id === person) {
            for (const one of ready) {
                await send(one);
            }
        }
    };

    return {
        /** Sends what can be sent; what cannot stays. */
        flush: () => {
            sending ??= sendAll()
                .catch((fault) => console.warn('photos:', fault.message))
                .finally(() => {
                    sending = undefined;
                });
            return sending;
        },
        count: async () => (await photos.of(person)).length,
    };
}

/** @param {Refusal} refusal */
function isNoPicture({ status, problem }) {
    return status === TOO_LARGE || (problem.errors ?? []).some(({ code }) => NO_PICTURE.includes(code ?? ''));
}
