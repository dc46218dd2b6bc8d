/**
 * What scripts ask of their page. No sentence stands in a script: each comes from a `<template data-say="…">` of the
 * page.
 */

import { filled } from './format.js';

/** @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T} never without */
export function find(selector, within = document) {
    const found = within.querySelector(selector);
    if (!found) {
        throw new Error(`the page lacks ${selector}`);
    }
    return /** @type {any} */ (found);
}

/** @template {HTMLElement} T @param {string} selector @param {ParentNode} [within] @returns {T[]} */
export function findAll(selector, within = document) {
    return /** @type {any} */ ([...within.querySelectorAll(selector)]);
}

/**
 * Writes only what changed, so that a screen reader is not told the same thing every second.
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
    const template = /** @type {HTMLTemplateElement} */ (find(`template[data-say="${name}"]`));
    return filled(template.content.textContent?.trim() ?? '', blanks);
}

/** Whether the page has such a sentence. @param {string} name */
export function hasMessage(name) {
    return document.querySelector(`template[data-say="${name}"]`) !== null;
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
 * Asks in the page's dialog of that name.
 *
 * @param {string} name
 * @param {Record<string, string | number>} [blanks] for the element `[data-blank]` inside
 * @returns {Promise<boolean>} whether "yes" was tapped
 */
export function confirmedIn(name, blanks) {
    const dialog = /** @type {HTMLDialogElement} */ (find(`dialog[data-ask="${name}"]`));
    if (blanks) {
        setText(find('[data-blank]', dialog), message(name, blanks));
    }
    return confirmed(dialog);
}
