/** After the recording: what was recorded, how much of it is uploaded, and the one thing left to do. */

import { clock } from '../../app/clock.js';
import { confirmedIn, find, hasMessage, message, setText } from '../../app/dom.js';
import { megabytes, minutes } from '../../app/format.js';
import { inTime } from '../../app/in-time.js';
import { leaveFor, oneAtATime } from '../../app/one-at-a-time.js';
import { toast } from '../../app/toast.js';
import { gaps, isHandedIn, storedBytes, planned, positionOf, recordedMs, safeBytes } from '../attempt/attempt.js';
import { cameraPage, listOf } from '../attempt/links.js';
import { canBeItsOwn, deleteOwn, isAnothers } from '../attempt/own-attempt.js';
import { lostMs } from '../recording/heartbeat.js';
import { showLost } from './lost-seconds.js';
import { playStored } from './playback.js';

/** @typedef {import('../attempt/attempt.js').Attempt} Attempt */

const LONGEST_LOOK_MS = 10_000;

/** @param {Attempt} attempt */
function handInState({ submittedAt, sentAt, finishedAt }) {
    if (submittedAt) {
        return 'handed-in';
    }
    if (sentAt) {
        return 'being-prepared';
    }
    return finishedAt ? 'hands-in-now' : 'hands-in-later';
}

/**
 * The code of what looks back. The page in front of the camera weighs enough, so it comes after all that the page needs;
 * but at once then, for there may be no network when the recording has ended.
 *
 * @param {HTMLElement} stage
 * @returns {Promise<typeof import('../../practice-after.js')>}
 */
export async function lookingBack(stage) {
    const { after = '' } = /** @type {HTMLElement} */ (stage.closest('[data-after]')).dataset;
    if (document.readyState !== 'complete') {
        await new Promise((loaded) => window.addEventListener('load', loaded, { once: true }));
    }
    return import(after);
}

export class UploadPanel {
    #stage;
    #ports;
    #store;
    #uploader;
    #lookingBack;
    /** @type {Attempt | undefined} */
    #attempt;

