/** A county is opened with its code and its first officer, and its towns and villages come from a file. */
package org.tianbo.people.opening;
