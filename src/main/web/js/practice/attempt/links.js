/** The camera's page works without the network: the attempt's name stands after the `#`. @param {string} id */
export function cameraPage(id) {
    return `/practice/camera#${id}`;
}
