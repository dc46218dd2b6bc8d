import { outbox } from '#app/sync.js';

/**
 * Until the server has these answers: other records may wait on for long, and these may be refused.
 *
 * @param {string} id
 * @returns {Promise<string>} the same
 */
export function accepted(id) {
    return new Promise((resolve) => {
        const look = async () => {
            const open = [...(await outbox().waiting()), ...(await outbox().refused())];
            if (!open.some((one) => one.id === id)) {
                document.removeEventListener('tianbo:outbox', look);
                resolve(id);
            }
        };
        document.addEventListener('tianbo:outbox', look);
        outbox().flush().then(look);
    });
}
