/** `/learn/offline`: which courses are on the phone, and taking them along. */

import { dataOf, find, findAll, message, setText } from '../../app/dom.js';
import { megabytes } from '../../app/format.js';
import { oneAtATime } from '../../app/one-at-a-time.js';

/**
 * @typedef {import('./downloads.js').Course} Course
 * @typedef {import('./downloads.js').Status} Status
 *
 * @typedef {object} Ports
 * @property {(onChange: (status: Status) => void) => {downloads: ReturnType<typeof import('./downloads.js').createDownloads>,
 *     network: Pick<import('../../app/network-policy.js').NetworkPolicy, 'wifiOnly' | 'setWifiOnly' | 'allowNow'>}} downloadsHere
 * @property {() => Promise<number | undefined>} freeBytes on this phone; undefined if the browser does not say
 * @property {{had: () => boolean, set: () => void}} reminder of what was stored, which outlives the store
 */

const TAP = 'click';
const GIGABYTE = 1_000_000_000;
const SOUND = '/narration/sounds/';
/** Behind the name of a course that is taken along in the other language too. */
const OTHER = ' other';

/** @param {HTMLElement} root @param {Ports} ports */
export async function startDownloadsPage(root, { downloadsHere, freeBytes, reminder }) {
    const rows = findAll('[data-course]', root);
    const base = dataOf(root, 'base').split(' ');
    const courses = rows.map((row) => ({
        slug: dataOf(row, 'course'),
        bundle: dataOf(row, 'bundle'),
        pages: [...base, ...dataOf(row, 'pages').split(' ').map(withEnding)],
    }));
    const inOther = (/** @type {string} */ address) => `${address}?in=${root.dataset.other}`;
    /** The same in the other language, where the county has two. */
    const others = !root.dataset.other ? [] : courses.map(({ slug, bundle, pages }, index) => ({
        slug: slug + OTHER,
        bundle: inOther(bundle),
        pages: [
            ...pages.filter((page) => !page.startsWith(SOUND)).map(inOther),
            ...dataOf(rows[index], 'otherSounds').split(' ').filter(Boolean).map(withEnding),
        ],
    }));
    const both = /** @type {HTMLInputElement | null} */ (root.querySelector('[data-both]'));
    /** @type {Map<string, unknown> | undefined} */
    let taken;
    const forgotten = reminder.had();
    const { downloads, network } = downloadsHere((status) => show(status));

    /** @param {Status} status */
    const show = (status) => {
        const { state, done, of } = status;
        if (both && !taken) {
            both.checked = others.some(({ slug }) => status.courses.has(slug));
        }
        taken = status.courses;
        const bar = /** @type {HTMLProgressElement} */ (find('[data-bar]', root));
        bar.hidden = !of;
        bar.max = of || 1;
        bar.value = done;
        setText(find('[data-status]', root), stateInWords(status));
        find('[data-lost]', root).hidden = !(status.lost || (forgotten && !of));
        shown('pause', state === 'running');
        shown('go-on', ['paused', 'full', 'signed-out', 'offline'].includes(state) || (state === 'idle' && status.refused > 0));
        shown('now', state === 'wifi-awaited');
        shown('renew', state === 'idle' && status.older > 0);
        shown('take-all', rows.some((row) => !status.courses.has(dataOf(row, 'course'))));
        rows.forEach((row) => showCourse(row, status));
        if (of) {
            reminder.set();
        }
        showSpace();
    };

    /** @param {string} action @param {boolean} is */
    const shown = (action, is) => {
        find(`[data-action="${action}"]`, root).hidden = !is;
    };

    /** @param {HTMLElement} row @param {Status} status */
    const showCourse = (row, { courses: here }) => {
        const slug = dataOf(row, 'course');
        const parts = [slug, slug + OTHER].flatMap((one) => here.get(one) ?? []);
        const course = parts.length ? parts.reduce((one, other) => ({ done: one.done + other.done, of: one.of + other.of })) : undefined;
        const whole = Boolean(course && course.done === course.of);
        find('[data-take]', row).hidden = Boolean(course);
        find('[data-remove]', row).hidden = !course;
        find('[data-whole]', row).hidden = !whole;
        const part = find('[data-part]', row);
        part.hidden = !course || whole;
        setText(part, course && !whole ? message('part', course) : '');
    };

    const showSpace = async () => {
        const free = await freeBytes();
        const line = find('[data-space]', root);
        line.hidden = free === undefined;
        setText(line, free === undefined ? '' : space(free));
    };

    /** @param {string} action @param {() => unknown} work */
    const on = (action, work) => find(`[data-action="${action}"]`, root).addEventListener(TAP, oneAtATime(work));
    on('take-all', () => downloads.take(both?.checked ? [...courses, ...others] : courses));
    on('go-on', () => downloads.goOn());
    on('renew', () => downloads.renew());
    on('now', () => {
        network.allowNow();
        return downloads.goOn();
    });
    const removeOther = async (/** @type {number} */ index) => {
        if (others.length && taken?.has(others[index].slug)) {
            await downloads.remove(others[index].slug);
        }
    };
    both?.addEventListener('change', async () => {
        const here = courses.flatMap(({ slug }, index) => (taken?.has(slug) ? [index] : []));
        if (!both.checked) {
            for (const index of here) {
                await removeOther(index);
            }
        } else if (here.length) {
            await downloads.take(here.map((index) => others[index]));
        }
    });
    // Not one at a time: what it stops is still under way.
    find('[data-action="pause"]', root).addEventListener(TAP, () => downloads.pause());
    rows.forEach((row, index) => {
        find('[data-take]', row).addEventListener(TAP, oneAtATime(() =>
            downloads.take(both?.checked ? [courses[index], others[index]] : [courses[index]])));
        find('[data-remove]', row).addEventListener(TAP, oneAtATime(async () => {
            await downloads.remove(courses[index].slug);
            await removeOther(index);
        }));
    });
    const wifi = /** @type {HTMLInputElement} */ (find('[data-wifi-only]', root));
    wifi.checked = await network.wifiOnly();
    wifi.addEventListener('change', () => network.setWifiOnly(wifi.checked).then(() => downloads.goOnByItself()));
    await downloads.open([...courses, ...others]);
}

/** A recording lies there in two files, and a browser plays the first it can. @param {string} address */
function withEnding(address) {
    if (!address.startsWith(SOUND)) {
        return address;
    }
    return address + (document.createElement('audio').canPlayType('audio/webm; codecs=opus') ? '.webm' : '.m4a');
}

/** @param {number} bytes */
function space(bytes) {
    return bytes < GIGABYTE ? message('space', { mb: megabytes(bytes) }) : message('much-space', { gb: Math.floor(bytes / GIGABYTE) });
}

/** @param {Status} status */
function stateInWords({ state, done, of, refused, older }) {
    if (!of) {
        return '';
    }
    if (state === 'idle') {
        return refused ? message('some-refused', { refused }) : message(older ? 'older' : 'whole');
    }
    return message(state, { done, of });
}
