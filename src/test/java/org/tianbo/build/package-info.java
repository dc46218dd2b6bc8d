/** The build itself: what it asks of a machine, and how long its tests take. */
package org.tianbo.build;
