/** The same as a signed credential that anybody can verify. */
package org.tianbo.certification.badge;
