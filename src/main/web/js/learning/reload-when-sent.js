/** Reloads a page to which the phone added something, once everything was sent. */

/**
 * Listens from the start: reading the phone's records takes time, and the outbox may become empty meanwhile.
 *
 * @param {{target?: EventTarget, reload?: () => void}} [ports]
 * @returns {() => void} call it when the page shows what the server did not know
 */
export function reloadWhenSent({ target = document, reload = () => location.reload() } = {}) {
    let sent = false;
    let outdated = false;
    target.addEventListener('tianbo:sent', () => {
        sent = true;
        if (outdated) {
            reload();
        }
    });
    return () => {
        outdated = true;
        if (sent) {
            reload();
        }
    };
}
