/**
 * Asks a phone where it is. Whatever it answers, the form goes on: a place that is refused or not found is left out, and
 * the page says so.
 */

const PATIENCE_MS = 15_000;
/** The browser's code for somebody who said no. */
const REFUSED = 1;

/**
 * @param {object} ports
 * @param {Pick<Geolocation, 'getCurrentPosition'> | undefined} ports.geolocation
 * @param {(name: 'looking' | 'found' | 'refused' | 'not-found', values?: Record<string, number>) => void} ports.says
 * @param {(place: string) => void} ports.onPlace latitude, longitude and metres between commas; empty for none
 */
export function askPlace({ geolocation, says, onPlace }) {
    onPlace('');
    if (!geolocation) {
        says('not-found');
        return;
    }
    says('looking');
    geolocation.getCurrentPosition(
        ({ coords }) => {
            onPlace([coords.latitude.toFixed(6), coords.longitude.toFixed(6), Math.round(coords.accuracy)].join());
            says('found', { metres: Math.round(coords.accuracy) });
        },
        ({ code }) => says(code === REFUSED ? 'refused' : 'not-found'),
        { enableHighAccuracy: true, timeout: PATIENCE_MS },
    );
}
