/** A county sees its own rows only: the two locks on them, and reading them in one trip. */
package org.tianbo.platform.county;
