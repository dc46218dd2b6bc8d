/** Reading aloud: `<button data-speak="main" hidden>` reads that part of the page, and stops at a second press. */

/** Buttons and bars are not read: only what is said. */
const SILENT = '.top, .thumb, .menu, button, svg, progress, .heard, [hidden]';

export function startSpeech() {
    if (!('speechSynthesis' in window)) {
        return;
    }
    for (const button of document.querySelectorAll('[data-speak]')) {
        button.hidden = false;
        button.addEventListener('click', () => toggle(button));
    }
    addEventListener('pagehide', () => speechSynthesis.cancel());
}

/** @param {HTMLElement} button */
function toggle(button) {
    const reading = button.getAttribute('aria-pressed') === 'true';
    speechSynthesis.cancel();
    for (const other of document.querySelectorAll('[data-speak]')) {
        other.setAttribute('aria-pressed', 'false');
    }
    if (!reading) {
        button.setAttribute('aria-pressed', 'true');
        say(sentences(button.dataset.speak || 'main'), () => button.setAttribute('aria-pressed', 'false'));
    }
}

/** @param {string[]} all @param {() => void} done */
function say(all, done) {
    all.forEach((sentence, at) => {
        const utterance = new SpeechSynthesisUtterance(sentence);
        utterance.lang = document.documentElement.lang;
        utterance.rate = 0.9;
        utterance.onend = at === all.length - 1 ? done : null;
        speechSynthesis.speak(utterance);
    });
}

/**
 * Sentence by sentence: Chrome falls silent in the middle of a long utterance.
 *
 * @param {string} selector
 */
function sentences(selector) {
    const copy = document.querySelector(selector).cloneNode(true);
    copy.querySelectorAll(SILENT).forEach((one) => one.remove());
    copy.querySelectorAll('h1, h2, h3, p, li, dd, div, label').forEach((one) => one.append('\n'));
    return copy.textContent.match(/[^。！？!?\n]*[^。！？!?\n\s][^。！？!?\n]*[。！？!?]?/g) ?? [];
}
