/** The trainee's home: what was done without network shows as done. */

import { dataOf, find, findAll } from '../app/dom.js';
import { doneKey, doneLocally } from '../learning/done-locally.js';
import { reloadWhenSent } from '../learning/reload-when-sent.js';

/** Shows the first step that was not done on this phone, and counts the lessons that were. */
export async function showNextStep() {
    const outdated = reloadWhenSent();
    const done = await doneLocally();
    const counted = find('[data-lessons-left]');
    const left = dataOf(counted, 'lessonsLeft').split(' ').filter(Boolean);
    const finished = left.filter((lesson) => done.has(doneKey('lesson.completed', lesson))).length;
    counted.textContent = dataOf(counted, 'count')
        .replace('[done]', String(Number(counted.dataset.done) + finished))
        .replace('[left]', String(left.length - finished));
    const steps = findAll('[data-step]');
    const current = steps.map(({ dataset: { step = '' } }) => step).find((step) => !done.has(step));
    for (const step of steps) {
        step.hidden = step.dataset.step !== current;
    }
    if (finished || steps[0]?.hidden) {
        outdated();
    }
}
