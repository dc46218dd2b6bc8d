/**
 * Measures a picture of the camera: how bright the middle is, whether light comes from behind, how sharp it is, and how
 * far the camera has moved since the picture before. Two pictures a second are enough.
 *
 * A picture is handed over twice: whole, made small, and its middle as large as the camera gives it, because a small
 * picture does not show blur. Plain arithmetic over grey values: it is tested without a browser.
 */

/** Size to which the longer and the shorter side of the whole picture are brought. */
export const OVERVIEW = { long: 64, short: 36 };
/** Side of the square that is cut from the middle, in the camera's own pixels. */
export const DETAIL = 96;

/** The middle is what lies between these parts of width and height; all the rest is the rim. */
const MIDDLE = [0.25, 0.75];

/** Grey values `REACH` pixels apart that differ by at least `EDGE` are an edge. */
const REACH = 4;
const EDGE = 24;
/** With fewer edges sharpness is unknown: a blank wall is neither sharp nor blurred. */
const ENOUGH_EDGES = 40;
/** What `squares` comes to at an edge without blur and at one wider than `REACH`. */
const SHARP = 1;
const BLURRED = 1 / REACH;

/** The camera's movement is looked for within so many pixels of the overview. */
const FARTHEST = 6;
/** Mean square of the differences from pixel to pixel; in a rim with less, such as a blank wall, no movement can be seen. */
const ENOUGH_STRUCTURE = 4;

/**
 * @typedef {object} Grey a picture
 * @property {number} width
 * @property {number} height
 * @property {Uint8Array | Uint8ClampedArray} luma row by row, from 0 for black to 255 for white
 *
 * @typedef {object} PictureReading
 * @property {number} brightness of the middle, where the host and the goods are: from 0 for black to 100 for white
 * @property {number} backlight by how much the rim is brighter than the middle, in the same hundredths; below 0 where
 *     the middle is the brighter one
 * @property {number} [sharpness] from 0 for edges that are wide blurs to 100 for ones a pixel wide; absent where nothing
 *     has an edge
 * @property {number} [shift] how far the camera has moved since the picture before, in hundredths of the longer side;
 *     absent for the first picture and where no movement could be seen
 */

export class PictureMeter {
    /** @type {Grey | undefined} */
    #before;

    /**
     * @param {Grey} overview the whole picture, about as large as `OVERVIEW`, lying or upright
     * @param {Grey} detail its middle at the camera's own size, about `DETAIL` pixels square
     * @returns {PictureReading}
     */
    take(overview, detail) {
        const before = this.#before;
        this.#before = { ...overview, luma: overview.luma.slice() };
        const comparable = before?.width === overview.width && before.height === overview.height;
        return {
            ...light(overview),
            ...defined('sharpness', sharpness(detail)),
            ...defined('shift', comparable ? shift(before, overview) : undefined),
        };
    }
}

/** @param {string} name @param {number | undefined} value */
function defined(name, value) {
    return value === undefined ? {} : { [name]: value };
}

/** @param {Grey} picture */
function isMiddle({ width, height }) {
    const [from, to] = MIDDLE;
    return (/** @type {number} */ x, /** @type {number} */ y) =>
        x >= width * from && x < width * to && y >= height * from && y < height * to;
}

/** @param {Grey} picture */
function light(picture) {
    const inside = isMiddle(picture);
    const middle = { sum: 0, count: 0 };
    const rim = { sum: 0, count: 0 };
    for (let y = 0; y < picture.height; y++) {
        for (let x = 0; x < picture.width; x++) {
            const part = inside(x, y) ? middle : rim;
            part.sum += picture.luma[y * picture.width + x];
            part.count++;
        }
    }
    const brightness = (100 * middle.sum) / middle.count / 255;
    return { brightness, backlight: (100 * rim.sum) / rim.count / 255 - brightness };
}

/**
 * At an edge, grey values one pixel apart differ as much as values four apart where it is sharp, and by a quarter where
 * it is a wide slope; squares of the differences tell the two from each other whatever the contrast is.
 *
 * @param {Grey} picture
 */
