/** The timeline under the picture: the page has its steps and gaps; moments and the playhead are drawn here. */

import { playTime } from '../app/format.js';
import { find } from '../app/dom.js';
import { showStrip } from './strip.js';
import { span } from './times.js';

/** @typedef {(ms: number) => string} Share of the whole length, in per cent */

const SVG = 'http://www.w3.org/2000/svg';
/** @type {Record<string, number>} milliseconds to move */
const KEYS = { ArrowLeft: -1_000, ArrowRight: 1_000, PageDown: -15_000, PageUp: 15_000 };

/**
 * @param {HTMLElement} page
 * @param {import('./player.js').Player} player
 * @param {import('./draft.js').DraftModel} draft
 */
export function startTimeline(page, player, draft) {
    const line = /** @type {SVGSVGElement} */ (page.querySelector('[data-line]'));
    /** @type {Share} */
    const share = (ms) => `${((100 * ms) / Math.max(1, player.durationMs)).toFixed(2)}%`;
    seekable(line, player);
    showStrip(page, line, player.durationMs);
    page.querySelectorAll('[data-seek]').forEach((button) =>
        button.addEventListener('click', () => player.seek(Number(button.getAttribute('data-seek')))));
    player.addEventListener('time', () => head(line, player, share));
    draft.addEventListener('changed', () => dots(find('[data-dots]', line), draft, share));
}

/** @param {SVGSVGElement} line @param {import('./player.js').Player} player */
function seekable(line, player) {
    const to = (/** @type {PointerEvent} */ { clientX }) => {
        const { left, width } = line.getBoundingClientRect();
        player.seek(((clientX - left) / width) * player.durationMs);
    };
    line.addEventListener('pointerdown', (event) => {
        line.setPointerCapture(event.pointerId);
        to(event);
    });
    line.addEventListener('pointermove', (event) => line.hasPointerCapture(event.pointerId) && to(event));
    line.addEventListener('keydown', (event) => {
        if (event.key in KEYS) {
            player.by(KEYS[event.key]);
            event.preventDefault();
            event.stopPropagation();
        }
    });
}

/** @param {SVGSVGElement} line @param {import('./player.js').Player} player @param {Share} share */
function head(line, player, share) {
    const at = share(player.ms);
    const now = find('[data-head]', line);
    now.setAttribute('x1', at);
    now.setAttribute('x2', at);
    find('[data-played]', line).setAttribute('width', at);
    line.setAttribute('aria-valuenow', String(player.ms));
    line.setAttribute('aria-valuetext', playTime(player.ms));
    const steps = [...line.querySelectorAll('.step')];
    const here = steps.filter((step) => parseFloat(step.getAttribute('x') ?? '0') <= parseFloat(at)).pop();
    steps.forEach((step) => step.classList.toggle('here', step === here));
}

/** @param {Element} group @param {import('./draft.js').DraftModel} draft @param {Share} share */
function dots(group, draft, share) {
    group.replaceChildren(
        ...draft.inOrder().flatMap((moment) => {
            const dot = draw('circle', { cx: share(moment.fromMs), cy: 35, r: 6, class: `dot ${moment.kind}` });
            dot.append(Object.assign(document.createElementNS(SVG, 'title'), { textContent: `${span(moment)} ${moment.words}` }));
            if (!moment.toMs) {
                return [dot];
            }
            const width = share(moment.toMs - moment.fromMs);
            return [draw('rect', { x: share(moment.fromMs), y: 32, width, height: 6, class: `dot stretch ${moment.kind}` }), dot];
        }),
    );
}

/** @param {string} name @param {Record<string, string | number>} attributes */
function draw(name, attributes) {
    const shape = document.createElementNS(SVG, name);
    Object.entries(attributes).forEach(([key, value]) => shape.setAttribute(key, String(value)));
    return shape;
}
