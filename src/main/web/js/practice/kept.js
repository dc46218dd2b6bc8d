/** After the recording: what was recorded, how far it has gone up, and the one thing left to do. */

import { gaps, isHandedIn, keptBytes, planned, recordedMs, safeBytes } from './attempt.js';
import { takenBack } from './completion.js';
import { toast } from '../app/toast.js';
import { allowNow, setWifiOnly, wifiOnly } from './connection.js';
import { ask, cameraPage, canSay, clock, megabytes, one, say, setText } from './page.js';
import { playKept } from './playback.js';
import { Refusal, takeBackAttempt } from './server.js';
import { add, attemptNamed, change, clear, remove, watch } from './shelf.js';

/** @typedef {import('./attempt.js').Attempt} Attempt */

/** @param {Attempt} attempt */
function handedHow({ submittedAt, sentAt, finishedAt }) {
    if (submittedAt) {
        return 'handed-in';
    }
    if (sentAt) {
        return 'being-prepared';
    }
    return finishedAt ? 'hands-in-now' : 'hands-in-later';
}

export class Kept {
    #stage;
    #uploader;
    /** @type {Attempt | undefined} */
    #attempt;

    /** @param {HTMLElement} stage @param {import('./uploader.js').Uploader} uploader */
    constructor(stage, uploader) {
        this.#stage = stage;
        this.#uploader = uploader;
        watch(({ kind, id }) => (kind === 'sending' || id === this.#attempt?.id) && this.#reread());
        const deeds = {
            'hand-in': () => this.#handIn(true),
            'not-yet': () => this.#handIn(false),
            'send-now': () => this.#sendNow(),
            again: () => this.#again(),
            'again-instead': () => this.#again(),
            watch: () => this.#watch(),
            delete: () => this.#delete(),
            clear: () => this.#clear(),
            'take-back': () => this.#takeBack(),
        };
        for (const [deed, act] of Object.entries(deeds)) {
            one(`[data-do="${deed}"]`, stage).addEventListener('click', act);
        }
        const wifi = /** @type {HTMLInputElement} */ (one('[data-wifi-only]', stage));
        wifi.addEventListener('change', () => setWifiOnly(wifi.checked).then(() => uploader.poke()));
        wifiOnly().then((only) => {
            wifi.checked = only;
        });
    }

    /** @param {Attempt} attempt */
    show(attempt) {
        this.#attempt = attempt;
        const stage = this.#stage;
        setText(one('[data-title]', stage), attempt.plan.title);
        setText(one('[data-length]', stage), clock(recordedMs(attempt)));
        setText(one('[data-size]', stage), say('size', { mb: megabytes(keptBytes(attempt)) }));
        const pauses = gaps(attempt);
        one('[data-pauses]', stage).hidden = pauses.length === 0;
        setText(one('[data-pauses]', stage), pauses.length === 1 ? say('one-pause') : say('pauses', { n: pauses.length }));
        this.#showWay(attempt);
        this.#showDeeds(attempt);
    }

    /** How far it has gone up, always as numbers. @param {Attempt} attempt */
    #showWay(attempt) {
        const stage = this.#stage;
        const bar = /** @type {HTMLProgressElement} */ (one('progress', stage));
        const [safe, all] = [safeBytes(attempt), keptBytes(attempt)];
        bar.max = all;
        bar.value = safe;
        setText(one('[data-numbers]', stage), attempt.finishedAt
            ? say('all-safe', { total: megabytes(all) })
            : say('sent-of', { sent: megabytes(safe), total: megabytes(all) }));
        const waiting = this.#hindrance(attempt);
        const note = one('[data-hindrance]', stage);
        note.hidden = waiting === undefined;
        note.classList.toggle('bad', attempt.trouble !== undefined);
        note.classList.toggle('wait', attempt.trouble === undefined);
        setText(note, waiting ?? '');
        one('[data-sign-in]', stage).hidden = this.#uploader.state !== 'signed-out' || attempt.finishedAt !== undefined;
    }

    /** @param {Attempt} attempt @returns {string | undefined} why it is not going up */
    #hindrance(attempt) {
        const total = megabytes(keptBytes(attempt) - safeBytes(attempt));
        if (attempt.trouble) {
            return say(`trouble-${attempt.trouble}`);
        }
        const { state } = this.#uploader;
        return !attempt.finishedAt && canSay(`up-${state}`) ? say(`up-${state}`, { mb: total }) : undefined;
    }

    /** One thing to do at a time. @param {Attempt} attempt */
    #showDeeds(attempt) {
        const stage = this.#stage;
        const there = isHandedIn(attempt);
        const handed = attempt.handIn === true || there;
        const stuck = attempt.trouble !== undefined;
        const show = (deed, when) => {
            one(`[data-do="${deed}"]`, stage).hidden = !when;
        };
        show('send-now', !stuck && !attempt.finishedAt && this.#uploader.state === 'wifi-awaited');
        show('hand-in', !handed && !stuck);
        show('not-yet', handed && !stuck && !there);
        show('take-back', there && !stuck);
        show('again', !stuck);
        // Of what could not be prepared, its own page says the one thing to do.
        show('again-instead', stuck && attempt.trouble !== 'failed');
        show('watch', !attempt.cleared);
        show('delete', !there || stuck);
        show('clear', there && !stuck && !attempt.cleared);
        one('[data-unseen]', stage).hidden = handed || stuck;
        one('[data-wifi]', stage).hidden = attempt.finishedAt !== undefined;
        const handedIn = one('[data-handed]', stage);
        handedIn.hidden = !handed || stuck;
        setText(one('[data-handed-text]', stage), say(handedHow(attempt)));
        const follow = /** @type {HTMLAnchorElement} */ (one('[data-follow]', stage));
        follow.hidden = attempt.trouble !== 'failed' && !(handed && attempt.finishedAt);
        follow.href = `/practice/${attempt.id}`;
    }

    async #reread() {
        const fresh = this.#attempt && (await attemptNamed(this.#attempt.id));
        if (fresh && !this.#stage.hidden) {
            this.show(fresh);
        }
    }

    /** @param {boolean} wanted */
    async #handIn(wanted) {
        await change(this.#attempt.id, (attempt) => {
            attempt.handIn = wanted;
        });
        this.#uploader.poke();
    }

    #sendNow() {
        allowNow();
        this.#uploader.poke();
    }

    async #again() {
        const next = planned(this.#attempt.person, this.#attempt.plan);
        await add(next);
        location.assign(cameraPage(next.id));
    }

    #watch() {
        one('[data-do="watch"]', this.#stage).hidden = true;
        return playKept(this.#attempt, /** @type {HTMLVideoElement} */ (one('[data-playback]', this.#stage)));
    }

    async #delete() {
        const { id, person } = this.#attempt;
        if (await ask('delete')) {
            await remove(id, person);
            location.assign('/practice');
        }
    }

    async #clear() {
        if (await ask('clear', { mb: megabytes(keptBytes(this.#attempt)) })) {
            await clear(this.#attempt.id);
        }
    }

    /** Only the server knows whether a mentor has begun. */
    async #takeBack() {
        const { id } = this.#attempt;
        if (!(await ask('take-back'))) {
            return;
        }
        try {
            await takeBackAttempt(id);
        } catch (fault) {
            console.warn('not taken back:', fault);
            toast(say(fault instanceof Refusal && fault.status === 409 ? 'mentor-began' : 'not-taken-back'));
            return;
        }
        await change(id, takenBack);
    }
}
