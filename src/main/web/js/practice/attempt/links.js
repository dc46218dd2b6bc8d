/** The camera page works without network, so the attempt's id comes after the `#`. @param {string} id */
export function cameraPage(id) {
    return `/practice/camera#${id}`;
}

/** Where one comes from to this attempt, and goes back to. @param {import('./attempt.js').Attempt} attempt */
export function listOf({ onSite }) {
    return onSite ? '/practice/on-site' : '/practice';
}
