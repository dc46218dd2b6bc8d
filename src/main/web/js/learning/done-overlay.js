/** Adds to a list of lessons what was done on this phone and the server did not know yet. */

import { dataOf, find, findAll } from '../app/dom.js';
import { doneKey } from './done-locally.js';

/**
 * @typedef {import('./done-locally.js').Done} Done
 *
 * @typedef {object} Ports
 * @property {() => Promise<Done>} doneLocally
 * @property {(keys: string[]) => Promise<unknown>} forgetDone
 * @property {() => () => void} reloadWhenSent
 * @property {() => boolean} isOnline
 */

/**
 * Changes the list now, and reloads the page when everything was sent: then the server's list is right.
 *
 * @param {Ports} ports
 */
export async function overlayDone({ doneLocally, forgetDone, reloadWhenSent, isOnline }) {
    const outdated = reloadWhenSent();
    const done = await doneLocally();
    const lessons = findAll('[data-lesson-row]');
    const changed = lessons.filter((row) => overlayRow(row, done));
    document.querySelectorAll('[data-lessons]').forEach(count);
    next();
    if (changed.length) {
        outdated();
    }
    const confirmed = lessons.filter(({ dataset }) => dataset.done !== undefined && dataset.tried !== undefined && !changed.length)
        .flatMap(({ dataset: { lessonRow = '' } }) => [doneKey('lesson.completed', lessonRow), doneKey('quiz.submitted', lessonRow)])
        .filter((key) => done.has(key));
    if (confirmed.length && isOnline()) {
        await forgetDone(confirmed);
    }
}

/** @param {HTMLElement} row @param {Done} done @returns {boolean} whether the row was changed */
function overlayRow(row, done) {
    const { dataset } = row;
    const lesson = dataOf(row, 'lessonRow');
    const completed = dataset.done === undefined && done.has(doneKey('lesson.completed', lesson));
    const local = done.get(doneKey('quiz.submitted', lesson));
    // Once the server has marked the answers, its result counts.
    const quiz = dataset.passed === undefined && (local?.waits || dataset.tried === undefined) && local;
    if (completed) {
        dataset.done = '';
    }
    if (quiz) {
        dataset.tried = '';
        row.toggleAttribute('data-passed', quiz.passed === true);
        // Only the server knows what is right.
        row.toggleAttribute('data-marking', quiz.passed === undefined);
    }
    const open = row.querySelector('[data-tag="tried"]') !== null && dataset.tried !== undefined && dataset.passed === undefined;
    const marking = open && dataset.marking !== undefined;
    show(row, 'tried', open && !marking);
    show(row, 'marking', marking);
    show(row, 'done', dataset.done !== undefined && !open);
    return completed || Boolean(quiz);
}

/** @param {HTMLElement} row @param {string} tag @param {boolean} visible */
function show(row, tag, visible) {
    const shown = /** @type {HTMLElement | null} */ (row.querySelector(`[data-tag="${tag}"]`));
    if (shown) {
        shown.hidden = !visible;
    }
}

/** Shows how many lessons of a course or path are done. @param {Element} list */
function count(list) {
    const rows = wayOf(list) ?? findAll('[data-lesson-row]', list);
    const done = rows.filter(({ dataset }) => dataset.done !== undefined).length;
    /** @type {HTMLProgressElement} */ (find('progress', list)).value = done;
    const words = find('[data-count]', list);
    const text = dataOf(words, done === rows.length ? 'all' : 'count');
    words.textContent = text.replace('[done]', String(done)).replace('[left]', String(rows.length - done));
    lead(list.querySelector('a[data-next]'), rows.find(({ dataset }) => dataset.done === undefined));
}

/**
 * The lessons of a path that is shown without them, in its order.
 *
 * @param {Element | null} path
 * @returns {HTMLElement[] | undefined} nothing for what has lessons of its own
 */
function wayOf(path) {
    const { way } = /** @type {HTMLElement | null} */ (path)?.dataset ?? {};
    return way?.split(' ').flatMap((slug) => findAll(`[data-lesson-row="${slug}"]`));
}

/**
 * Links a path to its first open lesson; hides the link if there is none.
 *
 * @param {HTMLAnchorElement | null} link
 * @param {HTMLElement | undefined} row
 */
function lead(link, row) {
    const lesson = row?.querySelector('a');
    if (link) {
        link.hidden = !lesson;
    }
    if (link && lesson) {
        link.setAttribute('href', lesson.getAttribute('href') ?? '');
        link.textContent = lesson.textContent;
    }
}

/** Links the page's button to the first open lesson, as the server would. */
function next() {
    const button = /** @type {HTMLAnchorElement | null} */ (document.querySelector('[data-next-lesson]'));
    const taught = findAll('a[data-lesson-row]');
    const rows = /** @type {HTMLAnchorElement[]} */ ([...(wayOf(document.querySelector('[data-way]')) ?? []), ...taught]);
    const first = rows.find(({ dataset }) => dataset.done === undefined)
        ?? rows.find(({ dataset }) => dataset.passed === undefined && dataset.marking === undefined);
    if (button && first) {
        button.href = first.href;
    }
}
