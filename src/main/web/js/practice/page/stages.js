/** A page of several stages, `<section data-stage="…">`, that shows one of them at a time. */

import { find, findAll } from '../../app/dom.js';

/** @param {HTMLElement} root @param {string} name @returns {HTMLElement} */
export function stageNamed(root, name) {
    return find(`[data-stage="${name}"]`, root);
}

/** @param {HTMLElement} root @param {string} name */
export function showStage(root, name) {
    root.dataset.now = name;
    for (const stage of findAll('[data-stage]', root)) {
        stage.hidden = stage.dataset.stage !== name;
    }
}
