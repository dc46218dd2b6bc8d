/**
 * Saves a draft automatically: first on this computer, a moment later on the server. It is "saved" only after the server
 * confirmed it; what could not be saved is retried, and restored after the page was closed.
 */

import { Refusal, SignedOut, Unreachable } from '#app/http.js';
import { copyOf, same } from './draft.js';

const PAUSE_MS = 700;
const RETRY_MS = 5_000;

/**
 * @typedef {import('./draft.js').Draft} Draft
 * @typedef {import('./draft.js').Review} Review
 * @typedef {'unsaved' | 'saving' | 'saved' | 'restored' | 'offline' | 'signedOut' | 'failed'} Status
 *
 * @typedef {object} Ports
 * @property {import('./draft.js').DraftModel} draft
 * @property {Pick<import('./review-api.js').ReviewApi, 'save'>} api
 * @property {import('./draft-backup.js').DraftBackup} backup
 * @property {import('../app/clock.js').Clock} clock
 * @property {string} title of the page, to name the copy on this computer
 * @property {(status: Status, detail?: string) => void} onStatus with the instant of what was saved, or why it failed
 * @property {(draft: Draft, why?: string) => void} onLost it can no longer be saved: the text must be
 *     shown to its mentor
 * @property {(mine: Draft, theirs: Review) => Promise<Draft>} resolveConflict what to save after another window
 *     saved too
 */

export class Autosave {
    #ports;
    #draft;
    #cancelSave = () => {};
    /** Whether a save is planned; otherwise the next letter plans one. */
    #planned = false;
    /** @type {Promise<void> | undefined} */
    #saving;
    #lost = false;

    /** @param {Ports} ports */
    constructor(ports) {
        this.#ports = ports;
        this.#draft = ports.draft;
        this.version = ports.draft.review.version;
        this.#draft.addEventListener('written', () => this.#written());
        if (this.#draft.review.savedAt) {
            this.#reportSaved();
        }
    }

    /** Restores what the last visit could not save. */
    async restore() {
        const { backup, onStatus } = this.#ports;
        const { review } = this.#draft;
        const copy = backup.get(review.id);
        if (!copy || same(copy.draft, this.#draft.content)) {
            backup.remove(review.id);
        } else if (copy.version === this.version) {
            this.#draft.replace(copy.draft);
            onStatus('restored');
            this.#saveIn(PAUSE_MS);
        } else {
            this.#draft.replace(copy.draft);
            await this.#resolve(review);
        }
    }

    /** Saves everything written so far. @returns {Promise<boolean>} whether all of it is on the server */
    async flush() {
        this.#cancelSave();
        await this.#saving;
        if (this.#isDirty()) {
            await this.#save();
        }
        return !this.#lost && !this.#isDirty();
    }

    /** Saves without the pause, if there is something to save. */
    saveNow() {
        this.#saveIn(0);
    }

    #isDirty() {
        return !this.#lost && !same(this.#draft.content, this.#draft.review.draft);
    }

    #reportSaved() {
        const { clock, onStatus } = this.#ports;
        onStatus('saved', this.#draft.review.savedAt ?? new Date(clock.now()).toISOString());
    }

    #backUp() {
        const { backup, clock, title } = this.#ports;
        backup.put(this.#draft.review.id, { version: this.version, at: clock.now(), title, draft: this.#draft.content });
    }

    #written() {
        this.#backUp();
        if (this.#lost) {
            this.#ports.onLost(this.#draft.content);
        } else {
            this.#ports.onStatus('unsaved');
            this.#saveIn(PAUSE_MS);
        }
    }

    /** @param {number} ms */
    #saveIn(ms) {
        this.#cancelSave();
        this.#planned = true;
        this.#cancelSave = this.#ports.clock.after(ms, () => {
            this.#planned = false;
            this.#save();
        });
    }

    #save() {
        this.#saving ??= this.#put().finally(() => {
            this.#saving = undefined;
            if (this.#isDirty() && !this.#planned) {
                this.#saveIn(PAUSE_MS);
            }
        });
        return this.#saving;
    }

    async #put() {
        this.#planned = false;
        if (!this.#isDirty()) {
            return;
        }
        const sent = copyOf(this.#draft.content);
        this.#ports.onStatus('saving');
        try {
            this.#onSaved(await this.#ports.api.save(this.#draft.review, sent, this.version), sent);
        } catch (fault) {
            await this.#onFault(fault);
        }
    }

    /** @param {Review} review @param {Draft} sent */
    #onSaved(review, sent) {
        this.version = review.version;
        // The server trims text and sorts: the draft is compared with what was sent, not with the response.
        this.#draft.saved({ ...review, draft: sent });
        if (same(this.#draft.content, sent)) {
            this.#ports.backup.remove(review.id);
            this.#reportSaved();
        } else {
            this.#backUp();
        }
    }

    /** @param {unknown} fault */
    async #onFault(fault) {
        const { onStatus } = this.#ports;
        const { status, problem, message } = fault instanceof Refusal ? fault : new Refusal(0, {});
        if (status === 412) {
            await this.#resolve(/** @type {{current: Review}} */ (/** @type {unknown} */ (problem)).current, message);
        } else if (status === 409 || status === 404) {
            this.#lose(message);
        } else if (status === 422 || status === 413) {
            onStatus('failed', [message, ...(problem.errors ?? []).map((error) => error.message)].join(' '));
            // Retrying the same text is useless.
            this.#planned = true;
        } else {
            onStatus(fault instanceof SignedOut ? 'signedOut' : 'offline');
            this.#saveIn(Math.max(RETRY_MS, fault instanceof Unreachable ? fault.waitMs : 0));
        }
    }

    /** @param {string} why */
    #lose(why) {
        const { onLost, onStatus } = this.#ports;
        this.#lost = true;
        this.#backUp();
        onLost(this.#draft.content, why);
        onStatus('failed', why);
    }

    /** @param {Review} theirs @param {string} [why] they are put beside mine */
    async #resolve(theirs, why = '') {
        if (theirs.rubricVersion !== this.#draft.review.rubricVersion) {
            // Marks of this page are for criteria that may be no longer there.
            this.#lose(why);
            return;
        }
        const draft = await this.#ports.resolveConflict(this.#draft.content, theirs);
        this.version = theirs.version;
        this.#draft.review = theirs;
        this.#draft.replace(draft);
        if (this.#isDirty()) {
            this.#written();
        } else {
            this.#ports.backup.remove(theirs.id);
            this.#reportSaved();
        }
    }
}
