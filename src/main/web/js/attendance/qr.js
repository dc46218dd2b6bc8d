/** Draws codes that the server packed: the modules row by row, eight to a byte, the first one highest, as Base64. */

/**
 * @param {string} packed
 * @returns {{size: number, path: string}} one unit a module, without the quiet zone
 */
export function unpacked(packed) {
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const size = Math.floor(Math.sqrt(bytes.length * 8));
    let path = '';
    for (let index = 0; index < size * size; index++) {
        if ((bytes[index >> 3] >> (7 - (index % 8))) & 1) {
            path += `M${index % size} ${Math.floor(index / size)}h1v1h-1z`;
        }
    }
    return { size, path };
}
