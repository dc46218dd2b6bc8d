/** The moments of learning: on a quiz's page that its lesson was finished, and on the marked one that it is passed. */

import { showMoment } from '../app/moment.js';
import { doneKey, doneLocally } from './done-locally.js';

/** A sprout that grows out of a book. */
const SPROUT =
    '<path fill="var(--card)" d="M8 52c14-7 28-6 40 2 12-8 26-9 40-2v12c-14-6-28-5-40 2-12-7-26-8-40-2z"/><path d="M48 54V24"/>'
    + '<path fill="var(--green-soft)" d="M48 38c-3-12-13-16-25-14 2 12 13 18 25 14zM48 28c2-12 11-17 23-16-1 12-11 19-23 16z"/>';

/** An ear of rice. */
const EAR =
    '<path d="M26 68c6-20 16-38 36-52"/><path fill="var(--rice-soft)" d="M62 16c-1-8 4-12 10-12 2 7-2 12-10 12zM54 22c-9-4-15 0-16'
    + ' 7 9 4 14 0 16-7zM45 32c-9-4-15 0-16 7 9 4 14 0 16-7zM60 24c7 6 5 13-2 17-6-6-5-12 2-17zM51 34c7 6 5 13-2 17-6-6-5-12'
    + ' 2-17zM38 43c-9-3-14 1-15 8 8 3 13-1 15-8z"/>';

/** @param {(lesson: string) => Promise<boolean>} [isFinished] on this phone */
export async function showLearned(isFinished = isFinishedHere) {
    const { passed } = /** @type {HTMLElement | null} */ (document.querySelector('[data-moment="quiz"]'))?.dataset ?? {};
    if (passed) {
        showMoment('quiz', EAR, { what: `quiz/${passed}` });
    }
    const { lesson } = /** @type {HTMLElement | null} */ (document.querySelector('form[data-quiz]'))?.dataset ?? {};
    if (lesson && comesFromLesson() && (await isFinished(lesson))) {
        showMoment('lesson', SPROUT, { what: `lesson/${lesson}` });
    }
}

/** @param {string} lesson */
const isFinishedHere = async (lesson) => (await doneLocally()).has(doneKey('lesson.completed', lesson));

function comesFromLesson() {
    return document.referrer !== '' && `${new URL(document.referrer).pathname}/quiz` === location.pathname;
}
