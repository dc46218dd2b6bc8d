/** Looking for a word in the lessons and the glossary, with and without a network. */
package org.tianbo.learning.page.search;
