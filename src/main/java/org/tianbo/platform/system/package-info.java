/** What we expect of the machine beneath. */
package org.tianbo.platform.system;
