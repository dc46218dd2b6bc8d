/**
 * Saves by itself: first on this computer, a breath later on the server. The pill says "saved" only after the server did; what could not be saved is
 * tried again, and is found again after the page was closed.
 */

import { wall } from './clock.js';
import { settle } from './conflict.js';
import { showLeftover } from './leftover.js';
import { forget, keep, kept } from './local.js';
import { save } from './server.js';
import { same, structuredCopy } from './sheet.js';

const PAUSE = 700;
const RETRY = 5_000;

export class Saving {
    /** @type {number | undefined} */ #timer;
    /** @type {Promise<void> | undefined} */ #running;
    #lost = false;
    #page;
    #pill;

    /** @param {HTMLElement} page @param {import('./sheet.js').Sheet} sheet */
    constructor(page, sheet) {
        this.#page = page;
        this.#pill = page.querySelector('[data-saved]');
        this.sheet = sheet;
        this.version = sheet.review.version;
        sheet.addEventListener('written', () => this.#written());
        addEventListener('online', () => this.#soon(0));
        document.addEventListener('visibilitychange', () => this.#dirty() && this.#soon(0));
        if (sheet.review.savedAt) {
            this.#say('saved', wall(sheet.review.savedAt));
        }
    }

    /** Brings back what the last visit could not save. */
    restore() {
        const copy = kept(this.sheet.review.id);
        if (!copy || same(copy.draft, this.sheet.draft)) {
            forget(this.sheet.review.id);
        } else if (copy.version === this.version) {
            this.sheet.replace(copy.draft);
            this.#say('restored');
            this.#soon(PAUSE);
        } else {
            const theirs = this.sheet.review;
            this.sheet.replace(copy.draft);
            this.#stale(theirs);
        }
    }

    /** Everything written so far is on the server when this returns. @returns {Promise<boolean>} whether it is */
    async flush() {
        clearTimeout(this.#timer);
        await this.#running;
        if (this.#dirty()) {
            await this.#save();
        }
        return !this.#lost && !this.#dirty();
    }

    /** Why what was written is not on the server, without the link that may stand behind it. */
    get trouble() {
        return this.#pill.firstChild.textContent;
    }

    /** The sign-in ran out. */
    signedOut() {
        this.#say('signedOut');
        this.#pill.append(' ', Object.assign(document.createElement('a'), { href: location.href, target: '_blank', textContent: this.#pill.dataset.signIn }));
    }

    #copy() {
        return { version: this.version, at: Date.now(), title: document.querySelector('h1').textContent, draft: this.sheet.draft };
    }

    #dirty() {
        return !this.#lost && !same(this.sheet.draft, this.sheet.review.draft);
    }

    #written() {
        keep(this.sheet.review.id, this.#copy());
        if (this.#lost) {
            showLeftover(this.#page.querySelector('[data-leftover]'), this.sheet.review.id, this.sheet.draft);
        } else {
            this.#say('unsaved');
            this.#soon(PAUSE);
        }
    }

    #soon(pause) {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => this.#save(), pause);
    }

    #save() {
        this.#running ??= this.#put().finally(() => {
            this.#running = undefined;
            if (this.#dirty() && !this.#timer) {
                this.#soon(PAUSE);
            }
        });
        return this.#running;
    }

    async #put() {
        this.#timer = undefined;
        if (!this.#dirty()) {
            return;
        }
        const draft = structuredCopy(this.sheet.draft);
        this.#say('saving');
        try {
            const review = await save(this.sheet.review, draft, this.version);
            this.#answered(review, draft);
        } catch (refused) {
            await this.#refused(refused);
        }
    }

    #answered(review, sent) {
        this.version = review.version;
        // The server strips words and sorts; compared with what was sent, nothing is unsaved.
        this.sheet.answered({ ...review, draft: sent });
        if (same(this.sheet.draft, sent)) {
            forget(review.id);
            this.#say('saved', wall(review.savedAt));
        } else {
            keep(review.id, this.#copy());
        }
    }

    async #refused(refused) {
        const { status, problem } = refused;
        if (status === 412) {
            await this.#stale(problem.current);
        } else if (status === 409 || status === 404) {
            this.#lost = true;
            keep(this.sheet.review.id, this.#copy());
            showLeftover(this.#page.querySelector('[data-leftover]'), this.sheet.review.id, this.sheet.draft);
            this.#page.querySelector('[data-lost]').textContent = refused.message;
            this.#say('failed', '', refused.message);
        } else if (status === 422 || status === 413) {
            this.#say('failed', '', [refused.message, ...(problem?.errors ?? []).map(({ message }) => message)].join(' '));
            this.#timer = -1;
        } else {
            if (status === 401) {
                this.signedOut();
            } else {
                this.#say('offline');
            }
            this.#soon(RETRY);
        }
    }

    /** @param {import('./sheet.js').Review} theirs */
    async #stale(theirs) {
        const draft = await settle(this.#page, this.sheet.draft, theirs);
        this.version = theirs.version;
        this.sheet.review = theirs;
        this.sheet.replace(draft);
        if (this.#dirty()) {
            this.#written();
        } else {
            forget(theirs.id);
            this.#say('saved', wall(theirs.savedAt));
        }
    }

    #say(what, filling = '', more = '') {
        const say = `say${what[0].toUpperCase()}${what.slice(1)}`;
        this.#pill.textContent = this.#pill.dataset[say].replace('#', filling) + more;
        this.#pill.classList.toggle('wait', ['unsaved', 'offline', 'signedOut', 'restored'].includes(what));
        this.#pill.classList.toggle('bad', what === 'failed');
    }
}
