/**
 * Access to the page. Scripts contain no text for people: each sentence comes from a `<template data-message="…">` of the
 * page.
 */

import { filled } from './format.js';

/** @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T} fails if there is none */
export function find(selector, within = document) {
    const found = /** @type {T | null} */ (within.querySelector(selector));
    if (!found) {
        throw new Error(`the page lacks ${selector}`);
    }
    return found;
}

/** @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T[]} */
export function findAll(selector, within = document) {
    return [.../** @type {NodeListOf<T>} */ (within.querySelectorAll(selector))];
}

/**
 * Writes only what changed, so that a screen reader does not repeat the same text every second.
 *
 * @param {Element} element
 * @param {string} text
 */
export function setText(element, text) {
    if (element.textContent !== text) {
        element.textContent = text;
    }
}

/**
 * A sentence of the page with its `[blanks]` filled in.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [blanks]
 */
export function message(name, blanks = {}) {
    const template = /** @type {HTMLTemplateElement} */ (find(`template[data-message="${name}"]`));
    return filled(template.content.textContent?.trim() ?? '', blanks);
}

/** Whether the page has such a sentence. @param {string} name */
export function hasMessage(name) {
    return document.querySelector(`template[data-message="${name}"]`) !== null;
}

/**
 * A copy of the one element in a `<template>`.
 *
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement}
 */
export function fromTemplate(selector, within) {
    const first = /** @type {HTMLTemplateElement} */ (find(selector, within)).content.firstElementChild;
    if (!first) {
        throw new Error(`${selector} is empty`);
    }
    return /** @type {HTMLElement} */ (first.cloneNode(true));
}

/**
 * The value of a data attribute that the page must have.
 *
 * @param {HTMLElement | SVGElement} element
 * @param {string} name as in `dataset`
 */
export function dataOf(element, name) {
    const value = element.dataset[name];
    if (value === undefined) {
        throw new Error(`the page lacks the data attribute ${name}`);
    }
    return value;
}

/**
 * Makes an element with these members, such as its `textContent`.
 *
 * @param {string} tag
 * @param {Record<string, unknown>} members
 */
export function make(tag, members) {
    return Object.assign(document.createElement(tag), members);
}

/** A browser that will not start by itself shows its own play button. @param {HTMLVideoElement} video */
export function startPlaying(video) {
    video.play().catch((refused) => console.warn('not playing:', refused.message));
}

/**
 * Opens a `<dialog>` whose buttons close it with a value.
 *
 * @param {HTMLDialogElement} dialog
 * @param {string} [otherwise] the value where it is closed without a button
 * @returns {Promise<string>} the value
 */
export function answered(dialog, otherwise = '') {
    dialog.returnValue = otherwise;
    dialog.showModal();
    return new Promise((resolve) => dialog.addEventListener('close', () => resolve(dialog.returnValue), { once: true }));
}

/** @param {HTMLDialogElement} dialog @returns {Promise<boolean>} whether "yes" was tapped */
export async function confirmed(dialog) {
    return (await answered(dialog)) === 'yes';
}

/**
 * Opens the page's dialog of that name.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [blanks] for the element `[data-blank]` inside
 * @returns {Promise<boolean>} whether "yes" was tapped
 */
export function confirmedIn(name, blanks) {
    const dialog = /** @type {HTMLDialogElement} */ (find(`dialog[data-confirm="${name}"]`));
    if (blanks) {
        setText(find('[data-blank]', dialog), message(name, blanks));
    }
    return confirmed(dialog);
}
