/** The browser's own voice, for a sentence that the trainer has not spoken yet. */

const RATE = 0.9;

/** Whether there is one for the page's language. */
export function hasVoice() {
    const { lang } = document.documentElement;
    const voices = window.speechSynthesis?.getVoices() ?? [];
    return voices.some((voice) => voice.lang.startsWith(lang.slice(0, 2)));
}

/** @param {string} words @param {number} speed @returns {Promise<unknown>} once they are spoken, or cannot be */
export function speak(words, speed) {
    return new Promise((resolve) => {
        const utterance = new SpeechSynthesisUtterance(words);
        utterance.lang = document.documentElement.lang;
        utterance.rate = RATE * speed;
        utterance.onend = resolve;
        utterance.onerror = resolve;
        speechSynthesis.speak(utterance);
    });
}
