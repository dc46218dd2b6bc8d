/** A reporter for the build: one line for each failed test, and nothing when all went well. */

/** @param {AsyncIterable<{type: string, data: any}>} events */
export default async function* failures(events) {
    for await (const { type, data } of events) {
        // A file or a suite fails with what is inside, which was reported before.
        if (type === 'test:fail' && data.details.error.failureType !== 'subtestsFailed') {
            yield `${data.file}:${data.line} ${data.name}: ${said(data.details.error)}\n`;
        }
    }
}

/** @param {Error & {cause?: any}} error */
function said({ cause, message }) {
    return String(cause?.message ?? cause ?? message).replaceAll(/\s+/g, ' ').slice(0, 300);
}
