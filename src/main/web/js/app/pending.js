/**
 * Whether an attempt is not yet where its trainee wants it; the pages of practice know the rest.
 *
 * @param {any} attempt
 */
export function isPending(attempt) {
    return attempt.deletedAt
        || (attempt.takes.length && !attempt.submittedAt && (!attempt.finishedAt || attempt.handIn || attempt.trouble));
}
