/** Draws the mirror of an attempt on its page: words, bars of where, and buttons that go there. */

import { find, fromTemplate, make, message } from '../../app/dom.js';
import { minutes } from '../../app/format.js';
import { measuredOf } from './measured.js';
import { mirrorOf } from './mirror.js';
import { serverMirrorOf } from './server-mirror.js';
import { compared } from './steps.js';

/** @typedef {import('./steps.js').StepTaken} StepTaken */

const SVG = 'http://www.w3.org/2000/svg';
/** Width of the bars in their own units. */
const WIDTH = 1_000;
/** A span is drawn so wide at least, to be seen at all. */
const LEAST_WIDTH = 12;
const MOST_BUTTONS = 3;

/**
 * @param {HTMLElement} section
 * @param {import('../attempt/attempt.js').Attempt} attempt recorded on this phone
 * @param {import('../attempt/attempt-store.js').AttemptStore} store
 * @param {((ms: number) => void) | undefined} jump goes to a recorded time, where the recording is at hand
 */
export async function showMirror(section, attempt, store, jump) {
    const measured = await measuredOf(attempt, (take) => store.signals(attempt.id, take), plannedSteps(attempt));
    if (measured.sounds.length === 0 && measured.pictures.length === 0 && measured.begun.length === 0) {
        section.hidden = true;
        return;
    }
    const mirror = mirrorOf(measured, bandsOf(section));
    showFindings(section, mirror, jump);
    showSteps(section, '[data-mirror-products]', mirror.products, jump);
    showSteps(section, '[data-mirror-steps]', mirror.steps.some(({ atMs: begun }) => begun !== undefined) ? mirror.steps : [], jump);
    section.hidden = false;
}

/**
 * Of a recording that this phone has not listened to, as the page carries what the server measured.
 *
 * @param {HTMLElement} section
 * @param {(ms: number) => void} jump
 */
export function showServerMirror(section, jump) {
    const measured = JSON.parse(section.dataset.server ?? '');
    const mirror = serverMirrorOf(measured, bandsOf(section));
    showFindings(section, mirror, jump);
    showSteps(section, '[data-mirror-products]', mirror.products, jump);
    showSteps(section, '[data-mirror-steps]', mirror.steps, jump);
    find('[data-only-you]', section).hidden = true;
    find('[data-from-server]', section).hidden = false;
    find('[data-heard-there]', section).hidden = !measured.heard;
    section.hidden = false;
}

/**
 * @param {HTMLElement} section
 * @param {Pick<ReturnType<typeof mirrorOf>, 'findings' | 'lengthMs' | 'next'>} mirror
 * @param {((ms: number) => void) | undefined} jump
 */
function showFindings(section, { findings, lengthMs, next: { what, atMs, step = '' } }, jump) {
    find('[data-mirror-next]', section).textContent = message(`try-${what}`, { step });
    find('[data-mirror-next-at]', section).replaceChildren(...buttons(atMs === undefined ? [] : [atMs], jump));
    const drawings = findings.map((finding) => drawn(section, finding, lengthMs, jump));
    find('[data-mirror-findings]', section).replaceChildren(...drawings);
}

/** @param {HTMLElement} section @returns {import('./mirror.js').Bands} */
function bandsOf({ dataset }) {
    const numbers = Object.entries(dataset).filter(([, value]) => value).map(([name, value]) => [name, Number(value)]);
    return Object.fromEntries(numbers);
}

/**
 * The trainee's own plan, where there is one; else the run of show as it was published.
 *
 * @param {import('../attempt/attempt.js').Attempt & {lines?: import('./steps.js').PlannedStep[]}} attempt
 * @returns {import('./steps.js').PlannedStep[]}
 */
function plannedSteps({ plan, lines }) {
    if (lines) {
        return lines;
    }
    const show = /** @type {HTMLTemplateElement | null} */ (document.querySelector(`template[data-show="${plan.format}"]`));
    return Array.from(show?.content.querySelectorAll('[data-ref]') ?? [], (item) => {
        const { ref = '', title = '', seconds } = /** @type {HTMLElement} */ (item).dataset;
        return { ref, title, seconds: Number(seconds) };
    });
}

/**
 * @param {HTMLElement} section
 * @param {import('./mirror.js').Finding} finding
 * @param {number} lengthMs
 * @param {((ms: number) => void) | undefined} jump
 */
function drawn(section, { topic, band, spans }, lengthMs, jump) {
    const item = fromTemplate('template[data-mirror-finding]', section);
    find('[data-topic]', item).textContent = message(`topic-${topic}`);
    find('[data-band]', item).textContent = message(`${topic}-${band}`);
    if (topic === 'pace') {
        find('.zones', item).hidden = false;
        find(`[data-zone="${band}"]`, item).classList.add('here');
    }
    const bar = /** @type {SVGElement} */ (/** @type {unknown} */ (find('svg', item)));
    bar.toggleAttribute('hidden', band === 'good' || spans.length === 0);
    bar.append(...spans.map(({ fromMs, toMs }) => rect({
        class: 'off', x: (WIDTH * fromMs) / lengthMs, width: Math.max(LEAST_WIDTH, (WIDTH * (toMs - fromMs)) / lengthMs), height: 10,
    })));
    find('.look-at', item).replaceChildren(...buttons(spans.map(({ fromMs }) => fromMs), jump));
    return item;
}

/**
 * @param {HTMLElement} section
 * @param {string} part
 * @param {StepTaken[]} steps
 * @param {((ms: number) => void) | undefined} jump
 */
function showSteps(section, part, steps, jump) {
    const box = find(part, section);
    const longest = Math.max(1, ...steps.flatMap(({ plannedMs, tookMs }) => [plannedMs, tookMs]));
    box.hidden = steps.length === 0;
    find('ul', box).replaceChildren(...steps.map((step) => {
        const item = fromTemplate('template[data-mirror-step]', section);
        find('[data-title]', item).textContent = step.title;
        const outcome = compared(step);
        find('[data-outcome]', item).textContent = message(`step-${outcome}`);
        find('[data-outcome]', item).classList.toggle('wait', outcome !== 'as-planned');
        find('.plan', item).setAttribute('width', String((WIDTH * step.plannedMs) / longest));
        find('.done', item).setAttribute('width', String((WIDTH * step.tookMs) / longest));
        find('[data-planned]', item).textContent = message('step-planned', { planned: minutes(step.plannedMs) });
        find('[data-took]', item).textContent = message('step-took', { took: minutes(step.tookMs) });
        find('.look-at', item).replaceChildren(...buttons(step.atMs === undefined ? [] : [step.atMs], jump));
        return item;
    }));
}

/** @param {number[]} times @param {((ms: number) => void) | undefined} jump @returns {HTMLElement[]} */
function buttons(times, jump) {
    return times.slice(0, MOST_BUTTONS).map((ms) => {
        const label = message('look-at', { time: minutes(ms) });
        return /** @type {HTMLElement} */ (jump
            ? make('button', { type: 'button', className: 'tap', textContent: label, onclick: () => jump(ms) })
            : make('span', { className: 'tag', textContent: minutes(ms) }));
    });
}

/** @param {Record<string, string | number>} attributes */
function rect(attributes) {
    const shape = document.createElementNS(SVG, 'rect');
    Object.entries(attributes).forEach(([key, value]) => shape.setAttribute(key, String(value)));
    return shape;
}
