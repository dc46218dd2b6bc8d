/**
 * The service worker's store of pages. An answer that does not come counts as no network: the worker of another version
 * may not know the question, and a browser may end it at any time.
 */

const PATIENCE_MS = 60_000;

/** @typedef {import('../../app/service-worker.js').WorkerMessage} WorkerMessage */

/**
 * @param {() => Promise<{active: Pick<ServiceWorker, 'postMessage'> | null}>} ready
 * @param {string} language that pages are to be in
 */
export function createPageStore(ready, language) {
    /** @param {WorkerMessage} question @returns {Promise<any[] | undefined>} a word for each page */
    const ask = async (question) => {
        const { active } = await ready();
        const { port1, port2 } = new MessageChannel();
        return new Promise((resolve) => {
            const late = setTimeout(() => answered(undefined), PATIENCE_MS);
            const answered = (/** @type {any[] | undefined} */ answer) => {
                clearTimeout(late);
                port1.close();
                resolve(answer);
            };
            port1.onmessage = ({ data }) => answered(data);
            active?.postMessage(question, [port2]);
        });
    };

    return {
        /** @param {string} page @param {boolean} again @returns {Promise<import('../../../sw/pages.js').Outcome>} */
        fetch: async (page, again) => (await ask({ pages: [page], again }))?.[0] ?? 'unreachable',

        /**
         * Many pages in one answer.
         *
         * @param {string} bundle
         * @param {(page: string, outcome: import('../../../sw/pages.js').Outcome) => boolean} onPage whether to go on
         * @returns {Promise<import('../../../sw/pages.js').Outcome>}
         */
        fetchBundle: async (bundle, onPage) => {
            const { active } = await ready();
            const { port1, port2 } = new MessageChannel();
            return new Promise((resolve) => {
                /** @type {ReturnType<typeof setTimeout> | undefined} */
                let late;
                const end = (/** @type {import('../../../sw/pages.js').Outcome} */ outcome) => {
                    clearTimeout(late);
                    port1.close();
                    resolve(outcome);
                };
                const wait = () => {
                    clearTimeout(late);
                    late = setTimeout(() => end('unreachable'), PATIENCE_MS);
                };
                port1.onmessage = ({ data }) => {
                    if (data.ended) {
                        end(data.ended);
                        return;
                    }
                    wait();
                    if (!onPage(data.page, data.outcome)) {
                        port1.postMessage('stop');
                    }
                };
                wait();
                active?.postMessage({ bundle }, [port2]);
            });
        },

        /** @param {string[]} pages @returns {Promise<import('../../../sw/pages.js').Stored[]>} */
        stored: async (pages) => (await ask({ stored: pages, language })) ?? pages.map(() => 'absent'),

        /** @param {string[]} pages */
        drop: (pages) => ask({ drop: pages }),
    };
}
