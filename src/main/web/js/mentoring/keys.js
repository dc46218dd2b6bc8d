/** Keyboard shortcuts. In a text field, letters stay letters. */

import { find } from '../app/dom.js';

const SEEK = 5_000;
const STEP = 1_000;

/**
 * @param {import('./player.js').Player} player
 * @param {import('./moment-editor.js').MomentEditor | undefined} editor
 * @param {{move: (step: number) => boolean, score: (level: number) => void}} scores
 */
export function startKeys(player, editor, scores) {
    /** @type {Record<string, () => unknown>} */
    const keys = {
        ' ': () => player.toggle(),
        k: () => player.toggle(),
        j: () => player.by(-SEEK),
        l: () => player.by(SEEK),
        i: () => editor?.from(),
        o: () => editor?.to(),
        n: () => editor?.note(),
        '?': () => /** @type {HTMLDialogElement} */ (find('#keys')).showModal(),
        ArrowUp: () => scores.move(-1),
        ArrowDown: () => scores.move(1),
        ArrowLeft: () => player.by(-STEP),
        ArrowRight: () => player.by(STEP),
    };
    for (let level = 0; level <= 5; level++) {
        keys[level] = () => scores.score(level);
    }
    addEventListener('keydown', (event) => {
        const act = chosen(event);
        if (act) {
            event.preventDefault();
            act();
        }
    });

    /** @param {KeyboardEvent} event @returns {(() => unknown) | undefined} what to do instead of the browser's own action */
    function chosen(event) {
        const on = /** @type {HTMLElement} */ (event.target);
        if (document.querySelector('dialog[open]') || event.isComposing) {
            return undefined;
        }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            return () => editor?.finish();
        }
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return undefined;
        }
        if (writing(on)) {
            return event.key === 'Escape' ? () => on.blur() : undefined;
        }
        const radio = on.matches('[type=radio]');
        const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
        const presses = event.key === ' ' && on.matches('button, a, summary, [type=checkbox]');
        const browsers = (radio && (sideways || event.key === ' ')) || presses;
        return browsers ? undefined : keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    }
}

/** @param {HTMLElement} field */
function writing(field) {
    return field.matches('textarea, select, input:not([type=radio], [type=checkbox])');
}
