/** @type {WeakMap<object, Map<string, PropertyDescriptor | undefined>>} what was there before, by test */
const before = new WeakMap();

/**
 * Sets what a browser has globally, until the test ends.
 *
 * @param {import('node:test').TestContext} context
 * @param {Record<string, unknown>} globals
 */
export function setGlobals(context, globals) {
    const kept = before.get(context) ?? new Map();
    if (!before.has(context)) {
        before.set(context, kept);
        context.after(() => kept.forEach((descriptor, name) => {
            descriptor ? Object.defineProperty(globalThis, name, descriptor) : Reflect.deleteProperty(globalThis, name);
        }));
    }
    for (const [name, value] of Object.entries(globals)) {
        if (!kept.has(name)) {
            kept.set(name, Object.getOwnPropertyDescriptor(globalThis, name));
        }
        Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
    }
}
