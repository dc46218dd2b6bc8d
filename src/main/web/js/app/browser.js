/** What this page and its browser have, as the modules are handed it. */

import { clock } from './clock.js';
import { createHttpClient } from './http.js';

/** Who is signed in on this page; nothing where nobody is. */
export const person = () => document.documentElement.dataset.person ?? '';

export const language = () => document.documentElement.lang;

export const http = createHttpClient({ fetch: (path, request) => fetch(path, request), clock, language });
