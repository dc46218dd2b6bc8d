/** A lesson's film: once begun it is kept for when there is no network, and says so where it cannot be shown. */
export function watchFilm() {
    const film = document.querySelector('.film video');
    film?.addEventListener('play', () => keep(film.currentSrc), { once: true });
    film?.addEventListener('error', () => {
        told(true);
    });
    addEventListener('online', () => {
        if (film?.error) {
            told(false);
            film.load();
        }
    });
}

/** @param {boolean} visible */
function told(visible) {
    document.querySelector('.film [data-no-network]').hidden = !visible;
}

/** @param {string} film */
async function keep(film) {
    const { active } = (await navigator.serviceWorker?.ready) ?? {};
    active?.postMessage({ kind: 'keep-film', film });
}
