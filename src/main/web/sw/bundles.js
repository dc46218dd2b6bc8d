/**
 * Many pages in one answer. Before each stand a separator and its address on a line of its own, and the last one ends with a
 * separator too: what comes without one was cut.
 */

const SEPARATOR = '\u001e';
/** A network may fall silent in the middle of an answer. */
const SILENCE_MS = 20_000;

/**
 * Reads the pages as they arrive, each as soon as it is whole.
 *
 * @param {Response} response
 * @param {(ms: number) => Promise<unknown>} after
 * @param {(path: string, html: string) => Promise<boolean>} take whether to go on
 */
export async function readPages(response, after, take) {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
    const decoder = new TextDecoder();
    let text = '';
    for (;;) {
        const part = await Promise.race([reader.read(), after(SILENCE_MS)]);
        if (!part) {
            reader.cancel().catch(() => {});
            throw new Error('silence');
        }
        const { done, value } = /** @type {ReadableStreamReadResult<Uint8Array>} */ (part);
        text += decoder.decode(value, { stream: !done });
        const whole = text.split(SEPARATOR);
        text = whole.pop() ?? '';
        for (const page of whole.filter(Boolean)) {
            const line = page.indexOf('\n');
            if (!(await take(page.slice(0, line), page.slice(line + 1)))) {
                return reader.cancel();
            }
        }
        if (done) {
            return undefined;
        }
    }
}
