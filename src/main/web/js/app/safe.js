/** The pill that says where the work stands. Its words come from the page: this script knows no language. */

/** @type {Map<string, number>} */
const more = new Map();
let outbox = { waiting: 0, refused: 0 };

/**
 * Adds to the pill's count what waits elsewhere, e.g. the pieces of a recording.
 *
 * @param {string} what
 * @param {number} count
 */
export function alsoWaiting(what, count) {
    more.set(what, count);
    show();
}

export function startPill() {
    const pill = document.querySelector('[data-safe]');
    if (pill) {
        document.querySelector('.thumb')?.prepend(pill);
        document.addEventListener('tianbo:outbox', ({ detail }) => {
            outbox = detail;
            show();
        });
    }
}

function show() {
    const pill = /** @type {HTMLElement | null} */ (document.querySelector('[data-safe]'));
    if (!pill) {
        return;
    }
    const waiting = [...more.values()].reduce((sum, count) => sum + count, outbox.waiting);
    const [state, count] = outbox.refused ? ['refused', outbox.refused] : waiting ? ['waiting', waiting] : ['safe', 0];
    const text = pill.dataset[state].replace('#', count);
    if (pill.textContent !== text) {
        pill.textContent = text;
    }
    pill.classList.toggle('wait', state === 'waiting');
    pill.classList.toggle('bad', state === 'refused');
    pill.hidden = false;
}
