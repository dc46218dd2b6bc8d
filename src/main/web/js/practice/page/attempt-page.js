/** `/practice/{id}`: one attempt as the server has it, with its player. */

import { clock } from '../../app/clock.js';
import { confirmedIn, find, findAll, message, startPlaying } from '../../app/dom.js';
import { Refusal } from '#app/http.js';
import { leaveFor, oneAtATime } from '../../app/one-at-a-time.js';
import { refreshPages } from '../../app/offline-pages.js';
import { toast } from '../../app/toast.js';
import { planned } from '../attempt/attempt.js';
import { cameraPage } from '../attempt/links.js';
import { showMirror, showServerMirror } from '../mirror/mirror-view.js';
import { onceMade } from '../mirror/once-made.js';
import { showDays } from '../plan/booked.js';
import { SelfReviewForm } from '../selfreview/self-review-form.js';
import { momentAt, positionIn } from '../selfreview/self-review.js';
import { chooseCopy } from './copy-choice.js';
import { NOT_DELETED } from '../upload/completion.js';
import { takeBack } from './take-back.js';

/** @typedef {import('../ports.js').Ports} Ports */

const RECHECK_MS = 5000;

/** @param {HTMLElement} root @param {Ports} ports */
export async function attemptPage(root, ports) {
    const { person, store } = ports;
    const { attempt: id = '', state = '', triedUntil = '' } = root.dataset;
    const stored = await store.get(id);
    showDays();
    const here = stored?.person === person;
    if (['planned', 'live', 'uploading'].includes(state)) {
        showWhere(here ? id : undefined);
    }
    if (state === 'processing') {
        setInterval(() => reloadOnChange(id, state, triedUntil !== '', ports), RECHECK_MS);
    }
    if (here && stored.trouble === 'failed' && state !== 'failed') {
        // The recording is being prepared again, or is ready: the hand-in may go on.
        await store.update(id, (attempt) => {
            delete attempt.trouble;
        });
    }
    if (here && stored.trouble === NOT_DELETED) {
        // Shown once. Nothing else of it is left on this phone.
        find('[data-not-deleted]', root).hidden = false;
        await store.forget(id);
    }
    /** @type {Record<string, () => unknown>} */
    const actions = {
        submit: () => submit(id, here, ports),
        'take-back': async () => (await takeBack(id, ports)) && location.reload(),
        'phone-gone': () => finishWithoutPhone(id, ports),
        'begin-here': () => beginHere(id, ports),
        delete: () => deleteIfSure(id, ports),
        hide: () => setHidden(id, true, ports),
        'show-again': () => setHidden(id, false, ports),
        retry: () => retry(id, ports),
    };
    for (const [name, act] of Object.entries(actions)) {
        document.querySelector(`[data-do="${name}"]`)?.addEventListener('click', oneAtATime(act));
    }
    const video = /** @type {HTMLVideoElement | null} */ (root.querySelector('[data-player]'));
    if (video) {
        chooseCopy(root, video);
        followTimeline(root, video);
        startSelfReview(root, id, video, ports);
    }
    const mirror = /** @type {HTMLElement | null} */ (root.querySelector('[data-mirror]'));
    if (mirror && video) {
        const jump = (/** @type {number} */ ms) => playFrom(video, ms);
        if (here) {
            await showMirror(mirror, stored, store, jump);
        }
        if (mirror.hidden && root.querySelector('[data-in-the-making]')) {
            mirror.dataset.server ||= await onceMade({ state: () => ports.api.state(id), measured: measuredNow, clock });
        }
        if (mirror.hidden && mirror.dataset.server) {
            showServerMirror(mirror, jump);
        }
    }
}

/** As this page would have it if it were loaded now. */
async function measuredNow() {
    const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!response.ok) {
        throw new Error(`HTTP ${response.status}`);
    }
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    return page.querySelector('[data-mirror]')?.getAttribute('data-server') ?? '';
}

/** @param {HTMLElement} root @param {string} id @param {HTMLVideoElement} video @param {Ports} ports */
function startSelfReview(root, id, video, ports) {
    const form = /** @type {HTMLElement | null} */ (root.querySelector('[data-self-review]'));
    if (!form) {
        return;
    }
    const takes = (video.dataset.takes ?? '').split(',').map((one) => one.split(':').map(Number)).map(([take, ms]) => ({ take, ms }));
    const player = {
        now: () => (video.readyState > 0 ? momentAt(takes, video.currentTime * 1000) : undefined),
        position: (/** @type {import('../attempt/attempt.js').RecordedTime} */ at) => positionIn(takes, at),
        see: (/** @type {number} */ ms) => playFrom(video, ms - 2_000),
    };
    new SelfReviewForm(form, id, ports, player, JSON.parse(form.dataset.selfReview || '{}')).start();
}

