/**
 * Finds words of lessons and the glossary: one index for each language, which phones have too. {@code search/*.js} does
 * on a phone what is done here, and {@code lesson-search.json} holds both to the same results.
 */
package org.tianbo.learning.search;
