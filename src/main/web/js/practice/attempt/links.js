/** The camera page works without network, so the attempt's id comes after the `#`. @param {string} id */
export function cameraPage(id) {
    return `/practice/camera#${id}`;
}