function sharpness({ width, height, luma }) {
    let near = 0;
    let far = 0;
    let edges = 0;
    for (const [across, columns, rows] of [[1, width - REACH, height], [width, width, height - REACH]]) {
        for (let y = 0; y < rows; y++) {
            for (let x = 0; x < columns; x++) {
                const at = y * width + x;
                const whole = luma[at + REACH * across] - luma[at];
                if (Math.abs(whole) >= EDGE) {
                    edges++;
                    far += whole * whole;
                    for (let i = 0; i < REACH; i++) {
                        const step = luma[at + (i + 1) * across] - luma[at + i * across];
                        near += step * step;
                    }
                }
            }
        }
    }
    if (edges < ENOUGH_EDGES) {
        return undefined;
    }
    return Math.max(0, Math.min(100, (100 * (near / far - BLURRED)) / (SHARP - BLURRED)));
}

/**
 * Compares the rims of both pictures at every shift of up to `FARTHEST` pixels; least squares then estimate the fraction
 * of a pixel around the best one. The rim is used because the host moves in the middle.
 *
 * @param {Grey} before
 * @param {Grey} now of the same size
 */
function shift(before, now) {
    const points = rim(now);
    if (structure(now, points) < ENOUGH_STRUCTURE) {
        return undefined;
    }
    let best = { dx: 0, dy: 0, difference: Infinity };
    for (let dy = -FARTHEST; dy <= FARTHEST; dy++) {
        for (let dx = -FARTHEST; dx <= FARTHEST; dx++) {
            const difference = differenceAt(before, now, points, dx, dy);
            if (difference < best.difference) {
                best = { dx, dy, difference };
            }
        }
    }
    const rest = remainder(before, now, points, best);
    return (100 * Math.hypot(best.dx + rest.x, best.dy + rest.y)) / Math.max(now.width, now.height);
}

/** Those points of the rim from which the farthest neighbour is still in the picture. @param {Grey} picture */
function rim(picture) {
    const inside = isMiddle(picture);
    const margin = FARTHEST + 1;
    const points = [];
    for (let y = margin; y < picture.height - margin; y++) {
        for (let x = margin; x < picture.width - margin; x++) {
            if (!inside(x, y)) {
                points.push(y * picture.width + x);
            }
        }
    }
    return points;
}

/** @param {Grey} picture @param {number[]} points */
function structure({ width, luma }, points) {
    return points.reduce((sum, at) => sum + (luma[at + 1] - luma[at]) ** 2 + (luma[at + width] - luma[at]) ** 2, 0) / points.length;
}

/**
 * Mean square of the differences, the general brightness left out: the camera sets that anew all the time.
 *
 * @param {Grey} before @param {Grey} now @param {number[]} points @param {number} dx @param {number} dy
 */
function differenceAt(before, now, points, dx, dy) {
    const offset = dy * now.width + dx;
    let sum = 0;
    let squares = 0;
    for (const at of points) {
        const difference = now.luma[at] - before.luma[at + offset];
        sum += difference;
        squares += difference * difference;
    }
    const mean = sum / points.length;
    return squares / points.length - mean * mean;
}

/** @param {Grey} before @param {Grey} now @param {number[]} points @param {{dx: number, dy: number}} best */
function remainder({ luma: before }, { width, luma: now }, points, { dx, dy }) {
    const offset = dy * width + dx;
    const mean = points.reduce((sum, at) => sum + now[at] - before[at + offset], 0) / points.length;
    let [xx, xy, yy, xt, yt] = [0, 0, 0, 0, 0];
    for (const at of points) {
        const there = at + offset;
        const x = (before[there + 1] - before[there - 1]) / 2;
        const y = (before[there + width] - before[there - width]) / 2;
        const t = now[at] - before[there] - mean;
        xx += x * x;
        xy += x * y;
        yy += y * y;
        xt += x * t;
        yt += y * t;
    }
    const determinant = xx * yy - xy * xy;
    // All edges run in one direction: a movement along them cannot be seen.
    if (determinant <= 0.01 * (xx + yy) ** 2) {
        return { x: 0, y: 0 };
    }
    const within = (/** @type {number} */ value) => Math.max(-1, Math.min(1, value));
    return { x: within((yy * xt - xy * yt) / determinant), y: within((xx * yt - xy * xt) / determinant) };
}
