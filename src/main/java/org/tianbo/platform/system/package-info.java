/** What is required of the machine: memory, disk space, processes. */
package org.tianbo.platform.system;
