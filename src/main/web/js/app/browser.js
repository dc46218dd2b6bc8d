/** The page's own person, language and HTTP client. */

import { clock } from './clock.js';
import { createHttpClient } from '#app/http.js';

/** Id of the person signed in on this page; empty if nobody is. */
export const person = () => document.documentElement.dataset.person ?? '';

export const language = () => document.documentElement.lang;

export const http = createHttpClient({ fetch: (path, request) => fetch(path, request), clock, language });
