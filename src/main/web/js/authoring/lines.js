/** Lines of a text in a field. */

/**
 * Where a line begins and ends, in letters; the last line where there are fewer.
 *
 * @param {string} text
 * @param {number} line from 1
 * @returns {[number, number]}
 */
export function lineAt(text, line) {
    const lines = text.split('\n');
    const index = Math.min(Math.max(line, 1), lines.length) - 1;
    const start = lines.slice(0, index).reduce((sum, one) => sum + one.length + 1, 0);
    return [start, start + lines[index].length];
}

/** Marks the line and brings it into sight. @param {HTMLTextAreaElement} field @param {number} line */
export function goToLine(field, line) {
    const [start, end] = lineAt(field.value, line);
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.setSelectionRange(start, end);
    const height = parseFloat(getComputedStyle(field).lineHeight) || 20;
    field.scrollTop = Math.max(0, (line - 3) * height);
}
