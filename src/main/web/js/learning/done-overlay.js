/** Puts over a list of lessons what was done on this phone and is not in it yet: done offline shows as done. */

import { findAll } from '../app/dom.js';
import { doneKey, doneLocally, forgetDone } from './done-locally.js';
import { reloadWhenSent } from './reload-when-sent.js';

/** @typedef {import('./done-locally.js').Done} Done */

/** Fills in once now, and has the page fetched anew when everything was sent: then the server says it itself. */
export async function overlayDone() {
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
        .flatMap(({ dataset }) => [doneKey('lesson.completed', dataset.lessonRow), doneKey('quiz.submitted', dataset.lessonRow)])
        .filter((key) => done.has(key));
    if (confirmed.length && navigator.onLine) {
        await forgetDone(confirmed);
    }
}

/** @param {HTMLElement} row @param {Done} done @returns {boolean} whether it says more than the server said */
function overlayRow(row, done) {
    const { dataset } = row;
    const completed = dataset.done === undefined && done.has(doneKey('lesson.completed', dataset.lessonRow));
    const local = done.get(doneKey('quiz.submitted', dataset.lessonRow));
    // Once the server has judged the answers, its word counts.
    const quiz = dataset.passed === undefined && (local?.waits || dataset.tried === undefined) && local;
    if (completed) {
        dataset.done = '';
    }
    if (quiz) {
        dataset.tried = '';
        row.toggleAttribute('data-passed', quiz.passed === true);
    }
    const failed = row.querySelector('[data-tag="tried"]') !== null && dataset.tried !== undefined && dataset.passed === undefined;
    show(row, 'tried', failed);
    show(row, 'done', dataset.done !== undefined && !failed);
    return completed || Boolean(quiz);
}

/** @param {HTMLElement} row @param {string} tag @param {boolean} visible */
function show(row, tag, visible) {
    const shown = /** @type {HTMLElement | null} */ (row.querySelector(`[data-tag="${tag}"]`));
    if (shown) {
        shown.hidden = !visible;
    }
}

/** How many of a course or way are done. @param {Element} list */
function count(list) {
    const rows = findAll('[data-lesson-row]', list);
    const done = rows.filter(({ dataset }) => dataset.done !== undefined).length;
    list.querySelector('progress').value = done;
    const words = /** @type {HTMLElement} */ (list.querySelector('[data-count]'));
    const text = done === rows.length ? words.dataset.all : words.dataset.count;
    words.textContent = text.replace('[done]', String(done)).replace('[left]', String(rows.length - done));
    lead(list.querySelector('a[data-next]'), rows.find(({ dataset }) => dataset.done === undefined));
}

/**
 * A way of lessons leads on to its first one that is open; where none is, nowhere.
 *
 * @param {HTMLAnchorElement | null} way
 * @param {HTMLElement | undefined} row
 */
function lead(way, row) {
    const lesson = row?.querySelector('a');
    if (way) {
        way.hidden = !lesson;
    }
    if (way && lesson) {
        way.setAttribute('href', lesson.getAttribute('href') ?? '');
        way.textContent = lesson.textContent;
    }
}

/** The one button leads on to the first lesson that is open, as the server would choose it. */
function next() {
    const button = /** @type {HTMLAnchorElement | null} */ (document.querySelector('[data-next-lesson]'));
    const rows = /** @type {HTMLAnchorElement[]} */ ([...document.querySelectorAll('a[data-lesson-row]')]);
    const first = rows.find(({ dataset }) => dataset.done === undefined) ?? rows.find(({ dataset }) => dataset.passed === undefined);
    if (button && first) {
        button.href = first.href;
    }
}
