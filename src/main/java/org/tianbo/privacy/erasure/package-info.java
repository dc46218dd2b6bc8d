/** People are erased: asked for by one, confirmed by another, done by a job, and said what is left and why. */
package org.tianbo.privacy.erasure;
