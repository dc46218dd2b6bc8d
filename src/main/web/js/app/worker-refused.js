/** A browser's own no. A line that fails, or a server that restarts, says nothing of the browser. */
const REFUSED = /^(Security|NotSupported|InvalidState)/;

/** @returns {Promise<boolean>} whether this browser has service workers and refuses them, as where nothing may be stored */
export const isWorkerRefused = () => navigator.serviceWorker.register('/sw.js').then(
    () => false,
    (fault) => {
        console.warn(fault);
        return REFUSED.test(fault.name);
    },
);
