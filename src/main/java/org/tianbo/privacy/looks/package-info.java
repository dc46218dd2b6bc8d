/** Who looked at whom. */
package org.tianbo.privacy.looks;
