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

/** @param {HTMLElement} root @param {Ports} ports */
export async function startDownloadsPage(root, { downloadsHere, freeBytes, reminder }) {
    const rows = findAll('[data-course]', root);
    const base = dataOf(root, 'base').split(' ');
    const courses = rows.map((row) => ({
        slug: dataOf(row, 'course'),
        bundle: dataOf(row, 'bundle'),
        pages: [...base, ...dataOf(row, 'pages').split(' ').map(withEnding)],
    }));
    const forgotten = reminder.had();
    const { downloads, network } = downloadsHere((status) => show(status));

    /** @param {Status} status */
    const show = (status) => {
        const { state, done, of } = status;
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
    const showCourse = (row, { courses: taken }) => {
        const course = taken.get(dataOf(row, 'course'));
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
    on('take-all', () => downloads.take(courses));
    on('go-on', () => downloads.goOn());
    on('renew', () => downloads.renew());
    on('now', () => {
        network.allowNow();
        return downloads.goOn();
    });
    // Not one at a time: what it stops is still under way.
    find('[data-action="pause"]', root).addEventListener(TAP, () => downloads.pause());
    rows.forEach((row, index) => {
        find('[data-take]', row).addEventListener(TAP, oneAtATime(() => downloads.take([courses[index]])));
        find('[data-remove]', row).addEventListener(TAP, oneAtATime(async () => {
            await downloads.remove(courses[index].slug);
        }));
    });
    const wifi = /** @type {HTMLInputElement} */ (find('[data-wifi-only]', root));
    wifi.checked = await network.wifiOnly();
    wifi.addEventListener('change', () => network.setWifiOnly(wifi.checked).then(() => downloads.goOnByItself()));
    await downloads.open(courses);
}

/** A recording lies there in two files, and a browser plays the first it can. @param {string} address */
function withEnding(address) {
    if (!address.startsWith('/narration/sounds/')) {
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
