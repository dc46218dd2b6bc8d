/** Lays over a page of lessons what was done on this phone and is not in it yet: done offline shows as done. */

import { doneHere, doneKey, forgetDone } from './done-here.js';

/** @typedef {import('./done-here.js').Done} Done */

/** Fills in once now, and has the page fetched anew when everything was sent: then the server says it itself. */
export async function layDone() {
    const done = await doneHere();
    const lessons = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-lesson-row]')]);
    const changed = lessons.filter((row) => layRow(row, done));
    document.querySelectorAll('[data-lessons]').forEach(count);
    next();
    layLesson(done);
    if (changed.length) {
        document.addEventListener('tianbo:sent', () => location.reload());
    }
    const said = lessons.filter(({ dataset }) => dataset.done !== undefined && dataset.tried !== undefined && !changed.length)
        .flatMap(({ dataset }) => [doneKey('lesson.completed', dataset.lessonRow), doneKey('quiz.submitted', dataset.lessonRow)])
        .filter((key) => done.has(key));
    if (said.length && navigator.onLine) {
        await forgetDone(said);
    }
}

/** @param {HTMLElement} row @param {Done} done @returns {boolean} whether it says more than the server said */
function layRow(row, done) {
    const { dataset } = row;
    const completed = dataset.done === undefined && done.has(doneKey('lesson.completed', dataset.lessonRow));
    const told = done.get(doneKey('quiz.submitted', dataset.lessonRow));
    // Once the server has judged the answers, its word counts.
    const quiz = dataset.passed === undefined && (told?.waits || dataset.tried === undefined) && told;
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
    const rows = /** @type {HTMLElement[]} */ ([...list.querySelectorAll('[data-lesson-row]')]);
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

/** The lesson's own page. @param {Done} done */
function layLesson(done) {
    const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-lesson]'));
    if (form && done.has(doneKey('lesson.completed', form.dataset.lesson))) {
        form.hidden = true;
        document.querySelectorAll('[data-when-done]').forEach((one) => {
            /** @type {HTMLElement} */ (one).hidden = false;
        });
    }
}
