/** The trainee's home: what today's thing needs is fetched ahead, and what was done without a network shows as done. */

import { doneHere, doneKey } from './learning/done-here.js';
import { keepAhead } from './learning/keep.js';

keepAhead();
layDone();

/** Shows the first step that was not done on this phone, and counts the lessons that were. */
async function layDone() {
    const done = await doneHere();
    const counted = /** @type {HTMLElement} */ (document.querySelector('[data-lessons-left]'));
    const left = counted.dataset.lessonsLeft.split(' ').filter(Boolean);
    const finished = left.filter((lesson) => done.has(doneKey('lesson.completed', lesson))).length;
    counted.textContent = counted.dataset.count
        .replace('[done]', String(Number(counted.dataset.done) + finished))
        .replace('[left]', String(left.length - finished));
    const steps = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[data-step]')]);
    const current = steps.map(({ dataset }) => dataset.step).find((step) => !done.has(step));
    for (const step of steps) {
        step.hidden = step.dataset.step !== current;
    }
    if (finished || steps[0]?.hidden) {
        document.addEventListener('tianbo:sent', () => location.reload());
    }
}
