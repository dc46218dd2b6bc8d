/** A quiz's recording: a question is heard, then its choices in the order they stand, each marked meanwhile. */

import { find, findAll } from '../../app/dom.js';
import { createSequence } from './sequence.js';
import { SPEED, showTrouble } from './sound.js';

const HEARD = 'heard';

/** @param {HTMLElement} root @param {{remembered: (key: string) => string | null}} ports */
export function startQuizVoice(root, { remembered }) {
    const audio = /** @type {HTMLAudioElement} */ (find('audio', root));
    /** @type {HTMLElement | undefined} */
    let pressed;
    /** @type {{element: Element}[]} */
    let parts = [];
    const sequence = createSequence(audio, (at) => {
        const heard = parts[at]?.element;
        parts.forEach(({ element }) => element.classList.toggle(HEARD, element === heard));
        if (at < 0) {
            pressed?.setAttribute('aria-pressed', 'false');
            pressed = undefined;
        }
    });
    const speed = Number(remembered(SPEED)) || 1;
    audio.defaultPlaybackRate = speed;
    audio.playbackRate = speed;
    showTrouble(root, audio);
    // Questions of another round come out of their template later.
    document.addEventListener('click', ({ target }) => {
        const button = /** @type {HTMLElement | null} */ (/** @type {HTMLElement} */ (target).closest('[data-do="hear"]'));
        const goOn = !button || button !== pressed;
        if (button || isTurn(/** @type {HTMLElement} */ (target))) {
            sequence.stop();
        }
        if (button && goOn) {
            const all = partsOf(/** @type {HTMLElement} */ (button.closest('[data-item]')));
            parts = all;
            pressed = button;
            button.setAttribute('aria-pressed', 'true');
            sequence.play(all.map(({ span }) => span));
        }
    });
    const reveal = (/** @type {ParentNode} */ within) => findAll('[data-do="hear"]', within).forEach((one) => (one.hidden = false));
    reveal(document);
    document.querySelectorAll('template[data-pool]').forEach((pool) => reveal(/** @type {HTMLTemplateElement} */ (pool).content));
}

/** Another question comes. @param {HTMLElement} target */
const isTurn = (target) => Boolean(target.closest('.thumb'));

/** The question, its choices, and once what things are paired with. @param {HTMLElement} item */
function partsOf(item) {
    const own = findAll('[data-span]', item).map((element) => ({ element, span: rangeOf(element.dataset.span ?? '') }));
    const select = findAll('[data-spans]', item).pop();
    const targets = (select?.dataset.spans ?? '').split(' ').filter(Boolean);
    return [...own, ...targets.map((one) => ({ element: /** @type {HTMLElement} */ (select), span: rangeOf(one) }))];
}

/** @param {string} written */
function rangeOf(written) {
    const [from, until] = written.split('-').map(Number);
    return { from, until };
}
