/** Hands the camera's picture to the meter again and again, as long as it is on the screen. */

import { DETAIL, OVERVIEW, PictureMeter } from './picture-meter.js';

/** For the checks before a recording; while the phone records, less often. */
const EVERY_MS = 500;

/**
 * @param {HTMLVideoElement} video that shows the camera
 * @param {(reading: import('./picture-meter.js').PictureReading) => void} onReading
 * @param {number} [everyMs]
 * @returns {() => void} ends it
 */
export function watchPicture(video, onReading, everyMs = EVERY_MS) {
    const meter = new PictureMeter();
    const overview = canvas();
    const detail = canvas();
    const look = () => {
        const { videoWidth: width, videoHeight: height } = video;
        if (width === 0 || document.hidden) {
            return;
        }
        const lying = width >= height;
        const small = { width: lying ? OVERVIEW.long : OVERVIEW.short, height: lying ? OVERVIEW.short : OVERVIEW.long };
        const side = Math.min(DETAIL, width, height);
        const [left, top] = [Math.floor((width - side) / 2), Math.floor((height - side) / 2)];
        onReading(meter.take(
            grey(overview, video, [0, 0, width, height], small),
            grey(detail, video, [left, top, side, side], { width: side, height: side }),
        ));
    };
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
}

/** @returns {CanvasRenderingContext2D} */
function canvas() {
    const context = document.createElement('canvas').getContext('2d', { willReadFrequently: true, alpha: false });
    if (!context) {
        throw new Error('the browser draws no pictures');
    }
    return context;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {HTMLVideoElement} video
 * @param {[number, number, number, number]} part of the video: left, top, width, height
 * @param {{width: number, height: number}} size
 * @returns {import('./picture-meter.js').Grey}
 */
function grey(context, video, part, { width, height }) {
    if (context.canvas.width !== width || context.canvas.height !== height) {
        Object.assign(context.canvas, { width, height });
        context.imageSmoothingQuality = 'medium';
    }
    context.drawImage(video, ...part, 0, 0, width, height);
    const { data } = context.getImageData(0, 0, width, height);
    const luma = new Uint8Array(width * height);
    for (let i = 0; i < luma.length; i++) {
        luma[i] = 0.299 * data[4 * i] + 0.587 * data[4 * i + 1] + 0.114 * data[4 * i + 2];
    }
    return { width, height, luma };
}
