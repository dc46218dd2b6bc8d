/** What the content must fulfil beyond its schemas: references, plain words, and rules for each kind of document. */
package org.tianbo.curriculum.checks;
