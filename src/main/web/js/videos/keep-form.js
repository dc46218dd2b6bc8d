/** Beside a video: keeping it on this phone by a tap, with its size said first, and deleting it again. */

import { dataOf, find, message, setText } from '../app/dom.js';
import { megabytes } from '../app/format.js';
import { oneAtATime } from '../app/one-at-a-time.js';

const TAP = 'click';
/** Stays free for what the person does: ten minutes of rehearsal, and answers. */
export const RESERVE = 50_000_000;

/**
 * @typedef {object} Ports
 * @property {import('./kept.js').KeptVideos} kept
 * @property {Pick<import('../app/network-policy.js').NetworkPolicy, 'transferAllowed' | 'allowNow'>} network
 * @property {() => Promise<number | undefined>} freeBytes on this phone; undefined if the browser does not say
 * @property {() => Promise<unknown>} persist asks the browser not to delete what is stored
 */

/** @param {HTMLElement} figure @param {Ports} ports */
export async function startKeeping(figure, { kept, network, freeBytes, persist }) {
    const form = find('[data-keep]', figure);
    const bar = /** @type {HTMLProgressElement} */ (find('[data-keep-bar]', form));
    /** @type {import('./kept.js').Video} */
    const what = {
        video: dataOf(figure, 'video'),
        lesson: dataOf(figure, 'lesson'),
        title: document.title.split(' · ')[0],
        page: location.pathname,
        bytes: Number(dataOf(figure, 'bytes')),
    };
    let goesOn = true;

    /** @param {string} part @param {boolean} is */
    const shown = (part, is) => {
        find(`[data-keep-${part}]`, form).hidden = !is;
    };

    /** @param {'' | 'running' | 'wifi' | import('./kept.js').Outcome} state @param {number} done bytes */
    const show = (state, done) => {
        const whole = done === what.bytes;
        bar.hidden = !done || whole;
        bar.max = what.bytes;
        bar.value = done;
        shown('do', !whole && !['running', 'wifi', 'gone'].includes(state));
        shown('now', state === 'wifi');
        shown('stop', state === 'running');
        shown('remove', state !== 'running' && done > 0);
        setText(find('[data-keep-status]', form),
            state && message(`keep-${state}`, { done: megabytes(done), total: megabytes(what.bytes) }));
    };

    const showStored = async () => {
        const there = await kept.find(what.video);
        show(there ? (there.done === there.bytes ? 'kept' : 'stopped') : '', there?.done ?? 0);
    };

    const keep = oneAtATime(async () => {
        let done = (await kept.find(what.video))?.done ?? 0;
        const allowed = await network.transferAllowed();
        if (allowed !== 'free') {
            return show(allowed === 'offline' ? 'offline' : 'wifi', done);
        }
        const free = await freeBytes();
        if (free !== undefined && free - RESERVE < what.bytes - done) {
            return show('full', done);
        }
        await persist();
        goesOn = true;
        show('running', done);
        const outcome = await kept.keep(what, (now) => {
            done = now;
            show('running', done);
            return goesOn;
        });
        show(outcome, ['full', 'gone'].includes(outcome) ? 0 : done);
    });

    find('[data-keep-do]', form).addEventListener(TAP, keep);
    find('[data-keep-now]', form).addEventListener(TAP, () => {
        network.allowNow();
        keep();
    });
    find('[data-keep-stop]', form).addEventListener(TAP, () => (goesOn = false));
    find('[data-keep-remove]', form).addEventListener(TAP, oneAtATime(async () => {
        await kept.remove(what.video);
        show('', 0);
    }));
    form.hidden = false;
    await showStored();
    await removeOlder(kept, what);
}

/**
 * Another video of the same lesson that was kept before this one took its place.
 *
 * @param {import('./kept.js').KeptVideos} kept
 * @param {import('./kept.js').Video} what
 */
async function removeOlder(kept, { video, lesson }) {
    await kept.removeOthers();
    const older = (await kept.list()).filter((one) => one.lesson === lesson && one.video !== video);
    await Promise.all(older.map((one) => kept.remove(one.video)));
}
