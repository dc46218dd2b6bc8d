/** What the server measures of a recording. */
package org.tianbo.practice.readings;
