/**
 * All of a person's work that this phone has and the server has not: what signing out would leave here, and what
 * `/unsent` lists.
 *
 * @typedef {import('../practice/attempt/attempt.js').Attempt} Attempt
 *
 * @typedef {object} UnsentWork
 * @property {import('../app/outbox.js').SyncRecord[]} waiting
 * @property {import('../app/outbox.js').SyncRecord[]} refused
 * @property {Attempt[]} recordings those to be deleted on the server too
 * @property {import('../practice/selfreview/self-review-store.js').Stored[]} reviews what hosts say of their recordings
 * @property {import('../narration/take-store.js').Take[]} sentences spoken for lessons
 * @property {import('../followup/photo-store.js').WaitingPhoto[]} photos of visits
 * @property {string[]} drafts reviews of recordings, by id, with words that are on this phone only
 *
 * @typedef {object} Held what the phone's stores hold of the person
 * @property {UnsentWork['waiting']} waiting
 * @property {UnsentWork['refused']} refused
 * @property {Attempt[]} attempts
 * @property {{key: string, sent?: boolean}[]} kept
 * @property {UnsentWork['sentences']} takes
 * @property {UnsentWork['photos']} photos
 * @property {string[]} drafts
 */

import { recordsOf } from '#app/db.js';
import { isPending } from '../app/pending.js';
import { photoStore } from '../followup/photo-store.js';
import { DraftBackup } from '../mentoring/draft-backup.js';
import { takeStore } from '../narration/take-store.js';

/** @param {Held} held @returns {UnsentWork} */
export function unsentIn({ waiting, refused, attempts, kept, takes, photos, drafts }) {
    return {
        waiting,
        refused,
        recordings: attempts.filter((one) => isPending(one) && !one.sentAt),
        reviews: /** @type {any[]} */ (kept.filter(({ sent }) => sent === false)),
        sentences: takes.filter(({ sent }) => !sent),
        photos,
        drafts,
    };
}

/**
 * Stores apart from the others, of which one that cannot be read must not hide the rest.
 *
 * @template T
 * @param {() => T[] | Promise<T[]>} look
 * @returns {Promise<T[]>}
 */
async function orNone(look) {
    try {
        return await look();
    } catch (fault) {
        console.warn('not counted:', fault);
        return [];
    }
}

/** Fails where this phone stores nothing. @param {string} person @returns {Promise<UnsentWork>} */
export async function unsentWork(person) {
    const [waiting, refused, attempts, kept, takes, photos, drafts] = await Promise.all([
        recordsOf('outbox', person), recordsOf('refused', person), recordsOf('attempts', person), recordsOf('kv', person),
        orNone(() => takeStore.all(person)), orNone(() => photoStore.of(person)),
        orNone(() => new DraftBackup(localStorage, person).ids()),
    ]);
    return unsentIn({ waiting, refused, attempts, kept, takes, photos, drafts });
}

/** @param {UnsentWork} work */
export const countOf = (work) => Object.values(work).reduce((sum, some) => sum + some.length, 0);
