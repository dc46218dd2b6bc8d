/** `/practice/{id}`: the server's view of one attempt, with its player. */

import { toast } from '../app/toast.js';
import { NOT_DELETED, takenBack } from './completion.js';
import { ask, cameraPage, one, say } from './page.js';
import { attemptState, Refusal, retryAttempt, submitAttempt, takeBackAttempt } from './server.js';
import { attemptNamed, change, discard, remove } from './shelf.js';

const LOOK_AGAIN_MS = 5000;

/** @param {HTMLElement} root @param {string} person */
export async function attemptPage(root, person) {
    const { attempt: id = '', state = '', triedUntil = '' } = root.dataset;
    const kept = await attemptNamed(id);
    const here = kept?.person === person;
    if (['planned', 'live', 'uploading'].includes(state)) {
        showWhere(here ? id : undefined);
    }
    if (state === 'processing') {
        setInterval(() => reloadOnChange(id, state, triedUntil !== ''), LOOK_AGAIN_MS);
    }
    if (here && kept.trouble === 'failed' && state !== 'failed') {
        // Another try at the recording is under way or went well: the hand-in may go on.
        await change(id, (attempt) => delete attempt.trouble);
    }
    if (here && kept.trouble === NOT_DELETED) {
        // Said once, here; nothing else of it is left on this phone.
        /** @type {HTMLElement} */ (one('[data-not-deleted]', root)).hidden = false;
        await discard(id);
    }
    document.querySelector('[data-do="submit"]')?.addEventListener('click', () => submit(id, here));
    document.querySelector('[data-do="take-back"]')?.addEventListener('click', () => takeBack(id));
    document.querySelector('[data-do="delete"]')?.addEventListener('click', async () => {
        if (await ask('delete')) {
            await remove(id, person);
            location.assign('/practice');
        }
    });
    const again = /** @type {HTMLButtonElement | null} */ (document.querySelector('[data-do="retry"]'));
    again?.addEventListener('click', () => retry(id, again));
    const video = /** @type {HTMLVideoElement | null} */ (root.querySelector('[data-player]'));
    if (video) {
        followTimeline(root, video);
    }
}

/** @param {string | undefined} here the attempt, if its bytes are on this phone */
function showWhere(here) {
    for (const part of document.querySelectorAll('[data-here], [data-elsewhere]')) {
        /** @type {HTMLElement} */ (part).hidden = part.hasAttribute('data-here') !== Boolean(here);
    }
    if (here) {
        /** @type {HTMLAnchorElement} */ (one('a[data-here]')).href = cameraPage(here);
    }
}

/** @param {string} id @param {string} state @param {boolean} busy whether the page says that the machine is */
async function reloadOnChange(id, state, busy) {
    // Without network the page simply stays; the next look comes anyway.
    const told = await attemptState(id).catch(() => undefined);
    if (told && (told.state !== state || (told.triedUntil !== undefined) !== busy)) {
        location.reload();
    }
}

/** @param {string} id @param {boolean} here */
async function submit(id, here) {
    const told = submitAttempt(id);
    if (!(await done(told, 'not-handed-in'))) {
        return;
    }
    const { state } = await told;
    if (here) {
        const now = new Date().toISOString();
        await change(id, (attempt) => {
            attempt.handIn = true;
            attempt.sentAt = now;
            if (state === 'submitted') {
                attempt.submittedAt = now;
            }
        });
    }
    location.reload();
}

/** Only the server knows whether a mentor has begun. @param {string} id */
async function takeBack(id) {
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
    location.reload();
}

/** @param {string} id @param {HTMLButtonElement} button */
async function retry(id, button) {
    button.disabled = true;
    if (await done(retryAttempt(id), 'not-begun-again')) {
        location.reload();
    }
    button.disabled = false;
}

/**
 * @param {Promise<unknown>} call
 * @param {string} otherwise the sentence for when it did not come about
 * @returns {Promise<boolean>} whether it is so now; a refusal means that the page is behind, which a reload mends
 */
async function done(call, otherwise) {
    try {
        await call;
    } catch (fault) {
        console.warn(`${otherwise}:`, fault);
        if (fault instanceof Refusal && fault.status === 409) {
            location.reload();
        } else {
            toast(say(otherwise));
        }
        return false;
    }
    return true;
}

/** @param {HTMLElement} root @param {HTMLVideoElement} video */
function followTimeline(root, video) {
    const timeline = /** @type {SVGSVGElement} */ (one('[data-timeline]', root));
    const whole = timeline.viewBox.baseVal.width;
    const played = one('[data-played]', timeline);
    video.addEventListener('timeupdate', () => played.setAttribute('width', String(Math.min(whole, video.currentTime * 1000))));
    timeline.addEventListener('click', (event) => {
        const { left, width } = timeline.getBoundingClientRect();
        video.currentTime = (((event.clientX - left) / width) * whole) / 1000;
    });
    video.addEventListener('error', () => toast(say('trouble')));
    for (const button of root.querySelectorAll('[data-at-ms]')) {
        button.addEventListener('click', () => {
            video.currentTime = Math.max(0, Number(/** @type {HTMLElement} */ (button).dataset.atMs) / 1000 - 2);
            video.play();
        });
    }
}