/** @param {string | undefined} here the attempt, if its bytes are on this phone */
function showWhere(here) {
    for (const part of findAll('[data-here], [data-elsewhere]')) {
        part.hidden = part.hasAttribute('data-here') !== Boolean(here);
    }
    if (here) {
        /** @type {HTMLAnchorElement} */ (find('a[data-here]')).href = cameraPage(here);
    }
}

/**
 * @param {string} id
 * @param {string} state
 * @param {boolean} busy whether the page shows that the server is too busy
 * @param {Ports} ports
 */
async function reloadOnChange(id, state, busy, { api }) {
    // Without network the page stays as it is until the next check.
    const now = await api.state(id).catch(() => undefined);
    if (now && (now.state !== state || (now.triedUntil !== undefined) !== busy)) {
        location.reload();
    }
}

/** What was planned on another phone begins on this one. @param {string} id @param {Ports} ports */
async function beginHere(id, { api, store, person }) {
    const call = api.plan(id);
    if (await succeeds(call, 'not-begun-here')) {
        await store.add({ ...planned(person, await call), id, invited: true });
        await leaveFor(cameraPage(id));
    }
}

/** @param {string} id @param {Ports} ports */
async function finishWithoutPhone(id, { api }) {
    if (!(await confirmedIn('phone-gone'))) {
        return;
    }
    try {
        await api.finishWithoutPhone(id);
        location.reload();
    } catch (fault) {
        console.warn('not finished without its phone:', fault);
        toast(message('phone-still-sending'));
    }
}

/** @param {string} id @param {Ports} ports */
async function deleteIfSure(id, { store, person }) {
    if (await confirmedIn('delete')) {
        await store.delete(id, person);
        await leaveFor('/practice');
    }
}

/** @param {string} id @param {boolean} here @param {Ports} ports */
async function submit(id, here, { api, store }) {
    const call = api.submit(id);
    if (!(await succeeds(call, 'not-handed-in'))) {
        return;
    }
    const { state } = await call;
    if (here) {
        const now = new Date().toISOString();
        await store.update(id, (attempt) => {
            attempt.handIn = true;
            attempt.sentAt = now;
            if (state === 'submitted') {
                attempt.submittedAt = now;
            }
        });
    }
    location.reload();
}

/** @param {string} id @param {boolean} hidden @param {Ports} ports */
async function setHidden(id, hidden, { api }) {
    if (await succeeds(api.setHidden(id, hidden), 'not-hidden')) {
        await refreshPages(['/practice']);
        location.reload();
    }
}

/** @param {string} id @param {Ports} ports */
async function retry(id, { api }) {
    const button = /** @type {HTMLButtonElement} */ (find('[data-do="retry"]'));
    button.disabled = true;
    if (await succeeds(api.retry(id), 'not-begun-again')) {
        location.reload();
    }
    button.disabled = false;
}

/**
 * @param {Promise<unknown>} call
 * @param {string} otherwise the sentence to show if it fails
 * @returns {Promise<boolean>} whether it succeeded; a conflict means that the page is out of date and is reloaded
 */
async function succeeds(call, otherwise) {
    try {
        await call;
    } catch (fault) {
        console.warn(`${otherwise}:`, fault);
        if (fault instanceof Refusal && fault.status === 409) {
            location.reload();
        } else {
            toast(message(otherwise));
        }
        return false;
    }
    return true;
}

/** @param {HTMLElement} root @param {HTMLVideoElement} video */
function followTimeline(root, video) {
    const timeline = /** @type {SVGSVGElement} */ (root.querySelector('[data-timeline]'));
    const whole = timeline.viewBox.baseVal.width;
    const played = find('[data-played]', timeline);
    video.addEventListener('timeupdate', () => played.setAttribute('width', String(Math.min(whole, video.currentTime * 1000))));
    timeline.addEventListener('click', (event) => {
        const { left, width } = timeline.getBoundingClientRect();
        video.currentTime = (((event.clientX - left) / width) * whole) / 1000;
    });
    video.addEventListener('error', () => toast(message('trouble')));
    for (const button of findAll('[data-at-ms]', root)) {
        button.addEventListener('click', () => playFrom(video, Number(button.dataset.atMs) - 2_000));
    }
}

/** @param {HTMLVideoElement} video @param {number} ms */
function playFrom(video, ms) {
    video.currentTime = Math.max(0, ms / 1000);
    startPlaying(video);
    video.scrollIntoView({ block: 'center' });
}
