/** A page that shows more than the server knew is fetched anew once everything was sent. */

/**
 * Listens from now on: what a page must read first takes time, and the outbox may be emptied meanwhile.
 *
 * @param {{target?: EventTarget, reload?: () => void}} [ports]
 * @returns {() => void} to be called when the page shows what the server did not know
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
