/** The pill that says where the work stands. Its words come from the page: this script knows no language. */

/** @type {Map<string, {count: number, words: string}>} */
const more = new Map();
/** @type {{waiting: number, refused: number, clock?: number} | undefined} not known until it was counted */
let outbox;

/**
 * Adds to the pill's count what waits elsewhere, e.g. the pieces of a recording.
 *
 * @param {string} what
 * @param {number} count
 * @param {string} [words] said instead of the count
 */
export function alsoWaiting(what, count, words = '') {
    more.set(what, { count, words });
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
    if (!pill || !outbox) {
        return;
    }
    const others = [...more.values()];
    const waiting = others.reduce((sum, { count, words }) => (words ? sum : sum + count), outbox.waiting);
    const words = others.map((other) => other.words).filter(Boolean);
    const [state, count] = problem(outbox) ?? (waiting || words[0] ? ['waiting', waiting] : ['safe', 0]);
    const text = [...(state === 'waiting' && !count ? [] : [pill.dataset[state].replace('#', count)]), ...words].join(' · ');
    if (pill.textContent !== text) {
        pill.textContent = text;
    }
    pill.classList.toggle('wait', state === 'waiting');
    pill.classList.toggle('bad', Boolean(problem(outbox)));
    pill.hidden = false;
}

/** What a person must see to: the phone's clock, which they can set, or what the county did not take. */
function problem({ refused, clock = 0 }) {
    return clock ? ['clock', clock] : refused ? ['refused', refused] : undefined;
}
