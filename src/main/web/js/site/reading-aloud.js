/** Reading aloud, loaded at the first press of `<button data-speak="main">`. A notice appears if the phone has no voice. */

import { dataOf, find, findAll } from '../app/dom.js';
import { toast } from '../app/toast.js';

/** Without a sound for so long, the phone has no voice. */
const SILENCE_MS = 3_000;

/** Buttons and bars are not read, but for those that are an answer to choose. */
const SILENT = '.top, .thumb, .menu, button:not(.choice), svg, progress, .sr-only, [hidden]';

addEventListener('pagehide', () => window.speechSynthesis?.cancel());

/** Reads, or stops. @param {HTMLElement} button */
export function toggle(button) {
    const synthesis = window.speechSynthesis;
    const reading = button.getAttribute('aria-pressed') === 'true';
    synthesis?.cancel();
    for (const other of findAll('[data-speak]')) {
        other.setAttribute('aria-pressed', 'false');
    }
    if (reading) {
        return;
    }
    const voices = synthesis?.getVoices() ?? [];
    const { lang } = document.documentElement;
    if (!synthesis || (voices.length && !voices.some((voice) => voice.lang.startsWith(lang.slice(0, 2))))) {
        toast(dataOf(document.body, 'noVoice'));
        return;
    }
    button.setAttribute('aria-pressed', 'true');
    const silent = () => button.setAttribute('aria-pressed', 'false');
    // A browser that lists no voice may have one all the same: then the reading begins within this time.
    const wait = setTimeout(() => {
        synthesis.cancel();
        silent();
        toast(dataOf(document.body, 'noVoice'));
    }, SILENCE_MS);
    speak(sentences(button.dataset.speak || 'main'), () => clearTimeout(wait), silent);
}

/** @param {string[]} all @param {() => void} begun @param {() => void} done */
function speak(all, begun, done) {
    all.forEach((sentence, at) => {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.lang = document.documentElement.lang;
        utterance.rate = 0.9;
        utterance.onstart = begun;
        utterance.onend = at === all.length - 1 ? done : null;
        speechSynthesis.speak(utterance);
    });
}

/**
 * Sentence by sentence: Chrome stops in the middle of a long utterance.
 *
 * @param {string} selector
 */
function sentences(selector) {
    const copy = /** @type {HTMLElement} */ (find(selector).cloneNode(true));
    copy.querySelectorAll(SILENT).forEach((one) => one.remove());
    onlyOnce(findAll('select', copy));
    copy.querySelectorAll('h1, h2, h3, p, li, dd, div, label, button, option').forEach((one) => one.append('\n'));
    copy.querySelectorAll('select').forEach((one) => one.prepend('\n'));
    return (copy.textContent ?? '').match(/[^。！？!?\n]*[^。！？!?\n\s][^。！？!?\n]*[。！？!?]?/g) ?? [];
}

/**
 * Of lists in which the same is chosen for one thing after the other, the last is read.
 *
 * @param {HTMLElement[]} lists
 */
function onlyOnce(lists) {
    lists.forEach((list, at) => {
        list.querySelectorAll('option[value=""]').forEach((one) => one.remove());
        if (list.closest('fieldset') && list.closest('fieldset') === lists[at + 1]?.closest('fieldset')) {
            list.remove();
        }
    });
}
