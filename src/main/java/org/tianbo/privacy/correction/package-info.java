/** What people say is wrong about them, and what became of it. */
package org.tianbo.privacy.correction;
