/** Whether a production start is safe: each unsafe setting is a named finding, and a severe one stops the start. */
package org.tianbo.platform.readiness;
