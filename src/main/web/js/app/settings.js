/**
 * Small settings of this phone. A browser that forbids storage (private windows, old WebViews) remembers nothing.
 */

/**
 * @param {string} key
 * @param {'localStorage' | 'sessionStorage'} [area] for good, or for this visit
 * @returns {string | null}
 */
export function remembered(key, area = 'localStorage') {
    try {
        return window[area].getItem(key);
    } catch {
        return null;
    }
}

/**
 * @param {string} key
 * @param {string} value
 * @param {'localStorage' | 'sessionStorage'} [area]
 * @returns {boolean} whether it is remembered
 */
export function remember(key, value, area = 'localStorage') {
    try {
        window[area].setItem(key, value);
        return true;
    } catch {
        return false;
    }
}
