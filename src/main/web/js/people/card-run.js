/** Looks again at cards that are being made, until they are. Without this script the page is loaded again by hand. */

const EVERY_MS = 2_000;

/**
 * @param {object} ports
 * @param {() => Promise<string>} ports.load the page as it is now
 * @param {(html: string) => boolean} ports.show its numbers; returns whether cards are still being made
 * @param {(work: () => void, ms: number) => unknown} ports.later
 */
export function createCardRun({ load, show, later }) {
    const look = async () => {
        let making = true;
        try {
            making = show(await load());
        } catch (fault) {
            console.warn('not seen:', fault); // the page goes on saying what it said last
        }
        if (making) {
            later(look, EVERY_MS);
        }
    };
    return { start: () => later(look, EVERY_MS) };
}

export function startCardRun() {
    const run = document.querySelector('#card-run[data-making]');
    if (run) {
        createCardRun({
            load: async () => {
                const response = await fetch(location.href, { headers: { Accept: 'text/html' } });
                if (!response.ok) {
                    throw new Error(`HTTP ${response.status}`);
                }
                return response.text();
            },
            show: (html) => {
                const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('card-run');
                if (!fresh) {
                    location.reload(); // signed out meanwhile, say
                    return false;
                }
                run.replaceChildren(...fresh.childNodes);
                return fresh.hasAttribute('data-making');
            },
            later: (work, ms) => setTimeout(work, ms),
        }).start();
    }
}
