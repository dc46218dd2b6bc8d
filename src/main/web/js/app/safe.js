/** The pill that says where the work stands. Its words come from the page: this script knows no language. */

/** Lists what waits and what was refused, and mends it. */
const UNSENT = '/unsent';

/**
 * What waits elsewhere, e.g. the pieces of a recording.
 *
 * @typedef {object} Waiting
 * @property {number} count
 * @property {string} words said instead of the count, where there are any
 * @property {{words: string, href: string}} [trouble] what the person must see to, and where
 */

/** @type {Map<string, Waiting>} */
const more = new Map();
/** @type {{waiting: number, refused: number, clock?: number} | undefined} not known until it was counted */
let outbox;

/** Adds to the pill what waits elsewhere. @param {string} what @param {Waiting} waiting */
export function alsoWaiting(what, waiting) {
    more.set(what, waiting);
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
    const trouble = problem(pill, outbox) ?? others.map((other) => other.trouble).find(Boolean);
    const state = trouble ? 'bad' : waiting || words[0] ? 'wait' : 'safe';
    const counted = waiting ? [pill.dataset.waiting.replace('#', String(waiting))] : [];
    say(pill, trouble ?? { words: state === 'safe' ? pill.dataset.safe : [...counted, ...words].join(' · ') });
    pill.classList.toggle('wait', state === 'wait');
    pill.classList.toggle('bad', state === 'bad');
    pill.hidden = false;
}

/** Writes only what changed, for it is read aloud. @param {HTMLElement} pill @param {{words: string, href?: string}} news */
function say(pill, { words, href = '' }) {
    const link = pill.querySelector('a');
    if (pill.textContent === words && (link?.getAttribute('href') ?? '') === href) {
        return;
    }
    if (!href) {
        pill.textContent = words;
        return;
    }
    const way = document.createElement('a');
    way.href = href;
    way.textContent = words;
    pill.replaceChildren(way);
}

/** What a person must see to: the phone's clock, which they can set, or what the county did not take. */
function problem({ dataset }, { refused, clock = 0 }) {
    if (!clock && !refused) {
        return undefined;
    }
    return { words: dataset[clock ? 'clock' : 'refused'].replace('#', String(clock || refused)), href: UNSENT };
}
