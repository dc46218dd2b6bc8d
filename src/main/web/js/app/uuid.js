/**
 * A UUID of version 7 (RFC 9562): what is made on a phone without network is named by the phone, and names sort by
 * time.
 *
 * @returns {string}
 */
export function uuid() {
    const time = Date.now().toString(16).padStart(12, '0');
    const random = crypto.getRandomValues(new Uint8Array(10));
    random[0] = 0x70 | (random[0] & 0x0f);
    random[2] = 0x80 | (random[2] & 0x3f);
    const hex = time + Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return hex.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