    /** @param {HTMLElement} stage @param {import('../ports.js').Ports} ports */
    constructor(stage, ports) {
        const { store, uploader, network } = ports;
        this.#stage = stage;
        this.#ports = ports;
        this.#store = store;
        this.#uploader = uploader;
        this.#lookingBack = lookingBack(stage);
        this.#lookingBack.catch((fault) => console.warn('not fetched:', fault));
        store.subscribe((message) => (message.kind === 'sending' || message.id === this.#attempt?.id) && this.#reread());
        /** @type {Record<string, (attempt: Attempt) => unknown>} */
        const actions = {
            'hand-in': (attempt) => this.#handIn(attempt, true),
            'not-yet': (attempt) => this.#handIn(attempt, false),
            'send-now': () => this.#sendNow(),
            again: (attempt) => this.#again(attempt),
            'again-instead': (attempt) => this.#again(attempt),
            'own-attempt': (attempt) => this.#makeItsOwn(attempt),
            watch: (attempt) => this.#watch(attempt),
            delete: (attempt) => this.#delete(attempt),
            clear: (attempt) => this.#clear(attempt),
            'take-back': ({ id }) =>
                lookingBack(stage).then(({ takeBack }) => takeBack(id, ports), () => toast(message('not-taken-back'))),
        };
        for (const [name, act] of Object.entries(actions)) {
            const tapped = oneAtATime(act);
            find(`[data-do="${name}"]`, stage).addEventListener('click', () => this.#attempt && tapped(this.#attempt));
        }
        const wifi = /** @type {HTMLInputElement} */ (find('[data-wifi-only]', stage));
        wifi.addEventListener('change', () => network.setWifiOnly(wifi.checked).then(() => uploader.retryNow()));
        network.wifiOnly().then((only) => {
            wifi.checked = only;
        });
    }

    /**
     * Keeps what this phone heard of it, for the server: nothing waits for that but the finish, and not for long.
     *
     * @param {Attempt} attempt
     */
    listen(attempt) {
        const look = async () => {
            const { phoneReadings } = await this.#lookingBack;
            const readings = await phoneReadings(attempt, (take) => this.#store.signals(attempt.id, take));
            await this.#store.update(attempt.id, (fresh) => fresh.finishedAt || Object.assign(fresh, { readings }));
        };
        this.#uploader.finishAfter(attempt.id, inTime(look(), LONGEST_LOOK_MS, clock));
    }

    /** @param {Attempt} attempt */
    show(attempt) {
        this.#mirror(attempt).catch((fault) => console.warn('no mirror on this page:', fault));
        if (attempt.id !== this.#attempt?.id) {
            this.#attempt = attempt;
            if (!attempt.onSite) {
                this.#startSelfReview(attempt.id).catch((fault) => console.warn('no self-review on this page:', fault));
            }
        }
        this.#attempt = attempt;
        const stage = this.#stage;
        setText(find('[data-title]', stage), attempt.plan.title);
        setText(find('[data-length]', stage), minutes(recordedMs(attempt)));
        setText(find('[data-size]', stage), message('size', { mb: megabytes(storedBytes(attempt)) }));
        const pauses = gaps(attempt);
        find('[data-pauses]', stage).hidden = pauses.length === 0;
        setText(find('[data-pauses]', stage), pauses.length === 1 ? message('one-pause') : message('pauses', { n: pauses.length }));
        showLost(stage, lostMs(attempt));
        this.#occurrences(attempt).catch((fault) => console.warn('no viewers on this page:', fault));
        this.#showProgress(attempt);
        this.#showActions(attempt);
    }

    /** How much is uploaded, always in numbers too. @param {Attempt} attempt */
    #showProgress(attempt) {
        const stage = this.#stage;
        const bar = /** @type {HTMLProgressElement} */ (find('progress', stage));
        const [safe, all] = [safeBytes(attempt), storedBytes(attempt)];
        bar.max = all;
        bar.value = safe;
        setText(find('[data-numbers]', stage), attempt.finishedAt
            ? message('all-safe', { total: megabytes(all) })
            : message('sent-of', { sent: megabytes(safe), total: megabytes(all) }));
        const waiting = this.#hindrance(attempt);
        const note = find('[data-hindrance]', stage);
        note.hidden = waiting === undefined;
        note.classList.toggle('bad', attempt.trouble !== undefined);
        note.classList.toggle('wait', attempt.trouble === undefined);
        setText(note, waiting ?? '');
        find('[data-sign-in]', stage).hidden = this.#uploader.state !== 'signed-out' || attempt.finishedAt !== undefined;
    }

    /** @param {Attempt} attempt @returns {string | undefined} why it is not being uploaded */
    #hindrance(attempt) {
        const total = megabytes(storedBytes(attempt) - safeBytes(attempt));
        if (attempt.trouble) {
            return message(`trouble-${attempt.trouble}`);
        }
        const { state } = this.#uploader;
        return !attempt.finishedAt && hasMessage(`up-${state}`) ? message(`up-${state}`, { mb: total }) : undefined;
    }

    /** One thing to do at a time. @param {Attempt} attempt */
    #showActions(attempt) {
        const stage = this.#stage;
        const onSite = attempt.onSite !== undefined;
        // What was recorded for a trainee ends here: handing in, and deleting once all of it is sent, are theirs.
        const there = onSite ? attempt.finishedAt !== undefined : isHandedIn(attempt);
        const handed = attempt.handIn === true || there;
        const stuck = attempt.trouble !== undefined;
        const show = (/** @type {string} */ action, /** @type {boolean} */ when) => {
            find(`[data-do="${action}"]`, stage).hidden = !when;
        };
        show('send-now', !stuck && !attempt.finishedAt && this.#uploader.state === 'wifi-awaited');
        show('hand-in', !onSite && !handed && !stuck);
        show('not-yet', handed && !stuck && !there);
        show('take-back', !onSite && there && !stuck);
        show('again', !stuck);
        // If the recording could not be prepared, the attempt's own page offers what to do.
        show('own-attempt', canBeItsOwn(attempt));
        show('again-instead', stuck && attempt.trouble !== 'failed' && !canBeItsOwn(attempt));
        show('watch', !attempt.cleared);
        show('delete', !there || stuck);
        show('clear', there && !stuck && !attempt.cleared);
        find('[data-unseen]', stage).hidden = onSite || handed || stuck;
        find('[data-wifi]', stage).hidden = attempt.finishedAt !== undefined;
        const handedIn = find('[data-handed]', stage);
        handedIn.hidden = onSite || !handed || stuck;
        setText(find('[data-handed-text]', stage), message(handInState(attempt)));
        const follow = /** @type {HTMLAnchorElement} */ (find('[data-follow]', stage));
        this.#showOnSite(attempt);
        follow.hidden = onSite || (attempt.trouble !== 'failed' && !(handed && attempt.finishedAt));
        follow.href = `/practice/${attempt.id}`;
    }

    /** @param {Attempt} attempt */
    #showOnSite({ onSite }) {
        const stage = this.#stage;
        find('[data-next-trainee]', stage).hidden = !onSite;
        find('[data-on-site]', stage).hidden = !onSite;
        if (onSite) {
            setText(find('[data-on-site-for]', stage), message('on-site-for', onSite));
            setText(find('[data-on-site-theirs]', stage), message('on-site-theirs', onSite));
        }
    }

    async #reread() {
        const fresh = this.#attempt && (await this.#store.get(this.#attempt.id));
        if (fresh && !this.#stage.hidden) {
            this.show(fresh);
        }
    }

