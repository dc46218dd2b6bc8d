/** Takes as phones sent them: what their bytes hold, and how they are brought into one form and one timeline. */
package org.tianbo.practice.take;
