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
        parts.forEach(({ element }, number) => element.classList.toggle(HEARD, number === at));
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

/** @param {HTMLElement} item */
function partsOf(item) {
    return findAll('[data-span], [data-spans]', item).flatMap((element) => {
        const { span = '', spans = '' } = element.dataset;
        const own = span ? [{ element, span: rangeOf(span) }] : [];
        return [...own, ...spans.split(' ').filter(Boolean).map((one) => ({ element, span: rangeOf(one) }))];
    });
}

/** @param {string} written */
function rangeOf(written) {
    const [from, until] = written.split('-').map(Number);
    return { from, until };
}