    /** @param {Attempt} attempt @param {boolean} wanted */
    async #handIn({ id }, wanted) {
        await this.#store.update(id, (attempt) => {
            attempt.handIn = wanted;
        });
        this.#uploader.retryNow();
    }

    #sendNow() {
        this.#ports.network.allowNow();
        this.#uploader.retryNow();
    }

    /** @param {Attempt} attempt */
    async #again(attempt) {
        const next = planned(attempt.person, attempt.plan, attempt);
        await this.#store.add(next);
        await leaveFor(cameraPage(next.id));
    }

    /** @param {Attempt} attempt */
    async #makeItsOwn(attempt) {
        const { makeItsOwn } = await lookingBack(this.#stage);
        const own = await makeItsOwn(this.#store, attempt);
        if (own) {
            await leaveFor(cameraPage(own));
        } else {
            toast(message('other-page'));
        }
    }

    /** @param {string} id */
    async #startSelfReview(id) {
        const { SelfReviewForm } = await this.#lookingBack;
        if (id !== this.#attempt?.id) {
            return;
        }
        const video = /** @type {HTMLVideoElement} */ (find('[data-playback]', this.#stage));
        const form = new SelfReviewForm(find('[data-self-review]', this.#stage), id, this.#ports, {
            now: () => (video.dataset.take ? { take: Number(video.dataset.take), ms: Math.round(video.currentTime * 1000) } : undefined),
            position: (at) => this.#attempt && positionOf(this.#attempt, at),
        });
        await form.start();
    }

    /** @param {Attempt} attempt @param {number} [fromMs] */
    #watch(attempt, fromMs) {
        find('[data-do="watch"]', this.#stage).hidden = true;
        const video = /** @type {HTMLVideoElement} */ (find('[data-playback]', this.#stage));
        playStored(attempt, this.#store, video, fromMs).catch((fault) => console.error('not played:', fault));
    }

    /** @param {Attempt} attempt */
    async #occurrences(attempt) {
        const { showOccurrences } = await this.#lookingBack;
        showOccurrences(find('[data-occurrences]', this.#stage), attempt);
    }

    /** Once an attempt, and again when its bytes have gone: nothing of it changes otherwise. @param {Attempt} attempt */
    async #mirror(attempt) {
        if (attempt.id === this.#attempt?.id && attempt.cleared === this.#attempt.cleared) {
            return;
        }
        const jump = (/** @type {number} */ ms) => {
            this.#watch(attempt, ms);
            find('[data-playback]', this.#stage).scrollIntoView({ block: 'center' });
        };
        const { showMirror } = await this.#lookingBack;
        showMirror(find('[data-mirror]', this.#stage), attempt, this.#store, attempt.cleared ? undefined : jump);
    }

    /** @param {Attempt} attempt */
    async #delete(attempt) {
        if (await confirmedIn(isAnothers(attempt) ? 'forget' : 'delete')) {
            await deleteOwn(this.#store, attempt);
            await leaveFor(listOf(attempt));
        }
    }

    /** @param {Attempt} attempt */
    async #clear(attempt) {
        if (await confirmedIn('clear', { mb: megabytes(storedBytes(attempt)) })) {
            await this.#store.clear(attempt.id);
        }
    }
}
